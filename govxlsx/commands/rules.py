"""``govxlsx rules``: the catalogue of checks."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated

import typer

from govxlsx.commands.streams import deliver


class CatalogueFormat(StrEnum):
    """How the catalogue is written."""

    TEXT = "text"
    JSON = "json"


def rules(
    format_: Annotated[
        CatalogueFormat, typer.Option("--format", help="text（默认）或 json。", show_default=False)
    ] = CatalogueFormat.TEXT,
) -> None:
    """List every check."""
    from govxlsx.showing import rule_list, screen

    if format_ is CatalogueFormat.TEXT:
        rule_list.tell_rules(screen.stdout())
    else:
        deliver(rule_list.json_of_rules(), None, force=False)
