"""The command line: one module a command."""

from __future__ import annotations

import os
from typing import Annotated

import click
import typer

from govxlsx.commands import (
    archive,
    build,
    check,
    chinese,
    claims,
    compare,
    completion,
    explain,
    export,
    import_,
    mail,
    new,
    notices,
    published,
    rollup,
    rules,
    status,
    summary,
    verify,
)
from govxlsx.version import MAKER

NAME = "govxlsx"
_COMPLETING = f"_{NAME.upper()}_COMPLETE"

app = typer.Typer(
    cls=chinese.Group,
    help="政府信息公开工作年度报告：填报模板、检查、生成 Word 文档。",
    epilog=f"一个命令的用法：{NAME} 命令 --help",
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 120},
    invoke_without_command=True,
    options_metavar="[选项]",
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


def _add(function: object, name: str, help_text: str) -> None:
    register = app.command(name, cls=chinese.Command, help=help_text, options_metavar="[选项]")
    register(function)  # type: ignore[type-var]


_add(new.new, "new", "生成官方填报模板：空白的，或填好数据的。")
_add(check.check, "check", "检查填好的工作簿，逐格指出问题。文件、通配符、文件夹都可以。")
_add(build.build, "build", "检查工作簿，没有错误的生成 Word 报告。")
_add(export.export, "export", "把工作簿的内容导出为交换数据（JSON 或 CSV）。")
_add(
    import_.import_, "import", "读出已公布的报告（网页、Word、PDF、文字）：交换数据，或填好的模板。"
)
_add(published.published, "published", "核对公布的报告是不是认可的那一份：逐个数字、逐段文字。")
_add(claims.claims, "claims", "列出一段文字说了哪些数（JSON）。")
_add(rules.rules, "rules", "列出全部检查项。")
_add(explain.explain, "explain", "说明一项检查：依据、例子和改法。")
_add(archive.archive, "archive", "把没有错误的工作簿连同 Word 文档和校验结果归档，登记每一份报送。")
_add(
    mail.mail, "mail", "从邮件或邮箱里取出报送的工作簿，检查、归档，并起草答复（只起草，不发送）。"
)
_add(verify.verify, "verify", "重新读一遍归档，逐个文件与登记簿核对。")
_add(status.status, "status", "对照名册看归档：谁报送了，谁迟报、缺报，谁因什么被退回。")
_add(
    notices.notices, "notices", "给未报的和退回的机关写通知：信（Word）和邮件草稿，只起草，不发送。"
)
_add(summary.summary, "summary", "把一批报送汇总成一份工作簿：问题、数据、指标、未报和退回，带图。")
_add(rollup.rollup, "rollup", "把各机关的报告逐格相加，汇总成一份填好的工作簿。")
_add(compare.compare, "compare", "几个年度或几个版本的报告并排比较：数字、文字和图。")


def command() -> click.Command:
    """Return the whole command line, in Chinese."""
    chinese.speak()
    whole = typer.main.get_command(app)
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
