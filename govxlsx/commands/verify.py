"""``govxlsx verify``: an archive read again from end to end."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from govxlsx.commands.streams import deliver


class VerifyFormat(StrEnum):
    """How the result is written."""

    TEXT = "text"
    JSON = "json"


def verify(
    folder: Annotated[Path, typer.Argument(help="归档文件夹。", metavar="文件夹")],
    format_: Annotated[
        VerifyFormat,
        typer.Option("--format", help="text 给人看（默认），json 给程序用。", show_default=False),
    ] = VerifyFormat.TEXT,
) -> None:
    """Compare an archive with its register."""
    from govxlsx.desk.archive import verification
    from govxlsx.desk.archive.screen import tell_verified
    from govxlsx.showing import screen

    found = verification.verify(folder)
    if format_ is VerifyFormat.JSON:
        deliver(verification.data(folder, found), None, force=False)
    else:
        tell_verified(screen.stdout(), folder, found)
    raise typer.Exit(1 if found.problems else 0)
