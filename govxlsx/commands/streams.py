"""Where commands put their output: data as UTF-8, words as the console can show them."""

from __future__ import annotations

import sys
from pathlib import Path

import typer

from govxlsx.output import write_file


def say(sentence: str) -> None:
    """Say something to the user beside the output."""
    typer.echo(sentence, err=True)


def deliver(text: str, output: Path | None, *, force: bool) -> None:
    """Write data to a file, or to standard output; always UTF-8."""
    data = text.encode("utf-8")
    if output is not None:
        write_file(output, data, force=force)
        say(f"已写入 {output}")
    else:
        sys.stdout.flush()
        sys.stdout.buffer.write(data)
        sys.stdout.buffer.flush()
