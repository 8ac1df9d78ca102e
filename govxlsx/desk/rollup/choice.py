"""What a roll-up counts and what it does not, and what decides it."""

from dataclasses import dataclass, field

from govxlsx.desk.rollup.submission import Candidate
from govxlsx.desk.roster.model import Body, Roster
from govxlsx.errors import UsageError
from govxlsx.report.model import GOVERNMENTS, WHOLE_AREA

GIVEN_ORDER = "没有登记簿，按给出的先后"
"""What tells the later of two submissions where there is no register."""


@dataclass(frozen=True, slots=True)
class Counted:
    """A submission that is counted, under the name that the roster gives the body."""

    submission: Candidate
    name: str
    kind: str
    note: str = ""


@dataclass(frozen=True, slots=True)
class LeftOut:
    """A submission that is not counted. ``blocking``: once it is mended it will be counted.

    ``instead`` is the submission of the same body that replaced it.
    """

    submission: Candidate
    name: str
    reason: str
    blocking: bool = False
    instead: Candidate | None = None


@dataclass(frozen=True, slots=True)
class Missing:
    """A body of the roster that has not submitted."""

    name: str
    kind: str
    note: str = ""


@dataclass(slots=True)
class Choice:
    """What is summed and what is not. ``own`` is the report of the very government summed for."""

    counted: list[Counted] = field(default_factory=list)
    left_out: list[LeftOut] = field(default_factory=list)
    missing: list[Missing] = field(default_factory=list)
    notices: list[str] = field(default_factory=list)
    own: Candidate | None = None


@dataclass(frozen=True, slots=True)
class Wanted:
    """What is to be summed: for which government, by which roster, and whether as a draft.

    ``agency`` is the government's name, "" where none was named; ``target`` its line in the
    roster. ``by`` says what tells the later of two submissions.
    """

    agency: str = ""
    roster: Roster | None = None
    target: Body | None = None
    draft: bool = False
    by: str = GIVEN_ORDER


def wanted(held: Roster | None, agency: str, by: str, *, draft: bool) -> Wanted:
    """Return for whom is summed: the agency named, else the roster's only topmost government.

    Raises UsageError where the roster has no such agency, or several topmost governments.
    """
    if held is None:
        return Wanted(agency=agency, draft=draft, by=by)
    if agency:
        target = held.find(agency)
        if target is None:
            raise UsageError(
                f"名册“{held.source}”中没有“{agency}”。请在名册里为它写一行，"
                "并把归它汇总的机关的“上级机关”写成它。"
            )
        return Wanted(target.name, held, target, draft, by)
    tops = held.tops
    if len(tops) > 1:
        names = "、".join(each.name for each in tops[:5])
        raise UsageError(
            f"名册里最上级的机关有 {len(tops)} 个（{names}），请用 --agency 写明汇总哪一个。"
        )
    target = tops[0] if tops else None
    return Wanted(target.name if target is not None else "", held, target, draft, by)


def whole_area(submission: Candidate, kind: str) -> bool:
    """Tell whether a report is the sum of an area; where 统计范围 is blank, its kind tells."""
    return submission.agency.scope == WHOLE_AREA or (
        not submission.agency.scope and kind in GOVERNMENTS
    )
