"""The workbooks that tests are made of are read as those that the template makes."""

import random
from dataclasses import replace
from decimal import Decimal
from io import BytesIO

from openpyxl import load_workbook
from printing import Value, printed
from reports import (
    AGENCY,
    APPLICATIONS,
    NARRATIVE,
    balanced,
    both,
    check_of,
    figures,
    made,
    put,
    read,
)

from govxlsx.form.editions import edition_by_id
from govxlsx.report.interchange import Interchange
from govxlsx.template import workbook


def assert_read_alike(data: Interchange) -> None:
    mine = printed(data, figures(data.edition))
    theirs = workbook(edition_by_id(data.edition), data)
    assert mine != theirs
    assert replace(read(mine), sha256="") == replace(read(theirs), sha256="")


@both
def test_figures_are_put_where_the_template_writes_them(edition: str) -> None:
    chance = random.Random(int(edition))
    values = (None, 0, 7, 3_000_000, "约30", "/", "3（其中1件）", " 5 ", Decimal("0.5"))
    changes = {each: chance.choice(values) for each in chance.sample([*figures(edition)], 40)}
    assert_read_alike(balanced(edition, figures=changes))


@both
def test_lines_are_put_where_the_template_writes_them(edition: str) -> None:
    texts = {
        "preamble": "前言。\n全年 <12> 件 & 更多。",
        "overview": f"{NARRATIVE['overview']}\n{NARRATIVE['overview']}",
        "other": "overview1",
    }
    agency = replace(
        AGENCY, name="某县某局 & 处", website="", phone="0123", email=" a@b ", address="x"
    )
    assert_read_alike(balanced(edition, narrative=texts, agency=agency, notes={"三": "备注。"}))


@both
def test_cells_are_put_where_openpyxl_writes_them(edition: str) -> None:
    content = made(balanced(edition))
    edit = put(APPLICATIONS, **CELLS)
    quickly = edit.into(content)
    book = load_workbook(BytesIO(content))
    edit(book)
    slowly = BytesIO()
    book.save(slowly)
    assert quickly is not None
    assert _told(quickly) == _told(slowly.getvalue())
    assert _values(quickly) == _values(slowly.getvalue())


VALUES: tuple[Value, ...] = (7, -1.5, True, "约30 <件>", "#REF!", '=D6&"<"', None)
CELLS = {
    f"{column}{row + place}": value
    for column, row in (("J", 6), ("L", 6), ("K", 40), ("XFD", 60))
    for place, value in enumerate(VALUES)
}
"""What is put into cells of part three: in the table, beside it, below it, far away."""


def _told(content: bytes) -> list[tuple[str, str | None, str]]:
    return [(each.code, each.cell, each.message) for each in check_of(content).findings]


def _values(content: bytes) -> dict[str, object]:
    """Return the values of part three's table, and of the cells."""
    sheet = load_workbook(BytesIO(content))[APPLICATIONS]
    values = {each.coordinate: each.value for row in sheet.iter_rows(max_col=12) for each in row}
    found = values | {each: sheet[each].value for each in CELLS}
    return {place: value for place, value in found.items() if value is not None}
