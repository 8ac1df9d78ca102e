"""The words of the copy, made safe for cells and comments."""

from govxlsx.checking.finding import SEVERITY_WORDS, Finding
from govxlsx.patterns import regex
from govxlsx.showing.listing import Item
from govxlsx.text import clean, shortened

_ESCAPE = regex("_(?=x[0-9A-Fa-f]{4}_)")
_COMMENT_LIMIT = 600


def stored(text: str) -> str:
    """Return a text as SpreadsheetML stores it: ``_x000D_`` is shown, not taken for an escape."""
    return _ESCAPE.sub("_x005F_", clean(text))


def comment(finding: Finding) -> str:
    """Return the comment on a finding's own cell."""
    head = f"【{SEVERITY_WORDS[finding.severity]} {finding.code}】"
    message = shortened(finding.message, _COMMENT_LIMIT)
    done = finding.explained
    remedy = f"已作说明：{done}" if done is not None else f"怎么办：{finding.fix}"
    return f"{head}{message}\n{shortened(remedy, _COMMENT_LIMIT)}"


def lead(item: Item) -> str:
    """Return the comment on the cell that mends several sums."""
    head = f"【{SEVERITY_WORDS[item.first.severity]} {item.codes}】{item.lead}"
    if item.rest:  # so many are named by their areas
        return head
    named = "、".join(f"{each.cell}（{each.code}）" for each in item.findings)
    return f"{head}\n这些合计是：{named}。"
