"""A published report as interchange data: unread figures are null, everything has its place."""

import json
from dataclasses import asdict, replace
from typing import Any

from govxlsx.published.assembly import Published
from govxlsx.published.bound import UNREAD
from govxlsx.report.figure import Number
from govxlsx.report.interchange import Interchange, of_report, parse, to_object


def interchange(given: Published) -> Interchange:
    """Return what was read; a figure that is no number is null, money keeps a unit of its own."""
    figures: dict[str, Number | str | None] = {
        field_id: figure.raw if figure.unit else figure.value
        for field_id, figure in given.report.figures.items()
    }
    return replace(of_report(given.report), figures=figures)


def unread(data: bytes) -> frozenset[str]:
    """Return the figures that an import, as it was written, could not read; () of other data."""
    try:
        told = json.loads(data)["_import"]["notices"]
        return frozenset(
            field for each in told if each["severity"] == "error" for field in each["fields"]
        )
    except (ValueError, KeyError, TypeError, RecursionError):
        return frozenset()


def parsed(data: bytes) -> Interchange:
    """Read interchange data; a figure that an import could not read is text, not blank.

    Raises InterchangeError.
    """
    content = parse(data)
    missing = {each: UNREAD.raw for each in unread(data) if content.figures.get(each, 0) is None}
    return replace(content, figures={**content.figures, **missing}) if missing else content


def to_json(given: Published, notices: list[dict[str, Any]]) -> dict[str, Any]:
    """Return the object of ``import``; ``notices`` are findings as JSON has them (contract)."""
    report = given.report
    return {
        **to_object(interchange(given)),
        "_import": {
            "source": report.source,
            "sha256": report.sha256,
            "kind": given.kind,
            "edition": dict(given.editions),
            "places": {field_id: asdict(spot) for field_id, spot in given.spots.items()},
            "notices": notices,
        },
    }
