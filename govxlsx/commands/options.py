"""Options and arguments that several commands share, each with one name and one help."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from govxlsx.errors import UsageError
from govxlsx.patterns import regex

_WHOLE = regex(r"[0-9]{1,9}")


def whole(least: int, most: int | None = None) -> Callable[[str | int], int]:
    """Return what reads an option's whole number. It raises click.BadParameter.

    A default is given to it as the number that it is.
    """
    bounds = f"{least} 或更大的" if most is None else f"{least} 到 {most} 的"

    def read(text: str | int) -> int:
        number = int(text) if _WHOLE.fullmatch(str(text)) else -1
        if number < least or (most is not None and number > most):
            raise typer.BadParameter(f"“{text}”不行，应当是 {bounds}整数。")
        return number

    return read


Paths = Annotated[
    list[str], typer.Argument(help="工作簿、通配符或文件夹。", metavar="路径", show_default=False)
]
Output = Annotated[Path | None, typer.Option("--output", "-o", help="写入文件。", metavar="文件")]
Force = Annotated[bool, typer.Option("--force", help="文件已存在时替换。")]
Strict = Annotated[
    bool, typer.Option("--strict", help="没有说明的提醒也当作不通过（退出码 1，不生成文档）。")
]
PreviousOption = Annotated[
    Path | None,
    typer.Option(
        "--previous",
        help="上年的工作簿、交换数据（JSON）、公布的报告（网页、Word、PDF），或者放这些文件的文件夹：与上年的报告对照检查。",
        metavar="路径",
    ),
]
RosterOption = Annotated[
    Path | None,
    typer.Option(
        "--roster",
        help="名册（.csv 或 .xlsx）：核对机关名称、类别和年度。",
        metavar="文件",
    ),
]
RosterNeeded = Annotated[
    Path,
    typer.Option("--roster", help="名册（.csv 或 .xlsx）。", metavar="文件", show_default=False),
]
ArchiveFolder = Annotated[
    Path, typer.Argument(help="归档文件夹。", metavar="归档", show_default=False)
]
Jobs = Annotated[
    int | None,
    typer.Option(
        "--jobs",
        parser=whole(1),
        help="同时用几个进程；默认文件多时用全部处理器。",
        metavar="个数",
        show_default=False,
    ),
]
Scheduler = Annotated[
    str | None,
    typer.Option(
        "--scheduler",
        help="交给 dask 集群做：调度器的地址，例如 tcp://10.0.0.5:8786。",
        metavar="地址",
        show_default=False,
    ),
]

if TYPE_CHECKING:
    from govxlsx.desk.roster import Roster

_DAY = regex(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")


def roster(path: Path | None) -> Roster | None:
    """Return the roster of ``--roster``, None where none was given. Raises RosterError."""
    if path is None:
        return None
    from govxlsx.desk.roster import load

    return load(path)


def workbook_name(output: Path) -> None:
    """Refuse a name under which Excel would not open a workbook. Raises UsageError."""
    if output.suffix.lower() != ".xlsx":
        named = output.with_suffix(".xlsx") if output.name else Path("填报表.xlsx")
        raise UsageError(
            f"“{output}”不是工作簿的名字：生成的是 Excel 工作簿，请以 .xlsx 结尾，例如 -o {named}。"
        )


def day(text: str, option: str) -> date:
    """Return the day that an option gives, today without one. Raises UsageError."""
    if not text:
        return date.today()
    with suppress(ValueError):
        if _DAY.fullmatch(text):
            return date.fromisoformat(text)
    raise UsageError(f"{option} 应当是一个日期，写成 2027-01-20 的样子，现在是“{text}”。")


DOCX, HTML, PDF = "docx", "html", "pdf"
"""What a report can be written as."""


def formats(text: str) -> frozenset[str]:
    """Return what a report is to be written as, of a list with commas. Raises UsageError."""
    wanted = {each.strip().lower() for each in text.replace("，", ",").split(",") if each.strip()}
    if not wanted or not wanted <= {DOCX, HTML, PDF}:
        raise UsageError(f"--format 可以是 docx、html、pdf，用逗号分开；现在是“{text}”。")
    return frozenset(wanted)
