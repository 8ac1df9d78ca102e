"""The signatures of a batch: small ones in memory, the sketches in a temporary file."""

from __future__ import annotations

import pickle
import tempfile
from array import array
from collections.abc import Iterator

from govxlsx.checking.across import contrasts
from govxlsx.checking.likeness import SIZE, Signature
from govxlsx.desk.batch.spool import Records, append

_AT_ONCE = 256
"""So many sketches are read at once."""


class Signatures:
    """The signatures of the reports that could be read, and whose they are."""

    def __init__(self) -> None:
        self.held: list[Signature] = []
        self.sketches = SpooledSketches()
        self.numbers = array("q")

    def add(self, number: int, path: str, signature: Signature) -> None:
        """Take in the signature of a file; most of it, the sketch, is kept on the disk."""
        self.held.append(signature.brief(path))
        self.sketches.add(signature.sketch)
        self.numbers.append(number)

    def compared(self) -> Records:
        """Return what comparing the reports says of each of them, pickled, b"" for what is none."""
        said = Records()
        if len(self.held) > 1:
            compared = contrasts(self.held, self.sketches)
            for number, contrast in zip(self.numbers, compared, strict=True):
                while len(said) < number:
                    said.add(b"")
                said.add(pickle.dumps(contrast))
        self.held.clear()
        return said


class SpooledSketches:
    """The sketches of a batch; a report without one has a blank."""

    def __init__(self) -> None:
        self._file = tempfile.TemporaryFile(prefix="govxlsx-", buffering=0)  # noqa: SIM115
        self._count = 0

    def add(self, sketch: bytes) -> None:
        """Add a sketch, or b""."""
        append(self._file, sketch.ljust(SIZE, b"\0"))
        self._count += 1

    def __len__(self) -> int:
        return self._count

    def __getitem__(self, place: int, /) -> bytes:
        self._file.seek(place * SIZE)
        return self._file.read(SIZE)

    def __iter__(self) -> Iterator[bytes]:
        for first in range(0, self._count, _AT_ONCE):
            self._file.seek(first * SIZE)
            block = self._file.read(_AT_ONCE * SIZE)
            for start in range(0, len(block), SIZE):
                yield block[start : start + SIZE]
