"""``govxlsx summary``: the batch as a workbook, for whoever reports on it."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from govxlsx.commands import options
from govxlsx.commands.options import Force, Jobs
from govxlsx.commands.running import at_work, sources
from govxlsx.commands.streams import say
from govxlsx.errors import UsageError
from govxlsx.output import refuse_existing, write_file


def summary(
    paths: Annotated[
        list[str],
        typer.Argument(
            help="归档文件夹；或者工作簿、通配符、文件夹。", metavar="路径", show_default=False
        ),
    ],
    output: Annotated[
        Path,
        typer.Option(
            "--output", "-o", help="汇总成的工作簿（.xlsx）。", metavar="文件", show_default=False
        ),
    ],
    roster: Annotated[
        Path | None,
        typer.Option(
            "--roster", help="名册（.csv 或 .xlsx）：谁没有报送，谁属于谁。", metavar="文件"
        ),
    ] = None,
    year: Annotated[
        int | None, typer.Option("--year", help="只汇总这个年度的。", metavar="年度")
    ] = None,
    as_of: Annotated[
        str,
        typer.Option(
            "--as-of",
            help="截至哪一天，例如 2027-02-01；默认今天。",
            metavar="日期",
            show_default=False,
        ),
    ] = "",
    jobs: Jobs = None,
    force: Force = False,
) -> None:
    """Summarise a batch."""
    from govxlsx.desk.summary import Asked, gathered, workbook

    if output.suffix.lower() != ".xlsx":
        raise UsageError("汇总是工作簿，请用 -o 写明 .xlsx 文件，例如 -o 汇总.xlsx。")
    refuse_existing(output, force=force, inputs=(*paths, roster or ""))
    on = options.day(as_of, "--as-of")
    held = options.roster(roster)
    source = sources(paths, output, None, year)
    with at_work(source.files, jobs, None) as work:
        results, _ = work.examine(None, whole=True)
        made = gathered(results, source, Asked(held, year, on, _archive(paths)))
    write_file(output, workbook(made), force=force)
    say(f"已写入 {output}：{len(made.rows)} 份报送" + (f"。{made.why}" if made.why else "。"))


def _archive(paths: list[str]) -> Path | None:
    from govxlsx.desk.archive.register import NAME

    return Path(paths[0]) if len(paths) == 1 and (Path(paths[0]) / NAME).is_file() else None
