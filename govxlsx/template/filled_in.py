"""What must be filled in, as 校验 computes it: who reports, the tables' cells, the parts' text."""

from collections.abc import Iterator

from govxlsx.addresses import address
from govxlsx.form.control import BLANK, CORRECT, UNCOMPUTED, WRONG
from govxlsx.form.editions.model import Edition, Part
from govxlsx.form.layout import LIST_TOP, entry_place
from govxlsx.report.interchange import Interchange
from govxlsx.report.model import KINDS
from govxlsx.report.narrative import paragraphs
from govxlsx.template.computation import Computation, Computed
from govxlsx.template.lists import ROOM
from govxlsx.template.positions import cells, references
from govxlsx.template.values import Values
from govxlsx.text import trim

_LAST_YEAR = 9999
_SPACE = "\u3000"
"""The ideographic space, which TRIM leaves."""


def filled_in(edition: Edition, values: Values, data: Interchange | None) -> Iterator[Computation]:
    """Yield what the first lines of the form's 校验 demand; ``values`` are the figures as shown."""
    yield _filled("name", "TRUE", data.agency.name if data else "", holds=True)
    yield _year(edition, data.year if data else None)
    yield _kind(data.agency.kind if data else "")
    for part in edition.parts:
        yield _table(edition, part, values) if part.table else _narrative(part, data)


def _length(cells: str) -> str:
    return f'LEN(TRIM(SUBSTITUTE({cells},"{_SPACE}","")))'


def _filled(key: str, condition: str, value: object, holds: bool) -> Computation:
    """Compute an entry of 基本信息; ``{}`` in the condition stands for its cell."""
    place = entry_place(key)
    cell = f"'{place.sheet}'!{place.cell}"
    formula = (
        f'IFERROR(IF({_length(cell)}=0,"{BLANK}",'
        f'IF({condition.replace("{}", cell)},"{CORRECT}","{WRONG}")),"{WRONG}")'
    )
    blank = value is None or not trim(str(value))
    return Computation(formula, BLANK if blank else CORRECT if holds else WRONG)


def _year(edition: Edition, year: int | None) -> Computation:
    first, last = edition.first_year, edition.last_year or _LAST_YEAR
    condition = f"AND(ISNUMBER({{}}),{{}}>={first},{{}}<={last})"
    return _filled("year", condition, year, first <= (year or 0) <= last)


def _kind(kind: str) -> Computation:
    choices = ",".join(f'"{each}"' for each in KINDS)
    return _filled("kind", f"ISNUMBER(MATCH(TRIM({{}}),{{{choices}}},0))", kind, kind in KINDS)


def _table(edition: Edition, part: Part, values: Values) -> Computation:
    """Every cell that somebody fills in holds a number; one without a unit holds anything."""
    fields, totals = edition.fields_of[part.table], edition.parts_of_total
    typed = [field for field in fields if field.id not in totals]
    whole, numbers = [each.id for each in typed], [each.id for each in typed if each.unit]
    area = references(cells(edition, whole), part.sheet)
    counted = references(cells(edition, numbers), part.sheet)
    formula = (
        f'IF(COUNTA({area})<{len(whole)},"{BLANK}",'
        f'IF(COUNT({counted})<COUNTA({counted}),"{UNCOMPUTED}","{CORRECT}"))'
    )
    filled = sum(values[field] is not None for field in whole)
    plain = not any(isinstance(values[field], str) for field in numbers)
    result = BLANK if filled < len(whole) else CORRECT if plain else UNCOMPUTED
    found, expected = Computed(f"COUNTA({area})", filled), Computed(str(len(whole)), len(whole))
    return Computation(formula, result, found, expected)


def _narrative(part: Part, data: Interchange | None) -> Computation:
    """There is text besides the headings that the template writes in beforehand."""
    area = f"'{part.sheet}'!{address(LIST_TOP, 1)}:{address(LIST_TOP + ROOM - 1, 1)}"
    headings = "".join(f'-COUNTIF({area},"{each}")' for each in part.aspects)
    count = f"SUMPRODUCT(--({_length(area)}>0)){headings}"
    formula = f'IFERROR(IF({count}>0,"{CORRECT}","{BLANK}"),"{UNCOMPUTED}")'
    given = data.narrative.get(part.narrative, "") if data else ""
    written = any(each.text not in part.aspects for each in paragraphs(given))
    return Computation(formula, CORRECT if written else BLANK)
