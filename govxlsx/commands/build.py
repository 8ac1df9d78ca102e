"""``govxlsx build``: the Word report of every workbook without errors."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from govxlsx.commands.check import Force, Paths, Strict, status, take_in
from govxlsx.commands.streams import say


def build(
    paths: Paths,
    output: Annotated[
        Path | None,
        typer.Option(
            "--output", "-o", help="放 Word 文档的文件夹；默认与工作簿同一处。", metavar="文件夹"
        ),
    ] = None,
    draft: Annotated[
        bool, typer.Option("--draft", help="有错误的也生成，每页标“草稿”，文件名加（草稿）。")
    ] = False,
    strict: Strict = False,
    force: Force = False,
) -> None:
    """Check workbooks and write their Word reports."""
    from govxlsx import naming, screen  # noqa: PLC0415
    from govxlsx.delivery import write  # noqa: PLC0415
    from govxlsx.errors import GovxlsxError  # noqa: PLC0415
    from govxlsx.examination import examine  # noqa: PLC0415

    intake = take_in(paths)
    page = screen.stdout()
    wanted = []
    statuses = []
    stopped = False
    for result in examine(intake.files):
        statuses.append(result.status)
        page.result(result)
        if result.report is None or result.outcome is None:
            continue
        held = result.status == "errors" or (strict and result.outcome.unexplained)
        stopped = stopped or held
        if held and not draft:
            page.line("没有生成 Word 文档：请先改正，或用 --draft 生成草稿。", indent=2)
        else:
            wanted.append((Path(result.path), result.report, held))
    failed = False
    for (_, report, held), path in zip(wanted, naming.document_paths(wanted, output), strict=True):
        try:
            write(report, path, draft=held, force=force)
        except GovxlsxError as error:
            say(str(error))
            failed = True
        else:
            page.line(f"已生成 {path}", "bold")
    page.skipped(intake.skipped)
    raise typer.Exit(2 if failed else status(statuses, stopped=stopped))
