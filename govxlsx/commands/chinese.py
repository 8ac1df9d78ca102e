"""Click and typer in Chinese: what they say, and how their help is set.

Both take their words from gettext. The catalogue stands in ``locale``; a test holds it against
everything that the installed versions can say.
"""

import gettext
import os
import re
from collections.abc import Iterable
from itertools import pairwise
from pathlib import Path

import click
from typer.core import TyperCommand

from govxlsx.patterns import regex
from govxlsx.showing.folding import cells, fold

OPTIONS = "[选项]"
"""How a line of usage says that there are options."""

_DOMAIN, _LANGUAGE = "messages", "zh_CN"
_LOCALE = Path(__file__).parent / "locale"


_QUOTED = regex("“[^”]*”| ?'([^']*)' ?")
"""What the catalogue puts in quotes, which may hold any, and what click does in its own."""


def speak() -> None:
    """Have gettext answer in Chinese, whatever language the system is set to."""
    os.environ["LANGUAGE"] = _LANGUAGE
    gettext.bindtextdomain(_DOMAIN, str(_LOCALE))


def sentence(error: click.ClickException) -> str:
    """Return an error of usage as one line, with the command whose help tells more."""
    said = _QUOTED.sub(_in_one_kind, error.format_message()).replace("”,“", "”、“")
    said = said.replace("。 ", "。").strip().removesuffix(".").removesuffix("。")
    context = error.ctx if isinstance(error, click.UsageError) else None
    if isinstance(error, click.NoSuchCommand) and not error.possibilities and context is not None:
        assert isinstance(context.command, click.Group)
        said += f"，可以是 {'、'.join(context.command.list_commands(context))}"
    where = context.command_path if context is not None else "govxlsx"
    return f"{said}。用 {where} --help 查看用法。".replace("？。", "？")


def _in_one_kind(found: re.Match[str]) -> str:
    return found[0] if found[1] is None else f"“{found[1]}”"


class Formatter(click.HelpFormatter):
    """Help folded as Chinese is: without spaces to break at, two cells a character."""

    def write_heading(self, heading: str) -> None:
        """Write a heading."""
        self.write(f"{click.style(f'{heading}：', bold=True)}\n")

    def write_text(self, text: str) -> None:
        """Write a paragraph."""
        indent = " " * self.current_indent
        for line in fold(text, self.width - self.current_indent):
            self.write(f"{indent}{line}\n")

    def write_dl(
        self, rows: Iterable[tuple[str, str]], col_max: int = 32, col_spacing: int = 2
    ) -> None:
        """Write terms and what they mean, in two columns."""
        rows = list(rows)
        first = min(max(cells(term) for term, _ in rows), col_max) + col_spacing
        indent = " " * self.current_indent
        for term, meaning in rows:
            lines = fold(meaning, self.width - self.current_indent - first)
            if cells(term) + col_spacing > first:
                lines.insert(0, "")
            self.write(f"{indent}{click.style(term, bold=True)}")
            self.write(f"{' ' * (first - cells(term))}{lines[0]}\n" if lines[0] else "\n")
            for line in lines[1:]:
                self.write(f"{indent}{' ' * first}{line}\n")


class Context(click.Context):
    """Where a command runs; its help is set by ``Formatter``."""

    formatter_class = Formatter


class Command(TyperCommand):
    """A command in Chinese."""

    context_class = Context

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """Parse what was typed; every error tells which command it is about."""
        try:
            self._refuse_names_as_values(ctx, args)
            return super().parse_args(ctx, args)
        except click.UsageError as error:
            error.ctx = error.ctx or ctx
            raise

    def _refuse_names_as_values(self, ctx: click.Context, args: list[str]) -> None:
        """Refuse an option whose value was forgotten: click takes the next option's name for it."""
        options = [each for each in self.get_params(ctx) if isinstance(each, click.Option)]
        names = {name for each in options for name in each.opts}
        valued = {name for each in options if not each.is_flag for name in each.opts}
        for name, following in pairwise(args):
            if name in valued and following in names:
                said = gettext.gettext("Option {name!r} requires an argument.").format(name=name)
                raise click.BadOptionUsage(name, said, ctx)
