"""Which sketches are nearly the same, found without comparing every two of them.

Locality-sensitive hashing: a sketch is cut into bands, and only sketches that share a band are
compared. In a band each is compared with the first and the one before it, never with all: the
number of comparisons is at most 2 × BANDS for each sketch, however many are alike.
"""

from __future__ import annotations

from array import array
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from govxlsx.likeness.signature import SLOTS

ROWS = 6
BANDS = SLOTS // ROWS
"""Two texts whose shingles are two thirds alike share a band in 999 cases of 1,000; two that share
a tenth, as any two reports do, in one of 10,000."""

ALIKE = 0.8
"""From which share on two texts are called nearly the same."""

_ITEM = array("I").itemsize
_BAND = ROWS * _ITEM


@dataclass(slots=True)
class Neighbours:
    """What comparing sketches gave. Sketches are named by their place in the sequence.

    ``shares`` holds, for each sketch, those nearly the same as it and how much of the two texts is
    common (0.8 to 1). ``group`` numbers the sketches that hang together. ``compared`` counts the
    comparisons.
    """

    shares: list[dict[int, float]]
    group: list[int]
    compared: int = 0

    def root(self, place: int) -> int:
        """Return the number of the group that a sketch belongs to."""
        while self.group[place] != place:
            self.group[place] = self.group[self.group[place]]
            place = self.group[place]
        return place

    def link(self, first: int, second: int, share: float) -> None:
        """Note that two sketches are nearly the same."""
        self.shares[first][second] = self.shares[second][first] = share
        low, high = sorted((self.root(first), self.root(second)))
        self.group[high] = low


def neighbours(sketches: Sequence[bytes]) -> Neighbours:
    """Find the sketches that are nearly the same. All must differ; they are SLOTS numbers each."""
    found = Neighbours([{} for _ in sketches], list(range(len(sketches))))
    seen: set[tuple[int, int]] = set()
    for first, second in _candidates(sketches):
        if (first, second) in seen:
            continue
        seen.add((first, second))
        share = common(sketches[first], sketches[second])
        if share >= ALIKE:
            found.link(first, second, share)
    found.compared = len(seen)
    return found


def _candidates(sketches: Sequence[bytes]) -> Iterator[tuple[int, int]]:
    """Yield the places of sketches that share a band; the lower place first."""
    for start in range(0, BANDS * _BAND, _BAND):
        met: dict[bytes, tuple[int, int]] = {}
        for place, sketch in enumerate(sketches):
            band = sketch[start : start + _BAND]
            first, last = met.get(band, (place, place))
            met[band] = (first, place)
            if first != place:
                yield first, place
            if last != first:
                yield last, place


def common(first: bytes, second: bytes) -> float:
    """Return how much of two texts is common, 0 to 1: twice what they share by their sum."""
    slots = zip(memoryview(first).cast("I"), memoryview(second).cast("I"), strict=True)
    same = sum(mine == theirs for mine, theirs in slots)
    return 2 * same / (SLOTS + same)
