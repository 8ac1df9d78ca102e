"""What the rules on numbers of persons share: a fact of each, which shows none of them whole.

A number that stands in many places of a sheet is one fact.
"""

from collections.abc import Callable, Iterator

from govxlsx.checking.case import Case, Passage
from govxlsx.checking.fact import Fact
from govxlsx.checking.repeated import folding
from govxlsx.checking.rule import Look
from govxlsx.personal import Found, NumberKind


def of_kind(
    kind: NumberKind, fits: Callable[[Case, Passage, Found], bool] = lambda *_: True
) -> Look:
    """Return a look that makes a fact of every number of a kind, masked; ``fits`` may refuse."""

    def look(case: Case) -> Iterator[Fact]:
        for passage, found in case.persons:
            if found.kind is kind and fits(case, passage, found):
                yield _fact(passage, found)

    return folding(look)


def _fact(passage: Passage, found: Found) -> Fact:
    at = passage.paragraph.at
    sheet, cell = (at.sheet, at.cell) if at is not None else ("", "")
    words = {"shown": found.shown, "times": "", "where": cell, "sheet": sheet}
    return Fact.placed(at, found=found.shown, words=words)
