"""A roster's bodies, found by name, and who stands above and below whom."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property

from govxlsx.checking.enrolled import Enrolled
from govxlsx.checking.likeness.shares import closest
from govxlsx.patterns import regex
from govxlsx.report.identity import agency_key
from govxlsx.report.model import GOVERNMENTS, Report
from govxlsx.text import trim

SEPARATORS = regex("[、;；|｜,，]")
"""What stands between several names, or several addresses, in one cell."""

_ALIKE = 60
"""From this share (%) of common characters on a name may be meant for another."""


@dataclass(frozen=True, slots=True)
class Body:
    """One body of the roster. ``parent`` is the parent's name as the parent's own line has it.

    ``deadline`` is the last day on which its report is in time, None where the law's holds;
    ``code`` is what it proves itself with on the page, "" where it has none.
    """

    name: str
    kind: str
    parent: str = ""
    aliases: tuple[str, ...] = ()
    line: int = 0
    contact: str = ""
    phone: str = ""
    email: str = ""
    deadline: date | None = None
    code: str = field(default="", repr=False)

    @property
    def keys(self) -> tuple[str, ...]:
        """What name and aliases are compared by: an agency's key."""
        return tuple(map(agency_key, (self.name, *self.aliases)))

    @property
    def addresses(self) -> tuple[str, ...]:
        """The mail addresses, each by itself."""
        return tuple(filter(None, map(trim, SEPARATORS.split(self.email))))

    @property
    def is_government(self) -> bool:
        """True for 县级以上地方人民政府."""
        return self.kind in GOVERNMENTS


@dataclass(frozen=True)
class Roster:
    """The bodies in the order of the file. Names are compared by their keys."""

    bodies: tuple[Body, ...]
    source: str = field(default="", compare=False)

    @cached_property
    def _by_key(self) -> dict[str, Body]:
        return {key: each for each in self.bodies for key in each.keys}

    @cached_property
    def _children(self) -> dict[str, tuple[Body, ...]]:
        found: dict[str, list[Body]] = {}
        for each in self.bodies:
            found.setdefault(each.parent, []).append(each)
        return {name: tuple(bodies) for name, bodies in found.items()}

    @property
    def roots(self) -> tuple[Body, ...]:
        """The bodies without a parent."""
        return self._children.get("", ())

    @property
    def tops(self) -> tuple[Body, ...]:
        """The bodies without a parent that are the parent of others."""
        return tuple(each for each in self.roots if self.children(each))

    def find(self, name: str) -> Body | None:
        """Return the body of that name or alias, None where there is none."""
        return self._by_key.get(agency_key(name)) if trim(name) else None

    def nearest(self, name: str) -> Body | None:
        """Return the body whose name or alias is most like a name that is none of them."""
        found = closest(agency_key(name), self._by_key, _ALIKE)
        return self._by_key[found] if found is not None else None

    def namesakes(self, name: str) -> tuple[str, ...]:
        """Return the bodies of that name that are told apart by the names of their parents."""
        key = agency_key(name)
        told = ((each.name, agency_key(each.parent + name)) for each in self.bodies if each.parent)
        return tuple(full for full, whole in told if key and agency_key(full) == whole)

    @cached_property
    def _due(self) -> date | None:
        """The last deadline where all are of one year: then it tells the year for every body."""
        days = sorted(each.deadline for each in self.bodies if each.deadline is not None)
        return days[-1] if days and days[0].year == days[-1].year else None

    def enrolled(self, report: Report) -> Enrolled:
        """Return what the rules compare a report with."""
        body = self.find(report.agency.name)
        if body is None:
            named = self.namesakes(report.agency.name)
            near = self.nearest(report.agency.name)
            return Enrolled(nearest=near.name if near is not None else "", namesakes=named)
        return Enrolled(body.name, kind=body.kind, deadline=self.due(body))

    def due(self, body: Body | None) -> date | None:
        """Return the last day for a body's report, as far as the roster tells it."""
        return (body.deadline if body is not None else None) or self._due

    def children(self, body: Body) -> tuple[Body, ...]:
        """Return the bodies directly below a body."""
        return self._children.get(body.name, ())

    def below(self, body: Body) -> Iterator[Body]:
        """Yield all bodies below a body, each after its parent."""
        waiting = list(reversed(self.children(body)))
        while waiting:
            each = waiting.pop()
            yield each
            waiting.extend(reversed(self.children(each)))

    def above(self, body: Body) -> Iterator[Body]:
        """Yield the bodies above a body, the nearest first."""
        while body.parent:
            body = self._by_key[agency_key(body.parent)]
            yield body
