"""``govxlsx export``: workbooks as interchange data."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from govxlsx.commands.check import Force, Paths, take_in
from govxlsx.commands.streams import deliver, say
from govxlsx.errors import UnusableWorkbookError
from govxlsx.output import refuse_existing

if TYPE_CHECKING:
    from govxlsx.report import Report


class Format(StrEnum):
    """How the data is written."""

    JSON = "json"
    CSV = "csv"


def export(
    paths: Paths,
    format_: Annotated[
        Format, typer.Option("--format", help="json（默认）或 csv。", show_default=False)
    ] = Format.JSON,
    output: Annotated[
        Path | None, typer.Option("--output", "-o", help="写入文件。", metavar="文件")
    ] = None,
    force: Force = False,
) -> None:
    """Write the content of workbooks as data."""
    from govxlsx import as_csv  # noqa: PLC0415
    from govxlsx.reading import read  # noqa: PLC0415

    intake = take_in(paths)
    if output is not None:
        refuse_existing(output, force=force)
    reports: list[tuple[str, Report]] = []
    failed = False
    for path in intake.files:
        try:
            reports.append((path, read(path)))
        except UnusableWorkbookError as error:
            say(f"{path}：{error}")
            failed = True
    for name in intake.skipped:
        say(f"跳过：{name}（不是工作簿）")
    if reports:
        several = len(intake.files) > 1
        csv = format_ is Format.CSV
        text = as_csv.figures(reports) if csv else _json(reports, several=several)
        deliver(text, output, force=force)
    raise typer.Exit(2 if failed else 0)


def _json(reports: list[tuple[str, Report]], *, several: bool) -> str:
    from govxlsx.as_json import dumps  # noqa: PLC0415
    from govxlsx.interchange import of_report, to_object  # noqa: PLC0415

    objects: list[dict[str, Any]] = [to_object(of_report(report)) for _, report in reports]
    if not several:
        return dumps(objects[0])
    return dumps([{"path": path, **each} for (path, _), each in zip(reports, objects, strict=True)])
