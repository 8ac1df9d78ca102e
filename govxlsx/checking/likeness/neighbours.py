"""Which sketches are nearly the same, found without comparing every two of them.

Locality-sensitive hashing: a sketch is cut into bands, and only sketches that share a band are
compared. In a band each is compared with the first and the one before it, never with all: the
number of comparisons is at most 2 × BANDS for each sketch, however many are alike.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import islice
from typing import TYPE_CHECKING, Protocol

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

_PLAINLY = 0.55
"""Below this share of 128 numbers two texts are not alike: with 0.8 of all, so few would agree in
less than one of a hundred million cases."""

_SAMPLE = 128
"""So many numbers of two sketches tell whether they are worth comparing whole."""

_AT_ONCE = 256
"""So many sketches, or pairs of them, are held at once."""

_BANDS_AT_ONCE = 4
_REMEMBERED = 250_000
_FACTOR, _SHIFT = 0x9E3779B97F4A7C15, 29
"""Mix the numbers of a band into one, as splitmix64 does."""


class Sketches(Protocol):
    """Sketches in a sequence, in memory or elsewhere."""

    def __len__(self) -> int: ...

    def __getitem__(self, place: int, /) -> bytes: ...

    def __iter__(self) -> Iterator[bytes]: ...


@dataclass(slots=True)
class Neighbours:
    """What comparing sketches gave. Sketches are named by their place in the sequence.

    ``shares`` holds, for each sketch that has any, those nearly the same as it and how much of the
    two texts is common (0.8 to 1). ``group`` numbers the sketches that hang together. ``compared``
    counts the comparisons.
    """

    group: list[int]
    shares: dict[int, dict[int, float]] = field(default_factory=dict)
    compared: int = 0

    def root(self, place: int) -> int:
        """Return the number of the group that a sketch belongs to."""
        while self.group[place] != place:
            self.group[place] = self.group[self.group[place]]
            place = self.group[place]
        return place

    def link(self, first: int, second: int, share: float) -> None:
        """Note that two sketches are nearly the same."""
        self.shares.setdefault(first, {})[second] = share
        self.shares.setdefault(second, {})[first] = share
        low, high = sorted((self.root(first), self.root(second)))
        self.group[high] = low


def neighbours(sketches: Sketches) -> Neighbours:
    """Find the sketches that are nearly the same. All must differ; they are SLOTS numbers each.

    They are gone through from end to end once for some bands, and fetched again to be compared.
    Pairs that are plainly unlike are not remembered: hardly one of them shares a second band. Nor
    are more than _REMEMBERED others: those are compared again, to the same end.
    """
    import numpy as np

    found = Neighbours(list(range(len(sketches))))
    seen = np.empty(0, np.int64)
    for pairs in _candidates(sketches):
        fresh = pairs[~np.isin(pairs, seen, assume_unique=True)]
        found.compared += len(fresh)
        near = [np.empty(0, np.int64)]
        for start in range(0, len(fresh), _AT_ONCE):
            near.append(_compared(sketches, fresh[start : start + _AT_ONCE], found))
        if len(seen) < _REMEMBERED:
            seen = np.concatenate((seen, *near))
    return found


def _candidates(sketches: Sketches) -> Iterator[npt.NDArray[np.int64]]:
    """Yield, for each band, the pairs of sketches that share it: the lower place × length + other.

    Bands are told apart by a number made of theirs. Where two bands have the same one, a pair too
    many is compared.
    """
    for first in range(0, BANDS, _BANDS_AT_ONCE):
        held = _columns(sketches, ROWS * first, ROWS * min(first + _BANDS_AT_ONCE, BANDS))
        for start in range(0, held.shape[1], ROWS):
            yield _sharing(held[:, start : start + ROWS])
        del held  # not two of them at once


def _columns(sketches: Sketches, start: int, end: int) -> npt.NDArray[np.uint32]:
    """Return some numbers of all sketches, a row for each."""
    import numpy as np

    found = np.empty((len(sketches), end - start), np.uint32)
    waiting = iter(sketches)
    for place in range(0, len(sketches), _AT_ONCE):
        block = b"".join(islice(waiting, _AT_ONCE))
        found[place : place + _AT_ONCE] = _numbers(block)[:, start:end]
    return found


def _numbers(sketches: bytes) -> npt.NDArray[np.uint32]:
    import numpy as np

    return np.frombuffer(sketches, np.uint32).reshape(-1, SLOTS)


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


def _compared(
    sketches: Sketches, pairs: npt.NDArray[np.int64], found: Neighbours
) -> npt.NDArray[np.int64]:
    """Compare some pairs, link those that are nearly the same, return those to be remembered.

    Of two that are plainly unlike, as most are, a sample is compared.
    """
    import numpy as np

    places, where = np.unique(np.divmod(pairs, len(sketches)), return_inverse=True)
    held = _numbers(b"".join(sketches[int(each)] for each in places))
    first, second = where.reshape(2, -1)
    near = _common(held[first, :_SAMPLE], held[second, :_SAMPLE]) >= _PLAINLY
    first, second = first[near], second[near]
    shares = _common(held[first], held[second])
    for one, other, share in zip(places[first], places[second], shares, strict=True):
        if share >= ALIKE:
            found.link(int(one), int(other), float(share))
    return pairs[near]


def _common(
    first: npt.NDArray[np.uint32], second: npt.NDArray[np.uint32]
) -> npt.NDArray[np.float64]:
    """Return how much of each two texts is common, 0 to 1: twice what they share by their sum.

    The sketches, one a row, may be the beginnings of whole ones.
    """
    same = (first == second).sum(axis=1)
    shares: npt.NDArray[np.float64] = 2 * same / (first.shape[1] + same)
    return shares
