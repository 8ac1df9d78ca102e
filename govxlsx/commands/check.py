"""``govxlsx check``: what is wrong, where, and what to do."""

from __future__ import annotations

from collections.abc import Sequence
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from govxlsx.commands.streams import deliver, say
from govxlsx.errors import UsageError
from govxlsx.intake import Intake, collect
from govxlsx.output import refuse_existing


class Format(StrEnum):
    """How the result is written."""

    TEXT = "text"
    JSON = "json"


Paths = Annotated[
    list[str], typer.Argument(help="工作簿、通配符或文件夹。", metavar="路径", show_default=False)
]
Strict = Annotated[
    bool, typer.Option("--strict", help="没有说明的提醒也当作不通过（退出码 1，不生成文档）。")
]
Force = Annotated[bool, typer.Option("--force", help="文件已存在时替换。")]


def check(
    paths: Paths,
    format_: Annotated[
        Format,
        typer.Option("--format", help="text 给人看（默认），json 给程序用。", show_default=False),
    ] = Format.TEXT,
    output: Annotated[
        Path | None, typer.Option("--output", "-o", help="写入文件。", metavar="文件")
    ] = None,
    verbose: Annotated[
        bool, typer.Option("--verbose", "-v", help="列出每一项检查的结果。")
    ] = False,
    strict: Strict = False,
    force: Force = False,
) -> None:
    """Check workbooks."""
    from govxlsx import as_json, screen  # noqa: PLC0415
    from govxlsx.examination import examine  # noqa: PLC0415

    intake = take_in(paths)
    if output is not None:
        refuse_existing(output, force=force)
    results = list(examine(intake.files))
    if format_ is Format.JSON:
        deliver(as_json.render(results, intake.skipped), output, force=force)
    elif output is not None:
        deliver(screen.to_text(results, intake.skipped, verbose=verbose), output, force=force)
    else:
        screen.report(screen.stdout(), results, intake.skipped, verbose=verbose)
    outcomes = [each.outcome for each in results if each.outcome is not None]
    stopped = strict and any(each.unexplained for each in outcomes)
    raise typer.Exit(status([each.status for each in results], stopped=stopped))


def take_in(paths: Sequence[str]) -> Intake:
    """Expand the paths. Raises UsageError where not one workbook is among them."""
    intake = collect(paths)
    if not intake.files:
        for name in intake.skipped:
            say(f"跳过：{name}（不是工作簿）")
        raise UsageError("没有可以检查的工作簿（.xlsx 或 .xlsm）。")
    return intake


def status(statuses: Sequence[str], *, stopped: bool = False) -> int:
    """Return the exit status: 2 something unusable, 1 errors, 0 nothing wrong."""
    if "unusable" in statuses:
        return 2
    return 1 if stopped or "errors" in statuses else 0
