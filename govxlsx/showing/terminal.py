"""What is asked of the terminal before rich is: that takes a third of the start of a command."""

from __future__ import annotations

import os
from contextlib import suppress
from typing import TextIO

_WANTED = frozenset({"FORCE_COLOR", "TTY_COMPATIBLE"})
"""By these variables a user has rich show styles where there is no terminal."""

_USUAL = 80


def may_be_styled(stream: TextIO) -> bool:
    """Tell whether a stream may show styles: rich has the last word."""
    return stream.isatty() or bool(os.environ.keys() & _WANTED)


def columns() -> int:
    """Return how wide plain text is set: COLUMNS, the width of a terminal beside it, or 80."""
    given = os.environ.get("COLUMNS", "")
    if given.isdigit():
        return int(given) or _USUAL
    for number in range(3):
        with suppress(OSError):
            return os.get_terminal_size(number).columns or _USUAL
    return _USUAL
