"""Where commands put their output: data as UTF-8, words as the console can show them."""

from __future__ import annotations

import sys
from collections.abc import Iterable
from pathlib import Path

import typer

from govxlsx.output import write_pieces


def say(sentence: str) -> None:
    """Say something to the user beside the output."""
    typer.echo(sentence, err=True)


def deliver(text: str, output: Path | None, *, force: bool) -> None:
    """Write data to a file, or to standard output; always UTF-8."""
    deliver_pieces((text,), output, force=force)


def deliver_pieces(pieces: Iterable[str], output: Path | None, *, force: bool) -> None:
    """Write data as it comes to a file, or to standard output; always UTF-8."""
    encoded = (piece.encode("utf-8") for piece in pieces)
    if output is not None:
        write_pieces(output, encoded, force=force)
        say(f"已写入 {output}")
        return
    sys.stdout.flush()
    for data in encoded:
        sys.stdout.buffer.write(data)
    sys.stdout.buffer.flush()
