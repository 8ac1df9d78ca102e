"""The command line: one module a command."""

import os
from typing import Annotated

import click
import typer

from govxlsx.commands import chinese, completion, listing
from govxlsx.version import MAKER

NAME = "govxlsx"
_COMPLETING = f"_{NAME.upper()}_COMPLETE"

app = typer.Typer(
    cls=listing.Group,
    help="政府信息公开工作年度报告：填报模板、检查、生成 Word 文档。",
    epilog=f"一个命令的用法：{NAME} 命令 --help",
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 120},
    invoke_without_command=True,
    options_metavar=chinese.OPTIONS,
    subcommand_metavar="命令 [参数]…",
    rich_markup_mode=None,
    suggest_commands=False,
    pretty_exceptions_enable=False,
)


@app.callback()
def bare(
    context: typer.Context,
    version: Annotated[bool, typer.Option("--version", help="显示版本后退出。")] = False,
) -> None:
    """Tell the version, or the help where no command is given."""
    if version:
        typer.echo(MAKER)
        raise typer.Exit
    if context.invoked_subcommand is None:
        typer.echo(context.get_help())


def command() -> click.Command:
    """Return the whole command line, in Chinese."""
    chinese.speak()
    whole = typer.main.get_command(app)
    assert isinstance(whole, listing.Group)
    whole.commands = listing.Commands()  # type: ignore[assignment]  # nothing is added to them
    completion.speak(whole)
    return whole


def invoke(arguments: list[str]) -> int:
    """Do what was typed, and return the exit status. Raises click's errors of usage, and ours.

    Click's own ``main`` would take a broken pipe, a worker that died and Ctrl-C for its own affair;
    only what a shell asks when it completes a line is answered there.
    """
    whole = command()
    if _COMPLETING in os.environ:
        whole.main(arguments, prog_name=NAME)
    try:
        with whole.make_context(NAME, arguments) as context:
            whole.invoke(context)
    except click.exceptions.Exit as done:
        return done.exit_code
    return 0
