"""Compiles what click and typer say in Chinese: messages.po becomes messages.mo.

usage: make_messages.py [--check]   (--check: write nothing, fail where it is not up to date)
"""

import sys
from collections.abc import Iterable
from pathlib import Path

from babel.messages import Catalog
from babel.messages.mofile import read_mo, write_mo
from babel.messages.pofile import read_po

LOCALE = Path(__file__).parent.parent / "govxlsx/commands/locale/zh_CN/LC_MESSAGES"


def said(catalogue: Catalog) -> list[list[tuple[str, ...]]]:
    """Return what is said for what; the header would tell the time and the version of babel."""
    return sorted([_forms(each.id), _forms(each.string)] for each in catalogue if each.id)


def _forms(text: str | Iterable[str]) -> tuple[str, ...]:
    return (text,) if isinstance(text, str) else tuple(text)


def main() -> int:
    """Write the compiled catalogue, or compare it."""
    compiled = LOCALE / "messages.mo"
    with (LOCALE / "messages.po").open("rb") as stream:
        source = read_po(stream, locale="zh_CN", abort_invalid=True)
    with compiled.open("rb") as stream:
        if said(read_mo(stream)) == said(source):
            return 0
    if "--check" not in sys.argv:
        with compiled.open("wb") as stream:
            write_mo(stream, source)
        return 0
    print(f"not up to date: {compiled}; run make templates")
    return 1


if __name__ == "__main__":
    raise SystemExit(main())
