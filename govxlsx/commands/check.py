"""``govxlsx check``: what is wrong, where, and what to do."""

from __future__ import annotations

from collections.abc import Sequence
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from govxlsx.commands.streams import deliver, say
from govxlsx.errors import GovxlsxError, UsageError
from govxlsx.intake import Intake, collect
from govxlsx.output import refuse_existing, write_file

if TYPE_CHECKING:
    from govxlsx.examination import Result


class Format(StrEnum):
    """How the result is written."""

    TEXT = "text"
    JSON = "json"
    CSV = "csv"
    HTML = "html"


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
        typer.Option(
            "--format",
            help="text 给人看（默认），html 网页，csv 用 Excel 打开，json 给程序用。",
            show_default=False,
        ),
    ] = Format.TEXT,
    output: Annotated[
        Path | None, typer.Option("--output", "-o", help="写入文件。", metavar="文件")
    ] = None,
    annotate: Annotated[
        Path | None,
        typer.Option(
            "--annotate",
            help="把标出问题的副本放进这个文件夹（原文件不动）。",
            metavar="文件夹",
        ),
    ] = None,
    verbose: Annotated[
        bool, typer.Option("--verbose", "-v", help="列出每一项检查的结果。")
    ] = False,
    strict: Strict = False,
    force: Force = False,
) -> None:
    """Check workbooks."""
    from govxlsx import screen  # noqa: PLC0415
    from govxlsx.examination import examine  # noqa: PLC0415

    intake = take_in(paths)
    if output is not None:
        refuse_existing(output, force=force)
    results = list(examine(intake.files))
    if format_ is Format.TEXT and output is None:
        screen.report(screen.stdout(), results, intake.skipped, verbose=verbose)
    else:
        deliver(_render(format_, results, intake, verbose=verbose), output, force=force)
    failed = annotate is not None and _annotate(results, annotate, force=force)
    outcomes = [each.outcome for each in results if each.outcome is not None]
    stopped = strict and any(each.unexplained for each in outcomes)
    raise typer.Exit(2 if failed else status([each.status for each in results], stopped=stopped))


def _render(format_: Format, results: Sequence[Result], intake: Intake, *, verbose: bool) -> str:
    """Return the results in one of the formats; only its own module is imported."""
    if format_ is Format.JSON:
        from govxlsx import as_json  # noqa: PLC0415

        return as_json.render(results, intake.skipped)
    if format_ is Format.CSV:
        from govxlsx import as_csv  # noqa: PLC0415

        return as_csv.findings(results)
    if format_ is Format.HTML:
        from govxlsx import page  # noqa: PLC0415

        return page.render(results, intake.skipped)
    from govxlsx import screen  # noqa: PLC0415

    return screen.to_text(results, intake.skipped, verbose=verbose)


def _annotate(results: Sequence[Result], folder: Path, *, force: bool) -> bool:
    """Write the annotated copies; return True where one could not be written."""
    from govxlsx import naming  # noqa: PLC0415
    from govxlsx.annotation import annotate  # noqa: PLC0415
    from govxlsx.reading import load  # noqa: PLC0415

    readable = [each for each in results if each.outcome is not None]
    places = naming.annotated_paths([Path(each.path) for each in readable], folder)
    failed = False
    for result, place in zip(readable, places, strict=True):
        assert result.outcome is not None
        try:
            refuse_existing(place, force=force)
            data = annotate(load(Path(result.path)), result.outcome)
            write_file(place, data, force=force)
        except GovxlsxError as error:
            say(f"{result.path}：{error}")
            failed = True
        else:
            say(f"已写入 {place}")
    return failed


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
