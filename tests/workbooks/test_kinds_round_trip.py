"""Saved by another program, a workbook gives the same report."""

import pytest
from office import converted
from openpyxl import Workbook

from workbooks import build, readers
from workbooks.build import APPLICATIONS


@pytest.fixture(scope="module")
def saved(tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    """Return workbooks after LibreOffice has opened and saved them, in one run of it."""
    given = {
        "2019": build.clean("2019"),
        "2021": build.clean("2021"),
        "sums2019": build.without_totals("2019"),
        "sums2021": build.without_totals("2021"),
        "odd": odd(),
    }
    return converted(tmp_path_factory.mktemp("office"), "xlsx:Calc MS Excel 2007 XML", given)


def odd() -> bytes:
    """Return a workbook with what programs store in ways of their own."""

    def change(book: Workbook) -> None:
        sheet = book[APPLICATIONS]
        sheet["D6"], sheet["E6"], sheet["F6"] = "１２", "—", True
        sheet["G6"], sheet["H6"] = "#REF!", "约30"
        sheet["I6"].value, sheet["I6"].number_format = 45_717, "yyyy-mm-dd"
        sheet["D7"], sheet["E7"] = "=1/0", "=0.1+0.2"
        sheet.row_dimensions[9].hidden = True
        copy = book.copy_worksheet(sheet)
        copy.title, copy.sheet_state = "去年", "hidden"

    return build.changed(build.clean(), change)


@build.BOTH
def test_libreoffice(saved: dict[str, bytes], edition: str) -> None:
    assert set(build.codes(build.same(saved[edition], edition))) == set()


def test_libreoffice_writes_the_usual_form(saved: dict[str, bytes]) -> None:
    assert [name for name, data in saved.items() if readers.all_usual(data)] == []


@build.BOTH
def test_libreoffice_calculates_the_sums(saved: dict[str, bytes], edition: str) -> None:
    report, outcome = build.examined(saved[f"sums{edition}"])
    assert build.values(report) == build.balanced(edition)
    assert outcome.status == "ok"
    assert build.codes(outcome) == []


def test_libreoffice_with_odd_cells(saved: dict[str, bytes]) -> None:
    _, before = build.examined(odd())
    _, after = build.examined(saved["odd"])

    def told(outcome: build.Outcome) -> set[tuple[str, str | None, str | None]]:
        return {
            (each.code, each.sheet, each.cell)
            for each in outcome.findings
            if each.code[0] != "S" and each.cell not in ("D7", "E7")
        }

    assert told(before) == told(after)
    found = {
        (each.code, cell)
        for each in after.findings
        if each.sheet == APPLICATIONS
        for cell in each.cells
    }
    assert {("V210", "D7"), ("V208", "E7")} <= found


@build.BOTH
def test_openpyxl(edition: str) -> None:
    outcome = build.same(build.changed(build.clean(edition), lambda book: None), edition)
    assert build.codes(outcome) == []


@build.BOTH
def test_openpyxl_drops_the_results_of_sums(edition: str) -> None:
    data = build.changed(build.without_totals(edition), lambda book: None)
    report, outcome = build.examined(data)
    assert build.values(report) == build.balanced(edition)
    assert set(build.codes(outcome)) == {"V212"}
