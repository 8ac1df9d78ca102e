"""Comparing the reports of a batch: what is needed of each lies in files, which a worker reads."""

from __future__ import annotations

import pickle
from contextlib import closing
from pathlib import Path
from typing import NamedTuple

from govxlsx.checking.across import contrasts
from govxlsx.checking.likeness import SIZE, SLOTS, Signature, signature
from govxlsx.desk.batch.crew import Crew
from govxlsx.desk.batch.runner import Runner, singly
from govxlsx.desk.batch.spool import Records, append, read
from govxlsx.report.model import Report


class Signed(NamedTuple):
    """A report's signature as it is kept: pickled with a digest of its sketch, and the sketch."""

    brief: bytes
    sketch: bytes


def signed(report: Report) -> Signed:
    """Return a report's signature as it is kept."""
    whole = signature(report)
    return Signed(pickle.dumps(whole.brief()), whole.sketch)


class _Places(NamedTuple):
    """Where the signatures lie, one after the other, and what comparing them says."""

    briefs: Path
    sketches: Path
    said: Path


class Signatures:
    """The signatures of the reports that could be read, in files of a folder."""

    def __init__(self, folder: Path) -> None:
        self._places = _Places(*(folder / name for name in _Places._fields))
        self._briefs = Records(self._places.briefs)
        self._sketches = self._places.sketches.open("xb")

    def add(self, number: int, given: Signed) -> None:
        """Take in the signature of the file at a position, files in the order of intake."""
        while len(self._briefs) < number:
            self._briefs.add(b"")
        self._briefs.add(given.brief)
        append(self._sketches, given.sketch.ljust(SIZE, b"\0"))

    def compared(self, crew: Crew) -> Records:
        """Return what comparing the reports says of each of them, pickled, b"" for what is none.

        A worker does it, which takes the memory along when it ends. Where none of this machine is
        there, or it does not survive that, it is done in this process.
        """
        self._briefs.close()
        self._sketches.close()
        if crew.near:
            list(Runner(crew, singly(_compare), None, _alone).each([self._places], 1))
        else:
            _compare(None, self._places)
        said = Records()
        for each in read(self._places.said):
            said.add(each)
        return said


def _alone(places: _Places, _: BaseException) -> None:
    _compare(None, places)


def _compare(_: None, places: _Places) -> None:
    """Compare the reports, and write what that says of them. Raises OutputError."""
    import numpy as np

    held: list[Signature] = [pickle.loads(each) for each in read(places.briefs) if each]
    with closing(Records(places.said)) as said:
        if len(held) < 2:
            return
        shape = len(held), SLOTS
        found = contrasts(held, np.memmap(places.sketches, np.uint32, "r", shape=shape))
        for each in read(places.briefs):
            said.add(pickle.dumps(next(found)) if each else b"")
