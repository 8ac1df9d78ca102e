"""Figures as CSV, one line a figure; no cell can be taken for a formula."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterable

from govxlsx.report import Report

_NUMBER = re.compile(r"[+-]?\d+(\.\d+)?")
HEADER = (
    "path",
    "agency",
    "year",
    "edition",
    "field",
    "section",
    "label",
    "value",
    "unit",
    "sheet",
    "cell",
)


def safe(text: str) -> str:
    """Return text that a spreadsheet will not run: a quote goes before a leading = + - @."""
    risky = text.startswith(("=", "+", "-", "@", "\t", "\r")) and not _NUMBER.fullmatch(text)
    return f"'{text}" if risky else text


def figures(reports: Iterable[tuple[str, Report]]) -> str:
    """Return the figures of several reports under one header."""
    stream = io.StringIO()
    writer = csv.writer(stream, lineterminator="\r\n")
    writer.writerow(HEADER)
    for path, report in reports:
        for field in report.form.fields:
            figure = report.figures[field.id]
            row = (
                path,
                report.agency.name,
                str(report.year or ""),
                report.edition,
                field.id,
                field.section,
                "—".join(field.path),
                figure.text,
                figure.unit or field.unit,
                figure.at.sheet if figure.at is not None else "",
                figure.at.cell if figure.at is not None else "",
            )
            writer.writerow(map(safe, row))
    return stream.getvalue()
