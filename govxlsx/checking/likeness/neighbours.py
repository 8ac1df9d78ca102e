"""Which sketches are nearly the same, found without comparing every two of them.

Locality-sensitive hashing: a sketch is cut into bands, and only sketches that share a band are
compared. In a band each is compared with the first and the one before it, never with all: the
number of comparisons is at most 2 × BANDS for each sketch, however many are alike.
"""

from __future__ import annotations

from array import array
from collections.abc import Iterator
from dataclasses import dataclass, field
from operator import eq
from typing import Protocol

from govxlsx.checking.likeness.signature import SLOTS

ROWS = 6
BANDS = SLOTS // ROWS
"""Two texts whose shingles are two thirds alike share a band in 999 cases of 1,000; two that share
a tenth, as any two reports do, in one of 10,000."""

ALIKE = 0.8
"""From which share on two texts are called nearly the same."""

_PLAINLY = 0.55
"""Below this share of 128 numbers two texts are not alike: with 0.8 of all, so few would agree in
less than one of a hundred million cases."""

_ITEM = array("I").itemsize
_BAND = ROWS * _ITEM
_SAMPLE = 128 * _ITEM


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

    They are gone through from end to end once for each band, and fetched singly to be compared.
    Pairs that are plainly unlike are not remembered: hardly one of them shares a second band.
    """
    found = Neighbours(list(range(len(sketches))))
    seen: set[int] = set()  # a pair as one number: half the memory
    for first, second in _candidates(sketches):
        pair = first * len(sketches) + second
        if pair in seen:
            continue
        found.compared += 1
        share = _alike(sketches[first], sketches[second])
        if share >= _PLAINLY:
            seen.add(pair)
        if share >= ALIKE:
            found.link(first, second, share)
    return found


def _candidates(sketches: Sketches) -> Iterator[tuple[int, int]]:
    """Yield the places of sketches that share a band; the lower place first."""
    for start in range(0, BANDS * _BAND, _BAND):
        met: dict[bytes, int] = {}
        latest: dict[bytes, int] = {}
        for place, sketch in enumerate(sketches):
            band = sketch[start : start + _BAND]
            first = met.setdefault(band, place)
            if first == place:
                continue
            yield first, place
            last = latest.get(band, first)
            if last != first:
                yield last, place
            latest[band] = place


def _alike(first: bytes, second: bytes) -> float:
    """Return how much is common; of two that are plainly unlike, as most are, from a sample."""
    share = common(first[:_SAMPLE], second[:_SAMPLE])
    return share if share < _PLAINLY else common(first, second)


def common(first: bytes, second: bytes) -> float:
    """Return how much of two texts is common, 0 to 1: twice what they share by their sum.

    The sketches may be the beginnings of whole ones, of one length.
    """
    same: int = sum(map(eq, memoryview(first).cast("I"), memoryview(second).cast("I")))
    return 2 * same / (len(first) // _ITEM + same)
