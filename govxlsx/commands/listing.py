"""The commands by name, each with what its help says first; the one that is asked for is imported.

``--help`` therefore lists them all, and ``explain`` explains, without what checking needs.
"""

from collections.abc import Iterator, Mapping
from functools import cache
from gettext import gettext
from importlib import import_module
from keyword import iskeyword

import click
import typer
from typer.core import TyperGroup

from govxlsx.commands import chinese

HELPS = {
    "new": "生成官方填报模板：空白的，或填好数据的。",
    "check": "检查填好的工作簿，逐格指出问题。文件、通配符、文件夹都可以。",
    "build": "检查工作簿，没有错误的生成 Word 报告。",
    "export": "把工作簿的内容导出为交换数据（JSON 或 CSV）。",
    "import": "读出已公布的报告（网页、Word、PDF、文字）：交换数据，或填好的模板。",
    "published": "核对公布的报告是不是认可的那一份：逐个数字、逐段文字。",
    "claims": "列出一段文字说了哪些数（JSON）。",
    "rules": "列出全部检查项。",
    "explain": "说明一项检查：依据、例子和改法。",
    "archive": "把没有错误的工作簿连同 Word 文档和校验结果归档，登记每一份报送。",
    "mail": "从邮件或邮箱里取出报送的工作簿，检查、归档，并起草答复（只起草，不发送）。",
    "verify": "重新读一遍归档，逐个文件与登记簿核对。",
    "status": "对照名册看归档：谁报送了，谁迟报、缺报，谁因什么被退回。",
    "notices": "给未报的和退回的机关写通知：信（Word）和邮件草稿，只起草，不发送。",
    "summary": "把一批报送汇总成一份工作簿：问题、数据、指标、未报和退回，带图。",
    "serve": "网页：填报人检查和报送，工作人员看报送情况。",
    "rollup": "把各机关的报告逐格相加，汇总成一份填好的工作簿。",
    "compare": "几个年度或几个版本的报告并排比较：数字、文字和图。",
}
"""The commands in the order of the help. ``import`` is the function ``import_`` of its module."""


class Commands(Mapping[str, click.Command]):
    """The commands by name; one is made, and its module imported, when it is taken."""

    def __getitem__(self, name: str) -> click.Command:
        if name not in HELPS:
            raise KeyError(name)
        return _made(name)

    def __iter__(self) -> Iterator[str]:
        return iter(HELPS)

    def __len__(self) -> int:
        return len(HELPS)


@cache
def _made(name: str) -> click.Command:
    spelled = f"{name}_" if iskeyword(name) else name
    function = getattr(import_module(f"govxlsx.commands.{spelled}"), spelled)
    alone = typer.Typer(rich_markup_mode=None, add_completion=False)
    register = alone.command(
        name, cls=chinese.Command, help=HELPS[name], options_metavar=chinese.OPTIONS
    )
    register(function)
    return typer.main.get_command(alone)


class Group(TyperGroup):
    """The group of commands in Chinese."""

    context_class = chinese.Context

    def list_commands(self, ctx: click.Context) -> list[str]:
        """Return the names of the commands, in the order of the help."""
        return list(HELPS)

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the list of commands; not one of them is imported for it."""
        with formatter.section(gettext("Commands")):
            formatter.write_dl(list(HELPS.items()))
