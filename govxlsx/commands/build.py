"""``govxlsx build``: the Word report of every workbook without errors."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from govxlsx.commands import options
from govxlsx.commands.options import flag, option
from govxlsx.commands.running import MANY, at_work, status, take_in
from govxlsx.commands.streams import say
from govxlsx.desk.naming import DRAFT

if TYPE_CHECKING:
    from govxlsx.desk.batch.crew import Crew
    from govxlsx.desk.batch.shelf import Shelf
    from govxlsx.desk.batch.spool import Results
    from govxlsx.showing.screen import Screen


def build(
    paths: options.Paths,
    output: Annotated[
        Path | None,
        option("--output", "文件夹", "放 Word 文档的文件夹；默认与工作簿同一处。", short="-o"),
    ] = None,
    previous: options.PreviousOption = None,
    draft: Annotated[
        bool, flag("--draft", "有错误的也生成，每页标“草稿”，文件名加（草稿）。")
    ] = False,
    resume: Annotated[
        bool, flag("--resume", "接着上次做：文档已由同一份工作簿、同一版本程序生成的，不再生成。")
    ] = False,
    jobs: options.Jobs = None,
    scheduler: options.Scheduler = None,
    strict: options.Strict = False,
    format_: Annotated[
        str,
        option(
            "--format",
            "格式",
            "docx（默认），可加 html（网页和网页片段）、pdf（PDF/A-2b，要装 LibreOffice），"
            "用逗号分开：docx,html,pdf。Word 文档总是生成。",
        ),
    ] = "docx",
    force: options.Force = False,
) -> None:
    """Check workbooks and write their Word reports."""
    from govxlsx.desk.batch.documents import Documents
    from govxlsx.desk.batch.screen import made, told
    from govxlsx.output import new_mark, sweep
    from govxlsx.showing import screen
    from govxlsx.showing.as_text import Manner

    formats = options.formats(format_) - {options.DOCX}
    options.folder_name(output, "请写文件夹，例如 -o 文档；文件名按机关和年度。")
    intake = take_in(paths)
    documents = Documents(
        folder=None if output is None else str(output),
        mark=new_mark(),
        draft=draft,
        strict=strict,
        force=force,
        resume=resume,
        wait=strict and len(intake.files) > 1,
    )
    for folder in {output} if output else {Path(each).parent for each in intake.files}:
        sweep(folder)
    page = screen.stdout()
    many = len(intake.files) > MANY
    with at_work(intake.files, jobs, scheduler, documents=True) as work:
        before = work.last_year(previous)
        results, shelf = work.examine(before, documents=documents)
        assert shelf is not None
        stand = told(page, results, shelf, documents, say, Manner(quiet=many), work.crew)
        failed = stand.failed or bool(shelf.failed) or (before is not None and before.lacking)
        if formats:
            failed = _publish(page, results, shelf, formats, work.crew, force=force) or failed
    page.skipped(intake.skipped)
    if len(intake.files) > 1:
        made(page, shelf, stand.statuses)
    if many:
        page.line("看其中一份的每一条：govxlsx check 文件名。")
    stopped = strict and stand.unexplained
    raise typer.Exit(status(stand.statuses, stopped=stopped, failed=failed))


def _publish(
    page: Screen,
    results: Results,
    shelf: Shelf,
    formats: frozenset[str],
    crew: Crew,
    *,
    force: bool,
) -> bool:
    """Write pages and PDF beside the documents; tell whether some could not be written."""
    from govxlsx.desk.publishing import Made, publish

    documents = [
        Made(result.path, shelf.placed[number], shelf.placed[number].endswith(f"{DRAFT}.docx"))
        for number, result in enumerate(results)
        if number in shelf.placed
    ]
    failed, told = False, set[str]()
    for each in publish(documents, formats, crew, force=force):
        for path in each.written:
            page.line(f"已生成 {path}", "bold")
        for sentence in (*each.told, *each.failed):
            if sentence not in told:
                say(sentence)
        told.update(each.told)
        failed = failed or bool(each.failed)
    return failed
