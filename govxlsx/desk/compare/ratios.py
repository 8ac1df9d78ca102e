"""The metrics side by side: a share of each report with both counts, and the percentage points."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from itertools import pairwise

from govxlsx.report.metrics import FEWEST, Measured, metrics
from govxlsx.report.model import Report

TITLE = "指标"
EXPLAINED = (
    "每个指标都写明分子和分母。增减是后一份减前一份的百分点；"
    f"有一份的分母不到 {FEWEST} 件的，不算增减。"
)


@dataclass(frozen=True, slots=True)
class Share:
    """One metric: what each report has, and from each to the next the percentage points.

    A report whose form has no such metric holds None; a step is None where one of the two shares
    cannot be told or has too few cases to compare.
    """

    name: str
    basis: str
    held: tuple[Measured | None, ...]
    steps: tuple[Decimal | None, ...]

    @property
    def texts(self) -> tuple[str, ...]:
        """What each report has, in words."""
        return tuple("无此项" if each is None else each.text for each in self.held)

    @property
    def changed(self) -> bool:
        """True where the reports do not all have the same counts."""
        counts = {each and (each.numerator, each.denominator) for each in self.held}
        return len(counts) > 1


def shares(reports: Sequence[Report]) -> tuple[Share, ...]:
    """Return every metric that one of the reports has, in the order of the newest form."""
    found = [{each.metric.id: each for each in metrics(report)} for report in reports]
    newest = {key: each.metric for held in reversed(found) for key, each in held.items()}
    return tuple(
        Share(
            metric.name,
            metric.basis,
            tuple(held.get(key) for held in found),
            tuple(_steps([held.get(key) for held in found])),
        )
        for key, metric in newest.items()
    )


def _steps(held: Sequence[Measured | None]) -> Iterator[Decimal | None]:
    """Yield the differences of the shares as they are shown."""
    for before, after in pairwise(held):
        if before is None or after is None or not (before.ranked and after.ranked):
            yield None
        else:
            assert before.percent is not None
            assert after.percent is not None
            yield after.percent - before.percent


def points(step: Decimal | None) -> str:
    """Write a difference in percentage points: +0.53; "" where there is none to tell."""
    return "" if step is None else f"{step:+}" if step else f"{step}"
