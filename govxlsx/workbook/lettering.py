"""What stands in a sheet as text, and where: labels, guidance, names.

Workbooks of one template have the same texts in the same cells of most sheets; they share one
lettering, so that what is found out about it is found out once.
"""

from collections.abc import Callable, Hashable, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache
from typing import Any, TypeVar

from govxlsx.addresses import Area, Position
from govxlsx.text import label_key
from govxlsx.workbook.stencil import Stencil

LABEL_LIMIT = 120
"""A text of so many characters is no label."""

_HEADING_LIMIT = 40
"""A text of so many characters is not the label of an entry or of a column of text."""

_MOST = 1 << 16
"""So many characters may the texts of a sheet have whose lettering is remembered."""

_QUESTIONS = 32
"""So many answers are remembered of a lettering; a sheet may be called anything."""

_T = TypeVar("_T")


@dataclass(frozen=True, slots=True, eq=False)
class Frame:
    """What is said of a sheet before and after its rows; equal to none other."""

    merges: tuple[Area, ...]
    hidden_columns: frozenset[int]
    margins: tuple[str, ...]


class Lettering:
    """The texts of a sheet by position, in order. It may be shared: nobody changes it.

    Sheets that share one have the same cells, frame and hidden rows; they differ in their numbers,
    which stand in the cells ``numbers``.
    """

    def __init__(self, texts: dict[Position, str], numbers: Sequence[Position] = ()) -> None:
        self.texts, self.numbers = texts, numbers
        self._judged: dict[Hashable, Any] = {}

    def once(self, question: Hashable, judge: Callable[[], _T]) -> _T:
        """Return what ``judge`` says, and the next time what it has said: nobody may change it."""
        known = self._judged
        if question not in known:
            if len(known) >= _QUESTIONS:
                known.clear()
            known[question] = judge()
        found: _T = known[question]
        return found

    @cached_property
    def headings(self) -> dict[str, Position]:
        """Where each text first stands that may name an entry or a column, by its label's key."""
        return {
            label_key(text): at
            for at, text in reversed(self.texts.items())
            if len(text) < _HEADING_LIMIT
        }

    @cached_property
    def labels(self) -> dict[str, list[Position]]:
        """Where each short text stands, in order, by what makes it a label."""
        found: dict[str, list[Position]] = {}
        for at, text in self.texts.items():
            if len(text) < LABEL_LIMIT:
                found.setdefault(label_key(text), []).append(at)
        return found


def lettering(stencil: Stencil, frame: Frame, texts: tuple[str, ...]) -> Lettering | None:
    """Return the lettering of a sheet, given what stands in the text cells of its stencil."""
    return _lettering(stencil, frame, texts) if sum(map(len, texts)) <= _MOST else None


@lru_cache(maxsize=128)
def _lettering(stencil: Stencil, frame: Frame, texts: tuple[str, ...]) -> Lettering:
    places = [slot.at for slot in stencil.slots]
    lettered = (places[each] for each in (*stencil.strings, *stencil.others))
    numbers = [places[each] for each in stencil.numbers or ()]
    return Lettering(dict(sorted(zip(lettered, texts, strict=True))), numbers)
