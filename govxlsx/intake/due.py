"""Which report of a body is due, and by when, where one of it has come."""

from dataclasses import dataclass
from datetime import date

from govxlsx.desk.archive.entry import Submission
from govxlsx.desk.archive.register import Register
from govxlsx.desk.roster.model import Roster
from govxlsx.desk.status import deadline

_EARLY = 10
"""From this month on the report of the year itself may come."""


@dataclass(frozen=True, slots=True)
class Due:
    """``wanted`` is the year of the report that is due, None where it is the one that has come.

    ``deadline`` is the last day for the report that is due, None where that is over or not known.
    """

    wanted: int | None = None
    deadline: date | None = None


def due(given: Submission, received: date, roster: Roster | None, register: Register) -> Due:
    """Tell what is due when a submission was received.

    The year is the roster's, else that before the receipt; one whose report is accepted is not due.
    """
    if given.year is None or not given.agency:
        return Due()
    body = roster.find(given.agency) if roster is not None else None
    last = roster.due(body) if roster is not None else None
    year = (last or received).year - 1
    early = last is None and given.year == received.year and received.month >= _EARLY
    wanted = None
    if given.year != year and not early and not register.accepts(given.agency_key, year):
        wanted = year
    until = deadline(body, wanted or given.year) if body is not None else None
    return Due(wanted, until if until is not None and until >= received else None)
