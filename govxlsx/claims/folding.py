"""Folds a text for matching and remembers where every character stood."""

from __future__ import annotations

from dataclasses import dataclass

_WIDE = {0xFF01 + offset: 0x21 + offset for offset in range(94)}
_FOLDS = {
    **_WIDE,
    **dict.fromkeys(map(ord, "“”„‟『』「」"), '"'),
    **dict.fromkeys(map(ord, "〔【［"), "["),
    **dict.fromkeys(map(ord, "〕】］"), "]"),
    ord("○"): "〇",
    ord("其它"[1]): "他",
}
_SPACES = dict.fromkeys(map(ord, " \t\r\u00a0\u3000\u200b\u200c\u200d\u2060\ufeff\u00ad"))


@dataclass(frozen=True, slots=True)
class Folded:
    """``text`` without white space and width; ``places`` maps its characters to the original."""

    text: str
    places: range | list[int]

    def span(self, start: int, end: int) -> tuple[int, int]:
        """Return where a stretch stands in the original, the end exclusive."""
        return self.places[start], self.places[end - 1] + 1


def fold(text: str) -> Folded:
    """Fold a text: half-width forms, one kind of quotes, no white space but line ends."""
    folded = text.translate(_FOLDS)
    bare = folded.translate(_SPACES)
    if len(bare) == len(folded):
        return Folded(bare, range(len(text)))
    return Folded(bare, [place for place, each in enumerate(folded) if ord(each) not in _SPACES])
