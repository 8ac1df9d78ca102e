"""Folds a text for matching and remembers where every character stood."""

from dataclasses import dataclass

from govxlsx.patterns import regex
from govxlsx.text import SIMPLIFIED

_FOLDS = (
    *zip("，。（）：；！？％／－．", ",。():;!?%/-.", strict=True),
    *((each, '"') for each in "“”„‟『』「」"),
    *((each, "[") for each in "〔【［"),
    *((each, "]") for each in "〕】］"),
    ("○", "〇"),
    ("其它", "其他"),
    ("｜", "|"),
)
"""What stands for what, character by character. Replacing is faster than translating."""

_TELLING = "開請規數無發"
"""Without one of these no text is written in them."""

_FULL = "０-９Ａ-Ｚａ-ｚ"
_BLANKS = " \t\r\u00a0\u3000\u200b\u200c\u200d\u2060\ufeff\u00ad"
_WIDE, _SPACE, _WIDE_OR_SPACE = (
    regex(f"[{_FULL}]"),
    regex(f"[{_BLANKS}]"),
    regex(f"[{_FULL}{_BLANKS}]"),
)


@dataclass(frozen=True, slots=True)
class Folded:
    """``text`` without white space and width; ``places`` maps its characters to the original."""

    text: str
    places: range | list[int]

    def span(self, start: int, end: int) -> tuple[int, int]:
        """Return where a stretch stands in the original, the end exclusive."""
        return self.places[start], self.places[end - 1] + 1


def fold(text: str) -> Folded:
    """Fold a text: half-width, simplified, one kind of quotes, no white space but line ends."""
    folded = text
    for each, plain in _FOLDS:
        folded = folded.replace(each, plain)
    if any(each in folded for each in _TELLING):
        folded = folded.replace("資訊", "信息").translate(SIMPLIFIED)
    if _WIDE_OR_SPACE.search(folded) is None:
        return Folded(folded, range(len(text)))
    folded = _WIDE.sub(lambda found: chr(ord(found.group()) - 0xFEE0), folded)
    places: list[int] = []
    at = 0
    for space in _SPACE.finditer(folded):
        places.extend(range(at, space.start()))
        at = space.end()
    places.extend(range(at, len(folded)))
    return Folded(_SPACE.sub("", folded), places)
