"""``govxlsx verify``: an archive read again from end to end."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from govxlsx.commands.streams import deliver

if TYPE_CHECKING:
    from govxlsx.desk.archive import Verification


class Format(StrEnum):
    """How the result is written."""

    TEXT = "text"
    JSON = "json"


def verify(
    folder: Annotated[Path, typer.Argument(help="归档文件夹。", metavar="文件夹")],
    format_: Annotated[
        Format,
        typer.Option("--format", help="text 给人看（默认），json 给程序用。", show_default=False),
    ] = Format.TEXT,
) -> None:
    """Compare an archive with its register."""
    from govxlsx.desk import archive

    found = archive.verify(folder)
    if format_ is Format.JSON:
        deliver(_json(folder, found), None, force=False)
    else:
        _print(folder, found)
    raise typer.Exit(1 if found.problems else 0)


def _print(folder: Path, found: Verification) -> None:
    from govxlsx.showing import screen

    page = screen.stdout()
    for problem in found.problems:
        page.line(f"{page.mark('✗')} {problem.path}", "bold red")
        page.line(problem.message, indent=2)
    totals = (
        f"登记 {found.submissions} 份，归档 {found.accepted} 份，核对 {found.files} 个文件："
        f"{f'有 {len(found.problems)} 处问题' if found.problems else '全部一致'}。"
    )
    page.line(f"{page.mark('✗' if found.problems else '✓')} {folder}：{totals}", "bold")


def _json(folder: Path, found: Verification) -> str:
    from dataclasses import asdict

    from govxlsx import __version__
    from govxlsx.showing.as_json import dumps

    return dumps(
        {
            "tool": f"govxlsx {__version__}",
            "archive": str(folder),
            "status": "wrong" if found.problems else "ok",
            "summary": {
                "submissions": found.submissions,
                "accepted": found.accepted,
                "files": found.files,
                "problems": len(found.problems),
            },
            "problems": [asdict(each) for each in found.problems],
        }
    )
