"""What is remarked upon cells that nobody reads, or nobody sees: where, of what kind they are."""

from collections.abc import Collection, Iterable, Iterator

from govxlsx.addresses import Position, address, areas_text, column_letters, position
from govxlsx.form import layout
from govxlsx.reading.figures import may_be_figure
from govxlsx.report.figure import Figure
from govxlsx.report.model import Notice, Remark, Unread
from govxlsx.text import shortened, trim
from govxlsx.workbook import CellKind, Sheet

_MOST = 200
"""So many cells are listed."""

_AREAS = 5000
_NAMED = 6
"""So many rows or sheets are named."""

_QUOTED = 20
_MOST_QUOTED = 3

Remarked = tuple[Sheet, list[Position]]
"""A sheet and its cells that are remarked upon."""

_SHEET_TAB = "取消隐藏（右键点工作表标签，选“取消隐藏”）"
_LINES = "取消隐藏（选中两边相邻的行或列，右键选“取消隐藏”；筛选过的清除筛选）"
_COVERED = {"what": "有合并单元格盖住的内容，没有读取", "where": "取消合并单元格"}


def of_cells(notice: Notice, sheet: Sheet, cells: list[Position], **words: str) -> list[Remark]:
    """Return the remark upon cells of one sheet, [] where there are none."""
    if not cells:
        return []
    words = {"areas": areas_text(cells[:_AREAS]), "count": str(len(cells))} | words
    addresses = tuple(address(*at) for at in cells[:_MOST])
    return [Remark(notice, sheet.name, addresses, words=words)]


def of_sheet(
    sheet: Sheet,
    cells: list[Position],
    lines: tuple[list[Position], list[Position]],
    lost: list[Position],
    levels: Collection[Position],
) -> Iterator[Remark]:
    """Yield remarks upon unread cells of a sheet of the form.

    ``lines`` are those in rows and in columns that the form does not have, ``lost`` those that are
    not read because labels were not found, ``levels`` all that stand where a level does.
    """
    rows, columns = lines
    kinds = {
        Unread.ROWS: rows,
        Unread.COLUMNS: columns,
        Unread.LOST: lost,
        Unread.LEVELS: [at for at in cells if at in levels],
    }
    told = {at for each in kinds.values() for at in each}
    kinds[Unread.CELLS] = [at for at in cells if at not in told]
    for kind, found in kinds.items():
        upright = kind is Unread.COLUMNS
        named = _lines(sheet, columns if upright else rows, upright=upright)
        said = _said(sheet, found) if kind is Unread.CELLS else ""
        yield from of_cells(Notice.UNREAD, sheet, found, kind=kind, rows=named, said=said)


def _said(sheet: Sheet, cells: list[Position]) -> str:
    """Quote what stands in cells, if these are few."""
    texts = [trim(sheet.cells[at].text) for at in cells[: _MOST_QUOTED + 1]]
    quoted = "、".join(f"“{shortened(each, _QUOTED)}”" for each in texts)
    return f"（{quoted}）" if any(texts) and len(texts) <= _MOST_QUOTED else ""


def own_lines(
    cells: list[Position], used: Collection[Position], figures: Iterable[Figure]
) -> tuple[list[Position], list[Position]]:
    """Return the unread cells in rows, and in columns, amid a table that the form does not have.

    Nothing of such a row was ``used``, and no figure of such a column. ``figures`` are the table's:
    where one was not found, any line may be the one that it stands in.
    """
    found = [each.at for each in figures]
    places = [position(at.cell) for at in found if at is not None]
    if len(places) < len(found) or not places:
        return [], []
    read, taken = {row for row, _ in used}, {column for _, column in places}
    top, bottom = min(row for row, _ in places), max(row for row, _ in places)
    within = [at for at in cells if at[0] <= bottom and at[1] <= max(taken)]
    rows = [at for at in within if top < at[0] < bottom and at[0] not in read]
    columns = [at for at in within if min(taken) < at[1] and at[1] not in taken]
    return rows, [at for at in columns if at[0] >= layout.TABLE_TOP and at not in rows]


def _lines(sheet: Sheet, cells: Iterable[Position], *, upright: bool) -> str:
    """Name the rows, or the columns, in which cells stand: by address and first words in each."""
    named: dict[int, str] = {}
    for at in cells:
        cell, line = sheet.cells[at], at[upright]
        word = cell.kind is CellKind.TEXT and not may_be_figure(cell)
        if not named.get(line):
            named[line] = f"“{shortened(trim(cell.text), _QUOTED)}”" if word else ""
    one = "列" if upright else "行"
    told = [
        f"第 {column_letters(line) if upright else line + 1} {one}{name}"
        for line, name in named.items()
    ]
    more = f" 等 {len(told)} {one}" if len(told) > _NAMED else ""
    return "、".join(told[:_NAMED]) + more


def strange_sheets(found: list[Remarked], form: Iterable[Sheet]) -> Iterator[Remark]:
    """Yield the remark upon sheets that are none of the form's: several are one thing to do."""
    if not found:
        return
    names = [sheet.name for sheet, _ in found]
    formulas = (cell.formula for sheet in form for cell in sheet.cells.values() if cell.formula)
    asked = "1" if any(name in formula for formula in formulas for name in names) else ""
    kind = Unread.SHEET if len(found) == 1 else Unread.SHEETS
    words = {"kind": kind, "asked": asked, "sheets": str(len(found)), "said": ""}
    yield from _of_sheets(Notice.UNREAD, found, words)


def signatures(found: list[Remarked]) -> Iterator[Remark]:
    """Yield the remark upon signatures and dates beside the tables of all sheets."""
    if found:
        (first, cells), *_ = found
        named = (f"“{sheet.name}”的 {areas_text(cells)}" for sheet, cells in found)
        addresses = tuple(address(*at) for at in cells)
        yield Remark(Notice.SIGNED, first.name, addresses, words={"areas": "；".join(named)})


def hidden_sheets(found: list[Remarked], *, read: bool) -> Iterator[Remark]:
    """Yield the remark upon hidden sheets; ``read`` tells that they were read all the same."""
    if not found:
        return
    which = "这张工作表是" if len(found) == 1 else f"有 {len(found)} 张工作表是"
    how = "照常读取" if read else "没有读取"
    listed = "，有内容的是" if len(found) == 1 else ""
    words = {"what": f"{which}隐藏的，{how}{listed}", "where": _SHEET_TAB}
    yield from _of_sheets(Notice.HIDDEN, found, words)


def _of_sheets(notice: Notice, found: list[Remarked], words: dict[str, str]) -> Iterator[Remark]:
    """Yield one remark upon sheets: the cells are those of the first, the words name all."""
    (first, cells), *others = found
    for remark in of_cells(notice, first, cells, **words):
        if others:
            named = [f"“{sheet.name}”（{len(held)} 格）" for sheet, held in found]
            more = f" 等 {len(named)} 张" if len(named) > _NAMED else ""
            count = sum(len(held) for _, held in found)
            told = {"areas": "、".join(named[:_NAMED]) + more, "count": str(count)}
            yield Remark(notice, remark.sheet, remark.cells, words={**remark.words, **told})
        else:
            yield remark


def hidden_kind(sheet: Sheet, table: bool, covered: set[Position]) -> dict[str, str]:
    """Say what hides cells of a sheet of the form, whether they were read, and how to see them."""
    if not (sheet.hidden_rows or sheet.hidden_columns):
        return _COVERED
    read = "表里的数字照常读取，别的没有读取" if table else "没有读取"
    also = "；合并单元格盖住的，取消合并" if covered else ""
    return {"what": f"有隐藏的内容（{read}）", "where": f"{_LINES}{also}"}
