"""LibreOffice recalculates filled templates: what 校验 then shows agrees with ``check``.

One call of LibreOffice converts every workbook; a fresh profile makes it recalculate on loading.
"""

import random
from dataclasses import replace
from decimal import Decimal
from io import BytesIO
from zipfile import ZipFile

import pytest
from command import ROOT
from office import converted
from openpyxl import load_workbook
from reports import YEAR, Figures, balanced, figures, read

from govxlsx.checking import check
from govxlsx.form.control import BLANK, CORRECT, UNCOMPUTED, WRONG
from govxlsx.form.editions import edition_by_id
from govxlsx.report.figure import State
from govxlsx.report.interchange import Interchange, parse
from govxlsx.report.model import Report
from govxlsx.template import workbook
from govxlsx.template.values import entries

EXAMPLES = sorted((ROOT / "examples").glob("*/data.json"))
MUTATED = [(edition, seed) for edition in YEAR for seed in range(4)]
NAMES = [*(path.parent.name for path in EXAMPLES), *(f"{e}-{s}" for e, s in MUTATED)]
FIRST_LINE, FIRST_SUM = 5, 14
Rows = list[tuple[object, ...]]
NUMBERS = frozenset({State.NUMBER, State.BLANK})

RECALCULATE = """<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry">
<item oor:path="/org.openoffice.Office.Calc/Formula/Load">
<prop oor:name="OOXMLRecalcMode" oor:op="fuse"><value>0</value></prop>
</item>
</oor:items>
"""


def mutated(edition: str, seed: int) -> Interchange:
    """Return a small report with some figures changed, blanked, made text, or left to formulas.

    The seeds together leave each entry once blank and once filled in, each with either year.
    """
    chance = random.Random(f"{edition} {seed}")
    data: Figures = figures(edition)
    summed = [each for each in data if not each.startswith("disclosure.")]
    for field in chance.sample(summed, 9):
        data[field] = chance.choice((None, 3, 12, -4, 700, Decimal("1.5"), "约30", "#REF!", "—"))
    if seed % 2:
        totals = [each for each in summed if each in edition_by_id(edition).parts_of_total]
        for field in chance.sample(totals, 8):
            del data[field]
    report = balanced(edition)
    agency = replace(
        report.agency,
        name=("某局", "", "\u3000 ")[seed % 3],
        kind=(report.agency.kind, "", "某类", "")[seed % 4],
    )
    year = (report.year, 2015)[seed // 2]
    narrative = {
        key: text if (seed + place) % 2 else ""
        for place, (key, text) in enumerate(report.narrative.items())
    }
    if seed % 3 == 1:
        narrative["overview"] = "\n".join(edition_by_id(edition).parts[0].aspects)
    return Interchange(edition, year, agency, data, narrative)


@pytest.fixture(scope="module")
def workbooks() -> dict[str, bytes]:
    """The filled templates by name."""
    data = [parse(path.read_bytes()) for path in EXAMPLES]
    data += [mutated(edition, seed) for edition, seed in MUTATED]
    books = (workbook(edition_by_id(each.edition), each) for each in data)  # with their own results
    return dict(zip(NAMES, books, strict=True))


def outdated(content: bytes) -> bytes:
    """Return a workbook with other stored verdicts, which only a recalculation makes good."""
    stream = BytesIO()
    with ZipFile(BytesIO(content)) as old, ZipFile(stream, "w") as new:
        for item in old.infolist():
            part = old.read(item)
            for verdict in (CORRECT, WRONG, UNCOMPUTED, BLANK):
                part = part.replace(f"<v>{verdict}</v>".encode(), "<v>旧</v>".encode())
            new.writestr(item, part)
    return stream.getvalue()


@pytest.fixture(scope="module")
def recalculated(
    workbooks: dict[str, bytes], tmp_path_factory: pytest.TempPathFactory
) -> dict[str, Rows]:
    """What 校验 shows in the same workbooks as LibreOffice saves them after recalculation."""
    folder = tmp_path_factory.mktemp("libreoffice")
    user = folder / "profile" / "user"
    user.mkdir(parents=True)
    (user / "registrymodifications.xcu").write_text(RECALCULATE, encoding="utf-8")
    books = {name: outdated(content) for name, content in workbooks.items()}
    return {name: control(content) for name, content in converted(folder, "xlsx", books).items()}


def control(content: bytes) -> Rows:
    """Return the values of 校验 by row, from the first line of what must be filled in on."""
    sheet = load_workbook(BytesIO(content), read_only=True, data_only=True)["校验"]
    return [*sheet.iter_rows(min_row=FIRST_LINE, max_col=8, values_only=True)]


def shown(rows: Rows, report: Report) -> dict[tuple[str, str], tuple[object, ...]]:
    """Return what 校验 shows of each sum, by code and field: found, expected, result."""
    lines = [row for row in rows[FIRST_SUM - FIRST_LINE :] if row[0] is not None]
    for row, each in zip(lines, report.form.sums, strict=True):
        assert f"{row[1]}!{row[7]}" == str(report.figures[each.field].at)
    return {
        (each.code, each.field): (row[3], row[4], row[6])
        for row, each in zip(lines, report.form.sums, strict=True)
    }


def said_of_filling(rows: Rows) -> Rows:
    """Return what 校验 says of what must be filled in: found, expected, difference, result."""
    return [row[3:7] for row in rows[: FIRST_SUM - FIRST_LINE]]


def expected(report: Report) -> dict[tuple[str, str], str]:
    """Return what ``check`` says of each sum, by code and field.

    The sheet computes with numbers only: where the program reads a number from a text, the sheet
    says that it has not computed. What it shows of a total that waits for a part is not compared:
    a spreadsheet passes over what is no number.
    """
    wrong = {(each.code, each.field) for each in check(report).findings}
    verdicts = {}
    for each in report.form.sums:
        computed = all(report.figures[field].state in NUMBERS for field in each.fields)
        typed = (report.figures[field] for field in entries(report.form, each))
        blank = all(figure.value is None for figure in typed)
        verdict = BLANK if blank else CORRECT
        if (each.code, each.field) in wrong:
            verdict = WRONG
        verdicts[each.code, each.field] = verdict if computed else UNCOMPUTED
    return verdicts


@pytest.mark.parametrize("name", NAMES)
def test_the_control_sheet_agrees_with_check(
    name: str, workbooks: dict[str, bytes], recalculated: dict[str, Rows]
) -> None:
    report = read(workbooks[name])
    lines = shown(recalculated[name], report)
    waiting = {
        (each.code, each.field)
        for each in report.form.sums
        if any(report.figures[field].state is State.WAITING for field in each.fields)
    }
    shown_of = {key: line[2] for key, line in lines.items() if key not in waiting}
    assert shown_of == {key: told for key, told in expected(report).items() if key not in waiting}
    for finding in check(report).findings:
        line = lines.get((finding.code, str(finding.field)), (None, None, UNCOMPUTED))
        if line[2] != UNCOMPUTED:
            assert line[:2] == (finding.found or 0, finding.expected)


@pytest.mark.parametrize("name", NAMES)
def test_what_must_be_filled_in_is_as_it_was_stored(
    name: str, workbooks: dict[str, bytes], recalculated: dict[str, Rows]
) -> None:
    lines = said_of_filling(recalculated[name])
    assert lines == said_of_filling(control(workbooks[name]))
    report = read(workbooks[name])
    written = [bool(report.narrative.get(part)) for part in ("overview", "problems", "other")]
    assert [lines[row][3] == CORRECT for row in (3, 7, 8)] == written
    assert (lines[0][3] == CORRECT) == bool(report.agency.name)


def test_the_mutated_workbooks_show_every_verdict(workbooks: dict[str, bytes]) -> None:
    said = {
        verdict for content in workbooks.values() for verdict in expected(read(content)).values()
    }
    assert said - {BLANK} == {CORRECT, WRONG, UNCOMPUTED}
