"""Who filled in a table, who checked it, when, and for whom: lines that people add beside it."""

from govxlsx.addresses import Position
from govxlsx.patterns import regex
from govxlsx.text import trim
from govxlsx.workbook import Cell, CellKind, Sheet

_WHO = (
    "(?:(?:单位|部门|科室|主要|分管|填报|填表|报送)*(?:负责人|领导|主管|经办人?|联系人|单位(?:名称|全称)?)"
    "|(?:填报?|填表|制表|编制|审核|复核|审定|审批|签发|报送|统计)(?:人|员|者|单位|机关|日期|时间)?|联系电话|电话|日期"
    "|(?:单位|机关)?(?:盖章|公章|签章|签字|签名|印章))"
)
_DATE = r"(?:20\d\d\s*[年./-]\s*\d{1,2}\s*[月./-]\s*\d{1,2}\s*日?|\s*年\s*月\s*日)"
_LINE = regex(
    rf"(?:\s*[（(]?{_WHO}(?:[（(]{_WHO}[）)])?(?:[:：][^:：]{{0,24}}?|[）)])\s*)+(?:{_DATE}\s*)?"
    rf"|[（(]?(?:20\d\d\s*年度|{_DATE})[）)]?"
    r"|(?:计量|金额)?单位[:：][件个宗份万元、，,/ ]{1,12}"
)
_NAME = regex("[\u4e00-\u9fff]{2,4}")
_LONGEST = 120


def of(sheet: Sheet, cells: list[Position]) -> list[Position]:
    """Return those of a sheet's unread cells that only sign, date or head a table.

    A name counts in the row of such a line, a date and a year stand for themselves.
    """
    lines = [at for at in cells if _is_line(sheet.cells[at])]
    rows = {row for row, _ in lines}
    beside = (at for at in cells if at[0] in rows and _NAME.fullmatch(trim(sheet.cells[at].text)))
    return sorted({*lines, *beside})


def _is_line(cell: Cell) -> bool:
    if cell.kind is CellKind.DATE:
        return True
    text = trim(cell.text)
    known = cell.kind is CellKind.TEXT and cell.formula is None and len(text) <= _LONGEST
    return known and _LINE.fullmatch(text) is not None
