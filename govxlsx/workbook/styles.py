"""What cell styles say of their cells: number formats, dates, words struck out or unseen.

Source: ECMA-376 Part 1, 18.8 (Styles).
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache

from govxlsx.workbook import xml
from govxlsx.workbook.formats import BUILT_IN, GENERAL, is_date, shows_nothing
from govxlsx.workbook.remembered import remembered


@dataclass(frozen=True, slots=True, eq=False)
class Styles:
    """The styles of a workbook by their index (as text, like a cell's ``s``); equal to none other.

    ``formats`` are number formats other than General; ``dates`` show dates; ``struck`` strike out;
    ``unseen`` show nothing: letters like their ground, or dots, or a format that shows nothing.
    """

    formats: dict[str, str]
    dates: frozenset[str]
    struck: frozenset[str]
    unseen: frozenset[str] = frozenset()


NO_STYLES = Styles({}, frozenset(), frozenset())
_Colour = tuple[int, int, int]
_WHITE: _Colour = (255, 255, 255)
_GREYS = {
    **dict.fromkeys((("indexed", "1"), ("indexed", "9"), ("theme", "0")), 1.0),
    **dict.fromkeys((("indexed", "0"), ("indexed", "8"), ("theme", "1")), 0.0),
}
"""The white and the black of every workbook; other colours of a theme are not looked up."""

_PALE = 225_000
"""The brightness, of 255,000, from which on white letters are not told from their ground."""

_ALIKE = 32
"""Colours are not told from each other where red, green and blue differ by no more, of 255."""

_SMALLEST = 4.0
"""Letters of fewer points are dots."""


def _colour(attributes: dict[str, str]) -> _Colour | None:
    """Return a colour's red, green and blue, None where it is not known."""
    try:
        if rgb := attributes.get("rgb"):
            red, green, blue = bytes.fromhex(rgb[-6:])
            return red, green, blue
        tint = float(attributes.get("tint", "0"))
    except ValueError:
        return None
    light = next((_GREYS[each] for each in attributes.items() if each in _GREYS), None)
    if light is None:
        return None
    grey = round(255 * (light * (1 + tint) if tint < 0 else light * (1 - tint) + tint))
    return grey, grey, grey


def _blends(ink: _Colour | None, ground: _Colour | None) -> bool:
    """Tell whether letters cannot be read on their ground; what is not known is read."""
    if ink is None or ground is None:
        return False
    red, green, blue = ground
    pale = ink == _WHITE and 299 * red + 587 * green + 114 * blue >= _PALE
    return pale or all(abs(one - other) <= _ALIKE for one, other in zip(ink, ground, strict=True))


class _Reader:
    """Collects the number format, the font and the fill of each cell style."""

    def __init__(self) -> None:
        self.codes = dict(BUILT_IN)
        self.styles: list[tuple[str, str, str]] = []
        self.fonts: list[bool] = []
        self.inks: dict[str, _Colour | None] = {}
        self.tiny: set[str] = set()
        self.fills: list[_Colour | None] = []
        self.inside = self.in_fonts = False

    def number_format(self, attributes: dict[str, str]) -> None:
        self.codes[attributes.get("numFmtId", "")] = attributes.get("formatCode", "")

    def begin_fonts(self, _: dict[str, str]) -> None:
        self.in_fonts = True

    def end_fonts(self) -> None:
        self.in_fonts = False

    def font(self, _: dict[str, str]) -> None:
        if self.in_fonts:
            self.fonts.append(False)

    def strike(self, attributes: dict[str, str]) -> None:
        if self.in_fonts and self.fonts:
            self.fonts[-1] = xml.is_true(attributes.get("val", "1"))

    def colour(self, attributes: dict[str, str]) -> None:
        if self.in_fonts:
            self.inks[str(len(self.fonts) - 1)] = _colour(attributes)

    def size(self, attributes: dict[str, str]) -> None:
        points = attributes.get("val", "")
        if self.in_fonts and points.replace(".", "", 1).isdecimal() and float(points) < _SMALLEST:
            self.tiny.add(str(len(self.fonts) - 1))

    def fill(self, _: dict[str, str]) -> None:
        self.fills.append(None)

    def pattern(self, attributes: dict[str, str]) -> None:
        self.fills[-1:] = [_WHITE if attributes.get("patternType", "none") == "none" else None]

    def ground(self, attributes: dict[str, str]) -> None:
        if self.fills and self.fills[-1] is None:
            self.fills[-1] = _colour(attributes)

    def begin_cell_formats(self, _: dict[str, str]) -> None:
        self.inside = True

    def end_cell_formats(self) -> None:
        raise xml.Stop

    def cell_format(self, attributes: dict[str, str]) -> None:
        if self.inside:
            given = attributes.get
            self.styles.append((given("numFmtId", "0"), given("fontId", "0"), given("fillId", "0")))

    def result(self) -> Styles:
        formats = {
            str(index): code
            for index, (used, *_) in enumerate(self.styles)
            if (code := self.codes.get(used, GENERAL)) != GENERAL
        }
        struck = {str(number) for number, strikes in enumerate(self.fonts) if strikes}
        return _styles(
            tuple(formats.items()),
            frozenset(str(at) for at, (_, font, _) in enumerate(self.styles) if font in struck),
            frozenset(self._unseen(formats)),
        )

    def _unseen(self, formats: dict[str, str]) -> Iterator[str]:
        """Yield the styles of which nothing is seen; a gradient is no ground that is known."""
        grounds = {str(number): colour for number, colour in enumerate(self.fills)}
        for index, (_, font, fill) in enumerate(self.styles):
            ground = grounds.get(fill) if grounds else _WHITE
            blends = font in self.tiny or _blends(self.inks.get(font), ground)
            if blends or shows_nothing(formats.get(str(index), GENERAL)):
                yield str(index)


@lru_cache(maxsize=64)
def _styles(
    formats: tuple[tuple[str, str], ...], struck: frozenset[str], unseen: frozenset[str]
) -> Styles:
    """Return the styles; those that say the same are one, whatever else tells them apart."""
    dates = frozenset(index for index, code in formats if is_date(code))
    return Styles(dict(formats), dates, struck, unseen)


@remembered
def read_styles(pieces: Iterable[bytes]) -> Styles:
    """Return what the styles of a workbook say."""
    reader = _Reader()
    starts = {
        "numFmt": reader.number_format,
        "fonts": reader.begin_fonts,
        "font": reader.font,
        "strike": reader.strike,
        "color": reader.colour,
        "sz": reader.size,
        "fill": reader.fill,
        "patternFill": reader.pattern,
        "fgColor": reader.ground,
        "cellXfs": reader.begin_cell_formats,
        "xf": reader.cell_format,
    }
    ends = {"fonts": reader.end_fonts, "cellXfs": reader.end_cell_formats}
    xml.parse(pieces, "xl/styles.xml", xml.qualified(starts), xml.qualified(ends))
    return reader.result()
