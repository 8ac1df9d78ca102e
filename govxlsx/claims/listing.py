"""Totals that a text breaks down into parts: 发布信息 4042 条，其中网站 1495 条、微信 2547 条."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from govxlsx.claims import numerals
from govxlsx.claims.units import COUNTING
from govxlsx.patterns import regex

_NUMBER = (
    r"(?P<number>\d[\d,]{0,17})(?P<rough>余|多)?(?P<wan>万)?(?P<more>余|多)?"
    rf"[ \u3000]?(?P<unit>{COUNTING})"
)
_OPENS = regex(
    r"(?:其中(?:包括|包含|含)?|内含|包括|包含|含有|含|内有|分别为|分别是|：|:|（|\()[:：,，]?"
)
_TOTAL = regex(rf"{_NUMBER}\s*[,，:：（(；;。]{{0,2}}$")
"""The number right before what opens a list."""

_PART = regex(
    rf"(?P<parted>[，,、；;和及]?)(?P<label>[^\d，,；;。：:（()）\n]{{0,30}}?(?:[（(][^\d（()）\n]{{1,20}}[）)])?)\s*(?<![\d.]){_NUMBER}(?:[（(][^（()）]*[）)])?"
)
_UNNUMBERED = regex(rf"[，,、；;]?[^\d，,、；;。：:（()）\n]{{2,30}}?(?:{COUNTING})(?=[，,、；;])")
"""A part whose number is missing: 机构介绍类信息条、."""

_ENDS = regex(
    "其中|^(?:共|总|合计)|另(?!行)|同时|此外|办结|收到|受理|答复|结转|较|比|同(?!意)|达|报送|向|通过|推送|处理|回复"
)
_OWN_PARTS = regex("[，,]?(?:其中|包括|包含)|[：:]")
"""What makes the last number a total of its own."""
_BRACKETS = ("（", "(")
_CLOSING = ("）", ")")
_LONGEST = 24
"""How far before its list a total may begin."""
_SENTENCE = 200
"""How far before a total other ones are looked for."""
_INSIDE = tuple("0123456789.,")
_COARSE = ("；", ";")
"""What parts whole statements, where the parts of a list are parted by 、 or ，."""
_REST = regex("其他|其它|其余")
_EARLIER = regex(_NUMBER)
_BEGUN = ("。", "！", "\n")
"""What ends the sentence before the one that tells a total."""

_FEWEST = 2
"""One part is no list."""

_OVERLAPS = "解读"
"""One document is explained in several ways: 解读9件，其中负责人解读6件、多角度解读9件."""


@dataclass(frozen=True, slots=True)
class ListedAmount:
    """A number of a listing: at least ``least``, at most ``most`` (4200余 is 4200 to 4299)."""

    start: int
    end: int
    least: int
    most: int
    written: int
    wan: bool


@dataclass(frozen=True, slots=True)
class Listing:
    """A total and its parts in one sentence; ``closed`` where the last part is 其他."""

    total: ListedAmount
    parts: tuple[ListedAmount, ...]
    closed: bool

    @property
    def end(self) -> int:
        """Where the last part ends."""
        return self.parts[-1].end


def _amount(found: re.Match[str], start: int) -> ListedAmount:
    written = numerals.whole(found["number"]) or 0
    scale = 10_000 if found["wan"] else 1
    least = most = written * scale
    if found["rough"] or found["more"]:
        digits = str(least)
        most = least + 10 ** (len(digits) - len(digits.rstrip("0"))) - 1 if least else least
        most = max(most, least + 9)
    return ListedAmount(start, found.end("unit"), least, most, written, bool(found["wan"]))


def _alike(part: re.Match[str], total: re.Match[str]) -> bool:
    """Tell whether two numbers are counted alike: 条 and 条次 are."""
    return bool(part["unit"].removesuffix("次") == total["unit"].removesuffix("次"))


def listings(text: str) -> Iterator[Listing]:
    """Yield every total of a text that is followed by at least two parts in the same unit."""
    for opening in _OPENS.finditer(text):
        start = max(0, opening.start() - _LONGEST)
        found = _TOTAL.search(text, start, opening.start())
        if found is None or text[found.start() - 1 : found.start()] in _INSIDE:
            continue
        total = _amount(found, found.start("number"))
        parts: list[ListedAmount] = []
        closed, finer, short, place = False, False, False, opening.end()
        while part := _PART.match(text, place):
            coarse = part["parted"] in _COARSE
            coarser = coarse and (finer or _OWN_PARTS.match(text, part.end()) is not None)
            if coarser or not _alike(part, found) or _ENDS.search(part["label"]):
                break
            finer = finer or (bool(part["parted"]) and part["parted"] not in _COARSE)
            parts.append(_amount(part, part.start("number")))
            closed = _REST.search(part["label"]) is not None
            place = part.end()
            if missing := _UNNUMBERED.match(text, place):
                place, short = missing.end(), True
        if opening[0] in _BRACKETS and text[place : place + 1] not in _CLOSING:
            continue
        if _OVERLAPS in text[found.start() : place] and any(
            part.least == total.least for part in parts
        ):
            continue
        parts = _of_one_kind(total, parts)
        if len(parts) < _FEWEST or _may_be_of_others(text, found, total, parts):
            continue
        yield Listing(total, tuple(parts), closed and not short)


def _of_one_kind(total: ListedAmount, parts: list[ListedAmount]) -> list[ListedAmount]:
    """Return the parts up to where they make the total, and the total is then parted anew.

    7件，其中自然人6件、单位1件，予以公开3件、不予公开4件 is parted twice; a single number more
    than makes the total is too much.
    """
    least = 0
    for place, each in enumerate(parts):
        least += each.least
        rest = parts[place + 1 :]
        anew = len(rest) >= _FEWEST or [one.least for one in rest] == [total.least]
        if place and least == total.least and anew:
            return parts[: place + 1]
    return parts


def _may_be_of_others(
    text: str, found: re.Match[str], total: ListedAmount, parts: list[ListedAmount]
) -> bool:
    """Tell whether a list is of a number further before, or of several: 75条，互动52条。其中….

    So where one part alone is more than the number right before, and the numbers of its sentence
    together are enough.
    """
    if max(each.least for each in parts) <= total.most:
        return False
    begun = max(text.rfind(each, max(0, total.start - _SENTENCE), total.start) for each in _BEGUN)
    before = _EARLIER.finditer(text, max(begun + 1, total.start - _SENTENCE), total.start)
    every = sum(_amount(each, each.start()).most for each in before if _alike(each, found))
    return sum(each.least for each in parts) <= every + total.most
