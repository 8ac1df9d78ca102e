"""须人工处理.csv: every mail that the register has with something for the operator to decide."""

from __future__ import annotations

from collections.abc import Iterable

from govxlsx.desk.archive.correspondence import Received
from govxlsx.showing.csv_rows import for_excel

NAME = "须人工处理.csv"
HEADER = ("收到", "发件人", "邮箱", "主题", "来源", "处理结果", "请您看", "草稿")


def as_csv(mails: Iterable[Received]) -> bytes:
    """Return the list; mails about which nothing is unclear are left out."""
    lines = [HEADER]
    for each in mails:
        if each.unclear:
            when = f"{each.sent:%Y-%m-%d %H:%M}" if each.sent is not None else ""
            told = (each.sender, each.address, each.subject, each.source)
            lines.append((when, *told, each.became, each.unclear, each.draft))
    return for_excel(lines).encode("utf-8", "replace")
