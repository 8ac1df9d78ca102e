"""Figures and findings as CSV, one line each; no cell can be taken for a formula."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from govxlsx.checking.examination import Result
from govxlsx.checking.finding import Finding, Severity
from govxlsx.report.figure import Number, plain
from govxlsx.report.model import Report
from govxlsx.showing import csv_rows

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


def figures(reports: Iterable[tuple[str, Report]]) -> str:
    """Return the figures of several reports under one header."""
    return "".join(figure_pieces(reports))


def figure_pieces(reports: Iterable[tuple[str, Report]]) -> Iterator[str]:
    """Yield the figures of several reports under one header, a report at a time."""
    yield csv_rows.rows((HEADER,))
    for path, report in reports:
        yield csv_rows.rows(_figures(path, report))


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
    yield csv_rows.MARK + csv_rows.rows((FINDINGS_HEADER,))
    for result in results:
        yield csv_rows.rows(_rows(result))


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
