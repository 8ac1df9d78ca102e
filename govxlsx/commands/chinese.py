"""Typer in Chinese: help, usage and errors as the user reads them."""

from __future__ import annotations

from typing import Any

import typer
from typer.core import TyperCommand, TyperGroup

Failure: type[Any] = typer.BadParameter.__mro__[2]
"""What every error of usage descends from, wherever typer takes it from."""

_SENTENCES = {
    "NoSuchOption": "没有这个选项：{option_name}。",
    "NoSuchCommand": "没有这个命令。",
    "MissingParameter": "缺少必需的参数或选项：{name}。",
    "BadParameter": "参数或选项 {name} 的值不对。",
    "BadOptionUsage": "选项 {option_name} 后面要有一个值，或者用法不对。",
    "BadArgumentUsage": "参数的个数不对。",
}


def sentence(error: Any) -> str:
    """Return an error of usage as one Chinese sentence."""
    parameter = getattr(error, "param", None)
    name = "" if parameter is None else (parameter.metavar or parameter.opts[0])
    if parameter is not None and parameter.opts[0].startswith("-"):
        name = parameter.opts[0]
    known = _SENTENCES.get(type(error).__name__)
    option = getattr(error, "option_name", "")
    if known is None:
        return f"用法不对：{error.format_message()}"
    return known.format(option_name=option, name=name or getattr(error, "param_hint", "") or "")


class _Chinese:
    """Help in Chinese, for commands and for the group of them."""

    def get_help_option(self, ctx: Any) -> Any:
        """Return the option --help with its Chinese text."""
        option = super().get_help_option(ctx)  # type: ignore[misc]
        if option is not None:
            option.help = "显示帮助后退出。"
        return option

    def get_usage(self, ctx: Any) -> str:
        """Return the line of usage."""
        usage: str = super().get_usage(ctx)  # type: ignore[misc]
        return usage.replace("Usage:", "用法：", 1)

    def format_help(self, ctx: Any, formatter: Any) -> None:
        """Write the help with Chinese headings; rich is imported only here."""
        from rich.columns import Columns
        from rich.text import Text
        from typer import rich_utils

        class Folding(Columns):
            """Helps that are broken where the line ends: Chinese has no spaces to break at."""

            def __rich_console__(self, console: Any, options: Any) -> Any:
                for each in self.renderables:
                    if isinstance(each, Text):
                        each.overflow = "fold"
                yield from super().__rich_console__(console, options)

        setattr(rich_utils, "Columns", Folding)  # noqa: B010 - typer does not export the name
        rich_utils.ARGUMENTS_PANEL_TITLE = "参数"
        rich_utils.OPTIONS_PANEL_TITLE = "选项"
        rich_utils.COMMANDS_PANEL_TITLE = "命令"
        rich_utils.REQUIRED_LONG_STRING = "[必需]"
        super().format_help(ctx, formatter)  # type: ignore[misc]


class Command(_Chinese, TyperCommand):
    """A command in Chinese."""


class Group(_Chinese, TyperGroup):
    """The group of commands in Chinese."""
