"""How signs stand on a page: level, turned by right angles, or at a slant."""

from collections.abc import Iterable, Iterator
from typing import Any

Sign = dict[str, Any]
"""A sign as pdfplumber has it: its text, its box, its size and its matrix."""

_STRAIGHT = 0.1
"""A line that leaves the right angle by a greater share stands at a slant."""


def turn(sign: Sign) -> int | None:
    """Return by how many degrees a sign is turned to the left, None where it is at a slant."""
    across, up = sign["matrix"][:2]
    if abs(up) <= _STRAIGHT * abs(across):
        return 0 if across > 0 else 180
    if abs(across) <= _STRAIGHT * abs(up):
        return 90 if up > 0 else 270
    return None


def straight(signs: Iterable[Sign]) -> list[Sign]:
    """Leave out what is written at a slant over a page: a watermark is no part of its text.

    Signs that lean, as italics do, are as wide as upright ones.
    """
    return [_upright(each) for each in signs if turn(each) is not None]


def _upright(sign: Sign) -> Sign:
    up, along, down = sign["matrix"][1:4]
    if up or not along or not down:
        return sign
    leant = abs(along / down) * (sign["bottom"] - sign["top"]) / 2
    return {**sign, "x0": sign["x0"] + leant, "x1": sign["x1"] - leant}


def level(signs: Iterable[Sign]) -> Iterator[list[Sign]]:
    """Yield the signs of each direction, placed as if the page were turned to read them.

    ``printed`` is a sign as it stands, where it was turned.
    """
    held: dict[int, list[Sign]] = {}
    for each in signs:
        held.setdefault(turn(each) or 0, []).append(each)
    for turned in sorted(held):
        yield [_turned(each, turned) if turned else each for each in held[turned]]


def _turned(sign: Sign, degrees: int) -> Sign:
    left, right, top, bottom = (sign[key] for key in ("x0", "x1", "top", "bottom"))
    if degrees == 90:
        left, right, top, bottom = -bottom, -top, left, right
    elif degrees == 270:
        left, right, top, bottom = top, bottom, -right, -left
    else:
        left, right, top, bottom = -right, -left, -bottom, -top
    box = {"x0": left, "x1": right, "top": top, "bottom": bottom, "size": bottom - top}
    return {**sign, **box, "printed": sign}
