"""What cell styles say of their cells: number formats, dates, words struck out.

Source: ECMA-376 Part 1, 18.8 (Styles).
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from govxlsx.workbook import xml
from govxlsx.workbook.formats import BUILT_IN, GENERAL, is_date
from govxlsx.workbook.remembered import remembered


@dataclass(frozen=True, slots=True, eq=False)
class Styles:
    """The styles of a workbook by their index (as text, like a cell's ``s``); equal to none other.

    ``formats`` are number formats other than General; ``dates`` show dates; ``struck`` strike out.
    """

    formats: dict[str, str]
    dates: frozenset[str]
    struck: frozenset[str]


NO_STYLES = Styles({}, frozenset(), frozenset())


class _Reader:
    """Collects the number format and the font of each cell style."""

    def __init__(self) -> None:
        self.codes = dict(BUILT_IN)
        self.styles: list[tuple[str, str]] = []
        self.fonts: list[bool] = []
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

    def begin_cell_formats(self, _: dict[str, str]) -> None:
        self.inside = True

    def end_cell_formats(self) -> None:
        raise xml.Stop

    def cell_format(self, attributes: dict[str, str]) -> None:
        if self.inside:
            self.styles.append((attributes.get("numFmtId", "0"), attributes.get("fontId", "0")))

    def result(self) -> Styles:
        formats = {
            str(index): code
            for index, (used, _) in enumerate(self.styles)
            if (code := self.codes.get(used, GENERAL)) != GENERAL
        }
        struck = {str(number) for number, strikes in enumerate(self.fonts) if strikes}
        return Styles(
            formats,
            frozenset(index for index, code in formats.items() if is_date(code)),
            frozenset(str(index) for index, (_, font) in enumerate(self.styles) if font in struck),
        )


@remembered
def read_styles(pieces: Iterable[bytes]) -> Styles:
    """Return what the styles of a workbook say."""
    reader = _Reader()
    starts = {
        "numFmt": reader.number_format,
        "fonts": reader.begin_fonts,
        "font": reader.font,
        "strike": reader.strike,
        "cellXfs": reader.begin_cell_formats,
        "xf": reader.cell_format,
    }
    ends = {"fonts": reader.end_fonts, "cellXfs": reader.end_cell_formats}
    xml.parse(pieces, "xl/styles.xml", xml.qualified(starts), xml.qualified(ends))
    return reader.result()
