"""The only door to rich: what a person reads in a terminal or a text file.

Rich is imported for a terminal and for tables: lines of plain text do without it.
"""

from __future__ import annotations

import io
import os
import sys
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from contextlib import contextmanager, suppress
from functools import cached_property, partial
from itertools import compress
from typing import TYPE_CHECKING, NamedTuple, TextIO

from govxlsx import interruption
from govxlsx.showing.folding import cells, fold, fold_evenly, share

if TYPE_CHECKING:
    from rich.console import Console, JustifyMethod


RED, AMBER, GREEN, BLUE = "red", "color(130)", "color(28)", "color(30)"
"""Colours that can be read on white as on black: 4.4 to 1 and more on both."""

_FALLBACK = {"✓": "对", "✗": "错"}
TEXT_WIDTH = 100
"""So wide is text that goes into a file."""

SKIPPED = "跳过：{}（不是工作簿）"

_CONTROLS = {code: chr(0x2400 + code) for code in range(32)} | {127: "␡"}
_CONTROLS |= dict.fromkeys(range(128, 160), "�")
"""A file may be named, and a cell filled, so that a terminal would do what it says: it is shown."""

_IN_TABLES = {code: shown for code, shown in _CONTROLS.items() if chr(code) != "\n"}
"""In tables the lines of a cell are broken already."""

_GAP = 3
"""Cells between two columns of a table."""

_STYLED = frozenset({"FORCE_COLOR", "TTY_COMPATIBLE"})
"""By these variables a user has rich show styles where there is no terminal."""

_USUAL = 80

_CLEARED = b"\r\x1b[2K\x1b[?25h"
"""Takes a bar off the terminal's line, and shows the cursor again."""


class Page(NamedTuple):
    """What plain text is set for: its width, and the encoding that its marks must be in."""

    width: int = TEXT_WIDTH
    encoding: str = "utf-8"


OF_FILES = Page()
"""What text is set for that goes into a file."""


class Screen:
    """A place to print to. Characters that its encoding lacks are replaced, never an error."""

    def __init__(
        self, stream: TextIO | None = None, width: int | None = None, encoding: str = ""
    ) -> None:
        self._stream = stream or sys.stdout
        self._encoding = encoding or self._stream.encoding or "utf-8"
        self._given = width
        self._plain = not (_may_be_styled(self._stream) and self.console.is_terminal)
        self._width = (width or _columns()) if self._plain else None

    @property
    def page(self) -> Page | None:
        """What plain text is set for here; None for a terminal, which shows styles."""
        return Page(self._width, self._encoding) if self._width is not None else None

    @cached_property
    def console(self) -> Console:
        """Rich's console for it."""
        from rich.console import Console

        return Console(
            file=self._stream, width=self._given, highlight=False, emoji=False, markup=False
        )

    def mark(self, mark: str) -> str:
        """Return ✓ or ✗, or 对 or 错 where the console cannot show them."""
        try:
            mark.encode(self._encoding)
        except (UnicodeEncodeError, LookupError):
            return _FALLBACK[mark]
        return mark

    def line(self, text: str, style: str = "", indent: int = 0) -> None:
        """Print a paragraph, folded at the width of the screen."""
        width = self._width or self.console.width
        for folded in fold(text.translate(_CONTROLS), max(20, width - indent - 2)):
            self.parts((" " * indent + folded, style))

    def verdict(self, good: bool, text: str, style: str = "") -> None:
        """Print a line that begins with ✓ or ✗."""
        self.line(f"{self.mark('✓' if good else '✗')} {text}", style)

    def parts(self, *parts: tuple[str, str]) -> None:
        """Print one line, its parts each with a style.

        Where nobody sees styles, rich would take most of a batch's time.
        """
        if self._plain:
            self._stream.write(f"{''.join(text for text, _ in parts)}\n")
            return
        from rich.text import Text

        self.console.print(Text.assemble(*parts), soft_wrap=True)

    def plain(self, text: str) -> None:
        """Print plain text that is set already."""
        self._stream.write(text)

    def skipped(self, names: Sequence[str]) -> None:
        """Name the files that are no workbooks."""
        for name in names:
            self.line(SKIPPED.format(name))

    def table(
        self,
        labels: Sequence[str],
        rows: Iterable[Sequence[str]],
        *,
        right: Collection[str] = (),
        fixed: Collection[str] = (),
    ) -> None:
        """Print a table as wide as the screen.

        The columns named in ``right`` hold numbers; those and the ``fixed`` ones are never folded.
        """
        from rich.box import SIMPLE_HEAD
        from rich.table import Table
        from rich.text import Text

        shown = [[cell.translate(_IN_TABLES) for cell in row] for row in rows]
        wanted = [max(map(cells, column)) for column in zip(labels, *shown, strict=True)]
        whole = [label in right or label in fixed for label in labels]
        gaps = _GAP * (len(labels) - 1)
        room = self.console.width - gaps - sum(compress(wanted, whole))
        shares = iter(
            share([each for each, kept in zip(wanted, whole, strict=True) if not kept], room)
        )
        widths = [each if kept else next(shares) for each, kept in zip(wanted, whole, strict=True)]
        table = Table(box=SIMPLE_HEAD, show_edge=False, pad_edge=False, header_style="bold")
        for label, width in zip(labels, widths, strict=True):
            justify: JustifyMethod = "right" if label in right else "left"
            table.add_column(label, justify=justify, overflow="fold", width=width)
        for row in shown:
            folded = map(fold_evenly, row, widths)
            table.add_row(*map(Text, folded))
        self.console.print(table)


def _may_be_styled(stream: TextIO) -> bool:
    """Ask before rich is, which has the last word: its import is a third of a command's start."""
    return stream.isatty() or bool(os.environ.keys() & _STYLED)


def _columns() -> int:
    """Return how wide plain text is set: COLUMNS, the width of a terminal beside it, or 80."""
    given = os.environ.get("COLUMNS", "")
    if given.isdigit():
        return int(given) or _USUAL
    for number in range(3):
        with suppress(OSError):
            return os.get_terminal_size(number).columns or _USUAL
    return _USUAL


def stdout() -> Screen:
    """Return the terminal, or what stands for it."""
    return Screen(sys.stdout)


def text_of(tell: Callable[[Screen], None], page: Page = OF_FILES) -> str:
    """Return what ``tell`` prints, as plain text; by default as it goes into a file."""
    stream = io.StringIO()
    tell(Screen(stream, page.width, page.encoding))
    return stream.getvalue()


@contextmanager
def progress(total: int, label: str, *, told: bool = False) -> Iterator[Callable[[int], None]]:
    """Show a bar on the terminal while work goes on; elsewhere, or for one file, nothing.

    Yields a function that is called with the number of files just done. ``told`` is work that
    tells of each file as it is done: on the terminal that is enough, and a bar would be in its way.
    """
    if total < 2 or not sys.stderr.isatty() or (told and sys.stdout.isatty()):
        yield lambda _: None
        return
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TimeRemainingColumn

    def clear() -> None:
        os.write(sys.stderr.fileno(), _CLEARED)

    columns = ("{task.description}", BarColumn(), MofNCompleteColumn(), TimeRemainingColumn())
    bar = Progress(*columns, console=Console(stderr=True), transient=True)
    with interruption.undone(bar, clear), bar:
        task = bar.add_task(label, total=total)
        yield partial(bar.advance, task)
