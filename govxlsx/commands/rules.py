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
    from govxlsx.checking.catalogue import rules as every_rule
    from govxlsx.showing import as_json, screen

    if format_ is CatalogueFormat.TEXT:
        screen.stdout().catalogue()
        return
    listed = [
        {
            "code": each.code,
            "severity": each.severity,
            "title": each.title,
            "basis": each.basis,
            "editions": list(each.editions),
            "message": each.message,
            "fix": each.fix,
        }
        for each in every_rule()
    ]
    deliver(as_json.dumps(listed), None, force=False)
