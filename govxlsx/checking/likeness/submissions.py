"""A batch of signatures: who submitted twice, whose text and whose figures are another's."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import compress

from govxlsx.checking.likeness.neighbours import Sketches, neighbours
from govxlsx.checking.likeness.signature import Signature


@dataclass(frozen=True, slots=True)
class Likeness:
    """A report whose text is nearly another agency's.

    ``other`` is that report's position, ``percent`` how much of the two texts is common (80 to
    100), ``reports`` how many of the batch hang together so, this one included.
    """

    other: int
    percent: int
    reports: int


@dataclass(frozen=True, slots=True)
class Twin:
    """A report with another agency's figures: that report's position, how many have the same."""

    other: int
    reports: int


class _Chosen:
    """Some of many sketches, by their places, the lowest first."""

    def __init__(self, sketches: Sketches, places: Sequence[int]) -> None:
        self._sketches, self._places = sketches, places
        self._chosen = bytearray(len(sketches))
        for place in places:
            self._chosen[place] = True

    def __len__(self) -> int:
        return len(self._places)

    def __getitem__(self, place: int, /) -> bytes:
        return self._sketches[self._places[place]]

    def __iter__(self) -> Iterator[bytes]:
        return compress(self._sketches, self._chosen)


class Submissions:
    """The reports of one batch, in the order given; positions count from 0.

    Of several for one agency and year the last one counts; the others are not compared.
    ``sketches`` are those of the signatures, by position, where these hold only digests of them.
    """

    def __init__(self, signatures: Sequence[Signature], sketches: Sketches | None = None) -> None:
        self.signatures = tuple(signatures)
        self._sketches = sketches
        self._owners = [each.owner for each in self.signatures]

    @cached_property
    def _repeated(self) -> dict[int, list[int]]:
        """The reports of one agency and year, by the position of each, where there are several."""
        first: dict[int, dict[str, int]] = {}
        found: dict[int, list[int]] = {}
        for position, each in enumerate(self.signatures):
            if self._owners[position] and each.year is not None:
                one = first.setdefault(each.year, {}).setdefault(self._owners[position], position)
                if one != position:
                    found.setdefault(one, [one]).append(position)
                    found[position] = found[one]
        return found

    def identified(self, position: int) -> bool:
        """Tell whether a report names its agency and its year."""
        return bool(self._owners[position]) and self.signatures[position].year is not None

    def together(self, position: int) -> Sequence[int]:
        """Return the positions of all reports of one agency and year, in the order given."""
        return self._repeated.get(position, (position,))

    def counts(self, position: int) -> bool:
        """Tell whether a report is the one of its agency and year that counts."""
        return self.identified(position) and self.together(position)[-1] == position

    @cached_property
    def _counted(self) -> list[int]:
        return [each for each in range(len(self.signatures)) if self.counts(each)]

    @cached_property
    def likenesses(self) -> dict[int, Likeness]:
        """The reports whose text is nearly another agency's, by position."""
        same: dict[bytes, list[int]] = {}
        for position in self._counted:
            if self.signatures[position].sketch:
                same.setdefault(self.signatures[position].sketch, []).append(position)
        holders = list(same.values())
        if self._sketches is None:
            found = neighbours(list(same))
        else:
            found = neighbours(_Chosen(self._sketches, [held[0] for held in holders]))
        sizes: dict[int, int] = {}
        for place, held in enumerate(holders):
            root = found.root(place)
            sizes[root] = sizes.get(root, 0) + len(held)
        ends = [self._ends(held) for held in holders]
        told: dict[int, Likeness] = {}
        for place, held in enumerate(holders):
            shares = found.shares.get(place, {})
            near = sorted(shares.items(), key=lambda item: (-item[1], item[0]))
            for position in held:
                for other, share in ((place, 1.0), *near):
                    who = self._foreign(position, ends[other])
                    if who is not None:
                        size = sizes[found.root(place)]
                        told[position] = Likeness(who, int(share * 100), size)
                        break
        return told

    @cached_property
    def twins(self) -> dict[int, Twin]:
        """The reports whose figures are another agency's throughout, by position."""
        same: dict[bytes, list[int]] = {}
        for position in self._counted:
            if self.signatures[position].figures:
                same.setdefault(self.signatures[position].figures, []).append(position)
        told: dict[int, Twin] = {}
        for held in same.values():
            ends = self._ends(held)
            for position in held:
                who = self._foreign(position, ends)
                if who is not None:
                    told[position] = Twin(who, len(held))
        return told

    def _ends(self, held: Sequence[int]) -> tuple[int, ...]:
        """Return the first report and the first one of another agency, if there is one.

        Whoever asks finds a foreign one among these two: no group is gone through for each of it.
        """
        first = self._owners[held[0]]
        other = next((each for each in held if self._owners[each] != first), None)
        return (held[0],) if other is None else (held[0], other)

    def _foreign(self, position: int, among: Sequence[int]) -> int | None:
        own = self._owners[position]
        return next((each for each in among if self._owners[each] != own), None)
