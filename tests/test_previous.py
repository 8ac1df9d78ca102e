"""Last year's report: found by agency and year, never guessed; the reason where there is none."""

import json
from dataclasses import replace
from pathlib import Path

import pytest
from archive_desk import archive, registered, workbook
from command import run
from mails import mail
from mails import put as write_mails
from reports import AGENCY, balanced, made

from govxlsx import checking
from govxlsx.checking.catalogue import rules
from govxlsx.desk import previous
from govxlsx.errors import UsageError
from govxlsx.form.editions import edition_by_id
from govxlsx.reading import read_bytes
from govxlsx.reading.data import of_data
from govxlsx.report.figure import State
from govxlsx.report.interchange import Interchange, parse, to_object
from govxlsx.report.model import Agency, Report


def of_year(year: int, name: str = AGENCY.name, **changes: object) -> Interchange:
    return balanced("2021", year=year, agency=replace(AGENCY, name=name), **changes)


def report(year: int = 2024, name: str = AGENCY.name) -> Report:
    return of_data(of_year(year, name), "this.xlsx")


def put(path: Path, data: Interchange) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    if path.suffix == ".json":
        path.write_text(json.dumps(to_object(data)), encoding="utf-8")
    else:
        path.write_bytes(made(data))
    return path


def found(folder: Path, given: Report) -> tuple[Report | None, str]:
    return previous.index(map(previous.entry, previous.candidates(folder))).of(given)


@pytest.mark.parametrize("name", ["a.xlsx", "deep/er/a.json"])
def test_a_report_is_found_in_a_folder_by_agency_and_year(tmp_path: Path, name: str) -> None:
    put(tmp_path / name, of_year(2023))
    put(tmp_path / "older.xlsx", of_year(2022))
    put(tmp_path / "other.xlsx", of_year(2023, "永宁市审计局"))
    last, _ = found(tmp_path, report())
    assert last is not None
    assert (last.year, last.agency.name, last.source) == (2023, AGENCY.name, str(tmp_path / name))


@pytest.mark.parametrize("name", [" 永宁市 档案局", "永宁市档案局\u3000"])
def test_white_space_in_a_name_does_not_matter(tmp_path: Path, name: str) -> None:
    put(tmp_path / "a.xlsx", of_year(2023, name))
    assert found(tmp_path, report())[0] is not None


def test_width_and_brackets_of_a_name_do_not_matter(tmp_path: Path) -> None:
    put(tmp_path / "a.json", of_year(2023, "Ａ市档案局（馆）"))
    assert found(tmp_path, report(name="A市档案局〔馆〕"))[0] is not None
    assert found(tmp_path, report(name="A市档案局(馆)"))[0] is not None
    assert found(tmp_path, report(name="A市档案局"))[0] is None


def test_two_different_reports_of_one_agency_and_year_are_not_guessed(tmp_path: Path) -> None:
    put(tmp_path / "a.xlsx", of_year(2023))
    put(tmp_path / "b.xlsx", of_year(2023, figures={"disclosure.penalties.decisions": 9}))
    last, reason = found(tmp_path, report())
    assert last is None
    assert reason == (
        "提供的上年报告中“永宁市档案局”2023 年度的有 2 份内容不同的"
        "（a.xlsx、b.xlsx），不知道以哪一份为准，请只留一份"
    )


@pytest.mark.parametrize(("count", "named"), [(3, "a.json、b.json、c.json）"), (4, "c.json等）")])
def test_three_of_the_reports_that_differ_are_named(tmp_path: Path, count: int, named: str) -> None:
    for place, name in enumerate("abcd"[:count]):
        put(
            tmp_path / f"{name}.json",
            of_year(2023, figures={"disclosure.penalties.decisions": place}),
        )
    reason = found(tmp_path, report())[1]
    assert f"有 {count} 份内容不同的（a.json、b.json、c.json" in reason
    assert named in reason


def test_reports_that_differ_in_their_text_alone_are_not_guessed(tmp_path: Path) -> None:
    put(tmp_path / "a.xlsx", of_year(2023))
    put(tmp_path / "b.xlsx", of_year(2023, narrative={"other": "没有需要报告的事项。"}))
    last, reason = found(tmp_path, report())
    assert (last, "有 2 份内容不同的" in reason) == (None, True)


def test_the_same_file_twice_is_one_report(tmp_path: Path) -> None:
    put(tmp_path / "a.xlsx", of_year(2023))
    (tmp_path / "copy.xlsx").write_bytes((tmp_path / "a.xlsx").read_bytes())
    assert found(tmp_path, report())[0] is not None


@pytest.mark.parametrize(
    ("given", "words"),
    [
        (report(2023), "没有“永宁市档案局”2022 年度的"),
        (report(name="别处"), "没有“别处”2023 年度的"),
        (report(name=""), "没有填机关名称"),
        (replace(report(), year=None), "没有写明年度"),
    ],
    ids=["year", "agency", "no agency", "no year"],
)
def test_the_reason_where_there_is_none(tmp_path: Path, given: Report, words: str) -> None:
    put(tmp_path / "a.xlsx", of_year(2023))
    last, reason = found(tmp_path, given)
    assert last is None
    assert words in reason


def test_a_folder_without_reports_is_refused(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes(b"")
    with pytest.raises(UsageError, match="没有上年报告"):
        previous.candidates(tmp_path)


@pytest.mark.parametrize("within", ["档案", "."])
def test_of_an_archive_only_what_counts_is_seen(tmp_path: Path, within: str) -> None:
    first = workbook(tmp_path / "年报一.xlsx", year=2023)
    later = workbook(tmp_path / "年报二.xlsx", year=2023, other="更正一处。")
    wrong = workbook(tmp_path / "年报三.xlsx", year=2023, wrong=True)
    assert archive(tmp_path, first, later, wrong)[0] == 1
    for each in (first, later, wrong):
        each.unlink()
    chosen, reason = found(tmp_path / within, report())
    assert chosen is not None, reason
    assert chosen.sha256 == registered(tmp_path)[str(later)].sha256
    this = put(tmp_path / "本年.xlsx", of_year(2024))
    checked = run("check", this, "--previous", within, "--format", "json", cwd=tmp_path)
    states = json.loads(checked.stdout)["files"][0]["rules"]
    assert "Y501" not in states["not_run"]


def test_a_workbook_that_was_changed_in_the_archive_is_not_used(tmp_path: Path) -> None:
    last = workbook(tmp_path / "年报.xlsx", year=2023)
    archive(tmp_path, last)
    (entry,) = registered(tmp_path).values()
    stored = {each.kind: tmp_path / "档案" / each.place for each in entry.files}
    workbook(stored["workbook"], year=2023, other="归档以后改的。")
    put(tmp_path / "本年.xlsx", of_year(2024))
    status, not_run, said = check(tmp_path, "本年.xlsx", "--previous", "档案")
    assert (status, "Y501" in not_run) == (2, True)
    assert f"“档案/{stored['workbook'].relative_to(tmp_path / '档案')}”归档以后被改动过" in said
    done = run("published", stored["publication"], "--against", "档案", cwd=tmp_path)
    assert done.returncode == 2
    assert "归档以后被改动过" in done.stderr


@pytest.mark.parametrize(
    ("edition", "money", "state"),
    [
        ("2019", "disclosure.procurement.amount", State.NUMBER),
        ("2021", "disclosure.fees.amount", State.OTHER_UNIT),
    ],
)
def test_data_is_read_as_its_workbook_would_be(edition: str, money: str, state: State) -> None:
    changes = {
        "disclosure.penalties.decisions": "12 件",
        "disclosure.licensing.decisions": None,
        money: "251000元",
        "applications.received.enterprise": "—",
    }
    notes = {"二": "其中修订一件。"}
    data = parse(json.dumps(to_object(balanced(edition, figures=changes, notes=notes))))
    totals = edition_by_id(edition).parts_of_total
    data = replace(data, figures={k: v for k, v in data.figures.items() if k not in totals})
    mine, read = of_data(data), read_bytes(made(data), "a.xlsx")
    for field_id, figure in read.figures.items():
        given = mine.figures[field_id]
        assert (given.value, given.unit, given.at) == (figure.value, figure.unit, None), field_id
    states = [mine.figures[each].state for each in changes]
    assert states == [State.CONVERTED, State.BLANK, state, State.BLANK_MARK]
    assert [[each.text for each in told] for told in mine.narrative.values()] == [
        [each.text for each in told] for told in read.narrative.values()
    ]
    assert (mine.agency, mine.year, mine.notes["二"].text) == (read.agency, read.year, notes["二"])


def test_a_missing_total_of_what_cannot_be_read_is_not_known() -> None:
    data = of_year(2023, figures={"applications.received.enterprise": "约二十"})
    figures = {key: value for key, value in data.figures.items() if "received.total" not in key}
    read = of_data(replace(data, figures=figures))
    assert read.figures["applications.received.enterprise"].state is State.TEXT
    assert read.figures["applications.received.total"].state is State.UNCALCULATED
    assert read.figures["applications.carried_in.total"].state is State.NUMBER


def check(cwd: Path, *arguments: str) -> tuple[int, dict[str, str], str]:
    done = run("check", *arguments, "--format", "json", cwd=cwd)
    if not done.stdout:
        return done.returncode, {}, done.stderr
    (file, *_) = json.loads(done.stdout)["files"]
    return done.returncode, file["rules"]["not_run"], done.stderr


def test_check_with_a_report_of_another_year_says_so(tmp_path: Path) -> None:
    put(tmp_path / "a.xlsx", of_year(2024))
    put(tmp_path / "last.xlsx", of_year(2022))
    status, not_run, _ = check(tmp_path, "a.xlsx", "--previous", "last.xlsx")
    assert status == 0
    reasons = {reason for code, reason in not_run.items() if code.startswith("Y5")}
    assert reasons <= {"提供的是 2022 年度的报告，不是 2024 年度的上年报告"}


Y5 = [rule.code for rule in rules() if rule.code.startswith("Y5")]


@pytest.mark.parametrize("name", ["last.xlsx", "last.json", "all"])
def test_check_compares_with_the_report_of_last_year(tmp_path: Path, name: str) -> None:
    put(tmp_path / "a.xlsx", of_year(2024))
    last = of_year(2023, figures={"applications.carried_out.enterprise": 40})
    put(tmp_path / ("all/x/last.xlsx" if name == "all" else name), last)
    done = run("check", "a.xlsx", "--previous", name, "--format", "json", cwd=tmp_path)
    (file,) = json.loads(done.stdout)["files"]
    assert not set(Y5) & set(file["rules"]["not_run"])
    carried = [each for each in file["findings"] if each["code"] == "Y501"]
    assert ["applications.carried_in.enterprise" in each["fields"] for each in carried] == [True]


def test_one_file_is_used_for_one_workbook_of_another_name(tmp_path: Path) -> None:
    put(tmp_path / "a.xlsx", of_year(2024))
    put(tmp_path / "b.xlsx", of_year(2024, "永宁市审计局"))
    put(tmp_path / "last.xlsx", of_year(2023, "永宁市档案馆"))
    arguments = ("--previous", "last.xlsx", "--format", "json")
    done = run("check", "a.xlsx", *arguments, cwd=tmp_path)
    (file,) = json.loads(done.stdout)["files"]
    assert "Y506" in file["rules"]["broken"]
    done = run("check", "a.xlsx", "b.xlsx", *arguments, cwd=tmp_path)
    for file in json.loads(done.stdout)["files"]:
        reasons = {file["rules"]["not_run"][code] for code in Y5}
        assert reasons == {f"提供的上年报告中没有“{file['agency']}”2023 年度的"}


def test_build_compares_with_last_year_too(tmp_path: Path) -> None:
    put(tmp_path / "a.xlsx", of_year(2024))
    put(tmp_path / "last.json", of_year(2023, "永宁市档案馆"))
    assert run("build", "a.xlsx", "--previous", "last.json", cwd=tmp_path).returncode == 0
    done = run("build", "a.xlsx", "--previous", "last.json", "--strict", "--force", cwd=tmp_path)
    assert done.returncode == 1
    assert "Y506" in done.stdout


def test_a_report_that_cannot_be_used_is_refused_where_it_was_named(tmp_path: Path) -> None:
    put(tmp_path / "a.xlsx", of_year(2024))
    (tmp_path / "last.json").write_text("{", encoding="utf-8")
    for name in ("last.json", "nowhere.xlsx"):
        status, _, said = check(tmp_path, "a.xlsx", "--previous", name)
        assert status == 2
        assert said.startswith(f"上年报告“{name}”不能用：")
        assert len(said.strip().splitlines()) == 1
    assert run("build", "a.xlsx", "--previous", "last.json", cwd=tmp_path).returncode == 2
    assert not list(tmp_path.glob("*.docx"))


def test_a_report_that_cannot_be_used_is_left_out_of_a_folder(tmp_path: Path) -> None:
    put(tmp_path / "a.xlsx", of_year(2024))
    put(tmp_path / "last/good.xlsx", of_year(2023))
    (tmp_path / "last/bad.xlsx").write_bytes(b"%PDF")
    status, not_run, said = check(tmp_path, "a.xlsx", "--previous", "last")
    assert (status, "Y501" in not_run) == (2, False)
    assert "bad.xlsx”不能用：这是 PDF 文件" in said
    assert "good.xlsx" not in said


@pytest.mark.parametrize(
    "command", ["build a.xlsx", "archive a.xlsx --into d", "mail m --into d", "new --roster r.csv"]
)
def test_every_command_ends_with_2_where_a_report_of_the_folder_is_left_out(
    tmp_path: Path, command: str
) -> None:
    put(tmp_path / "a.xlsx", of_year(2024))
    put(tmp_path / "last/good.xlsx", of_year(2023))
    (tmp_path / "r.csv").write_text("name,kind,parent\n永宁市档案局,政府部门,\n", "utf-8")
    write_mails(tmp_path / "m", mail())
    words = [*command.split(), "--previous", "last"]
    if command.startswith("new"):
        words += ["--year", "2024", "-o", "h"]
    assert run(*words, cwd=tmp_path).returncode == 0
    (tmp_path / "last/bad.xlsx").write_bytes(b"%PDF")
    more = {"build": "--force", "new": "--force"}.get(words[0])
    assert run(*words, *filter(None, [more]), cwd=tmp_path).returncode == 2


def test_a_report_that_has_vanished_is_the_reason() -> None:
    entry = previous.LastYearFile("nowhere.json", "", None, "")
    _, reason = previous.Previous(only=entry).of(replace(report(), agency=Agency()))
    assert reason.startswith("上年报告“nowhere.json”读不出来了：没有这个文件")


def test_an_entry_names_the_file_that_cannot_be_used(tmp_path: Path) -> None:
    told = previous.entry(str(tmp_path / "nowhere.xlsx"))
    assert isinstance(told, str)
    assert "nowhere.xlsx" in told
    assert "没有这个文件" in told


@pytest.mark.parametrize("year", [2021, 2022, 2024, 2025])
def test_a_report_of_another_year_than_the_last_is_not_compared(year: int) -> None:
    outcome = checking.check(report(2024), of_data(of_year(year), "last.xlsx"))
    reason = outcome.rules.not_run["Y501"]
    assert reason == f"提供的是 {year} 年度的报告，不是 2024 年度的上年报告"
    last = checking.check(report(2024), of_data(of_year(2023), "last.xlsx"))
    assert "Y501" not in last.rules.not_run


@pytest.mark.parametrize("year", [2021, 2022, 2024])
def test_in_a_folder_of_other_years_none_is_taken_for_the_last(tmp_path: Path, year: int) -> None:
    put(tmp_path / "a.xlsx", of_year(year))
    last, reason = found(tmp_path, report(2024))
    assert last is None
    assert "没有“永宁市档案局”2023 年度的" in reason


def test_a_previous_report_that_fits_nothing_is_told_of_without_v(tmp_path: Path) -> None:
    put(tmp_path / "a.xlsx", of_year(2024))
    put(tmp_path / "last.xlsx", of_year(2022))
    done = run("check", "a.xlsx", "--previous", "last.xlsx", cwd=tmp_path)
    assert "“a.xlsx”没有用上 --previous：提供的是 2022 年度的报告" in done.stderr


def test_a_previous_report_that_fits_is_not_told_of(tmp_path: Path) -> None:
    put(tmp_path / "a.xlsx", of_year(2024))
    put(tmp_path / "last.xlsx", of_year(2023))
    assert run("check", "a.xlsx", "--previous", "last.xlsx", cwd=tmp_path).stderr == ""


@pytest.mark.parametrize(
    ("given", "kept"),
    [
        ("工a 公b", "a"),
        ("公a 公b", "a b"),
        ("公a 工b 工c", "b c"),
        ("工a 工a", "a"),
        ("公a", "a"),
    ],
)
def test_what_was_published_of_a_report_counts_where_nothing_else_is(given: str, kept: str) -> None:
    """工 stands for a workbook and 公 for a published report, the letter for what it holds."""
    entries = (
        previous.LastYearFile(f"{at}", "永宁市档案局", 2023, each[1], each[0] == "公")
        for at, each in enumerate(given.split())
    )
    (held,) = previous.index(entries).entries.values()
    assert [each.sha256 for each in held] == kept.split()
