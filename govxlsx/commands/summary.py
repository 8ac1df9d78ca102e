"""``govxlsx summary``: the batch as a workbook, for whoever reports on it."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from govxlsx.commands import options
from govxlsx.commands.options import Force, Jobs
from govxlsx.commands.running import at_work
from govxlsx.commands.streams import say
from govxlsx.errors import UsageError
from govxlsx.output import refuse_existing, write_file

if TYPE_CHECKING:
    from govxlsx.desk.batch import Results
    from govxlsx.desk.rollup import Rollup, Wanted
    from govxlsx.desk.rollup.source import Source
    from govxlsx.desk.roster import Roster
    from govxlsx.desk.status import Status
    from govxlsx.showing.as_xlsx.rows import ListedSubmission


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
    from govxlsx.commands.rollup import given as sources
    from govxlsx.desk.summary import Material, workbook

    if output.suffix.lower() != ".xlsx":
        raise UsageError("汇总是工作簿，请用 -o 写明 .xlsx 文件，例如 -o 汇总.xlsx。")
    refuse_existing(output, force=force, inputs=(*paths, roster or ""))
    on = options.day(as_of, "--as-of") if as_of else date.today()
    held = options.roster(roster)
    source = sources(paths, output, None, year)
    with at_work(source.files, jobs, None) as work:
        results, _ = work.examine(None, whole=True)
        result, why = _rolled_up(results, source, _wanted(held, source.by), year)
        rows = _rows(paths, results, year)
    told = result.year if result is not None else year
    status = _status(paths, held, told, on)
    material = Material(rows, told, on, result, why, status)
    write_file(output, workbook(material), force=force)
    say(f"已写入 {output}：{len(rows)} 份报送" + (f"。{why}" if why else "。"))


def _wanted(held: Roster | None, by: str) -> Wanted:
    """Return for whom is summed: the roster's only topmost government, else everybody."""
    from govxlsx.desk.rollup import Wanted

    tops = [each for each in held.roots if held.children(each)] if held is not None else []
    target = tops[0] if len(tops) == 1 else None
    return Wanted(target.name if target is not None else "", held, target, by=by)


def _rolled_up(
    results: Results, source: Source, wanted: Wanted, year: int | None
) -> tuple[Rollup | None, str]:
    """Add up what can be counted; without anything, say why."""
    from govxlsx.desk.rollup import gather, roll_up

    pile = gather(results, source.rank.__getitem__)
    pile.submissions += source.returned
    if not pile.frames:
        return None, "没有可以计入的报告。"
    try:
        return roll_up(pile, wanted, year), ""
    except UsageError as error:
        return None, str(error)


def _archive(paths: list[str]) -> Path | None:
    from govxlsx.desk.archive.register import NAME

    return Path(paths[0]) if len(paths) == 1 and (Path(paths[0]) / NAME).is_file() else None


def _rows(paths: list[str], results: Results, year: int | None) -> tuple[ListedSubmission, ...]:
    """Return a row for each submission: of an archive what its register says."""
    folder = _archive(paths)
    if folder is None:
        from govxlsx.showing.as_xlsx.rows import of_result

        return tuple(map(of_result, results))
    from govxlsx.desk.archive.register import Register
    from govxlsx.desk.summary.material import latest, of_submission

    with Register.open(folder) as register:
        return tuple(map(of_submission, latest(register.submissions(year))))


def _status(paths: list[str], held: Roster | None, year: int | None, on: date) -> Status | None:
    folder = _archive(paths)
    if folder is None or held is None:
        return None
    from govxlsx.desk.archive.register import Register
    from govxlsx.desk.status import take_stock

    with Register.open(folder) as register:
        return take_stock(held, register.submissions(), year or on.year - 1, on)
