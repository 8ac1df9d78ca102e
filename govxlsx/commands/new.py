"""``govxlsx new``: the official template of a year's edition, for one agency or a whole roster."""

from dataclasses import replace
from pathlib import Path
from typing import Annotated

import typer

from govxlsx.commands import options
from govxlsx.commands.options import Force, Year, flag, option
from govxlsx.commands.streams import say
from govxlsx.desk import naming
from govxlsx.errors import InterchangeError, UnusableWorkbookError, UsageError
from govxlsx.form.editions.model import Edition
from govxlsx.output import refuse_existing, write_file
from govxlsx.personal import masked
from govxlsx.report.interchange import Interchange


def new(
    year: Year,
    agency: Annotated[str, option("--agency", "名称", "机关名称。")] = "",
    data: Annotated[Path | None, option("--data", "文件", "用交换数据（JSON）填写。")] = None,
    previous: Annotated[
        Path | None,
        option(
            "--previous",
            "路径",
            "上年的工作簿、交换数据或公布的报告（网页、Word、PDF）：沿用机关信息，"
            "把上年的“四、结转下年度”填入本年的“二、上年结转”。"
            "与 --roster 一起用时，是放上年报告的文件夹或者上年的归档。",
        ),
    ] = None,
    roster: Annotated[
        Path | None,
        option(
            "--roster",
            "文件",
            "名册（.csv 或 .xlsx）：给每个机关生成一份模板和一份发放清单，放进 -o 的文件夹。",
        ),
    ] = None,
    output: Annotated[
        Path | None, option("--output", "路径", "生成的文件；用 --roster 时是文件夹。", short="-o")
    ] = None,
    resume: Annotated[
        bool, flag("--resume", "接着做：已有的模板和编码保留，只做还没有的。")
    ] = False,
    force: Force = False,
) -> None:
    """Write the template workbook of a year's edition."""
    edition = options.edition(year)
    if roster is not None:
        if agency or data is not None:
            raise UsageError("--roster 给名册中的每个机关生成模板，不能与 --agency、--data 同用。")
        _hand_out(roster, edition, year, previous, output, resume=resume, force=force)
        return
    if resume:
        raise UsageError("--resume 与 --roster 一起用。")
    if output is not None:
        options.workbook_name(output)
    content = Interchange(edition.id, year)
    if data is not None:
        content = _given(data, edition, year)
    if previous is not None:
        content = _with_last_year(content, previous, agency or content.agency.name)
    if agency:
        content = replace(content, agency=replace(content.agency, name=agency))
    if output is None:
        output = Path(f"{naming.report_name(content.agency.name, year, '填报表')}.xlsx")
    refuse_existing(output, force=force, inputs=filter(None, (data, previous)))
    from govxlsx.template import workbook

    write_file(output, workbook(edition, content), force=force)
    say(f"已生成 {output}（{edition.id} 版的表）")


def _given(path: Path, edition: Edition, year: int) -> Interchange:
    from govxlsx.desk.handout.carrying import load

    if path.suffix.lower() != ".json":
        raise InterchangeError(f"“{path}”不是交换数据（.json）。")
    content = load(path)
    if content.year != year:
        raise UsageError(f"数据是 {content.year} 年度的，--year 却是 {year}。")
    if content.edition != edition.id:
        raise UsageError(f"数据是 {content.edition} 版的，{year} 年度应当用 {edition.id} 版的表。")
    return content


def _with_last_year(content: Interchange, path: Path, name: str) -> Interchange:
    from govxlsx.checking import refusal
    from govxlsx.desk.handout.carrying import carried_over, load
    from govxlsx.report.identity import agency_key

    if path.is_dir():
        raise UsageError(f"--previous 要写一份报告，“{path}”是文件夹；文件夹与 --roster 一起用。")
    try:
        last = load(path)
    except UnusableWorkbookError as error:
        raise UsageError(f"上年报告“{path}”用不了：{refusal.sentence(error)}") from error
    filled, untaken = carried_over(content, last)
    other = last.agency.shown
    if name and other and agency_key(name) != agency_key(last.agency.name):
        say(f"上年报告是“{other}”的，这份是“{masked(name)}”的：沿用了它的资料和结转数，请核对。")
    for sentence in untaken:
        say(sentence)
    return filled


def _hand_out(
    path: Path,
    edition: Edition,
    year: int,
    last_year: Path | None,
    folder: Path | None,
    *,
    resume: bool,
    force: bool,
) -> None:
    from govxlsx.commands.running import last_years_reports
    from govxlsx.desk.handout.listing import LISTING
    from govxlsx.desk.handout.run import Handout, hand_out
    from govxlsx.desk.roster.file import load
    from govxlsx.showing import screen

    if folder is None:
        raise UsageError("请用 -o 写明放模板的文件夹，例如 -o 发放。")
    held = load(path)
    if not resume:
        refuse_existing(folder / LISTING, force=force, inputs=(path,))
    previous = last_years_reports(last_year)
    order = Handout(held, edition, year, folder, previous, resume, force)
    made = carried = 0
    with screen.progress(len(held.bodies), "生成模板") as advance:
        for each in hand_out(order):
            made += each.made
            carried += each.carried
            for remark in each.remarks:
                say(f"{each.line.body.name}：{remark}")
            advance(1)
    kept = len(held.bodies) - made
    more = f"，原来就有 {kept} 份" if kept else ""
    taken = f"，带入上年资料的 {carried} 份" if previous is not None else ""
    say(f"已生成 {made} 份模板{more}{taken}（{edition.id} 版的表）。")
    say(f"清单是 {folder / LISTING}，里面有各机关的编码，请妥善保管；它也可以当名册用。")
    if previous is not None and previous.lacking:
        raise typer.Exit(2)
