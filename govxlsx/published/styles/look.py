"""The look of an element: what its styles and those around it make of its text."""

from dataclasses import dataclass

from govxlsx.published.styles.covers import Shown, StyleValues, covered, faint, moved
from govxlsx.published.styles.values import BLACK, ROOT_SIZE, WHITE, Colour, colour, length, share

_BLOCKS = frozenset(
    (
        *("address", "article", "aside", "blockquote", "body", "caption", "center", "dd", "div"),
        *("dl", "dt", "fieldset", "figure", "footer", "form", "h1", "h2", "h3", "h4", "h5", "h6"),
        *("header", "hr", "html", "li", "main", "nav", "ol", "p", "pre", "section", "table"),
        *("tbody", "td", "tfoot", "th", "thead", "tr", "ul", "details", "summary", "dialog"),
    )
)
_STRUCK, _RAISED = ("del", "s", "strike"), ("sup", "rt")
_NEAR = 24.0
"""A colour that differs by less from the ground's, in parts of 255, is hardly seen."""

_SMALLEST = 4.0
"""Signs of fewer pixels are hardly seen."""


@dataclass(frozen=True, slots=True)
class Appearance:
    """How an element looks.

    ``placed`` is False where it takes no place; ``shown`` is of its own text, ``covered`` of all
    that is in it. ``moved`` tells what moves it, with what is around it. ``before`` and ``behind``
    are what styles add to its text. The others are what it hands on.
    """

    placed: bool = True
    shown: Shown = Shown.YES
    covered: Shown = Shown.YES
    moved: str = ""
    block: bool = True
    struck: bool = False
    raised: bool = False
    pictured: bool = False
    before: str = ""
    behind: str = ""
    visible: bool = True
    size: float = ROOT_SIZE
    ink: Colour = BLACK
    fill: Colour | None = None
    ground: Colour = WHITE
    over_picture: bool = False
    indent: float = 0.0
    opacity: float = 1.0
    in_cell: bool = False


def drawn(tag: str, given: StyleValues, above: Appearance) -> Appearance:
    """Return the look of an element below another."""
    display = given.get("display", "")
    block = tag in _BLOCKS if display in ("", "inherit") else not display.startswith("inline")
    if display in ("contents", "none") or display.startswith("ruby"):
        block = False
    loose = given.get("position") in ("absolute", "fixed") or given.get("float", "none") != "none"
    boxed = block or loose or display.startswith("inline-")
    size = _size(given.get("font-size", ""), above.size)
    visibility = given.get("visibility", "inherit")
    collapsed = visibility == "collapse" and tag in ("tr", "tbody", "thead", "tfoot")
    opacity = above.opacity * _opacity(given.get("opacity"))
    indent = length(given.get("text-indent", ""), size)
    indent = above.indent if indent is None else indent
    worst = max(above.covered, faint(opacity), covered(tag, given, size, boxed=boxed))
    if boxed and indent <= -60:
        worst = max(worst, Shown.NO if indent <= -200 else Shown.UNSURE)
    visible = above.visible if visibility in ("inherit", "unset") else visibility == "visible"
    ground, over = _ground(given, above)
    ink, fill, odd = _ink(given, above)
    shown = max(worst, Shown.YES if visible else Shown.NO, _seen(size))
    moves = [above.moved, moved(given, size) if display != "none" else "", odd]
    seen = fill or ink
    if ink_hidden := hidden_ink(seen, ground):
        shown = max(shown, ink_hidden if not over or seen.alpha == 0 else Shown.YES)
        moves.append("ink" if over else "")
    if given.get("mso-hide") == "all":
        shown = worst = max(worst, Shown.UNSURE)
    return Appearance(
        placed=display != "none" and not collapsed,
        shown=shown,
        covered=worst,
        moved=";".join(filter(None, moves)),
        block=block,
        struck=tag in _STRUCK or "line-through" in given.get("text-decoration-line", ""),
        raised=tag in _RAISED or (not block and _is_raised(given)),
        pictured=boxed and "url(" in given.get("background-image", ""),
        visible=visible,
        size=size,
        ink=ink,
        fill=fill,
        ground=ground,
        over_picture=over,
        indent=indent,
        opacity=opacity,
        in_cell=above.in_cell or tag in ("td", "th"),
    )


def _opacity(told: str | None) -> float:
    value = share(told) if told else None
    return 1.0 if value is None else min(1.0, max(0.0, value))


def _size(told: str, above: float) -> float:
    size = length(told, above, above) if told else None
    return above if size is None or size < 0 else size


def _seen(size: float) -> Shown:
    return Shown.NO if size == 0 else Shown.UNSURE if size <= _SMALLEST else Shown.YES


def _ground(given: StyleValues, above: Appearance) -> tuple[Colour, bool]:
    """Return the colour behind text, and whether a picture is."""
    ground, over = above.ground, above.over_picture
    own = colour(given.get("background-color", "transparent"))
    if own is not None and own.alpha > 0:
        parts = zip(own[:3], ground[:3], strict=True)
        red, green, blue = (a * own.alpha + b * (1 - own.alpha) for a, b in parts)
        ground, over = Colour(red, green, blue), over and own.alpha < 1
    picture = given.get("background-image", "none")
    return ground, over or "url(" in picture or "gradient(" in picture


def _ink(given: StyleValues, above: Appearance) -> tuple[Colour, Colour | None, str]:
    """Return the colour of text, what fills it, and what is said and not known."""
    found: list[Colour | None] = []
    odd = ""
    for name, inherited in (("color", above.ink), ("-webkit-text-fill-color", above.fill)):
        told = given.get(name, "inherit")
        if told in ("inherit", "unset", "initial", "currentcolor", "revert"):
            found.append(inherited)
            continue
        known = colour(told)
        odd += "" if known else f"{name}:{told}"
        found.append(known or inherited)
    return found[0] or BLACK, found[1], odd


def hidden_ink(ink: Colour, ground: Colour) -> Shown:
    """Return whether text of a colour is seen on its ground."""
    if ink.alpha < 1 and faint(ink.alpha) is not Shown.YES:
        return faint(ink.alpha)
    apart = ink.distance(ground) * ink.alpha
    return Shown.NO if apart == 0 else Shown.UNSURE if apart <= _NEAR else Shown.YES


def _is_raised(given: StyleValues) -> bool:
    aligned = given.get("vertical-align", "")
    raised = length(aligned, ROOT_SIZE) or length(given.get("mso-text-raise", "0"), ROOT_SIZE) or 0
    over = (
        given.get("position") == "relative"
        and (length(given.get("top", "0"), ROOT_SIZE) or 0) <= -1
    )
    return aligned in ("super", "text-top", "top") or raised >= 1 or over
