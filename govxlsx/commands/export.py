"""``govxlsx export``: workbooks as interchange data."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import chain
from typing import Annotated, Literal

import typer

from govxlsx.checking.refusal import sentence
from govxlsx.commands import options
from govxlsx.commands.options import Force, Output, Paths, option
from govxlsx.commands.running import take_in, tell_skipped
from govxlsx.commands.streams import deliver_pieces, say
from govxlsx.errors import UnusableWorkbookError
from govxlsx.output import refuse_existing
from govxlsx.reading import read
from govxlsx.report.interchange import of_report, to_object
from govxlsx.report.model import Report
from govxlsx.showing import as_csv, as_json


def export(
    paths: Paths,
    format_: Annotated[
        Literal["json", "csv"], option("--format", None, "json（默认）或 csv。")
    ] = "json",
    output: Output = None,
    force: Force = False,
) -> None:
    """Write the content of workbooks as data."""
    intake = take_in(paths)
    if output is not None:
        refuse_existing(output, force=force, inputs=intake.files)
    options.named_for(format_, output)
    failed: list[str] = []
    reports = _read(intake.files, failed)
    first = next(reports, None)
    if first is not None:
        several = len(intake.files) > 1
        all_reports = chain((first,), reports)
        deliver_pieces(_pieces(format_, all_reports, several=several), output, force=force)
    tell_skipped(intake.skipped)
    raise typer.Exit(2 if failed else 0)


def _read(files: Sequence[str], failed: list[str]) -> Iterator[tuple[str, Report]]:
    """Yield the reports of the files that can be read; the others are told of, and ``failed``."""
    for path in files:
        try:
            yield path, read(path)
        except UnusableWorkbookError as error:
            say(f"{path}：{sentence(error)}")
            failed.append(path)


def _pieces(format_: str, reports: Iterable[tuple[str, Report]], *, several: bool) -> Iterator[str]:
    if format_ == "csv":
        yield from as_csv.figure_pieces(reports)
        return
    objects = ((path, to_object(of_report(report))) for path, report in reports)
    if several:
        yield from as_json.array({"path": path, **each} for path, each in objects)
    else:
        yield from (as_json.dumps(each) for _, each in objects)
