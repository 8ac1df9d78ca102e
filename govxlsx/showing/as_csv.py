"""Figures and findings as CSV, one line each; no cell can be taken for a formula."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterable, Iterator

from govxlsx.checking.examination import Result
from govxlsx.checking.finding import Finding, Severity
from govxlsx.report.figure import Number, plain
from govxlsx.report.model import Report

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
FINDINGS_HEADER = (
    "path",
    "agency",
    "year",
    "edition",
    "severity",
    "code",
    "sheet",
    "cell",
    "field",
    "found",
    "expected",
    "message",
    "fix",
    "cause",
    "explained",
)
_BOM = "\ufeff"
"""Without it Excel takes UTF-8 for the system's own encoding."""
_RISKY = ("=", "+", "-", "@", "＝", "＋", "－", "＠", "\t", "\r", "\n")
"""How a formula may begin, full width included; some programs drop white space before it."""


def safe(text: str) -> str:
    """Return text that a spreadsheet will not run: a quote goes before a leading = + - @."""
    risky = text.startswith(_RISKY) and not _NUMBER.fullmatch(text)
    return f"'{text}" if risky else text


def figures(reports: Iterable[tuple[str, Report]]) -> str:
    """Return the figures of several reports under one header."""
    return "".join(figure_pieces(reports))


def figure_pieces(reports: Iterable[tuple[str, Report]]) -> Iterator[str]:
    """Yield the figures of several reports under one header, a report at a time."""
    yield _lines((HEADER,))
    for path, report in reports:
        yield _lines(_figures(path, report))


def _figures(path: str, report: Report) -> Iterator[tuple[str, ...]]:
    for field in report.form.fields:
        figure = report.figures[field.id]
        yield (
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


def findings(results: Iterable[Result]) -> str:
    """Return the findings of several files under one header, for Excel (UTF-8 with its mark).

    An unusable file has one line: its code and its sentence.
    """
    return "".join(finding_pieces(results))


def finding_pieces(results: Iterable[Result]) -> Iterator[str]:
    """Yield the findings of several files under one header, a file at a time."""
    yield _BOM + _lines((FINDINGS_HEADER,))
    for result in results:
        yield _lines(_rows(result))


def _lines(rows: Iterable[tuple[str, ...]]) -> str:
    stream = io.StringIO()
    csv.writer(stream, lineterminator="\r\n").writerows([*map(safe, row)] for row in rows)
    return stream.getvalue()


def _rows(result: Result) -> Iterator[tuple[str, ...]]:
    if result.error is not None:
        told = ("", "", "", "", "", result.refusal, "", "", "")
        yield (result.path, "", "", "", str(Severity.ERROR), result.error.code, *told)
    if result.report is not None and result.outcome is not None:
        report = result.report
        about = (result.path, report.agency.shown, str(report.year or ""), report.edition)
        for finding in result.outcome.findings:
            yield (*about, *_finding(finding))


def _finding(finding: Finding) -> tuple[str, ...]:
    return (
        str(finding.severity),
        finding.code,
        finding.sheet or "",
        finding.cell or "",
        finding.field or "",
        _text(finding.found),
        _text(finding.expected),
        finding.message,
        finding.fix,
        finding.cause or "",
        finding.explained or "",
    )


def _text(value: Number | str | None) -> str:
    if value is None:
        return ""
    return value if isinstance(value, str) else plain(value)
