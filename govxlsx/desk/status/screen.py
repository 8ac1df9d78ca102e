"""How a roster stands, as ``govxlsx status`` prints it."""

from govxlsx.desk.status import STATE_WORDS, Status, timing, told
from govxlsx.showing.screen import AMBER, Page, Screen, text_of

_TEXT_WIDTH = 120
_LABELS = ("机关", "类别", "状态", "报送日期", "期限", "情况")


def render(found: Status) -> str:
    """Return the status as text, for a file."""
    return text_of(lambda page: tell(page, found), Page(_TEXT_WIDTH))


def tell(page: Screen, found: Status) -> None:
    """Print the status: the sentence of it all, every body, and what belongs to none."""
    page.line(f"{found.year} 年度报告，截至 {found.on}", "bold")
    page.line(found.sentence)
    if found.other_years:
        years = "、".join(f"{year} 年度 {count} 份" for year, count in found.other_years)
        page.line(f"归档里没有这个年度的报送，有的是 {years}：用 --year 指定年度。", AMBER)
    wide = page.console.width >= _TEXT_WIDTH
    rows = (
        (
            *(each.body.name, *((each.body.kind,) if wide else ()), STATE_WORDS[each.state]),
            *(str(each.received or "—"), str(each.deadline), timing(each)),
        )
        for each in found.worst_first
    )
    labels = [each for each in _LABELS if wide or each != "类别"]
    page.table(labels, rows, fixed=("状态", "报送日期", "期限"))
    talked_of = [each for each in found.worst_first if each.sentences]
    if talked_of:
        page.line("退回和更正的：", "bold")
    for standing in talked_of:
        page.line(standing.body.name, indent=2)
        for sentence in standing.sentences:
            page.line(sentence, indent=4)
    for _, title, held in found.of_nobody:
        if held:
            page.line(f"{title}，{len(held)} 份：", f"bold {AMBER}")
        for each in held:
            page.line(told(each), indent=2)
