"""The letters and drafts of a day, to be fetched."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from govxlsx.serve.desk_jobs import View
from govxlsx.serve.pages.desk import query
from govxlsx.showing.page.markup import Child, Element, tag
from govxlsx.showing.page.words import row, scrolled

_COLUMNS = ("机关", "通知", "信（Word）", "邮件草稿")


def content(view: View, found: Sequence[tuple[str, str]]) -> Iterator[Child]:
    """Yield the parts of the page; ``found`` are bodies and the kinds of their notices."""
    if view.roster is None:
        yield tag("p", "没有名册（--roster），不知道给谁写通知。", class_="note")
        return
    if not found:
        yield tag("p", f"截至 {view.on}，没有未报的，也没有退回的，不用发通知。")
        return
    yield tag("p", f"截至 {view.on}，要通知的机关 {len(found)} 个。请核对后发送，这里什么也不发。")
    every = tag("a", "全部下载（zip）", href=f"/desk/notices.zip{query(view)}", class_="button")
    yield tag("p", every)
    rows = (_row(view, *each) for each in found)
    yield scrolled("通知，可左右滚动", "按名册的顺序", _COLUMNS, rows, "files")


def _row(view: View, body: str, kind: str) -> Element:
    return row(body, (kind, *(_link(view, body, kind, each) for each in ("docx", "eml"))))


def _link(view: View, body: str, kind: str, suffix: str) -> Element:
    words = "下载信" if suffix == "docx" else "下载草稿"
    address = f"/desk/notice/{suffix}{query(view, name=body)}"
    return tag("a", words, href=address, aria_label=f"{words}：{body}{kind}")
