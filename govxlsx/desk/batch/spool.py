"""What is kept in a temporary file: as much as there is, in the memory of a little of it."""

from __future__ import annotations

import pickle
import struct
import tempfile
from collections.abc import Iterator
from contextlib import ExitStack, suppress
from dataclasses import replace
from functools import partial
from itertools import count, zip_longest
from pathlib import Path
from shutil import rmtree
from typing import IO, Generic, NamedTuple, TypeVar, cast

from govxlsx import interruption
from govxlsx.checking.examination import Result
from govxlsx.errors import OutputError

_LENGTH = struct.Struct("<Q")
_PREFIX = "govxlsx-"

T = TypeVar("T")


class Records:
    """Pickled values in the order in which they were added; may be gone through more than once.

    They lie in a file without a name, or at a ``place``: then they may be sent to other processes
    of this machine, which read and add to the same file. The length is what was added here.
    """

    def __init__(self, place: Path | None = None) -> None:
        self._place = place
        self._file = (
            tempfile.TemporaryFile(prefix=_PREFIX)  # noqa: SIM115 - lives as long
            if place is None
            else place.open("a+b")
        )
        self._count = 0

    def add(self, record: bytes) -> None:
        """Add a pickled value. Raises OutputError."""
        append(self._file, _LENGTH.pack(len(record)) + record)
        self._count += 1

    def __reduce__(self) -> tuple[type[Records], tuple[Path]]:
        assert self._place is not None
        return type(self), (self._place,)

    @property
    def file(self) -> IO[bytes]:
        """The file, each value behind its length of eight bytes."""
        return self._file

    def clear(self) -> None:
        """Give up what was added, wherever that was."""
        self._file.truncate(0)
        self._count = 0

    def close(self) -> None:
        """Leave the file; what lies at a place stays there."""
        self._file.close()

    def __len__(self) -> int:
        return self._count

    def pickled(self) -> Iterator[bytes]:
        """Yield the values as they were added."""
        start = 0
        while True:
            self._file.seek(start)
            head = self._file.read(_LENGTH.size)
            if not head:
                return
            (length,) = _LENGTH.unpack(head)
            start += _LENGTH.size + length
            yield self._file.read(length)


class Room:
    """A folder for what processes of this machine hand to each other, until the ``stack`` ends."""

    def __init__(self, stack: ExitStack) -> None:
        self._stack = stack
        self._path = Path(stack.enter_context(tempfile.TemporaryDirectory(prefix=_PREFIX)))
        self.remove = partial(rmtree, self._path, ignore_errors=True)
        stack.enter_context(interruption.undone(self._path, self.remove))
        self._names = map(str, count())

    def place(self) -> Path:
        """Return where something may be written."""
        return self._path / next(self._names)

    def records(self) -> Records:
        """Return new records, closed when the folder goes."""
        made = Records(self.place())
        self._stack.callback(made.close)
        return made


class Spool(Records, Generic[T]):
    """Values in the order in which they were added, not held in memory."""

    def put(self, value: T) -> None:
        """Add a value. Raises OutputError."""
        self.add(pickle.dumps(value))

    def __contains__(self, thing: object) -> bool:
        return any(each == thing for each in self)

    def __iter__(self) -> Iterator[T]:
        return (cast(T, pickle.loads(each)) for each in self.pickled())


class Finished(NamedTuple):
    """A pickled Result, and the pickled Contrast that comparing the batch gave, or b""."""

    number: int
    record: bytes
    contrast: bytes

    def result(self) -> Result:
        """Return the result of the file."""
        found = cast(Result, pickle.loads(self.record))
        if found.outcome is None or not self.contrast:
            return found
        from govxlsx.checking.across import merged

        return replace(found, outcome=merged(found.outcome, pickle.loads(self.contrast)))


class Results(Records):
    """The results of a batch in the order of intake; may be gone through more than once."""

    def __init__(self) -> None:
        super().__init__()
        self.contrasts: Records | None = None
        """What comparing the reports says of each of them, once all are there."""

    def finished(self) -> Iterator[Finished]:
        """Yield the results as they are handed to whoever tells of them."""
        said = () if self.contrasts is None else self.contrasts.pickled()
        both = zip_longest(self.pickled(), said, fillvalue=b"")
        return (Finished(number, *each) for number, each in enumerate(both))

    def __iter__(self) -> Iterator[Result]:
        return (each.result() for each in self.finished())


def append(file: IO[bytes], record: bytes) -> None:
    """Write a record at the end of a file. Raises OutputError."""
    failure = None
    try:
        file.seek(0, 2)
        whole = file.write(record) == len(record)
        file.flush()
    except OSError as error:
        whole, failure = False, error
    if not whole:
        with suppress(OSError):
            file.close()
        raise OutputError(
            f"写不下临时文件：“{tempfile.gettempdir()}”所在的磁盘已满，请清理后再试。"
        ) from failure
