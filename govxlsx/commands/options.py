"""Options and arguments that several commands share, each with one name and one help."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from govxlsx.commands.streams import say
from govxlsx.errors import UsageError
from govxlsx.form.editions import edition_of_year, editions
from govxlsx.form.editions.model import Edition
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


def option(name: str, metavar: str | None, told: str, *, short: str = "", **more: Any) -> Any:
    """Return an option with its help, which also tells the default where that is to be told."""
    names = (name, short) if short else (name,)
    return typer.Option(*names, help=told, metavar=metavar, **{"show_default": False, **more})


def argument(metavar: str, told: str) -> Any:
    """Return an argument with its help."""
    return typer.Argument(help=told, metavar=metavar, show_default=False)


def flag(name: str, told: str, *, short: str = "") -> Any:
    """Return an option without a value."""
    return option(name, None, told, short=short)


def _standard(output: Path | None) -> Path | None:
    """Take ``-o -`` for the standard output, which is where data go without ``-o``."""
    return None if output == Path("-") else output


Paths = Annotated[list[str], argument("路径", "工作簿、通配符或文件夹。")]
Output = Annotated[
    Path | None, option("--output", "文件", "写入文件。", short="-o", callback=_standard)
]
Force = Annotated[bool, flag("--force", "文件已存在时替换。")]
Strict = Annotated[bool, flag("--strict", "没有说明的提醒也当作不通过（退出码 1，不生成文档）。")]
PreviousOption = Annotated[
    Path | None,
    option(
        "--previous",
        "路径",
        "上年的工作簿、交换数据（JSON）、公布的报告（网页、Word、PDF），"
        "或者放这些文件的文件夹：与上年的报告对照检查。",
    ),
]
RosterOption = Annotated[
    Path | None, option("--roster", "文件", "名册（.csv 或 .xlsx）：核对机关名称、类别和年度。")
]
RosterNeeded = Annotated[Path, option("--roster", "文件", "名册（.csv 或 .xlsx）。")]
ArchiveFolder = Annotated[Path, argument("归档", "归档文件夹。")]
Into = Annotated[Path, option("--into", "文件夹", "归档文件夹；没有的话新建。")]
Year = Annotated[int, option("--year", "年度", "报告年度，例如 2026。")]
OnlyYear = Annotated[int | None, option("--year", "年度", "只汇总这个年度的。")]
Jobs = Annotated[
    int | None,
    option("--jobs", "个数", "同时用几个进程；默认文件多时用全部处理器。", parser=whole(1)),
]
Scheduler = Annotated[
    str | None,
    option("--scheduler", "地址", "交给 dask 集群做：调度器的地址，例如 tcp://10.0.0.5:8786。"),
]

if TYPE_CHECKING:
    from govxlsx.desk.roster.model import Roster

_DAY = regex(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")


def roster(path: Path | None) -> Roster | None:
    """Return the roster of ``--roster``, None where none was given. Raises RosterError."""
    if path is None:
        return None
    from govxlsx.desk.roster.file import load

    return load(path)


def edition(year: int) -> Edition:
    """Return the edition of a report year. Raises UsageError where there is none."""
    found = edition_of_year(year)
    if found is None or year > 2100:
        first = editions()[0].first_year
        raise UsageError(f"没有 {year} 年度的表；报告年度应当是 {first} 或以后的四位数字。")
    return found


def workbook_name(output: Path) -> None:
    """Refuse a name under which Excel would not open a workbook. Raises UsageError."""
    if output.suffix.lower() != ".xlsx":
        named = output.with_suffix(".xlsx") if output.name else Path("填报表.xlsx")
        raise UsageError(
            f"“{output}”不是工作簿的名字：生成的是 Excel 工作簿，请以 .xlsx 结尾，例如 -o {named}。"
        )


_FORMATS = {".xlsx": "xlsx", ".html": "html", ".htm": "html", ".csv": "csv", ".json": "json"}


def named_for(format_: str, output: Path | None) -> None:
    """Say where a file gets the name of another format than is written."""
    if output is None:
        return
    usual = _FORMATS.get(output.suffix.lower(), "" if format_ == "xlsx" else format_)
    if usual != format_:
        ending = f"与结尾 {output.suffix} 不合" if output.suffix else "而文件名没有结尾"
        say(
            f"请注意：“{output}”里写的是 {format_}，{ending}，可能打不开。"
            "请写明 --format，或者换一个文件名。"
        )


def folder_name(output: Path | None, told: str) -> None:
    """Refuse the name of a file where a folder is asked for. Raises UsageError."""
    if output is not None and output.suffix.lower() in _FILES and not output.is_dir():
        raise UsageError(f"-o 是放结果的文件夹，“{output}”像是文件名。{told}")


_FILES = frozenset({".xlsx", ".xlsm", ".json", ".docx", ".html", ".pdf"})
"""Nobody gives a folder a name that ends so."""


def day(text: str, option: str) -> date:
    """Return the day that an option gives, today without one. Raises UsageError."""
    if not text:
        return date.today()
    with suppress(ValueError):
        if _DAY.fullmatch(text):
            return date.fromisoformat(text)
    raise UsageError(f"{option} 应当是一个日期，写成 2027-01-20 的样子，现在是“{text}”。")


def secret(path: Path, what: str) -> str:
    """Return what stands in the first line of a file, however it was saved. Raises UsageError."""
    try:
        lines = path.read_text(encoding="utf-8-sig").splitlines()
    except (OSError, ValueError) as error:
        raise UsageError(f"读不出{what}“{path}”，请检查路径；内容应当是一行文字。") from error
    return lines[0].strip() if lines else ""


DOCX, HTML, PDF = "docx", "html", "pdf"
"""What a report can be written as."""


def formats(text: str) -> frozenset[str]:
    """Return what a report is to be written as, of a list with commas. Raises UsageError."""
    wanted = {each.strip().lower() for each in text.replace("，", ",").split(",") if each.strip()}
    if not wanted or not wanted <= {DOCX, HTML, PDF}:
        raise UsageError(f"--format 可以是 docx、html、pdf，用逗号分开；现在是“{text}”。")
    return frozenset(wanted)
