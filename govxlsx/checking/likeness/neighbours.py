"""Which sketches are nearly the same, found without comparing every two of them.

Locality-sensitive hashing: a sketch is cut into bands, and only sketches that share a band are
compared. In a band each is compared with the first and the one before it, never with all: the
number of comparisons is at most 2 × BANDS for each sketch, however many are alike. A pair that
shares several bands is compared as often: that costs less than to remember it.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from govxlsx.checking.likeness.signature import SLOTS

if TYPE_CHECKING:
    import numpy as np
    import numpy.typing as npt

ROWS = 6
BANDS = SLOTS // ROWS
"""Two texts whose shingles are two thirds alike share a band in 999 cases of 1,000; two that share
a tenth, as any two reports do, in one of 10,000."""

ALIKE = 0.8
"""From which share on two texts are called nearly the same."""

_AT_ONCE = 256
"""So many pairs of sketches are held at once."""

_BANDS_AT_ONCE = 4
_FACTOR, _SHIFT = 0x9E3779B97F4A7C15, 29
"""Mix the numbers of a band into one, as splitmix64 does."""


class Neighbours:
    """What comparing sketches gave. Sketches are named by their place.

    ``group`` numbers the sketches that hang together. ``nearest`` is for each sketch the one of
    another owner that it shares most with, the first of several, -1 where none is nearly the same;
    ``shares`` tells how much of the two texts is common (0.8 to 1).
    """

    def __init__(self, owners: Sequence[int]) -> None:
        import numpy as np

        self.owners = np.array(owners, np.int64)
        self.group = np.arange(len(owners))
        self.nearest = np.full(len(owners), -1)
        self.shares = np.zeros(len(owners))

    def link(
        self,
        first: npt.NDArray[np.int64],
        second: npt.NDArray[np.int64],
        shares: npt.NDArray[np.float64],
    ) -> None:
        """Note that pairs of sketches are nearly the same, each once."""
        import numpy as np

        foreign = self.owners[first] != self.owners[second]
        one = np.concatenate((first[foreign], second[foreign]))
        other = np.concatenate((second[foreign], first[foreign]))
        share = np.concatenate((shares[foreign], shares[foreign]))
        near = self.shares[one]
        better = (share > near) | ((share == near) & (other < self.nearest[one]))
        one, other, share = one[better], other[better], share[better]
        order = np.lexsort((-other, share))  # of several the last is kept
        self.nearest[one[order]] = other[order]
        self.shares[one[order]] = share[order]
        self._join(first, second)

    def _join(self, first: npt.NDArray[np.int64], second: npt.NDArray[np.int64]) -> None:
        """Have pairs hang together; each sketch is left with the number of its whole group."""
        group = self.group
        apart = group[first] != group[second]
        if not apart.any():
            return
        for one, other in zip(first[apart], second[apart], strict=True):
            low, high = sorted((self._root(one), self._root(other)))
            group[high] = low
        while (group[group] != group).any():
            group[:] = group[group]

    def _root(self, place: int) -> int:
        while self.group[place] != place:
            place = self.group[place]
        return place


def neighbours(
    sketches: npt.NDArray[np.uint32], rows: Sequence[int], owners: Sequence[int]
) -> Neighbours:
    """Find the sketches that are nearly the same, of those in some ``rows``. All must differ.

    ``sketches`` has SLOTS numbers a row, and may lie on the disk: it is gone through from end to
    end once for some bands. ``owners`` tells whose each of the sketches is.
    """
    import numpy as np

    found, chosen = Neighbours(owners), np.array(rows, np.int64)
    for pairs in candidates(sketches, chosen):
        for start in range(0, len(pairs), _AT_ONCE):
            first, second = np.divmod(pairs[start : start + _AT_ONCE], len(chosen))
            shares = _common(sketches[chosen[first]], sketches[chosen[second]])
            alike = shares >= ALIKE
            found.link(first[alike], second[alike], shares[alike])
    return found


def candidates(
    sketches: npt.NDArray[np.uint32], rows: npt.NDArray[np.int64]
) -> Iterator[npt.NDArray[np.int64]]:
    """Yield, for each band, the pairs of sketches that share it: the lower place × length + other.

    Bands are told apart by a number made of theirs. Where two bands have the same one, a pair too
    many is compared.
    """
    for first in range(0, BANDS, _BANDS_AT_ONCE):
        held = sketches[rows, ROWS * first : ROWS * (first + _BANDS_AT_ONCE)]
        for start in range(0, held.shape[1], ROWS):
            yield _sharing(held[:, start : start + ROWS])


def _sharing(band: npt.NDArray[np.uint32]) -> npt.NDArray[np.int64]:
    """Return each sketch with the first one that has the same band, and with the one before it."""
    import numpy as np

    mixed = np.zeros(len(band), np.uint64)
    for column in band.T:
        mixed = (mixed ^ column) * np.uint64(_FACTOR)
        mixed ^= mixed >> np.uint64(_SHIFT)
    order = np.argsort(mixed, kind="stable")
    begins = np.concatenate(([True], np.diff(mixed[order]) != 0))
    places = np.arange(len(order))
    first = order[np.maximum.accumulate(np.where(begins, places, 0))]
    before = order[places - 1]
    follows, third = ~begins, ~begins & (before != first)
    pairs = (first[follows] * len(band) + order[follows], before[third] * len(band) + order[third])
    return np.concatenate(pairs)


def _common(
    first: npt.NDArray[np.uint32], second: npt.NDArray[np.uint32]
) -> npt.NDArray[np.float64]:
    """Return how much of each two texts is common, 0 to 1: twice what they share by their sum."""
    same = (first == second).sum(axis=1)
    shares: npt.NDArray[np.float64] = 2 * same / (SLOTS + same)
    return shares
