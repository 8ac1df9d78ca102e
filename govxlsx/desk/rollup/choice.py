"""What a roll-up counts and what it does not, and what decides it."""

from __future__ import annotations

from dataclasses import dataclass, field

from govxlsx.desk.rollup.submission import Candidate
from govxlsx.desk.roster import Body, Roster
from govxlsx.report.model import GOVERNMENTS, WHOLE_AREA


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
    by: str = "没有登记簿，按给出的先后"


def whole_area(submission: Candidate, kind: str) -> bool:
    """Tell whether a report is the sum of an area; where 统计范围 is blank, its kind tells."""
    return submission.agency.scope == WHOLE_AREA or (
        not submission.agency.scope and kind in GOVERNMENTS
    )
