"""Lengths and colours as styles write them.

Source: CSS Values and Units Level 4; CSS Color Level 4.
"""

import colorsys
import re
from typing import NamedTuple

from govxlsx.patterns import regex

ROOT_SIZE = 16.0
"""The size of signs where no style says another, in pixels."""

WIDTH, HEIGHT = 1280.0, 800.0
"""The window that a page is read in, in pixels."""

_LENGTH = regex(r"([+-]?(?:\d+\.?\d*|\.\d+))(e[+-]?\d+)?([a-z%]*)")
_PIXELS = {
    **{"px": 1.0, "pt": 4 / 3, "pc": 16.0, "in": 96.0, "cm": 37.8, "mm": 3.78, "q": 0.945},
    **{"rem": ROOT_SIZE, "vw": WIDTH / 100, "vh": HEIGHT / 100},
}
_OF_SIZE = {"em": 1.0, "ex": 0.5, "ch": 0.5, "ic": 1.0, "lh": 1.2}
_FUNCTION = regex(r"(rgb|hsl)a?\(([^)]*)\)")
_NAMED = {
    **{"white": "ffffff", "window": "ffffff", "canvas": "ffffff", "snow": "fffafa"},
    **{"ivory": "fffff0", "whitesmoke": "f5f5f5", "ghostwhite": "f8f8ff", "azure": "f0ffff"},
    **{"black": "000000", "windowtext": "000000", "canvastext": "000000", "red": "ff0000"},
    **{"yellow": "ffff00", "blue": "0000ff", "lime": "00ff00", "aqua": "00ffff"},
    **{"cyan": "00ffff", "fuchsia": "ff00ff", "magenta": "ff00ff", "green": "008000"},
    **{"navy": "000080", "teal": "008080", "maroon": "800000", "purple": "800080"},
    **{"olive": "808000", "gray": "808080", "grey": "808080", "silver": "c0c0c0"},
    **{"orange": "ffa500", "pink": "ffc0cb", "lightgray": "d3d3d3", "lightgrey": "d3d3d3"},
    **{"lightyellow": "ffffe0", "lightblue": "add8e6", "transparent": "00000000"},
}


class Colour(NamedTuple):
    """Red, green and blue from 0 to 255, and how much of it covers what is below, from 0 to 1."""

    red: float
    green: float
    blue: float
    alpha: float = 1.0

    def distance(self, other: "Colour") -> float:
        """Return by how much two colours differ in the part that differs most."""
        return max(abs(self[part] - other[part]) for part in range(3))


WHITE, BLACK = Colour(255, 255, 255), Colour(0, 0, 0)


def length(text: str, size: float, whole: float = WIDTH) -> float | None:
    """Return a length in pixels, None where it is none.

    ``size`` is that of the signs, ``whole`` what shares of a hundred are of.
    """
    match = _LENGTH.fullmatch(text)
    if match is None:
        return None
    number, unit = float(match[1] + (match[2] or "")), match[3]
    if unit == "%":
        return number * whole / 100
    if unit in _OF_SIZE:
        return number * _OF_SIZE[unit] * size
    if not unit:
        return 0.0 if number == 0 else None
    return number * _PIXELS[unit] if unit in _PIXELS else None


def share(text: str) -> float | None:
    """Return a number or a percentage as a share of one, None where it is neither."""
    match = _LENGTH.fullmatch(text)
    if match is None or match[3] not in ("", "%"):
        return None
    return float(match[1] + (match[2] or "")) / (100 if match[3] else 1)


def colour(text: str) -> Colour | None:
    """Return a colour, None where it is none or one that is not known here."""
    text = text.strip()
    held = _NAMED.get(text) or (text[1:] if text.startswith("#") else "")
    if len(held) in (3, 4):
        held = "".join(each * 2 for each in held)
    if re.fullmatch("[0-9a-f]{6}|[0-9a-f]{8}", held):
        red, green, blue, *alpha = bytes.fromhex(held)
        return Colour(red, green, blue, alpha[0] / 255 if alpha else 1.0)
    match = _FUNCTION.fullmatch(text)
    return _of_function(match[1], re.split(r"[\s,/]+", match[2].strip())) if match else None


def _of_function(name: str, given: list[str]) -> Colour | None:
    degrees = [each.removesuffix("deg") for each in given]
    parts = [share(each) for each in degrees]
    if len(parts) not in (3, 4) or None in parts:
        return None
    first, second, third, *rest = [each or 0.0 for each in parts]
    alpha = min(1.0, max(0.0, rest[0])) if rest else 1.0
    if name == "hsl":
        red, green, blue = colorsys.hls_to_rgb(first / 360 % 1, third, second)
        return Colour(red * 255, green * 255, blue * 255, alpha)
    whole = 255 if "%" in given[0] else 1
    return Colour(first * whole, second * whole, third * whole, alpha)
