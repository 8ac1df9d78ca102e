"""What of a mail only the operator can decide, and the list of it (须人工处理.csv).

Nothing is guessed, and nothing is held back.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from govxlsx.desk.archive.correspondence import Received
from govxlsx.desk.archive.entry import Entry
from govxlsx.desk.roster.model import Roster
from govxlsx.intake.letter import Mail
from govxlsx.intake.reply import Handled
from govxlsx.showing.csv_rows import for_excel

LIST = "须人工处理.csv"
_HEADER = ("收到", "发件人", "邮箱", "主题", "来源", "处理结果", "请您看", "草稿")
_TOLD = ("B904", "B905", "W133")
"""Rules whose findings only the operator can judge: other than the roster, a copy sent back.

The year is compared with the roster in any case.
"""


def doubts(
    letter: Mail, handled: Sequence[Handled], entries: Sequence[Entry], roster: Roster | None
) -> Iterator[str]:
    """Yield what the operator has to look at; ``entries`` are the submissions as just judged."""
    if letter.automatic:
        yield "像是自动回复或退信，没有起草答复"
    elif not letter.address:
        yield "看不出发件人的地址，没有起草答复"
    elif letter.reply and not (handled or letter.others or letter.remarks):
        yield "没有附件的回信，请看看说了什么，要不要答复"
    if handled or letter.automatic:
        yield from (each.removesuffix("。") for each in letter.remarks)
    agencies = dict.fromkeys(each.submission.agency for each in handled if each.submission.agency)
    if len(agencies) > 1:
        yield f"一封邮件里有 {len(agencies)} 个机关的报告：{'、'.join(agencies)}"
    reports = Counter(
        (each.submission.agency_key, each.submission.year)
        for each in handled
        if each.submission.agency
    )
    if any(count > 1 for count in reports.values()):
        yield "一封邮件里有同一机关同一年度的几份不同的工作簿"
    for each, judged in zip(handled, entries, strict=True):
        told = (one.message.rstrip("。") for one in judged.findings if one.code in _TOLD)
        yield from (*_of_one(letter, each, roster), *told)


def _of_one(letter: Mail, handled: Handled, roster: Roster | None) -> Iterator[str]:
    entry = handled.submission
    if handled.outdated:
        yield f"“{entry.agency}”的这一份比已登记的早，没有替代已登记的"
    if handled.wanted is not None:
        yield f"“{entry.agency}”报送的是{entry.year}年度的，{handled.wanted}年度的还没有收到"
    if entry.outcome != "unusable" and not entry.agency:
        yield f"“{handled.file.name}”没有填机关名称，看不出是哪个机关的"
    if roster is None or not entry.agency:
        return
    body = roster.find(entry.agency)
    known = {each.lower() for each in body.addresses} if body is not None else set()
    if body is not None and known and letter.address not in known:
        yield f"发件人 {letter.address} 不是名册中“{body.name}”的邮箱（{body.email}）"


def as_csv(mails: Iterable[Received]) -> bytes:
    """Return the list; mails about which nothing is unclear are left out."""
    lines = [_HEADER]
    for each in mails:
        if each.unclear:
            when = f"{each.sent:%Y-%m-%d %H:%M}" if each.sent is not None else ""
            told = (each.sender, each.address, each.subject, each.source)
            lines.append((when, *told, each.became, each.unclear, each.draft))
    return for_excel(lines).encode("utf-8", "replace")
