"""A batch of signatures: who submitted twice, whose text and whose figures are another's."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from govxlsx.checking.likeness.neighbours import neighbours
from govxlsx.checking.likeness.signature import SLOTS, Signature

if TYPE_CHECKING:
    import numpy as np
    import numpy.typing as npt


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


class Submissions:
    """The reports of one batch, in the order given; positions count from 0.

    Of several for one agency and year the last one counts; the others are not compared.
    ``sketches`` has those of the signatures, a row for each, where these hold only digests of them.
    """

    def __init__(
        self, signatures: Sequence[Signature], sketches: npt.NDArray[np.uint32] | None = None
    ) -> None:
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
        ends = [self._ends(held) for held in holders]
        found = neighbours(*self._distinct(same), list(self._sole(ends)))
        sizes: Counter[int] = Counter()
        for group, held in zip(found.group.tolist(), holders, strict=True):
            sizes[group] += len(held)
        told: dict[int, Likeness] = {}
        near = zip(found.nearest.tolist(), found.shares.tolist(), strict=True)
        for place, (held, (nearest, share)) in enumerate(zip(holders, near, strict=True)):
            shared = len(ends[place]) > 1
            among = ends[place if shared else nearest] if shared or nearest >= 0 else ()
            percent, size = 100 if shared else int(share * 100), sizes[int(found.group[place])]
            for position in held:
                who = self._foreign(position, among)
                if who is not None:
                    told[position] = Likeness(who, percent, size)
        return told

    def _distinct(
        self, same: Mapping[bytes, Sequence[int]]
    ) -> tuple[npt.NDArray[np.uint32], Sequence[int]]:
        """Return sketches, and the rows of those that differ."""
        if self._sketches is not None:
            return self._sketches, [held[0] for held in same.values()]
        import numpy as np

        return np.frombuffer(b"".join(same), np.uint32).reshape(-1, SLOTS), range(len(same))

    def _sole(self, ends: Sequence[tuple[int, ...]]) -> Iterator[int]:
        """Yield the number of each text's owner; one that several agencies have has its own."""
        known: dict[str, int] = {}
        for place, held in enumerate(ends):
            sole = len(held) == 1
            yield known.setdefault(self._owners[held[0]], len(known)) if sole else -1 - place

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
