"""Who of a roster has submitted, who is late or missing, and who was returned with what.

Deadlines: 《中华人民共和国政府信息公开条例》第四十九条. Departments submit by 31 January of the
following year, a government's own report is published by 31 March.
"""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from pathlib import Path

from govxlsx.checking.finding import code_and_place
from govxlsx.checking.rule import Severity
from govxlsx.desk.archive.current import submissions
from govxlsx.desk.archive.entry import Submission
from govxlsx.desk.roster.model import Body, Roster
from govxlsx.report.identity import name_told

_SHOWN = 12
"""So many faults of a returned report are told."""

_DEPARTMENTS, _GOVERNMENTS = (1, 31), (3, 31)


class BodyState(StrEnum):
    """How a body stands; the worst comes first."""

    OVERDUE = "overdue"
    RETURNED = "returned"
    WAITING = "waiting"
    LATE = "late"
    DONE = "done"


STATE_WORDS = {
    BodyState.OVERDUE: "逾期未报",
    BodyState.RETURNED: "已退回",
    BodyState.WAITING: "未到期限",
    BodyState.LATE: "迟报",
    BodyState.DONE: "已报送",
}
"""What the states are called."""


def deadline(body: Body, year: int) -> date:
    """Return the last day on which a body's report of ``year`` is in time.

    The roster's, where it falls into the year after; else the law's (第四十九条).
    """
    if body.deadline is not None and body.deadline.year == year + 1:
        return body.deadline
    month, day = _GOVERNMENTS if body.is_government else _DEPARTMENTS
    return date(year + 1, month, day)


@dataclass(frozen=True, slots=True)
class Standing:
    """How one body stands on a day.

    ``received`` is when the first report that could be accepted came, ``counted`` the accepted one
    that counts, ``last`` the last submission of all. ``days_late`` counts from the deadline to
    the first accepted report, or to the day of looking where there is none; ``days_left`` to the
    deadline, below 0 after it. ``held`` are all submissions in order; where there is none,
    ``instead`` is the last one that came for another year in the time for this one.
    """

    body: Body
    state: BodyState
    deadline: date
    submissions: int = 0
    received: date | None = None
    counted: Submission | None = None
    last: Submission | None = None
    days_late: int = 0
    days_left: int = 0
    held: tuple[Submission, ...] = ()
    instead: Submission | None = None

    @property
    def returned(self) -> Submission | None:
        """The last submission where it was returned, also after one that was accepted."""
        return self.last if self.last is not None and not self.last.accepted else None

    @property
    def faults(self) -> tuple[str, ...]:
        """What the last submission was returned with: codes, places and what is wrong there."""
        return () if self.returned is None else faults(self.returned)

    @property
    def sentences(self) -> tuple[str, ...]:
        """What is to be said beside the state: returned when and with what, or corrected when."""
        return tuple(_sentences(self))

    @property
    def lateness(self) -> str:
        """How many days late, "" where it is in time or there still is time."""
        if not self.days_late:
            return ""
        return f"{'迟报' if self.received is not None else '已逾期'} {self.days_late} 天"


def timing(standing: Standing) -> str:
    """Return how many days late, or how many are left where nothing was accepted yet."""
    if standing.received is not None or standing.days_left < 0:
        return standing.lateness
    return f"还有 {standing.days_left} 天" if standing.days_left else "今天到期"


def _sentences(standing: Standing) -> Iterator[str]:
    returned = standing.returned
    if returned is not None:
        again = "接收之后又报送的一份，" if standing.counted is not None else ""
        count = len(standing.faults)
        why = f"，问题 {count} 处：" if count else "。"
        yield f"{again}{returned.counted_on} 报送、已退回（{returned.path}）{why}"
        yield from standing.faults[:_SHOWN]
        if count > _SHOWN:
            yield f"……等 {count} 处。"
    if standing.counted is not None and standing.counted.counted_on != standing.received:
        yield f"{standing.counted.counted_on} 又报送了更正的一份"
    other = standing.instead
    if other is not None:
        told = f"{other.counted_on} 报送的一份（{other.path}）写的是 {other.year} 年度"
        yield f"{told}，不算这个年度的"


@dataclass(frozen=True, slots=True)
class Status:
    """All bodies of a roster in its order, and what belongs to none of them.

    ``other_years`` tells how many submissions there are of each other year where this one has none.
    """

    year: int
    on: date
    standings: tuple[Standing, ...]
    strangers: tuple[Submission, ...]
    unknown: tuple[Submission, ...]
    other_years: tuple[tuple[int, int], ...] = ()

    @property
    def of_nobody(self) -> tuple[tuple[str, str, tuple[Submission, ...]], ...]:
        """What belongs to no body of the roster: a key, what it is called, the submissions."""
        return (
            ("strangers", "名册中没有的机关", self.strangers),
            ("unknown", "看不出机关或年度的报送", self.unknown),
        )

    def count(self, state: BodyState) -> int:
        """Return how many bodies are in a state."""
        return sum(each.state is state for each in self.standings)

    @property
    def sentence(self) -> str:
        """How many bodies are in each state."""
        counts = "、".join(f"{word} {self.count(state)}" for state, word in STATE_WORDS.items())
        return f"名册中共 {len(self.standings)} 个机关：{counts}。"

    @property
    def worst_first(self) -> tuple[Standing, ...]:
        """The bodies by state, within a state in the roster's order."""
        order = list(BodyState)
        return tuple(sorted(self.standings, key=lambda each: order.index(each.state)))


def faults(submission: Submission) -> tuple[str, ...]:
    """Return why a submission was returned: each finding that stops it, place and words, once."""
    if submission.error_code:
        return (f"{submission.error_code}：{submission.error}",)
    stopping = [each for each in submission.findings if each.severity == Severity.ERROR]
    if not stopping:
        stopping = [
            each
            for each in submission.findings
            if each.severity == Severity.WARNING and each.explained is None
        ]
    told = (
        f"{code_and_place(each.code, each.sheet, each.cell)}：{each.message}" for each in stopping
    )
    return tuple(dict.fromkeys(told))


def told(submission: Submission) -> str:
    """Return whose a submission is, when and as what it came, and why it cannot be used."""
    reason = f"：{submission.error}" if submission.error else ""
    name = name_told(submission.agency)
    return f"{name}，{submission.counted_on}，{submission.path}{reason}"


def take_stock(roster: Roster, folder: Path, year: int, on: date) -> Status:
    """Tell how every body of the roster stands with its report of ``year`` on the day ``on``.

    Submissions of other years, and later ones than ``on``, are left aside; one whose year is not
    known is told of where it came in the year after ``year``. ``folder`` is the archive. Raises
    ArchiveError.
    """
    seen = sorted(
        (each for each in submissions(folder) if each.counted_on <= on),
        key=lambda each: each.order,
    )
    of_body: dict[str, list[Submission]] = {}
    instead: dict[str, Submission] = {}
    strangers: list[Submission] = []
    unknown: list[Submission] = []
    for each in seen:
        if each.year is None or not each.agency:
            if each.year == year or (each.year is None and each.counted_on.year == year + 1):
                unknown.append(each)
        elif each.year == year:
            body = roster.find(each.agency)
            if body is None:
                strangers.append(each)
            else:
                of_body.setdefault(body.name, []).append(each)
        elif each.counted_on.year == year + 1 and (body := roster.find(each.agency)) is not None:
            instead[body.name] = each
    standings = tuple(
        _standing(body, of_body.get(body.name, []), instead.get(body.name), year, on)
        for body in roster.bodies
    )
    others = Counter(each.year for each in seen if each.year is not None)
    other_years = () if year in others else tuple(sorted(others.items()))
    return Status(year, on, standings, tuple(strangers), tuple(unknown), other_years)


def _standing(
    body: Body, held: list[Submission], instead: Submission | None, year: int, on: date
) -> Standing:
    until = deadline(body, year)
    accepted = [each for each in held if each.accepted]
    received = accepted[0].counted_on if accepted else None
    late = max(0, ((received or on) - until).days)
    if received is not None:
        state = BodyState.LATE if late else BodyState.DONE
    elif held:
        state = BodyState.RETURNED
    else:
        state = BodyState.OVERDUE if late else BodyState.WAITING
    return Standing(
        body=body,
        state=state,
        deadline=until,
        submissions=len(held),
        received=received,
        counted=accepted[-1] if accepted else None,
        last=held[-1] if held else None,
        days_late=late,
        days_left=(until - on).days,
        held=tuple(held),
        instead=None if held else instead,
    )
