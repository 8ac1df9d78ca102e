"""Where commands put their output: data as UTF-8, words as the console can show them."""

import errno
import io
import os
import sys
from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path
from shutil import get_terminal_size

import typer

from govxlsx.output import reason_of, write_pieces
from govxlsx.showing.folding import fold

_OF_OUTPUT = frozenset({errno.ENOSPC, errno.EIO, errno.EBADF, errno.EFBIG})
"""What writing to the standard output fails with."""


def open_missing() -> None:
    """Make the standard streams fit for use, also those that the shell has closed.

    A closed one would give its number to the next file that is opened. Nothing can be written to
    what stands for it, so that output that goes nowhere is told of.
    """
    for number in range(3):
        try:
            os.fstat(number)
        except OSError:
            os.open(os.devnull, os.O_RDONLY)
    sys.stdout = sys.stdout or os.fdopen(1, "w", encoding="utf-8")
    sys.stderr = sys.stderr or Path(os.devnull).open("w")  # noqa: SIM115 - as long as the process
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="replace")


def silence() -> None:
    """Drop what could not be written to the standard output, or the interpreter would try again."""
    with suppress(OSError, io.UnsupportedOperation):
        nowhere = os.open(os.devnull, os.O_WRONLY)
        os.dup2(nowhere, sys.stdout.fileno())
        os.close(nowhere)


def failure(error: OSError) -> str:
    """Return why something of the system's failed, as one sentence."""
    if error.filename is not None:
        return f"“{error.filename}”用不了：{reason_of(error)}。"
    if error.errno in _OF_OUTPUT:
        return f"标准输出写不进去：{reason_of(error)}。"
    return f"没有做完：{reason_of(error)}。"


def say(sentence: str) -> None:
    """Say something to the user beside the output: folded on a terminal, else as one line.

    Where nobody can listen, nothing is said.
    """
    with suppress(OSError):
        if sys.stderr.isatty():
            bare = sentence.lstrip(" ")
            indent = " " * (len(sentence) - len(bare))
            width = get_terminal_size().columns - 2 - len(indent)
            sentence = "\n".join(f"{indent}{line}" for line in fold(bare, width))
        typer.echo(sentence, err=True)


def deliver(text: str, output: Path | None, *, force: bool) -> None:
    """Write data to a file, or to standard output; always UTF-8."""
    deliver_pieces((text,), output, force=force)


def deliver_pieces(pieces: Iterable[str], output: Path | None, *, force: bool) -> None:
    """Write data as it comes to a file, or to standard output; always UTF-8.

    Of a file name that is none, what cannot be shown is escaped; JSON reads it as it was.
    """
    encoded = (piece.encode("utf-8", "backslashreplace") for piece in pieces)
    if output is not None:
        write_pieces(output, encoded, force=force)
        say(f"已写入 {output}")
        return
    sys.stdout.flush()
    for data in encoded:
        sys.stdout.buffer.write(data)
    sys.stdout.buffer.flush()
