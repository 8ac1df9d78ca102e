"""``govxlsx verify``: an archive read again from end to end."""

from pathlib import Path
from typing import Annotated, Literal

import typer

from govxlsx.commands.options import argument, option
from govxlsx.commands.streams import deliver
from govxlsx.desk.archive import verification
from govxlsx.desk.archive.screen import tell_verified
from govxlsx.showing import screen


def verify(
    folder: Annotated[Path, argument("文件夹", "归档文件夹。")],
    format_: Annotated[
        Literal["text", "json"], option("--format", None, "text 给人看（默认），json 给程序用。")
    ] = "text",
) -> None:
    """Compare an archive with its register."""
    found = verification.verify(folder)
    if format_ == "json":
        deliver(verification.data(folder, found), None, force=False)
    else:
        tell_verified(screen.stdout(), folder, found)
    raise typer.Exit(1 if found.problems else 0)
