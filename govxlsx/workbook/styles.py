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
    ``unseen`` show nothing: white on white, or by a format that shows nothing.
    """

    formats: dict[str, str]
    dates: frozenset[str]
    struck: frozenset[str]
    unseen: frozenset[str] = frozenset()


NO_STYLES = Styles({}, frozenset(), frozenset())
_WHITE = frozenset({("indexed", "1"), ("indexed", "9"), ("theme", "0")})


_PALE = 225_000
"""The brightness, of 255,000, from which on white letters are not told from their ground."""


def _is_white(attributes: dict[str, str]) -> bool:
    if attributes.get("rgb", "").upper().endswith("FFFFFF"):
        return True
    return not attributes.get("tint") and not _WHITE.isdisjoint(attributes.items())


def _is_pale(attributes: dict[str, str]) -> bool:
    """Tell whether white cannot be read on a colour, such as that of what is to be filled in."""
    try:
        red, green, blue = bytes.fromhex(attributes.get("rgb", "")[-6:])
    except ValueError:
        return False
    return 299 * red + 587 * green + 114 * blue >= _PALE


class _Reader:
    """Collects the number format, the font and the fill of each cell style."""

    def __init__(self) -> None:
        self.codes = dict(BUILT_IN)
        self.styles: list[tuple[str, str, str]] = []
        self.fonts: list[bool] = []
        self.white: set[str] = set()
        self.fills: list[bool] = []
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
        if self.in_fonts and _is_white(attributes):
            self.white.add(str(len(self.fonts) - 1))

    def fill(self, _: dict[str, str]) -> None:
        self.fills.append(False)

    def pattern(self, attributes: dict[str, str]) -> None:
        self.fills[-1:] = [attributes.get("patternType", "none") == "none"]

    def ground(self, attributes: dict[str, str]) -> None:
        self.fills[-1:] = [
            self.fills[-1:] == [True] or _is_white(attributes) or _is_pale(attributes)
        ]

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
        """Yield the styles of which nothing is seen; a gradient is no ground of white."""
        plain = {str(number) for number, white in enumerate(self.fills) if white}
        for index, (_, font, fill) in enumerate(self.styles):
            ground = fill in plain or not self.fills
            if (font in self.white and ground) or shows_nothing(formats.get(str(index), GENERAL)):
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
        "fill": reader.fill,
        "patternFill": reader.pattern,
        "fgColor": reader.ground,
        "cellXfs": reader.begin_cell_formats,
        "xf": reader.cell_format,
    }
    ends = {"fonts": reader.end_fonts, "cellXfs": reader.end_cell_formats}
    xml.parse(pieces, "xl/styles.xml", xml.qualified(starts), xml.qualified(ends))
    return reader.result()
