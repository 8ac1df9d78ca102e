"""``govxlsx import``: published reports as interchange data or as filled templates."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Literal

import typer

from govxlsx.commands import options
from govxlsx.commands.options import Force, Jobs, argument, folder_name, option
from govxlsx.commands.running import at_work, take_in_published
from govxlsx.commands.streams import deliver, deliver_pieces, say
from govxlsx.errors import UsageError

if TYPE_CHECKING:
    from govxlsx.desk.imports import Imported


def import_(
    files: Annotated[
        list[str],
        argument(
            "文件",
            "已公布的报告：.html .htm .docx .pdf .txt .md；装有 LibreOffice 时还有"
            " .doc .wps .rtf。文件、通配符或文件夹。",
        ),
    ],
    year: Annotated[int, option("--year", "年度", "报告年度，例如 2024。")],
    agency: Annotated[str, option("--agency", "名称", "机关名称；默认从标题中读。")] = "",
    to: Annotated[
        Literal["json", "xlsx"],
        option(
            "--to", None, "json（默认）是交换数据；xlsx 是填好的模板，有提示的另写一份标注的副本。"
        ),
    ] = "json",
    output: Annotated[
        Path | None,
        option(
            "--output",
            "文件夹",
            "放结果的文件夹。默认：交换数据写到标准输出，模板与报告同一处。",
            short="-o",
        ),
    ] = None,
    jobs: Jobs = None,
    force: Force = False,
) -> None:
    """Read published reports."""
    from govxlsx.desk import imports
    from govxlsx.showing import screen

    options.edition(year)
    paths = take_in_published(files)
    folder_name(output, "请写文件夹，例如 -o 上年；文件名与公布的报告相同。")
    if agency and len(paths) > 1:
        raise UsageError("--agency 只能用于一份报告；多份报告的机关名称从各自的标题中读。")
    filled = to == "xlsx"
    sources = [imports.PublishedFile(path, "") for path in paths]
    if filled or output is not None:
        sources = imports.places(paths, output, f".{to}")
    with at_work(paths, jobs, None) as work, screen.progress(len(paths), "导入") as advance:
        wanted = imports.ImportSettings(work.root, year, agency, filled, force)
        done = list(imports.import_all(sources, wanted, work.crew, advance))
    if not filled and output is None:
        _deliver(done)
    for each in done:
        _tell(each, whole=len(done) == 1)
    raise typer.Exit(max(each.status for each in done))


def _deliver(done: list[Imported]) -> None:
    from govxlsx.showing import as_json

    read = [each for each in done if each.data is not None]
    if len(done) == 1 and read:
        deliver(as_json.dumps(read[0].data), None, force=False)
    elif read:
        objects = ({"path": each.path, **(each.data or {})} for each in read)
        deliver_pieces(as_json.array(objects), None, force=False)


def _tell(each: Imported, *, whole: bool) -> None:
    """Say beside the output what became of a file, with all notices where it is the only one."""
    from govxlsx.checking.finding import SEVERITY_WORDS
    from govxlsx.checking.rule import Severity

    for path in each.written:
        say(f"已写入 {path}")
    if each.error:
        say(f"{each.path}：{each.error}")
    if each.outcome is None:
        return
    counts = "、".join(
        f"{SEVERITY_WORDS[severity]} {each.outcome.count(severity)}" for severity in Severity
    )
    if each.outcome.findings:
        say(f"{each.path}：{counts}")
    for found in each.outcome.findings if whole else ():
        say(f"  {SEVERITY_WORDS[found.severity]} {found.code}")
        say(f"    {found.message}")
        say(f"    怎么办：{found.fix}")
