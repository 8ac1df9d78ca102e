"""Typer's own shell completion, its two options and what they say in Chinese."""

from subprocess import CalledProcessError

import click
from shellingham import ShellDetectionFailure, detect_shell  # type: ignore[import-untyped]
from typer import completion

from govxlsx.commands.streams import say
from govxlsx.errors import UsageError

_SHELLS = ("bash", "zsh", "fish", "powershell", "pwsh")


def speak(command: click.Command) -> None:
    """Have the options that typer has added to the command speak Chinese."""
    for each in command.params:
        assert isinstance(each, click.Option)
        if each.name == "install_completion":
            each.help, each.callback = "在现在用的 Shell 中装好自动补全（按 Tab 键）。", _install
        elif each.name == "show_completion":
            each.help, each.callback = "显示自动补全的脚本，供自行安装。", _show


def _install(context: click.Context, _: click.Parameter, wanted: bool | None) -> None:
    if not wanted or context.resilient_parsing:
        return
    shell = _shell()
    try:
        path = completion.install(shell=shell)[1]  # type: ignore[attr-defined]
    except (OSError, CalledProcessError) as error:
        raise UsageError("写不了 Shell 的设置，没有装自动补全。请确认有写入权限。") from error
    say(f"已为 {shell} 装好自动补全：{path}。重新打开终端后可以用。")
    context.exit()


def _show(context: click.Context, _: click.Parameter, wanted: bool | None) -> None:
    if not wanted or context.resilient_parsing:
        return
    name = str(context.find_root().info_name)
    names = {"prog_name": name, "complete_var": f"_{name.upper()}_COMPLETE", "shell": _shell()}
    script = completion.get_completion_script(**names)  # type: ignore[attr-defined]
    click.echo(script)
    context.exit()


def _shell() -> str:
    """Return the shell that this process was started from. Raises UsageError."""
    try:
        name: str = detect_shell()[0]
    except ShellDetectionFailure as error:
        raise UsageError("看不出现在用的是哪一种 Shell，不能自动补全。") from error
    if name not in _SHELLS:
        raise UsageError(f"{name} 没有自动补全；有的是 {'、'.join(_SHELLS)}。")
    return name
