"""What the rules against a roster share: they need one, and the body's name in the report."""

from collections.abc import Callable

from govxlsx.checking.case import Case
from govxlsx.checking.enrolled import Enrolled
from govxlsx.checking.fact import Fact, Facts, Skipped
from govxlsx.checking.rule import Look

_NO_ROSTER = Skipped("没有提供名册")
_UNNAMED = Skipped("没有填机关名称，不知道是名册中的哪个机关")
_UNLISTED = Skipped("名册中没有这个机关")

Compare = Callable[[Case, Enrolled], Facts]


def by_roster(compare: Compare, *, known: bool = True) -> Look:
    """Return a look that compares a report with the roster; without one it says why it did not.

    With ``known`` only reports of bodies that the roster lists are compared.
    """

    def look(case: Case) -> Facts:
        if case.enrolled is None:
            yield _NO_ROSTER
        elif not case.report.agency.name:
            yield _UNNAMED
        elif known and not case.enrolled.name:
            yield _UNLISTED
        else:
            yield from compare(case, case.enrolled)

    return look


def entry_fact(case: Case, entry: str, found: str, expected: str, **words: str) -> Fact:
    """Return the fact about an entry of 基本信息 that is not as the roster has it."""
    at = case.report.basics.get(entry)
    place = f"（{at.cell}）" if at is not None else ""
    return Fact.placed(
        at,
        cells=(at.cell,) if at is not None else (),
        found=found,
        expected=expected or None,
        words={"place": place, "found": found, "expected": expected, **words},
    )
