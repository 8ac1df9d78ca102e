"""The receipt of a filing, and what was filed by a code so far."""

from collections.abc import Sequence

from govxlsx.desk.archive.receipts import Receipt
from govxlsx.desk.naming import TITLE
from govxlsx.report.identity import year_told
from govxlsx.showing.page.markup import Element, tag
from govxlsx.showing.page.words import facts, row, scrolled

_COLUMNS = ("编号", "收到时间", "年度", "文件", "SHA-256")


def receipt(given: Receipt, owed: int | None) -> Element:
    """Return the receipt, to be printed; ``owed`` is the year of the report that has not come."""
    still = "" if owed is None else f"{owed} 年度的报告还没有收到，请另外报送。"
    return tag(
        "section",
        tag("h2", "回执"),
        facts(
            ("机关", given.filing.body),
            ("报告", f"{year_told(given.year)}{TITLE}"),
            ("文件", given.filing.name),
            ("编号", f"第 {given.number} 号"),
            ("收到时间", moment(given)),
            ("SHA-256", _digest(given)),
        ),
        tag("p", "报告已经收到并归档。请打印或保存这一页。", class_="note"),
        *((tag("p", still, class_="warning note"),) if still else ()),
        tag("p", tag("button", "打印", type="button", data_print=True, hidden=True)),
        class_="receipt",
    )


def moment(given: Receipt) -> str:
    """Return when a filing was received."""
    offset = f"{given.seen:%z}"
    zone = "北京时间" if offset == "+0800" else f"UTC{offset[:3]}:{offset[3:]}"
    return f"{given.seen:%Y年%m月%d日 %H:%M:%S}（{zone}）"


def _digest(given: Receipt) -> Element:
    return tag("span", given.sha256, class_="digest")


def history(held: Sequence[Receipt]) -> Element:
    """Return what was filed by a code, the last one first."""
    if not held:
        return tag("p", "用这个编码还没有报送过。")
    rows = (
        row(
            f"第 {each.number} 号",
            (moment(each), str(each.year or "不明"), each.filing.name, _digest(each)),
        )
        for each in reversed(held)
    )
    caption = f"用这个编码报送的，共 {len(held)} 份，最后的在前"
    table = scrolled("报送记录，可左右滚动", caption, _COLUMNS, rows, "history")
    return tag("section", tag("h2", "报送记录"), table)
