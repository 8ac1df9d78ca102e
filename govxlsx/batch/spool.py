"""Results kept in a temporary file: as many as there are, in the memory of one."""

from __future__ import annotations

import pickle
import struct
import tempfile
from collections.abc import Callable, Iterator
from contextlib import suppress
from typing import cast

from govxlsx.errors import OutputError
from govxlsx.examination import Result

_LENGTH = struct.Struct("<Q")


class Results:
    """The results of a batch in the order of intake; may be gone through more than once."""

    def __init__(self) -> None:
        self._file = tempfile.TemporaryFile(prefix="govxlsx-")  # noqa: SIM115 - lives as long
        self._count = 0
        self.finish: Callable[[int, Result], Result] | None = None
        """What is still to be done with each result, by position, once all are there."""

    def add(self, record: bytes) -> None:
        """Add a pickled Result."""
        try:
            self._file.seek(0, 2)
            self._file.write(_LENGTH.pack(len(record)))
            self._file.write(record)
        except OSError as error:
            with suppress(OSError):
                self._file.close()
            raise OutputError(
                f"写不下临时文件：“{tempfile.gettempdir()}”所在的磁盘已满，请清理后再试。"
            ) from error
        self._count += 1

    def __len__(self) -> int:
        return self._count

    def __contains__(self, thing: object) -> bool:
        return any(each == thing for each in self)

    def __iter__(self) -> Iterator[Result]:
        place = 0
        for position in range(self._count):
            self._file.seek(place)
            (length,) = _LENGTH.unpack(self._file.read(_LENGTH.size))
            record = self._file.read(length)
            place += _LENGTH.size + length
            result = cast(Result, pickle.loads(record))
            yield result if self.finish is None else self.finish(position, result)
