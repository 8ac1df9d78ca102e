"""Comparing the reports of a batch: what is needed of each lies in files, which a worker reads."""

import pickle
from itertools import repeat
from typing import NamedTuple

from govxlsx.checking.across import contrasts
from govxlsx.checking.likeness.signature import SIZE, SLOTS, Signature, signature
from govxlsx.desk.batch.crew import Crew
from govxlsx.desk.batch.runner import Runner, singly
from govxlsx.desk.batch.spool import Records, Room
from govxlsx.report.model import Report


class Signed(NamedTuple):
    """A report's signature as it is kept: pickled with a digest of its sketch, and the sketch."""

    brief: bytes
    sketch: bytes


def signed(report: Report) -> Signed:
    """Return a report's signature as it is kept."""
    whole = signature(report)
    return Signed(pickle.dumps(whole.brief()), whole.sketch)


_ROW = (("length", "<u8"), ("sketch", "<u4", SLOTS))
"""A sketch among records."""


class _Kept(NamedTuple):
    """The signatures of a batch with their sketches in other records, and what comparing says."""

    briefs: Records
    sketches: Records
    said: Records


class Signatures:
    """The signatures of the reports that could be read, in files of the crew's room."""

    def __init__(self, room: Room | None) -> None:
        self._kept = _Kept(*(Records() if room is None else room.records() for _ in range(3)))

    def add(self, number: int, given: Signed) -> None:
        """Take in the signature of the file at a position, files in the order of intake."""
        while len(self._kept.briefs) < number:
            self._kept.briefs.add(b"")
        self._kept.briefs.add(given.brief)
        self._kept.sketches.add(given.sketch.ljust(SIZE, b"\0"))

    def compared(self, crew: Crew) -> Records:
        """Return what comparing the reports says of each of them, pickled, b"" for what is none.

        A worker does it, which takes the memory along when it ends. Where none has the files, or it
        does not survive that, it is done in this process.
        """
        if crew.room is None:
            _compare(None, self._kept)
        else:
            runner = Runner(crew, singly(_compare), None, lambda kept, _: _compare(None, kept))
            list(runner.each([self._kept], repeat(1)))
        return self._kept.said


def _compare(_: None, kept: _Kept) -> None:
    """Compare the reports, and write what that says of them. Raises OutputError."""
    kept.said.clear()  # of a worker that did not survive
    held: list[Signature] = [pickle.loads(each) for each in kept.briefs.pickled() if each]
    if len(held) < 2:
        return
    import numpy as np

    sketches = np.memmap(kept.sketches.file, np.dtype([*_ROW]), "r")["sketch"]
    found = contrasts(held, sketches)
    for each in kept.briefs.pickled():
        kept.said.add(pickle.dumps(next(found)) if each else b"")
