"""Figures that their cells show otherwise than they are stored, for a number format: 4900%."""

from collections.abc import Iterable, Iterator, Mapping
from decimal import Decimal

from govxlsx.form.editions.tables import Field, FigureKind
from govxlsx.patterns import regex
from govxlsx.reading.figures import IN_YUAN
from govxlsx.report.figure import Figure, Number
from govxlsx.workbook import shown_number

_SUSPECT = regex(r"[%‰百千万亿元]|\"[^\"]*[0-9][^\"]*\"|[\\!][0-9.]|[0#],+(?![0#?,])")
"""What in a format may make another number of one: a share, a unit, fixed digits, thousands."""

_NUMERAL = regex(r"([0-9][0-9,]*)(?:\.([0-9]+))?\s*(万元|亿元|[%‰百千万亿元])?")
_TIMES = {"百": 100, "千": 1000, "万": 10_000, "亿": 100_000_000}
_ROUNDED = Decimal("0.5")


def is_suspect(code: str) -> bool:
    """Tell whether a number format may show another number than is stored."""
    return _SUSPECT.search(code) is not None


def otherwise(
    formats: Iterable[tuple[Field, str]], figures: Mapping[str, Figure]
) -> Iterator[tuple[str, str]]:
    """Yield the ids of figures that are shown as other numbers, each with what is shown.

    A count that is no whole number is told of for itself.
    """
    for field, code in formats:
        value = figures[field.id].value
        if not value or (field.kind is not FigureKind.DECIMAL and value != int(value)):
            continue
        shown = shown_number(str(value), code)
        if shown is not None and not _says(shown, value, field):
            yield field.id, shown


def _says(shown: str, value: Number, field: Field) -> bool:
    """Tell whether what is shown means the value, or the value rounded; a share means neither."""
    found = _NUMERAL.search(shown)
    if found is None:
        return False
    unit, decimals = found[3] or "", found[2] or ""
    money = f"{unit.removesuffix('元')}元" if unit and field.unit in IN_YUAN else ""
    times = Decimal(_TIMES.get(unit[:1], 1))
    if money in IN_YUAN:
        times = IN_YUAN[money] / IN_YUAN[field.unit]
    said = Decimal(f"{found[1].replace(',', '')}.{decimals or 0}") * times
    step = times * Decimal(1).scaleb(-len(decimals))
    return abs(said - abs(Decimal(value))) <= min(step / 2, _ROUNDED)
