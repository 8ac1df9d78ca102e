"""``govxlsx check``: what is wrong, where, and what to do."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Literal

import typer

from govxlsx.checking.rule import Severity
from govxlsx.commands import options
from govxlsx.commands.options import flag, option
from govxlsx.commands.running import Work, at_work, status, take_in
from govxlsx.commands.streams import deliver_pieces, say
from govxlsx.errors import OutputError, UsageError
from govxlsx.output import refuse_existing, sweep
from govxlsx.regular import identities, identity

if TYPE_CHECKING:
    from govxlsx.desk.batch.orders import Copy
    from govxlsx.desk.batch.spool import Results
    from govxlsx.desk.batch.telling import Standings
    from govxlsx.desk.inputs import Intake
    from govxlsx.desk.pages import Pages
    from govxlsx.showing.as_text import Manner


_ONLY = {"errors": Severity.ERROR, "warnings": Severity.WARNING}


def check(
    paths: options.Paths,
    format_: Annotated[
        Literal["text", "json", "csv", "html", "xlsx"],
        option(
            "--format",
            None,
            "text 给人看（默认），html 网页，csv 用 Excel 打开，json 给程序用；"
            "xlsx 是带筛选和图的工作簿，用 -o 写明文件。",
        ),
    ] = "text",
    output: options.Output = None,
    previous: options.PreviousOption = None,
    roster: options.RosterOption = None,
    annotate: Annotated[
        Path | None,
        option("--annotate", "文件夹", "把标出问题的副本放进这个文件夹（原文件不动）。"),
    ] = None,
    jobs: options.Jobs = None,
    scheduler: options.Scheduler = None,
    only: Annotated[
        Literal["errors", "warnings"] | None,
        option("--only", None, "只列错误（errors）或只列提醒（warnings）。"),
    ] = None,
    quiet: Annotated[bool, flag("--quiet", "每份文件只说一行。", short="-q")] = False,
    verbose: Annotated[bool, flag("--verbose", "列出每一项检查的结果。", short="-v")] = False,
    strict: options.Strict = False,
    force: options.Force = False,
) -> None:
    """Check workbooks."""
    if format_ == "xlsx" and output is None:
        raise UsageError("xlsx 请用 -o 写明文件名，例如 -o 检查结果.xlsx。")
    manner = _manner(format_, only, quiet=quiet, verbose=verbose)
    from govxlsx.commands.telling import Telling

    empty = partial(_tell_nothing, output, force) if format_ == "json" else None
    intake = take_in(paths, roster, empty)
    folder = output if format_ == "html" and is_folder(output) else None
    if output is not None and folder is None:
        refuse_existing(output, force=force, inputs=(*intake.files, previous or "", roster or ""))
    options.named_for(format_, output)
    held = options.roster(roster)
    with at_work(intake.files, jobs, scheduler) as work:
        pages = _pages(work, folder, manner, force=force) if folder is not None else None
        before = work.last_year(previous)
        results, _ = work.examine(before, roster=held, whole=format_ == "html")
        telling = Telling(work, results, intake.skipped, manner)
        if format_ == "text" and output is None:
            telling.print()
        elif format_ == "xlsx" and output is not None:
            telling.workbook(output, force=force)
        elif pages is not None:
            telling.pages(pages)
        else:
            deliver_pieces(telling.pieces(format_), output, force=force)
        if output is not None:
            telling.close()
        failed = annotate is not None and _annotate(work, results, annotate, force=force)
    stand = telling.standings
    if before is not None:
        _tell_unused(stand)
        failed = failed or before.lacking
    stopped = strict and stand.unexplained
    raise typer.Exit(status(stand.statuses, stopped=stopped, failed=failed or stand.failed))


def _tell_unused(stand: Standings) -> None:
    """Say where last year's report was given and none of the rules on it could be run."""
    for path, why in stand.unused:
        say(f"“{path}”没有用上 --previous：{why}。")
    more = stand.unused_count - len(stand.unused)
    if more:
        say(f"另有 {more} 份文件也没有用上 --previous，加 -v 可以看到各自的原因。")


def _tell_nothing(output: Path | None, force: bool, intake: Intake) -> None:
    """Give the JSON of no file at all: a program reads it whatever was found."""
    from govxlsx.showing import as_json

    deliver_pieces(as_json.pieces((), intake.skipped), output, force=force)


def _manner(format_: str, only: str | None, *, quiet: bool, verbose: bool) -> Manner:
    """Return how much is told. Raises UsageError where the options contradict each other."""
    from govxlsx.showing.as_text import Manner

    if quiet and (verbose or only is not None):
        raise UsageError("--quiet 每份文件只说一行，不能和 -v、--only 一起用。")
    if format_ != "text" and (quiet or verbose):
        raise UsageError("--quiet 和 -v 只用于 --format text。")
    if format_ in ("json", "xlsx") and only is not None:
        raise UsageError(f"{format_} 里总是有全部的问题；--only 用于 text、csv 和 html。")
    return Manner(verbose, quiet, _ONLY[only] if only is not None else None)


def is_folder(output: Path | None) -> bool:
    """Tell whether pages go to a folder, one for each file: no name of a page was given."""
    return output is not None and (
        output.is_dir() or output.suffix.lower() not in (".html", ".htm")
    )


def _pages(work: Work, folder: Path, manner: Manner, *, force: bool) -> Pages:
    """Return where the pages go. Raises OutputError where one is there that may not be replaced."""
    from govxlsx.desk import naming
    from govxlsx.desk.pages import Pages

    ordinals = naming.page_ordinals(work.files)
    into = Pages(str(Path(work.root, folder)), ordinals, manner.only, force)
    into.refuse_existing(work.files)
    return into


def _annotate(work: Work, results: Results, folder: Path, *, force: bool) -> bool:
    """Write the annotated copies; return True where one could not be written."""
    from govxlsx.desk import naming
    from govxlsx.desk.batch.orders import annotate
    from govxlsx.showing import screen

    readable = [Path(each.path) for each in results if each.outcome is not None]
    places = naming.annotated_paths(readable, folder)
    failed, inputs = False, identities(work.files)
    for place in places:
        if identity(place) in inputs:
            raise OutputError(
                f"“{place}”是要检查的文件，不能写在它上面。请换一个 --annotate 文件夹。"
            )
    with screen.progress(len(places), "标注") as advance:
        copies = _copies(results, places, force=force)
        answers = annotate(copies, work.crew, work.root, advance)
        for place, failure in zip(places, answers, strict=True):
            say(failure or f"已写入 {place}")
            failed = failed or bool(failure)
    sweep(folder)
    return failed


def _copies(results: Results, places: Sequence[Path], *, force: bool) -> Iterator[Copy]:
    from govxlsx.desk.batch.orders import Copy

    following = iter(places)
    for result in results:
        if result.outcome is not None:
            place = next(following)
            refused = _refused(place, result.path, force=force)
            yield Copy(result.path, result.outcome, str(place), force, refused)


def _refused(place: Path, source: str, *, force: bool) -> str:
    try:
        refuse_existing(place, force=force, inputs=(source,))
    except OutputError as error:
        return str(error)
    return ""
