"""What stands above the figures decides what they are; where it says otherwise, that is told."""

from collections.abc import Callable
from copy import deepcopy

import pytest
from reports import balanced

from govxlsx.published.comparison import differences
from govxlsx.report.model import Notice
from published import replicas
from published.reading import codes, differing, figures, read, untold
from published.replicas import Cell, Page

DATA = balanced("2021", year=2024)
GROUPS = ("行政复议", "未经复议直接起诉", "复议后起诉")
OUTCOMES = ("结果维持", "结果纠正", "其他结果", "尚未审结", "总计")


def renamed(old: str, new: str) -> str:
    return replicas.html(replicas.page(DATA)).replace(old, new)


@pytest.mark.parametrize(
    ("old", "new", "fields"),
    [
        ("商业企业", "国有企业", 25),
        ("本年处理决定数量", "上年处理决定数量", 3),
        ("本年制发件数", "累计公开数", 2),
        ("结果纠正", "撤回申请", 3),
        ("未经复议直接起诉", "行政赔偿", 5),
    ],
)
def test_a_column_called_otherwise_is_told(old: str, new: str, fields: int) -> None:
    found = read(renamed(old, new))
    assert codes(found) == {"I118"}
    told = [each for each in found.report.remarks if each.notice is Notice.COLUMN_OTHERWISE]
    assert {each.words["label"] for each in told} == {new}
    assert sum(len(each.fields) for each in told) == fields
    said = [each.sentence for each in differences(found, found.report)]
    assert any(each.startswith("列名：公布的") and f"“{new}”" in each for each in said)


@pytest.mark.parametrize("new", ["合计", "总 计", "总计（件）"])
def test_another_word_for_a_column_is_not_told(new: str) -> None:
    found = read(renamed(">总计<", f">{new}<"))
    assert (codes(found), differing(found, DATA)) == (set(), {})


@pytest.mark.parametrize(
    ("old", "new", "field"),
    [
        ("单位：万元", "单位：百万元", "disclosure.fees.amount"),
        ("单位：万元", "单位：亿元", "disclosure.fees.amount"),
        ("单位：万元", "元", "disclosure.fees.amount"),
        ("本年处理决定数量", "本年处理决定数量（万件）", "disclosure.penalties.decisions"),
    ],
)
def test_figures_in_another_unit_are_left_unread(old: str, new: str, field: str) -> None:
    found = read(renamed(old, new))
    assert codes(found) == {"I101"}
    assert found.report.figures[field].value is None


def total_first(page: Page) -> None:
    rows = page.tables["applications"][0]
    rows[1].insert(0, rows[1].pop())
    for row in rows[3:]:
        first = next(at for at, cell in enumerate(row) if cell.field)
        row.insert(first, row.pop())


def cut(page: Page) -> None:
    replicas.split(page, "applications", 5)


def cut_label(page: Page) -> None:
    """A page cuts a row; the header stands again above its rest."""
    head = deepcopy(page.tables["applications"][0][:3])
    replicas.split(page, "applications", 8)
    above, below = page.tables["applications"]
    label = next(cell for cell in below[0] if cell.text.startswith("2.其他"))
    for row in above:
        for cell in row:
            cell.rows += cell.text.startswith(("三、", "（三）"))
    above.append([Cell(label.text[:6]), *(deepcopy(cell) for cell in below[0] if cell.field)])
    label.text = label.text[6:]
    for cell in below[0]:
        cell.text = "" if cell.field else cell.text
    below[:0] = head


def labelled(page: Page) -> None:
    """Part four as three rows of five, each behind its label."""
    figures = page.tables["proceedings"][0][-1]
    rows = [[Cell(name), *figures[5 * at : 5 * at + 5]] for at, name in enumerate(GROUPS)]
    page.tables["proceedings"] = [[[Cell("类别"), *map(Cell, OUTCOMES)], *rows]]


def counted(page: Page) -> None:
    rows = page.tables["proceedings"][0]
    rows[0].insert(0, Cell("项目", 3))
    rows[-1].insert(0, Cell("数量（件）"))


def row_below(page: Page) -> None:
    """Word ends a table whose columns are not aligned with a row of nothing."""
    page.tables["proceedings"][0].append([Cell("") for _ in range(15)])


def boxed(page: Page) -> None:
    """Every figure is in a box of its own, with nothing above and below it."""
    for piece in page.tables["applications"]:
        for at in range(len(piece) - 1, 2, -1):
            fields = [cell for cell in piece[at] if cell.field]
            for cell in piece[at]:
                cell.rows *= 3
            above, held, below = ([Cell(cell.text) for cell in fields] for _ in range(3))
            for cell in (*above, *below):
                cell.text = ""
            piece[at] = [cell for cell in piece[at] if not cell.field] + above
            piece[at + 1 : at + 1] = [held, below]


@pytest.mark.parametrize(
    "shape", [total_first, cut_label, labelled, counted, row_below, boxed, "total first, cut"]
)
def test_a_shape_is_read_whole(shape: Callable[[Page], None] | str) -> None:
    page = replicas.page(DATA)
    for change in (total_first, cut) if isinstance(shape, str) else (shape,):
        change(page)
    found = read(replicas.html(page))
    assert differing(found, DATA) == {}
    assert codes(found) <= {"I109"}


def test_a_figure_that_a_page_cuts_is_left_unread() -> None:
    page = replicas.page(DATA)
    cut_label(page)
    above, below = page.tables["applications"]
    first, label = above[-1][0], next(each for each in below[3] if "法规" in each.text)
    whole = first.text + label.text
    first.text, label.text = whole[:2], whole[2:]
    for cell in below[3][below[3].index(label) + 1 :]:
        cell.text = "7"
    found = read(replicas.html(page))
    assert codes(found) == {"I105"}
    assert untold(found, DATA) == {}


def test_a_table_of_totals_is_not_that_of_part_three() -> None:
    page = replicas.page(DATA)
    figures = page.tables["proceedings"][0][-1]
    rows = [[Cell(name), *figures[at::5]] for at, name in enumerate(OUTCOMES)]
    page.tables["proceedings"] = [[[Cell(""), *map(Cell, GROUPS)], *rows]]
    found = read(replicas.html(page))
    assert (codes(found), untold(found, DATA)) == ({"I103"}, {})


def test_a_count_with_a_fraction_is_none() -> None:
    page = replicas.page(DATA)
    cell = next(each for row in replicas.every_row(page) for each in row if each.field)
    cell.text = "6.272"
    assert codes(read(replicas.html(page))) == {"I105"}
    cell.text = "6.00"
    assert figures(read(replicas.html(page)))[cell.field] == 6
