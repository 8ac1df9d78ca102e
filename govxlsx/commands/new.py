"""``govxlsx new``: the official template of a year's edition, blank or filled."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Annotated

import typer

from govxlsx.commands.options import Force
from govxlsx.commands.streams import say
from govxlsx.desk import naming
from govxlsx.errors import InterchangeError, UsageError
from govxlsx.form.editions import edition_of_year, editions
from govxlsx.form.editions.model import Edition
from govxlsx.output import refuse_existing, write_file
from govxlsx.report.figure import Number
from govxlsx.report.interchange import Interchange, of_report, parse
from govxlsx.report.model import Agency


def new(
    year: Annotated[int, typer.Option("--year", help="报告年度，例如 2026。", metavar="年度")],
    agency: Annotated[
        str, typer.Option("--agency", help="机关名称。", metavar="名称", show_default=False)
    ] = "",
    data: Annotated[
        Path | None, typer.Option("--data", help="用交换数据（JSON）填写。", metavar="文件")
    ] = None,
    previous: Annotated[
        Path | None,
        typer.Option(
            "--previous",
            help="上年的工作簿或交换数据：沿用机关信息，把上年的“四、结转下年度”填入本年的“二、上年结转”。",
            metavar="文件",
        ),
    ] = None,
    output: Annotated[
        Path | None, typer.Option("--output", "-o", help="生成的文件。", metavar="文件")
    ] = None,
    force: Force = False,
) -> None:
    """Write the template workbook of a year's edition."""
    edition = edition_of_year(year)
    if edition is None or year > 2100:
        first = editions()[0].first_year
        raise UsageError(f"没有 {year} 年度的表；报告年度应当是 {first} 或以后的四位数字。")
    content = Interchange(edition.id, year)
    if data is not None:
        content = _given(data, edition, year)
    if previous is not None:
        content = _carried_over(content, _read_previous(previous), edition, year)
    if agency:
        content = replace(content, agency=replace(content.agency, name=agency))
    if output is None:
        output = Path(f"{naming.report_name(content.agency.name, year)}填报表.xlsx")
    refuse_existing(output, force=force)
    from govxlsx.template import workbook

    write_file(output, workbook(edition, content), force=force)
    say(f"已生成 {output}（{edition.id} 版的表）")


def _load(path: Path) -> Interchange:
    try:
        return parse(path.read_bytes())
    except OSError as error:
        raise InterchangeError(f"读不出“{path}”：没有这个文件，或者没有权限。") from error
    except InterchangeError as error:
        raise InterchangeError(f"“{path}”：{error}") from error


def _given(path: Path, edition: Edition, year: int) -> Interchange:
    content = _load(path)
    if content.year != year:
        raise UsageError(f"数据是 {content.year} 年度的，--year 却是 {year}。")
    if content.edition != edition.id:
        raise UsageError(f"数据是 {content.edition} 版的，{year} 年度应当用 {edition.id} 版的表。")
    return content


def _read_previous(path: Path) -> Interchange:
    if path.suffix.lower() == ".json":
        return _load(path)
    from govxlsx.reading import read

    return of_report(read(path))


def _carried_over(
    content: Interchange, last: Interchange, edition: Edition, year: int
) -> Interchange:
    """Fill in what last year's report hands on; what ``content`` gives already stays."""
    if last.year != year - 1:
        raise UsageError(
            f"--previous 应当是 {year - 1} 年度的报告，这个文件是 {last.year} 年度的。"
        )
    carried: dict[str, Number | str | None] = {}
    for field in edition.fields:
        source = f"applications.carried_out.{field.column}"
        if field.row != "carried_in" or field.id in edition.parts_of_total:
            continue
        value = last.figures.get(source)
        if isinstance(value, str):
            say(f"上年结转没有带入“{field.column_label}”：上年填的是“{value}”，不是数字。")
        elif value is not None:
            carried[field.id] = value
    return replace(
        content,
        agency=_agency(content.agency, last.agency),
        figures={**carried, **content.figures},
    )


def _agency(given: Agency, last: Agency) -> Agency:
    return Agency(
        name=given.name or last.name,
        kind=given.kind or last.kind,
        scope=given.scope or last.scope,
        website=given.website or last.website,
        address=given.address or last.address,
        postcode=given.postcode or last.postcode,
        phone=given.phone or last.phone,
        email=given.email or last.email,
    )
