"""A third edition, added as anybody would add one: a module beside the others, found by its name.

The module is ``edition_2027/form_2027.py``; nothing else is told of it.
"""

import copy
import io
import runpy
import zipfile
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from claims.test_every_figure_has_words import unspoken
from openpyxl import Workbook, load_workbook
from reports import Figures, balanced, figures, made, put, read

import govxlsx.form.editions as forms
from govxlsx.checking import check
from govxlsx.checking.catalogue import rule, rules
from govxlsx.checking.finding import Outcome
from govxlsx.commands.new import new
from govxlsx.desk.compare import compare
from govxlsx.form import layout
from govxlsx.form.editions import edition_by_id, edition_of_year, editions
from govxlsx.form.editions.model import Edition
from govxlsx.reading import own
from govxlsx.report.interchange import Interchange
from govxlsx.template import workbook
from govxlsx.word import deliver

HERE = Path(__file__).parent
DISPUTES = "四、行政争议"
NEW_ROW = "applications.other.withdrawn.total"


@pytest.fixture(autouse=True)
def _third_edition() -> Iterator[None]:
    forms.__path__.append(str(HERE / "edition_2027"))
    _forget()
    yield
    forms.__path__.pop()
    _forget()


def _forget() -> None:
    """Forget what depends on which editions there are: no process meets a new one."""
    forms.registry.cache_clear()
    own.words.cache_clear()
    own._demands.cache_clear()


def report(edition: str, year: int, **changes: Figures) -> Interchange:
    given = Interchange(edition, year, balanced("2021").agency, figures(edition))
    given = replace(given, narrative=balanced("2021").narrative)
    return replace(given, figures={**given.figures, **changes.get("figures", {})})


def examined(content: bytes, previous: bytes | None = None) -> Outcome:
    return check(read(content), read(previous) if previous is not None else None)


def test_the_editions_follow_one_another() -> None:
    before, later = edition_of_year(2026), [each for each in editions() if each.first_year > 2027]
    mine = edition_by_id("2027")
    assert before is not None
    assert before.last_year == 2026
    assert mine.supersedes[-1] == before
    assert mine.last_year == (later[0].first_year - 1 if later else None)


@pytest.mark.parametrize(("edition", "year"), [("2019", 2020), ("2021", 2026), ("2027", 2027)])
def test_each_workbook_is_judged_by_its_own_edition(edition: str, year: int) -> None:
    given = read(made(report(edition, year)))
    assert (given.edition, given.year, given.remarks) == (edition, year, ())
    assert examined(made(report(edition, year))).findings == ()


def test_the_template_has_the_new_row_and_the_new_names() -> None:
    book = load_workbook(io.BytesIO(workbook(edition_by_id("2027"))))
    assert DISPUTES in book.sheetnames
    place = layout.places("2027")[NEW_ROW]
    row = place.cell.removeprefix("J")
    assert book[place.sheet][f"C{row}"].value == "3.申请人主动撤回申请"
    assert book[layout.GUIDE]["B4"].value == "2027.2"


def test_faults_are_found_in_the_new_row_and_the_renamed_sheet() -> None:
    place = layout.places("2027")[NEW_ROW]
    wrong = {place.cell: 99}
    outcome = examined(made(report("2027", 2027), put(place.sheet, **wrong)))
    assert {(each.code, each.cell) for each in outcome.findings} >= {("S301", place.cell)}
    total = layout.places("2027")["proceedings.reconsideration.total"]
    outcome = examined(made(report("2027", 2027), put(DISPUTES, **{total.cell: 99})))
    assert [(each.code, each.sheet) for each in outcome.findings] == [("S304", DISPUTES)]


def test_a_missing_sheet_is_named_as_its_edition_names_it() -> None:
    def without(book: Workbook) -> None:
        del book[DISPUTES]

    found = examined(made(report("2027", 2027), without)).findings
    assert [DISPUTES in each.message for each in found if each.code == "W111"] == [True]


def test_a_sheet_that_is_called_as_in_another_edition_is_renamed() -> None:
    def rename(book: Workbook) -> None:
        book["四、复议诉讼"].title = DISPUTES

    found = examined(made(report("2021", 2026), rename)).findings
    assert [(each.code, each.sheet) for each in found] == [("W113", DISPUTES)]


def test_the_former_form_is_wrong_in_2027() -> None:
    found = examined(made(report("2021", 2027))).findings
    assert "W122" in {each.code for each in found}


def test_a_document_has_the_new_row() -> None:
    data = deliver(read(made(report("2027", 2027))))
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        text = package.read("word/document.xml").decode()
    assert "3.申请人主动撤回申请" in text
    assert "国办公开办函〔2021〕30号" not in text


def test_last_year_is_compared_across_the_change() -> None:
    last = made(report("2021", 2026, figures={"applications.carried_out.total": 77}))
    codes = [each.code for each in examined(made(report("2027", 2027)), last).findings]
    assert "Y501" in codes
    assert "Y501" in examined(made(report("2027", 2027)), last).rules.broken


def test_a_template_takes_over_what_last_year_hands_on(tmp_path: Path) -> None:
    last, this = tmp_path / "2026.xlsx", tmp_path / "2027.xlsx"
    last.write_bytes(made(report("2021", 2026)))
    new(year=2027, previous=last, output=this)
    given = read(this.read_bytes())
    assert given.edition == "2027"
    assert given.figures["applications.carried_in.natural_person"].value == 2


def test_two_editions_stand_side_by_side() -> None:
    given = compare((read(made(report("2021", 2026))), read(made(report("2027", 2027)))))
    (line,) = (each for each in given.lines if each.field == NEW_ROW)
    assert [each.absent for each in line.amounts] == [True, False]
    assert len([each for each in given.lines if each.field.endswith("documents.in_force")]) == 1


def test_the_vocabulary_is_told_to_lack_words_for_the_new_row() -> None:
    assert unspoken(edition_by_id("2027")) == [NEW_ROW]


def test_rules_follow_what_the_form_has() -> None:
    applying = {each.code for each in rules() if each.applies_to(edition_by_id("2027"))}
    assert {"L401", "L402", "L405", "N706", "N709", "Y502"} <= applying
    assert applying.isdisjoint({"L404", "L406", "L407", "L408", "L409", "N713"})
    assert {"2019", "2021", "2027"} & set(rule("L405").editions) == {"2021", "2027"}


def test_the_superseded_basis_is_named() -> None:
    told = {"preamble": "根据国办公开办函〔2021〕30号要求编制。"}
    given = report("2027", 2027)
    given = replace(given, narrative={**given.narrative, **told})
    (found,) = (each for each in examined(made(given)).findings if each.code == "N706")
    assert "2021 至 2026 年度" in found.message
    assert "国办公开办函〔2027〕9号" in found.fix


def _first_revision(book: Workbook) -> None:
    book["二、主动公开"]["D4"] = "年末有效件数"
    book[layout.GUIDE]["B4"] = "2027.1"


def test_a_workbook_handed_out_before_the_new_edition_says_what_the_form_says() -> None:
    known = forms.edition_by_id("2021")
    before = workbook(replace(known, last_year=None, revision=1), report("2021", 2026))
    assert before != workbook(known, report("2021", 2026))
    assert examined(before).findings == ()


def test_a_workbook_handed_out_with_the_old_label_stays_readable() -> None:
    content = made(report("2027", 2027), _first_revision)
    assert [each.code for each in examined(content).findings] == ["W123"]
    assert read(content).figures["disclosure.normative_documents.in_force"].value == 9


LABELS = runpy.run_path(str(HERE.parent / "tools" / "make_labels.py"))


def _relabelled(edition: Edition, label: str, *aliases: str, revision: int) -> Edition:
    """Return an edition with another label over its first column."""
    table = edition.tables[0]
    first, *others = table.blocks[0].columns
    columns = (replace(first, label=label, aliases=aliases), *others)
    block = copy.copy(table.blocks[0])
    changed = replace(block, columns=columns)
    tables = (replace(table, blocks=(changed, *table.blocks[1:])), *edition.tables[1:])
    return replace(edition, tables=tables, revision=revision)


def test_a_changed_label_asks_for_a_revision_and_an_alias() -> None:
    edition, faults = edition_by_id("2021"), LABELS["faults"]
    record = LABELS["recorded"]()
    assert list(faults(edition, record)) == []
    (fault,) = faults(_relabelled(edition, "制发件数", revision=1), record)
    assert "revision=2" in fault
    later = _relabelled(edition, "制发件数", revision=2)
    record["2021.2"] = LABELS["labels"](later)
    (fault,) = faults(later, record)
    assert "本年制发件数" in fault
    kept = _relabelled(edition, "制发件数", "本年制发件数", revision=2)
    assert list(faults(kept, record)) == []
