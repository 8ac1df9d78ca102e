"""The counts of a text told apart from its words: many sentences differ in nothing else."""

from collections.abc import Mapping

from govxlsx.claims import units
from govxlsx.claims.numerals import LONGEST
from govxlsx.patterns import regex

_UNITS = "".join({each[0]: "" for each in (*units.CASES, *units.PUBLISHED, *units.MONEY)})
_COUNT = regex(rf"[1-9](?<![0-9.,].)(?:(?<!1)|(?=[0-9]))[0-9]{{0,{LONGEST - 1}}}(?=[{_UNITS}])")
"""A whole number of two or more before a unit. Nothing and one are read otherwise than many."""

_NOMINAL = "2"


def without_counts(text: str) -> tuple[str, Mapping[int, int]]:
    """Return a folded text with each of its counts written as another one, and the counts.

    The other is the same for all of so many digits. The counts are by where they begin.
    """
    counts: dict[int, int] = {}
    parts: list[str] = []
    done = 0
    for each in _COUNT.finditer(text):
        start, end = each.span()
        counts[start] = int(each[0])
        parts += (text[done:start], _NOMINAL * (end - start))
        done = end
    return "".join((*parts, text[done:])), counts
