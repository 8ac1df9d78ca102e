"""The desk: who has submitted, who is late, what was returned; and what can be fetched."""

from collections.abc import Iterator, Sequence
from urllib.parse import urlencode

from govxlsx.desk.archive.correspondence import Received
from govxlsx.desk.archive.entry import Submission
from govxlsx.desk.status import Status
from govxlsx.desk.status.page import sections
from govxlsx.report.identity import name_told
from govxlsx.serve.desk_jobs import View
from govxlsx.showing.page.markup import Child, Element, tag
from govxlsx.showing.page.words import listed, row, scrolled

_COLUMNS = ("编号", "机关", "收到日期", "结果", "文件")
_NOTICE_COLUMNS = ("机关", "通知", "收件人", "信（Word）", "邮件草稿")

_FORMS = ("docx", "eml")


def query(view: View, **more: str) -> str:
    """Return the end of an address that keeps year and day."""
    return f"?{urlencode({'year': view.year, 'on': view.on.isoformat(), **more})}"


def content(
    view: View,
    status: Status,
    submissions: Sequence[Submission],
    mails: Sequence[Received],
    wrong: Sequence[tuple[str, int]],
    problem: str,
) -> Iterator[Child]:
    """Yield the parts of the page.

    ``submissions`` are told where there is no roster; ``mails`` are those in which something has to
    be decided, ``wrong`` how many wrong codes came from which address, ``problem`` why the roster's
    file cannot be used any more.
    """
    if problem:
        yield tag("p", problem, class_="warning note", role="alert")
    yield _look(view)
    if view.roster is None:
        yield tag("p", "没有名册（--roster），看不出谁没有报送。", class_="note")
        yield _submissions(submissions)
    else:
        yield tag("p", f"截至 {view.on}。{status.sentence}", class_="lead")
    yield listed(_fetch(view), "buttons")
    if view.roster is not None:
        yield from sections(status, lambda body: f"/desk/body{query(view, name=body.name)}")
    yield from _mails(mails)
    yield from _wrong(wrong)


def _look(view: View) -> Element:
    return tag(
        "form",
        tag(
            "p",
            tag("label", "报告年度", for_="year"),
            tag("input", type="number", id="year", name="year", min=2008, value=view.year),
            tag("label", "截至", for_="on"),
            tag("input", type="date", id="on", name="on", value=view.on.isoformat()),
            tag("button", "查看", type="submit"),
            class_="line-of-fields",
        ),
        method="get",
        action="/desk",
    )


def _fetch(view: View) -> Iterator[Element]:
    found = [("/desk/summary.xlsx", "下载汇总工作簿")]
    if view.roster is not None:
        found += [("/desk/notices", "退回和催报通知"), ("/desk/status.csv", "下载报送情况（CSV）")]
    for address, words in found:
        yield tag("a", words, href=f"{address}{query(view)}", class_="button")


def _submissions(held: Sequence[Submission]) -> Element:
    if not held:
        return tag("p", "这个年度还没有报送。")
    caption = f"这个年度的报送，共 {len(held)} 份，最后的在前"
    rows = map(_row, reversed(held))
    return tag(
        "section", tag("h2", "报送"), scrolled("报送，可左右滚动", caption, _COLUMNS, rows, "files")
    )


def _row(each: Submission) -> Element:
    link = tag("a", f"第 {each.id} 号", href=f"/desk/submission/{each.id}")
    verdict = "已接收" if each.accepted else "已退回"
    return row(link, (name_told(each.agency), str(each.counted_on), verdict, each.path))


def _mails(held: Sequence[Received]) -> Iterator[Element]:
    if held:
        yield tag("h2", f"邮件中要您看的（{len(held)}）")
        yield listed(map(_mail, reversed(held)))


def _mail(each: Received) -> str:
    sender, subject = each.sender or "（没有发件人）", each.subject or "（没有主题）"
    return f"{sender}《{subject}》：{each.unclear}。"


def _wrong(held: Sequence[tuple[str, int]]) -> Iterator[Element]:
    if held:
        yield tag("h2", "输错的编码和密码")
        yield tag("p", "从启动到现在，按地址；连着输错的要等一会儿才能再试。", class_="quiet")
        lines = (f"{address}：{count} 次" for address, count in held[:20])
        yield listed(lines)


def notices(view: View, found: Sequence[tuple[str, str, str]]) -> Iterator[Child]:
    """Yield the letters and drafts; ``found`` are bodies, the kinds of their notices, addresses."""
    if view.roster is None:
        yield tag("p", "没有名册（--roster），不知道给谁写通知。", class_="note")
        return
    if not found:
        yield tag("p", f"截至 {view.on}，没有未报的，也没有退回的，不用发通知。")
        return
    yield tag("p", f"截至 {view.on}，要通知的机关 {len(found)} 个。请核对后发送，这里什么也不发。")
    every = tag("a", "全部下载（zip）", href=f"/desk/notices.zip{query(view)}", class_="button")
    yield tag("p", every)
    rows = (
        row(body, (kind, to or "没有邮箱", *(_download(view, body, kind, each) for each in _FORMS)))
        for body, kind, to in found
    )
    yield scrolled("通知，可左右滚动", "按名册的顺序", _NOTICE_COLUMNS, rows, "files")


def _download(view: View, body: str, kind: str, suffix: str) -> Element:
    words = "下载信" if suffix == "docx" else "下载草稿"
    address = f"/desk/notice/{suffix}{query(view, name=body)}"
    return tag("a", words, href=address, aria_label=f"{words}：{body}{kind}")
