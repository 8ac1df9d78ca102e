"""How much of two texts is the same, told from the texts themselves. The only door to rapidfuzz."""

from collections.abc import Iterable

from govxlsx.patterns import regex

_NUMBER = regex("[0-9０-９]+(?:[.．,，][0-9０-９]+)*|[〇零一二三四五六七八九十百千万亿两]{2,}")
_LONGEST = 20_000
"""Characters. So much of a text is compared: what it costs grows with the square, and no part of a
report is half as long."""
_NO_WORD = regex(r"[\W_]+")


def essence(text: str) -> str:
    """Return a text without white space and punctuation, every number written as 0."""
    return _NO_WORD.sub("", _NUMBER.sub("0", text))


def share(this: str, that: str) -> int:
    """Return how many per cent of two texts' characters are common, in the same order.

    Similarity of insertions and deletions: twice the longest common subsequence by both lengths. Of
    texts longer than _LONGEST characters the beginnings are compared. 100 only for equal texts.
    """
    if this == that:
        return 100
    from rapidfuzz.distance import Indel  # seldom needed

    return min(99, int(Indel.normalized_similarity(this[:_LONGEST], that[:_LONGEST]) * 100))


def closest(name: str, names: Iterable[str], least: int) -> str | None:
    """Return the name most like another, None where all share less than ``least`` per cent."""
    from rapidfuzz.fuzz import ratio  # seldom needed
    from rapidfuzz.process import extractOne

    found = extractOne(name, list(names), scorer=ratio, score_cutoff=least)
    return found[0] if found is not None else None
