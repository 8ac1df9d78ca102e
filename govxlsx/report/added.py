"""Figures added up: a blank counts as 0, and a total left blank is read as the sum of its parts.

Whoever uses a total reads it here; whether it is what its parts add up to is ``arithmetic``'s.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from govxlsx.form.editions.model import Edition
from govxlsx.report.figure import Figure, Number


@dataclass(frozen=True, slots=True)
class Added:
    """A sum of figures, and the ``fields`` that it was made of.

    ``value`` is None where one of them is unreadable or not in the form, 0 where all are ``blank``.
    ``computed`` tells that a total left blank was read as its parts.
    """

    fields: tuple[str, ...]
    value: Number | None
    blank: bool
    computed: bool


def add(form: Edition, figures: Mapping[str, Figure], named: Iterable[str]) -> Added:
    """Add up figures of a form by field id."""
    fields: list[str] = []
    computed = False
    for each in named:
        parts = _summands(form, figures, each)
        fields += parts
        computed = computed or (
            parts != (each,) and any(figures[part].value is not None for part in parts)
        )
    value: Number = 0
    blank = True
    for each in fields:
        figure = figures.get(each)
        if figure is None or not figure.readable:
            return Added(tuple(fields), None, False, computed)
        if figure.value is not None:
            value, blank = value + figure.value, False
    return Added(tuple(fields), value, blank, computed)


def _summands(form: Edition, figures: Mapping[str, Figure], field_id: str) -> tuple[str, ...]:
    """Return what is added up for a figure: itself, or what makes up a total left blank."""
    figure, parts = figures.get(field_id), form.parts_of_total.get(field_id)
    if parts is None or figure is None or figure.value is not None or not figure.readable:
        return (field_id,)
    return tuple(one for part in parts for one in _summands(form, figures, part))
