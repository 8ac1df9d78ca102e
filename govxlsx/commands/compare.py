"""``govxlsx compare``: several years of one agency, or several versions, side by side."""

from pathlib import Path
from typing import Annotated, Literal

import typer

from govxlsx.checking.refusal import sentence
from govxlsx.commands import options
from govxlsx.commands.options import Force, Output, argument, flag, option
from govxlsx.commands.streams import deliver, say
from govxlsx.desk.compare import Comparison
from govxlsx.desk.compare import compare as side_by_side
from govxlsx.desk.previous import read
from govxlsx.errors import InterchangeError, PublishedError, UnusableWorkbookError, UsageError
from govxlsx.output import refuse_existing, write_file
from govxlsx.report.model import Report


def compare(
    paths: Annotated[
        list[str], argument("文件", "两份或更多的报告：工作簿、交换数据（JSON）或公布的报告。")
    ],
    format_: Annotated[
        Literal["text", "html", "xlsx"],
        option("--format", None, "text 给人看（默认），html 网页，xlsx 带图的工作簿。"),
    ] = "text",
    output: Output = None,
    everything: Annotated[bool, flag("--all", "没有变化的也列出（xlsx 总是全部列出）。")] = False,
    force: Force = False,
) -> None:
    """Compare reports."""
    if len(paths) < 2:
        raise UsageError("至少要给两份报告，才能比较。")
    if format_ == "xlsx" and output is None:
        raise UsageError("xlsx 请用 -o 写明文件名，例如 -o 对照.xlsx。")
    if format_ == "xlsx" and output is not None:
        options.workbook_name(output)
    if output is not None:
        refuse_existing(output, force=force, inputs=paths)
    options.named_for(format_, output)
    reports = [each for each in map(_read, paths) if each is not None]
    if len(reports) < len(paths):
        raise typer.Exit(2)
    _write(side_by_side(reports), format_, output, everything=everything, force=force)


def _read(path: str) -> Report | None:
    """Read a report; say what is wrong with one that cannot be used, so that all are named."""
    try:
        return read(path)
    except (UnusableWorkbookError, InterchangeError, PublishedError) as error:
        say(f"{path}：{sentence(error)}")
        return None


def _write(
    given: Comparison, format_: str, output: Path | None, *, everything: bool, force: bool
) -> None:
    """Write the comparison in one of the formats; only its own module is imported."""
    if format_ == "xlsx" and output is not None:
        from govxlsx.desk.compare.book import workbook

        write_file(output, workbook(given), force=force)
        say(f"已写入 {output}")
    elif format_ == "html":
        from govxlsx.desk.compare.page import render

        deliver(render(given, everything=everything), output, force=force)
    else:
        from govxlsx.desk.compare.screen import tell
        from govxlsx.showing import screen

        if output is None:
            tell(screen.stdout(), given, everything=everything)
        else:
            text = screen.text_of(lambda page: tell(page, given, everything=everything))
            deliver(text, output, force=force)
