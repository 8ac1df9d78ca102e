"""What stands in a sheet as text, and where: labels, guidance, names.

Workbooks of one template have the same texts in the same cells of most sheets; they share one
lettering, so that what is found out about it is found out once.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cached_property, lru_cache

from govxlsx.addresses import Position
from govxlsx.text import label_key
from govxlsx.workbook.stencil import Stencil

LABEL_LIMIT = 120
"""A text of so many characters is no label."""

_HEADING_LIMIT = 40
"""A text of so many characters is not the label of an entry or of a column of text."""

_MOST = 1 << 16
"""So many characters may the texts of a sheet have whose lettering is remembered."""


class Lettering:
    """The texts of a sheet by position, in order. It may be shared: nobody changes it.

    ``cells`` counts all cells of the sheet; where they are shared, one without a number may be
    blank. ``judged`` remembers what a reader decides of all sheets that have it, by its question.
    """

    def __init__(self, texts: dict[Position, str], cells: int) -> None:
        self.texts, self.cells = texts, cells
        self.judged: dict[str, bool] = {}

    @cached_property
    def headings(self) -> Mapping[str, Position]:
        """Where each text first stands that may name an entry or a column, by its label's key."""
        return {
            label_key(text): at
            for at, text in reversed(self.texts.items())
            if len(text) < _HEADING_LIMIT
        }

    @cached_property
    def labels(self) -> Mapping[str, Sequence[Position]]:
        """Where each short text stands, in order, by what makes it a label."""
        found: dict[str, list[Position]] = {}
        for at, text in self.texts.items():
            if len(text) < LABEL_LIMIT:
                found.setdefault(label_key(text), []).append(at)
        return found


def lettering(stencil: Stencil, texts: tuple[str, ...]) -> Lettering | None:
    """Return the lettering of a sheet, given what stands in the text cells of its stencil."""
    return _lettering(stencil, texts) if sum(map(len, texts)) <= _MOST else None


@lru_cache(maxsize=128)
def _lettering(stencil: Stencil, texts: tuple[str, ...]) -> Lettering:
    places = (stencil.slots[each].at for each in (*stencil.strings, *stencil.others))
    return Lettering(dict(sorted(zip(places, texts, strict=True))), len(stencil.slots))
