"""The plain script that checking is measured against: pandas reads the tables, and adds up.

It knows the cells of the official template. It reads the sheets that it needs, or, as most would
write it, all of them (``sheet_name=None``). As a program (``plain.py ENGINE FOLDER``) it reads the
needed sheets of every workbook of a folder.
"""

import sys
from decimal import Decimal
from pathlib import Path

import pandas as pd

from govxlsx.addresses import position
from govxlsx.form import layout
from govxlsx.form.editions import edition_by_id
from govxlsx.form.editions.model import Edition

ENGINES = ("openpyxl", "calamine")


def _number(cell: object) -> Decimal:
    if isinstance(cell, bool) or not isinstance(cell, int | float) or pd.isna(cell):
        return Decimal(0)
    return Decimal(str(cell))


def check(path: Path, edition: Edition, engine: str, *, every: bool = False) -> int:
    """Return the number of broken sums of a workbook; ``every`` sheet is read, or the needed."""
    places = layout.places(edition.id)
    needed = list(dict.fromkeys(place.sheet for place in places.values()))
    wanted = None if every else needed
    frames = pd.read_excel(path, sheet_name=wanted, engine=engine, header=None)
    figures: dict[str, Decimal] = {}
    for field_id, place in places.items():
        row, column = position(place.cell)
        figures[field_id] = _number(frames[place.sheet].iat[row, column])
    broken = 0
    for each in edition.sums:
        totals = sum(figures[field_id] for field_id in each.totals)
        broken += totals != sum(figures[field_id] for field_id in each.parts)
    return broken


def main(engine: str, folder: str) -> None:
    """Check the workbooks of a folder, all of the form in force."""
    for path in sorted(Path(folder).glob("*.xlsx")):
        print(path.name, check(path, edition_by_id("2021"), engine))


if __name__ == "__main__":
    main(*sys.argv[1:])
