"""The plain script that checking is measured against: pandas with openpyxl, and adding up."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path
from time import perf_counter

import pandas as pd

from govxlsx.addresses import position
from govxlsx.form import layout
from govxlsx.form.editions.model import Edition


def _number(cell: object) -> Decimal:
    if isinstance(cell, bool) or not isinstance(cell, int | float) or pd.isna(cell):
        return Decimal(0)
    return Decimal(str(cell))


def check(path: Path, edition: Edition) -> tuple[float, int]:
    """Return the seconds that reading alone took, and the number of broken sums."""
    start = perf_counter()
    frames = pd.read_excel(path, sheet_name=None, engine="openpyxl", header=None)
    seconds = perf_counter() - start
    figures: dict[str, Decimal] = {}
    for field_id, place in layout.places(edition.id).items():
        row, column = position(place.cell)
        figures[field_id] = _number(frames[place.sheet].iat[row, column])
    broken = 0
    for each in edition.sums:
        totals = sum(figures[field_id] for field_id in each.totals)
        broken += totals != sum(figures[field_id] for field_id in each.parts)
    return seconds, broken
