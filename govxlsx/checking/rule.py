"""What a rule is: its place in the catalogue, its words, and the function that looks."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from dataclasses import field as default
from enum import StrEnum
from typing import TYPE_CHECKING

from govxlsx.checking.fact import Fact, Skipped
from govxlsx.form.editions import editions
from govxlsx.form.editions.model import Edition
from govxlsx.report.figure import Figure, State
from govxlsx.report.model import Notice, Remark

if TYPE_CHECKING:
    from govxlsx.checking.case import Case
    from govxlsx.checking.likeness.submissions import Submissions

ALONE = "只检查了一个文件，没有可以比较的"

Look = Callable[["Case"], Iterable[Fact | Skipped]]

Across = Callable[["Submissions"], Iterable[tuple[int, Fact | Skipped]]]
"""Looks at a batch; yields the position of a report with each thing that it has to say of it."""


class Severity(StrEnum):
    """error: no document is written; warning: mend or explain; info: for the record."""

    ERROR = "error"
    WARNING = "warning"
    INFO = "info"


@dataclass(frozen=True, slots=True)
class Rule:
    """One decision. ``title`` names the fault, ``basis`` says who asks.

    ``code`` is how its file's name begins, set by the catalogue; none is used again. ``checks``
    says what is so where the fault is not: "✓ S301 每行的总计等于六类申请人之和".

    ``message`` and ``fix`` have placeholders that facts fill. ``why``, ``bad`` and ``good`` are for
    ``govxlsx explain``. ``needs`` are features that the form must have (``Edition.features``): a
    rule holds for every edition that has them. A rule with ``across`` compares the reports of a
    batch; its ``look`` is ``alone``. One whose ``look`` is ``refused`` says by ``refusals`` what is
    said of a file, by the case of the UnusableWorkbookError; ``{fix}`` there stands for its own.
    """

    title: str
    checks: str
    severity: Severity
    basis: str
    message: str
    fix: str
    why: str
    bad: str
    good: str
    look: Look
    needs: tuple[str, ...] = ()
    across: Across | None = None
    refusals: Mapping[str, str] = default(default_factory=dict)
    code: str = ""

    def applies_to(self, edition: Edition) -> bool:
        """Tell whether a form has what the rule needs."""
        return edition.features.issuperset(self.needs)

    @property
    def editions(self) -> tuple[str, ...]:
        """The ids of the editions to which the rule applies."""
        return tuple(each.id for each in editions() if self.applies_to(each))


def noticed(notice: Notice) -> Look:
    """Return a look that makes a fact of everything the reader noticed of one kind."""

    def look(case: Case) -> Iterable[Fact]:
        return list(map(remarked, case.remarks(notice)))

    return look


def remarked(remark: Remark, **words: str) -> Fact:
    """Return the fact of what the reader noticed, with further words."""
    return Fact(
        sheet=remark.sheet or None,
        cell=remark.cells[0] if remark.cells else None,
        field=remark.fields[0] if remark.fields else None,
        cells=remark.cells,
        fields=remark.fields,
        words={**remark.words, **words},
    )


def either(*looks: Look) -> Look:
    """Return a look that sees what each of several sees."""

    def look(case: Case) -> Iterator[Fact | Skipped]:
        for each in looks:
            yield from each(case)

    return look


QUOTED = 200
"""How many characters of what stands in a figure's cell are quoted."""


def figure_fact(case: Case, field_id: str, figure: Figure, **words: str) -> Fact:
    """Return the fact about one figure: its place, its name, and what stands in its cell."""
    from govxlsx.text import shortened

    at = figure.at
    return Fact.placed(
        at,
        field=field_id,
        cells=(at.cell,) if at is not None else (),
        fields=(field_id,),
        found=figure.value if figure.value is not None else figure.raw or None,
        words={
            "name": case.name(field_id),
            "raw": shortened(figure.raw, QUOTED),
            "value": shortened(figure.text, QUOTED),
            **words,
        },
    )


def in_state(*states: State) -> Look:
    """Return a look that makes a fact of every figure in one of the states."""

    def look(case: Case) -> Iterator[Fact]:
        for field_id, figure in case.figures(*states):
            if figure.at is not None:
                yield figure_fact(case, field_id, figure)

    return look


def refused(_: Case) -> Iterator[Fact]:
    """Look for nothing: what breaks this rule is refused when the file is opened."""
    return iter(())


def alone(_: Case) -> Iterator[Skipped]:
    """Say of a report by itself that there is nothing to compare it with."""
    yield Skipped(ALONE)
