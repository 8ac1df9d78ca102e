"""What is seen of the signs on a page of a PDF: their ink on their ground, lines through them."""

from collections.abc import Iterator, Sequence
from typing import Any

from govxlsx.published import asides
from govxlsx.published.pdf_signs import Sign
from govxlsx.published.styles.covers import Shown
from govxlsx.published.styles.look import hidden_ink
from govxlsx.published.styles.values import BLACK, WHITE, Colour

UNDRAWN, FAINT = -1.0, -2.0
"""Colours of signs that are not drawn, or so that they are hardly seen."""

_SMALLEST = 3.0
"""Signs of fewer points are hardly seen."""

_THIN = 2.0
"""What is less high, in points, is a line."""

_MIDDLE = (0.3, 0.7)
"""A line at this part of a sign's height goes through it."""


class Ground:
    """What is painted below and through the signs of a page."""

    def __init__(
        self, shapes: Sequence[dict[str, Any]], pictures: Sequence[dict[str, Any]]
    ) -> None:
        """Take in the pictures of a page and its shapes, in the order in which they are painted."""
        self.lines = [each for each in shapes if each["height"] < _THIN]
        self.filled = [
            each
            for each in shapes
            if each.get("fill") and each["height"] >= _THIN and each["width"] >= _THIN
        ]
        self.pictures = pictures
        self.slanted = [
            each
            for each in shapes
            if each["object_type"] == "line" and min(each["height"], each["width"]) >= _THIN
        ]

    def drawn(self, signs: Sequence[Sign]) -> list[Sign]:
        """Leave out what is not drawn, or in the colour of its ground."""
        return [each for each in signs if self._seen(each) is not Shown.NO]

    def marked(self, signs: Sequence[Sign]) -> list[Sign]:
        """Return signs, the digits that are hardly seen or have a line through them set off."""
        return list(map(self._marked, signs))

    def _marked(self, sign: Sign) -> Sign:
        text = str(sign["text"])
        if not asides.has_digit(text):
            return sign
        if self._seen(sign) is Shown.UNSURE:
            return {**sign, "text": asides.unsure(text)}
        return {**sign, "text": asides.struck(text)} if any(self._through(sign)) else sign

    def _through(self, sign: Sign) -> Iterator[bool]:
        height = sign["bottom"] - sign["top"]
        upper, lower = (sign["top"] + height * part for part in _MIDDLE)
        for each in self.lines:
            if upper < each["top"] and each["bottom"] < lower:
                over = min(each["x1"], sign["x1"]) - max(each["x0"], sign["x0"])
                yield over > (sign["x1"] - sign["x0"]) / 2
        for each in self.slanted:
            (left, start), (right, end) = sorted(each["pts"])
            ends = max(left, sign["x0"]), min(right, sign["x1"])
            high, low = sorted(start + (end - start) * (at - left) / (right - left) for at in ends)
            yield ends[0] < ends[1] and high < lower and upper < low

    def _seen(self, sign: Sign) -> Shown:
        told = sign.get("non_stroking_color")
        if told == (UNDRAWN,):
            return Shown.NO
        if told == (FAINT,) or sign["size"] < _SMALLEST or _is_mirrored(sign):
            return Shown.UNSURE
        ink, ground = _colour(told), self._below(sign)
        return Shown.YES if ink is None or ground is None else hidden_ink(ink, ground)

    def _below(self, sign: Sign) -> Colour | None:
        """Return the colour below a sign, None where a picture or a pattern is."""
        if any(_holds(each, sign) for each in self.pictures):
            return None
        painted = [each for each in self.filled if _holds(each, sign)]
        return _colour(painted[-1].get("non_stroking_color")) if painted else WHITE


def _is_mirrored(sign: Sign) -> bool:
    across, up, along, down = sign["matrix"][:4]
    return bool(across * down < up * along)


def _holds(shape: dict[str, Any], sign: Sign) -> bool:
    across, down = (sign["x0"] + sign["x1"]) / 2, (sign["top"] + sign["bottom"]) / 2
    return bool(shape["x0"] <= across <= shape["x1"] and shape["top"] <= down <= shape["bottom"])


def _colour(told: Any) -> Colour | None:
    """Return a colour as PDF has it: grey, red green blue, or four inks; None for a pattern."""
    parts = told if isinstance(told, tuple | list) else () if told is None else (told,)
    if not all(isinstance(each, int | float) and 0 <= each <= 1 for each in parts):
        return None
    if len(parts) == 1:
        return Colour(*(255 * parts[0],) * 3)
    if len(parts) == 3:
        return Colour(*(255 * each for each in parts))
    if len(parts) == 4:
        return Colour(*(255 * (1 - each) * (1 - parts[3]) for each in parts[:3]))
    return None if parts else BLACK
