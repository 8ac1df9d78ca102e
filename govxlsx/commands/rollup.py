"""``govxlsx rollup``: the cell-by-cell sum of the bodies of an area, as a filled template."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from govxlsx.commands import options
from govxlsx.commands.options import Force, Jobs, OnlyYear, Paths, Scheduler, flag, option
from govxlsx.commands.running import at_work, sources
from govxlsx.errors import UsageError
from govxlsx.output import refuse_existing, write_file

if TYPE_CHECKING:
    from govxlsx.desk.rollup import Rollup
    from govxlsx.desk.rollup.source import Source
    from govxlsx.desk.rollup.submission import Pile


def rollup(
    paths: Paths,
    output: Annotated[
        Path | None, option("--output", "文件", "汇总成的工作簿（.xlsx）。", short="-o")
    ] = None,
    roster: Annotated[
        Path | None, option("--roster", "文件", "名册（.csv 或 .xlsx）：谁属于谁、谁还没有报送。")
    ] = None,
    agency: Annotated[str, option("--agency", "名称", "汇总的是哪个政府的。")] = "",
    year: OnlyYear = None,
    against: Annotated[
        Path | None, option("--against", "文件", "本级政府自己的报告，逐格与汇总数比较。")
    ] = None,
    jobs: Jobs = None,
    scheduler: Scheduler = None,
    draft: Annotated[bool, flag("--draft", "有错误的报告也计入。")] = False,
    strict: Annotated[
        bool, flag("--strict", "本级的报告应当等于汇总数而不等的，退出码 1。")
    ] = False,
    force: Force = False,
) -> None:
    """Sum the reports of an area's bodies."""
    from govxlsx.desk.counterpart import named
    from govxlsx.desk.rollup import against as compare
    from govxlsx.desk.rollup import choice, roll_up
    from govxlsx.desk.rollup import screen as rollup_words
    from govxlsx.desk.rollup.sheet import workbook
    from govxlsx.reading import read
    from govxlsx.showing import screen

    if output is None and against is None:
        raise UsageError(
            "请用 -o 写明汇总成的文件，例如 -o city.xlsx；只比较不生成的，用 --against。"
        )
    if output is not None:
        options.workbook_name(output)
        inputs = (*paths, against or "", roster or "")
        refuse_existing(output, force=force, inputs=inputs)
    own = named(against, read) if against is not None else None
    source = sources(paths, output, against, roster, year)
    name = agency or (own.agency.name if own is not None and roster is None else "")
    wanted = choice.wanted(options.roster(roster), name, source.by, draft=draft)
    pile = _gathered(source, jobs, scheduler)
    result = roll_up(pile, wanted, year)
    result.choice.notices[:0] = source.notices
    page = screen.stdout()
    rollup_words.tell(page, result, pile, wanted)
    page.skipped(source.skipped)
    differs = False
    if own is not None:
        found = compare(own, result, pile)
        rollup_words.compared(page, own.source, found, result)
        differs = found.claims and bool(found.differences)
    if output is not None:
        words = read(result.choice.own.path) if result.choice.own is not None else own
        write_file(output, workbook(result, wanted, words), force=force)
        rollup_words.written(page, output, words, wanted)
    raise typer.Exit(
        _status(result, unusable=bool(pile.unusable) or pile.failed, stopped=strict and differs)
    )


def _gathered(given: Source, jobs: int | None, scheduler: str | None) -> Pile:
    """Read and check what is to be summed, as the commands check and build do."""
    from govxlsx.desk.batch.telling import told
    from govxlsx.desk.rollup.submission import Pile, gather, seen

    pile = Pile()
    if given.files:
        with at_work(given.files, jobs, scheduler) as work:
            results, _ = work.examine(None, whole=True)
            found = (kept for _, kept in told(results, seen, work.crew))
            pile = gather(found, given.rank.__getitem__)
    pile.submissions += given.returned
    pile.unusable += given.unfit
    return pile


def _status(result: Rollup, *, unusable: bool, stopped: bool) -> int:
    if unusable:
        return 2
    choice = result.choice
    wrong = any(each.blocking for each in choice.left_out) or any(
        each.submission.errors for each in choice.counted
    )
    return 1 if wrong or stopped else 0
