"""Which sheet is which part of the form: by its title, else by its name."""

import pytest

from govxlsx.addresses import Position
from govxlsx.form import layout
from govxlsx.form.editions import edition_by_id
from govxlsx.reading.sheets import bind, is_this_form, recognised, what_it_is
from govxlsx.workbook.cells import Cell, CellKind, Sheet

EDITION = edition_by_id("2021")
OVERVIEW, DISCLOSURE, APPLICATIONS = EDITION.parts[:3]


def sheet(name: str, texts: dict[Position, str], *, hidden: bool = False) -> Sheet:
    cells = {at: Cell(CellKind.TEXT, text) for at, text in texts.items()}
    return Sheet(name, "", hidden, cells)


@pytest.mark.parametrize(
    ("at", "known"), [((7, 0), True), ((8, 0), False), ((0, 7), True), ((0, 8), False)]
)
def test_a_title_stands_in_the_first_eight_rows_and_columns(at: Position, known: bool) -> None:
    assert recognised(sheet("台账", {at: DISCLOSURE.title})) is known


def test_a_name_that_every_edition_has_is_a_title_only_as_the_first_text() -> None:
    assert recognised(sheet("台账", {(1, 0): layout.BASICS}))
    assert not recognised(sheet("台账", {(0, 0): "说明", (1, 0): layout.BASICS}))


@pytest.mark.parametrize("first", [{}, {(0, 0): "第一行"}], ids=["blank", "other words"])
@pytest.mark.parametrize("name", [layout.GUIDE, layout.CONTROL])
def test_what_names_the_parts_is_none_of_them(name: str, first: dict[Position, str]) -> None:
    bound = bind([sheet(name, {**first, (3, 0): DISCLOSURE.title})], EDITION)
    assert bound.sheets.keys() == {name}


def test_a_seen_sheet_goes_before_a_hidden_one_then_the_title_then_the_name() -> None:
    def chosen(*sheets: Sheet) -> str:
        return bind(sheets, EDITION).sheets[DISCLOSURE.key].name

    titled = {(0, 0): DISCLOSURE.title}
    official = sheet(DISCLOSURE.sheet, {})
    assert chosen(sheet("甲", titled, hidden=True), official) == DISCLOSURE.sheet
    assert chosen(official, sheet("甲", titled)) == "甲"
    assert chosen(sheet("甲", titled), sheet(DISCLOSURE.sheet, titled)) == DISCLOSURE.sheet
    assert chosen(sheet("甲", titled), sheet("乙", titled)) == "甲"


def test_two_parts_make_a_form() -> None:
    sheets = [sheet(each.sheet, {}) for each in (OVERVIEW, DISCLOSURE)]
    assert is_this_form(bind(sheets))
    assert not is_this_form(bind([*sheets[:1], sheet(layout.BASICS, {}), sheet("台账", {})]))


def test_where_the_title_of_a_missing_part_stands_goes_before_strange_sheets() -> None:
    rows = {(0, 0): DISCLOSURE.title, (20, 1): APPLICATIONS.title}

    def hint(*sheets: Sheet) -> str:
        names = (layout.BASICS, *(part.sheet for part in EDITION.parts))
        others = [each for each in names if each not in (DISCLOSURE.sheet, APPLICATIONS.sheet)]
        found = [*sheets, *(sheet(each, {}) for each in others), sheet("台账", {})]
        remarks = bind(found, EDITION).remarks
        return next(
            each.words["told"] for each in remarks if each.words["official"] == APPLICATIONS.sheet
        )

    assert f"“{DISCLOSURE.sheet}”的 B21 是它的标题" in hint(sheet(DISCLOSURE.sheet, rows))
    assert "不认识的表“台账”" in hint(sheet(DISCLOSURE.sheet, rows, hidden=True))


def test_of_two_equal_headings_the_first_counts() -> None:
    letters = sheet("表", {(2, 1): layout.TEXT_LABEL, (9, 1): layout.TEXT_LABEL}).lettering()
    assert letters.headings == {layout.TEXT_LABEL: (2, 1)}


@pytest.mark.parametrize(
    ("rows", "hidden", "case"),
    [
        ((0, 20), False, "together"),
        ((0, 20), True, "single"),
        ((0,), False, "single"),
    ],
)
def test_parts_below_each_other_are_told_where_they_are_seen(
    rows: tuple[int, ...], hidden: bool, case: str
) -> None:
    titles = zip(rows, (DISCLOSURE.title, APPLICATIONS.title), strict=False)
    found = sheet("台账", {(row, 0): title for row, title in titles}, hidden=hidden)
    assert what_it_is([found], bind([found]))[0] == case
