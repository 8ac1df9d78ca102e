"""What takes an element from sight with all that is in it, and what moves it from its place."""

from collections.abc import Iterator, Mapping
from enum import IntEnum

from govxlsx.patterns import regex
from govxlsx.published.styles.values import length, share


class Shown(IntEnum):
    """Whether text is to be seen: the worst that is told of it counts."""

    YES = 0
    UNSURE = 1
    NO = 2


_AWAY, _FAR = 200.0, 60.0
"""What stands so many pixels outside is not seen; from so many on, perhaps not."""

_NARROW = 3.0
"""A box of fewer pixels shows nothing of a digit."""

_FAINT = 0.2
"""Less of a sign's colour than this share is hardly seen."""

_GAP = 3.0
"""Signs that stand farther apart, in pixels, need not be of one figure."""

_ARGUMENT = regex(r"([a-z0-9]+)\(([^)]*)\)")
_ROWS = ("table", "tbody", "thead", "tfoot", "tr", "td", "th", "col", "colgroup")
"""Parts of a table are as large as what is in them, whatever is said."""

StyleValues = Mapping[str, str]


def covered(tag: str, given: StyleValues, size: float, *, boxed: bool) -> Shown:
    """Return whether an element's styles leave in sight what is in it."""
    return max(_covers(tag, given, size, boxed=boxed), default=Shown.YES)


def _covers(tag: str, given: StyleValues, size: float, *, boxed: bool) -> Iterator[Shown]:
    if boxed and given.get("content-visibility") == "hidden":
        yield Shown.NO
    if tag not in _ROWS and boxed:
        yield _cut_off(given, size)
    away = given.get("position") in ("absolute", "fixed")
    if away and given.get("clip", "auto") != "auto":
        yield _in_rectangle(given["clip"])
    if given.get("position", "static") not in ("static", "sticky"):
        yield from (_outside(given.get(side), size, sign) for side, sign in _TOWARDS.items())
    yield _outside(given.get("margin-left"), size, 1)
    if boxed:
        yield _outside(given.get("margin-top"), size, 1)
        yield from _transformed(given, size)
    yield _in_shape(given.get("clip-path", "none"))
    yield _filtered(given.get("filter", "none"))
    for name in ("mask", "-webkit-mask", "mask-image", "-webkit-text-security"):
        if given.get(name, "none") not in ("none", "initial", "unset"):
            yield Shown.UNSURE
    if share(given.get("zoom", "1")) == 0 or "url(" in given.get("content", ""):
        yield Shown.UNSURE
    if "override" in given.get("unicode-bidi", "") or "reverse" in given.get("flex-direction", ""):
        yield Shown.UNSURE


_TOWARDS = {"left": 1, "top": 1, "right": -1, "bottom": -1}


def _outside(told: str | None, size: float, sign: int) -> Shown:
    """Return what an offset does: left and above of a page nothing is seen, right of it perhaps."""
    offset = length(told, size) if told else None
    if offset is None or offset > -_FAR:
        return Shown.YES if offset is None or offset < 4 * _AWAY else Shown.UNSURE
    return Shown.NO if sign > 0 and offset <= -_AWAY else Shown.UNSURE


def _cut_off(given: StyleValues, size: float) -> Shown:
    """Return whether a box without room cuts off what is in it."""
    worst = Shown.YES
    for over, sides in (
        ("overflow-x", ("width", "max-width")),
        ("overflow-y", ("height", "max-height")),
    ):
        other = given.get("overflow-y" if over == "overflow-x" else "overflow-x", "visible")
        own = given.get(over, "visible")
        if own == "visible" and other in ("visible", "clip"):
            continue
        rooms = [length(given[side], size) for side in sides if side in given]
        room = min((each for each in rooms if each is not None), default=None)
        padded = (length(given.get(side, "0"), size) for side in ("padding-left", "padding-right"))
        if room is None or (over == "overflow-x" and any(padded)):
            continue
        if room <= _NARROW:
            worst = Shown.NO if room <= 1 else max(worst, Shown.UNSURE)
        elif room < size / 2:
            worst = max(worst, Shown.UNSURE)
    return worst


def _in_rectangle(told: str) -> Shown:
    match = _ARGUMENT.match(told)
    sides = match[2].replace(",", " ").split() if match and match[1] == "rect" else []
    top, right, bottom, left = (
        [length(each, 16.0) for each in sides] if len(sides) == 4 else [None] * 4
    )
    if None not in (top, bottom) and (bottom or 0) - (top or 0) <= 1:
        return Shown.NO
    if None not in (left, right) and (right or 0) - (left or 0) <= 1:
        return Shown.NO
    return Shown.UNSURE


def _in_shape(told: str) -> Shown:
    match = _ARGUMENT.match(told)
    if match is None:
        return Shown.YES if told in ("none", "initial", "unset") else Shown.UNSURE
    first = (match[2].replace(",", " ").split() or ["0"])[0]
    if match[1] == "inset" and first.endswith("%") and (share(first) or 0) >= 0.5:
        return Shown.NO
    none = match[1] in ("circle", "ellipse") and length(first, 16.0) == 0
    whole = match[1] == "inset" and length(first, 16.0) == 0 and "round" not in match[2]
    return Shown.NO if none else Shown.YES if whole else Shown.UNSURE


def _filtered(told: str) -> Shown:
    worst = Shown.YES
    for name, argument in _ARGUMENT.findall(told):
        if name == "opacity":
            worst = max(worst, faint(share(argument)))
        elif name in ("blur", "url", "brightness", "contrast", "invert"):
            worst = max(worst, Shown.UNSURE)
    return worst


def faint(opacity: float | None) -> Shown:
    """Return whether what is drawn with an opacity is seen."""
    if opacity is None or opacity >= _FAINT:
        return Shown.YES
    return Shown.NO if opacity <= 0 else Shown.UNSURE


def _transformed(given: StyleValues, size: float) -> Iterator[Shown]:
    told = given.get("transform", "")
    scale = given.get("scale", "none")
    if scale != "none":
        told += f" scale({scale})"
    for name, argument in _ARGUMENT.findall(told):
        parts = argument.replace(",", " ").split()
        if name.startswith("scale"):
            shares = [share(each) for each in parts]
            negative = any(each is None or each < 0.3 for each in shares)
            yield Shown.NO if 0 in shares else Shown.UNSURE if negative else Shown.YES
        elif name.startswith("translate"):
            yield from (_outside(each, size, 1) for each in parts)
        elif name != "none":
            yield Shown.UNSURE
    if given.get("rotate", "none") not in ("none", "0deg") or given.get("translate"):
        yield Shown.UNSURE


def moved(given: StyleValues, size: float) -> str:
    """Return what moves an element from where it stands in the text, "" where nothing does.

    What is moved as the rest of its figure is stays in its place.
    """
    found = [
        f"{name}:{given[name]}"
        for name, usual in (("float", "none"), ("order", "0"), ("transform", "none"))
        if given.get(name, usual) != usual
    ]
    position = given.get("position", "static")
    if position in ("absolute", "fixed"):
        found.append(position)
    sides = [*_TOWARDS] if position == "relative" else []
    for side in (*sides, "margin-left", "margin-right", "padding-left", "padding-right"):
        told = given.get(side, "0")
        offset = length(told, size)
        if told != "auto" and (offset is None or offset < 0 or offset > _GAP):
            found.append(f"{side}:{told}")
    return ";".join(found)
