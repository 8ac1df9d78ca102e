"""A rule that fails by an error of this program costs its own result, and nothing else."""

import io
from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime
from pathlib import Path

import pytest
from archive_desk import workbook
from workbooks import build

from govxlsx.checking import check
from govxlsx.checking.case import Case
from govxlsx.checking.catalogue import checks, rule
from govxlsx.checking.engine import FAILED, check_together, contained, opened
from govxlsx.checking.examination import examine_together
from govxlsx.checking.fact import Fact
from govxlsx.commands.running import status
from govxlsx.desk.archive.filing import Archive
from govxlsx.desk.archive.judging import judge
from govxlsx.desk.archive.screen import Counts, tell
from govxlsx.intake.letter import Mail
from govxlsx.intake.run import Dealt
from govxlsx.intake.screen import MailCounts
from govxlsx.intake.screen import tell as tell_mail
from govxlsx.showing import as_text
from govxlsx.showing.screen import Screen


def _fail(_: Case) -> Iterator[Fact]:
    yield Fact(cell="A1")
    raise ZeroDivisionError("gone")


def _unspeakable(_: Case) -> Iterator[Fact]:
    yield Fact(cell="A1", words={})


BROKEN = replace(rule("T605"), look=_fail)
WORDLESS = replace(rule("S301"), look=_unspeakable)


@pytest.mark.parametrize("broken", [BROKEN, WORDLESS])
def test_the_others_have_their_results(broken: object) -> None:
    whole = check(build.read(build.clean()))
    code = getattr(broken, "code", "")
    outcome = check(
        build.read(build.clean()),
        rules=[broken if each.code == code else each for each in checks()],  # type: ignore[misc]
    )
    assert outcome.status == whole.status
    assert outcome.rules.not_run == {**whole.rules.not_run, code: FAILED}
    assert set(outcome.rules.passed) == set(whole.rules.passed) - {code}
    assert [each for each in outcome.findings if each.code != code] == list(whole.findings)
    assert list(outcome.rules.failed) == [code]


def test_reports_that_are_checked_together_have_the_results_that_each_has_alone() -> None:
    wrong = build.clean(changes={"applications.received.total": 1})
    books = build.clean(), build.clean("2019"), wrong
    reports = list(map(build.read, books))
    rules = [BROKEN if each.code == BROKEN.code else each for each in checks()]
    together = check_together(list(map(opened, reports)), rules)
    assert together == [check(each, rules=rules) for each in reports]
    assert len({each.rules.broken for each in together}) > 1


def test_the_screen_names_it_and_shows_where_with_v() -> None:
    states = check(build.read(build.clean()), rules=[BROKEN]).rules
    shown = {}
    for verbose in (False, True):
        stream = io.StringIO()
        as_text.states(Screen(stream, 100), states, verbose=verbose)
        shown[verbose] = stream.getvalue()
    assert "T605 没有执行：本程序出错，请报告" in shown[False]
    assert "Traceback" not in shown[False]
    assert "ZeroDivisionError: gone" in shown[True]


def test_exit_status() -> None:
    assert status({"ok": 1}, failed=True) == 2
    assert status({"errors": 1}, failed=True) == 2
    assert status({"ok": 1}) == 0


def test_archive_and_mail_tell_of_it(tmp_path: Path) -> None:
    path = workbook(tmp_path / "年报.xlsx")
    result = examine_together([str(path)])[0]
    assert result.report is not None
    result = replace(result, outcome=check(result.report, rules=[BROKEN]))
    deposit = judge(result, strict=False)
    with Archive.open(tmp_path / "档案") as opened:
        (filed,) = opened.file([deposit], datetime.now().astimezone(), [None])
    tally, stream = Counts(), io.StringIO()
    tally.add(filed)
    tell(Screen(stream, 100), filed)
    assert (tally.stored, tally.status) == (1, 2)
    assert "T605 没有执行：本程序出错，请报告" in stream.getvalue()
    letter = Mail(
        source="a.eml",
        message_id="",
        sender="某局",
        address="a@example.cn",
        subject="年报",
        sent=None,
    )
    dealt, mails, said = Dealt(letter, "接收", (filed,)), MailCounts(), io.StringIO()
    mails.add(dealt)
    tell_mail(Screen(said, 100), dealt)
    assert (mails.filed.stored, mails.status) == (1, 2)
    assert "T605 没有执行：本程序出错，请报告" in said.getvalue()


def test_what_stops_the_program_is_not_contained() -> None:
    def stop() -> int:
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        contained(stop)
