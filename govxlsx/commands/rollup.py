"""``govxlsx rollup``: the cell-by-cell sum of the bodies of an area, as a filled template."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from govxlsx.commands import options
from govxlsx.commands.options import Force, Jobs, Paths, Scheduler
from govxlsx.commands.running import at_work, take_in
from govxlsx.errors import OutputError, UsageError
from govxlsx.output import refuse_existing, write_file
from govxlsx.regular import identities, identity

if TYPE_CHECKING:
    from govxlsx.desk.rollup import Pile, Rollup, Wanted
    from govxlsx.desk.rollup.source import Source
    from govxlsx.desk.roster import Roster
    from govxlsx.report.model import Report


def rollup(
    paths: Paths,
    output: Annotated[
        Path | None,
        typer.Option("--output", "-o", help="汇总成的工作簿（.xlsx）。", metavar="文件"),
    ] = None,
    roster: Annotated[
        Path | None,
        typer.Option(
            "--roster", help="名册（.csv 或 .xlsx）：谁属于谁、谁还没有报送。", metavar="文件"
        ),
    ] = None,
    agency: Annotated[
        str,
        typer.Option("--agency", help="汇总的是哪个政府的。", metavar="名称", show_default=False),
    ] = "",
    year: Annotated[
        int | None, typer.Option("--year", help="只汇总这个年度的。", metavar="年度")
    ] = None,
    against: Annotated[
        Path | None,
        typer.Option("--against", help="本级政府自己的报告，逐格与汇总数比较。", metavar="文件"),
    ] = None,
    jobs: Jobs = None,
    scheduler: Scheduler = None,
    draft: Annotated[bool, typer.Option("--draft", help="有错误的报告也计入。")] = False,
    strict: Annotated[
        bool,
        typer.Option("--strict", help="本级的报告应当等于汇总数而不等的，退出码 1。"),
    ] = False,
    force: Force = False,
) -> None:
    """Sum the reports of an area's bodies."""
    from govxlsx.desk.rollup import against as compare
    from govxlsx.desk.rollup import roll_up
    from govxlsx.desk.rollup import screen as rollup_words
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
    own = read(against) if against is not None else None
    source = given(paths, output, against, year)
    name = agency or (own.agency.name if own is not None and roster is None else "")
    wanted = _wanted(roster, name, source.by, draft=draft)
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
        _write(output, result, wanted, words, force=force)
        rollup_words.written(page, output, words, wanted)
    raise typer.Exit(
        _status(result, unusable=bool(pile.unusable) or pile.failed, stopped=strict and differs)
    )


def _gathered(given: Source, jobs: int | None, scheduler: str | None) -> Pile:
    """Read and check what is to be summed, as the commands check and build do."""
    from govxlsx.desk.rollup import Pile, gather

    pile = Pile()
    if given.files:
        with at_work(given.files, jobs, scheduler) as work:
            results, _ = work.examine(None, whole=True)
            pile = gather(results, given.rank.__getitem__)
    pile.submissions += given.returned
    return pile


def given(paths: list[str], output: Path | None, against: Path | None, year: int | None) -> Source:
    """Return what is to be summed: of an archive what its register says, else what was typed.

    The file to be written and the one to compare with are no submissions. Raises OutputError where
    the former is one all the same.
    """
    from govxlsx.desk.archive.register import NAME
    from govxlsx.desk.rollup.source import Source, archived, is_rollup

    archives = [path for path in paths if (Path(path) / NAME).is_file()]
    if archives and len(paths) > 1:
        raise UsageError(
            f"“{archives[0]}”是归档文件夹，请单独汇总它：登记簿以外的文件分不出与它谁先谁后。"
        )
    if archives:
        source = archived(Path(archives[0]), year)
        if output is not None:
            refuse_existing(output, force=True, inputs=source.files)
        return source
    intake = take_in(paths)
    apart = identities(filter(None, (output, against)))
    files = [path for path in intake.files if identity(path) not in apart]
    for path in intake.files:
        if path not in files and identity(path) == identity(output or "") and not is_rollup(path):
            raise OutputError(f"“{path}”是报送的工作簿，不能写在它上面。请用 -o 另写一个名字。")
    notices = [
        f"{path} 是本级政府的报告或者本次要写的文件，没有当作下级的报送。"
        for path in intake.files
        if path not in files
    ]
    rank = {path: number for number, path in enumerate(files)}
    by = "没有登记簿，按给出的先后"
    return Source(tuple(files), rank, by, intake.skipped, notices=notices)


def _wanted(roster: Path | None, agency: str, by: str, *, draft: bool) -> Wanted:
    """Return for whom is summed: the agency named, else the roster's only topmost government."""
    from govxlsx.desk.rollup import Wanted
    from govxlsx.desk.roster import load

    if roster is None:
        return Wanted(agency=agency, draft=draft, by=by)
    held: Roster = load(roster)
    if agency:
        target = held.find(agency)
        if target is None:
            raise UsageError(
                f"名册“{roster}”中没有“{agency}”。请在名册里为它写一行，"
                "并把归它汇总的机关的“上级机关”写成它。"
            )
        return Wanted(target.name, held, target, draft, by)
    tops = [each for each in held.roots if held.children(each)]
    if len(tops) > 1:
        names = "、".join(each.name for each in tops[:5])
        raise UsageError(
            f"名册里最上级的机关有 {len(tops)} 个（{names}），请用 --agency 写明汇总哪一个。"
        )
    target = tops[0] if tops else None
    return Wanted(target.name if target is not None else "", held, target, draft, by)


def _write(
    output: Path, result: Rollup, wanted: Wanted, words: Report | None, *, force: bool
) -> None:
    """Write the workbook; ``words`` is the government's own report, whose text it goes on with."""
    from govxlsx.desk.rollup.addition import agency_of, filled
    from govxlsx.desk.rollup.sheet import MOST, sheet_of
    from govxlsx.template import workbook

    count = len(result.choice.counted)
    if count > MOST:
        raise UsageError(
            f"计入的机关有 {count} 个，一份工作簿最多汇总 {MOST} 个，没有生成 {output}。"
            "请先按县（市、区）分别汇总，再汇总各县（市、区）的结果。"
        )
    kind = wanted.target.kind if wanted.target is not None else ""
    data = filled(result.sum, result.year, agency_of(wanted.agency, kind, words), words)
    content = workbook(result.sum.edition, data, sheet_of(result.choice, result.sum))
    write_file(output, content, force=force)


def _status(result: Rollup, *, unusable: bool, stopped: bool) -> int:
    if unusable:
        return 2
    choice = result.choice
    wrong = any(each.blocking for each in choice.left_out) or any(
        each.submission.errors for each in choice.counted
    )
    return 1 if wrong or stopped else 0
