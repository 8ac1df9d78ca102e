"""What people wrote in comments: beside, below or as a reply to what an annotated copy says."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator

from govxlsx.patterns import regex
from govxlsx.text import trim
from govxlsx.workbook import Beside, BesideKind

_OURS = regex(
    r"【(?:错误|提醒|说明) [A-Z]\d{3}(?:、[A-Z]\d{3})*】.*?"
    r"(?:\n(?:(?P<mend>怎么办)|已作说明|这些合计是)：(?P<last>[^\n]*)|\Z)"
    r"|这一格与 [^\n]* 的错误有关，请看那里的批注。",
    re.DOTALL,
)
"""What an annotated copy says of a cell; its message may have several lines."""

_STAND_IN = regex(r"\s*\[(?:线程批注|Threaded comment)\]")
"""How a comment begins that holds a thread for programs that know no threads."""


def notes(beside: Iterable[Beside]) -> list[Beside]:
    """Return the comments in which a person says something, with only that person's words."""
    comments = [each for each in beside if each.kind is BesideKind.COMMENT]
    times = Counter(each.at for each in comments)
    said = (
        each._replace(text=_of_persons(each.text))
        for each in comments
        if times[each.at] == 1 or not _STAND_IN.match(each.text)
    )
    return [each for each in said if each.text]


def _of_persons(text: str) -> str:
    """Return a comment's text without what an annotated copy says; "" where that is all of it."""
    rest: list[str] = []
    at = 0
    for found in _OURS.finditer(text):
        rest += (text[at : found.start()], *_behind(found["mend"] and found["last"]))
        at = found.end()
    return "\n".join(filter(None, map(trim, (*rest, text[at:]))))


def _behind(mend: str | None) -> Iterator[str]:
    """Yield what stands on the line of a mend behind its last sentence."""
    if mend and "。" in mend and not mend.endswith("…"):
        yield mend.rpartition("。")[2]
