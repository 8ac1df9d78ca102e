"""What every sheet begins with: its title in the first row, what to do in the second."""

from govxlsx.addresses import Area
from govxlsx.template.measure import height
from govxlsx.template.sheet import SheetWriter
from govxlsx.template.styles import HINT, TITLE

TITLE_HEIGHT = 30.0


def head(
    sheet: SheetWriter, title: str, hint: str, widths: tuple[float, ...], hint_row: int = 1
) -> None:
    """Set the columns' widths and write title and hint across them."""
    sheet.widths(widths)
    last = len(widths) - 1
    sheet.fill(Area(0, 0, 0, last), title, TITLE)
    sheet.height(0, TITLE_HEIGHT)
    sheet.fill(Area(hint_row, 0, hint_row, last), hint, HINT)
    sheet.height(hint_row, height(hint, sum(widths), least=24, size=10))
