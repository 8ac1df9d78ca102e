"""What the rules against last year's report share: they need one, and its figures."""

from collections.abc import Callable

from govxlsx.checking.case import Case
from govxlsx.checking.fact import Facts, Skipped
from govxlsx.checking.rule import Look
from govxlsx.report.model import Report

Against = Callable[[Case, Report], Facts]


def against(compare: Against) -> Look:
    """Return a look that compares with last year's report; without one it says why it did not."""

    def look(case: Case) -> Facts:
        if case.previous is None:
            yield Skipped(case.absent)
        else:
            yield from compare(case, case.previous)

    return look


def uncompared(*names: str) -> Skipped:
    """Return that figures could not be compared, this year's or last year's being unreadable."""
    return Skipped(f"{'、'.join(names)}有空白或读不出的数（本年或上年），没有比较")
