"""The sheet 填报说明, drawn: labels that lead to a sheet, examples of colours, plain lines."""

from govxlsx.addresses import Area, Place
from govxlsx.form import guide
from govxlsx.form.editions.model import Edition
from govxlsx.form.layout import GUIDE
from govxlsx.template import styles
from govxlsx.template.book import BookWriter
from govxlsx.template.measure import height
from govxlsx.template.sheet import SheetWriter

_WIDTHS = (18.0, 76.0)
_TAB = "#8497A8"
_SHOWN: tuple[styles.Style, ...] = (
    {**styles.INPUT, "locked": 1},
    styles.TOTAL,
    {**styles.LABEL, "align": "center", "indent": 0},
    {**styles.CENTERED, **styles.BROKEN},
)
"""The colours that the guide explains, in its order."""


class _Page:
    def __init__(self, sheet: SheetWriter) -> None:
        self.sheet = sheet
        self.row = 2

    def section(self, title: str) -> None:
        self.sheet.fill(Area(self.row, 0, self.row, 1), title, styles.SECTION)
        self.sheet.height(self.row, 28)
        self.row += 1

    def line(
        self, label: str, text: str, style: styles.Style = styles.HEAD, linked: bool = False
    ) -> None:
        if linked:
            self.sheet.link(self.row, 0, Place(label, "A1"), label, style)
        else:
            self.sheet.write(self.row, 0, label, style)
        self.sheet.write(self.row, 1, text, styles.PLAIN)
        self.sheet.height(self.row, height(text, _WIDTHS[1], least=22))
        self.row += 1


def write(book: BookWriter, edition: Edition) -> None:
    """Write the sheet."""
    sheet = book.sheet(GUIDE, _TAB)
    sheet.head(guide.TITLE, guide.HINT, _WIDTHS)
    page = _Page(sheet)
    for title, lines in guide.sections(edition):
        page.section(title)
        shown = _SHOWN if title == guide.COLOURS else (styles.HEAD,) * len(lines)
        for (label, text), style in zip(lines, shown, strict=True):
            if title == guide.STEPS:
                page.line(label, text, styles.LINK, linked=True)
            else:
                page.line(label, text, style)
    sheet.quiet(("number_stored_as_text",), Area(0, 0, page.row, 1))
    sheet.print_as(Area(0, 0, page.row - 1, 1), pages=1)
    sheet.protect()
