"""Figures and findings as CSV, one line each; no cell can be taken for a formula."""

from collections.abc import Iterable, Iterator

from govxlsx.checking.examination import Result
from govxlsx.checking.finding import SEVERITY_WORDS, Finding
from govxlsx.checking.rule import Severity
from govxlsx.report.figure import legible
from govxlsx.report.model import Report
from govxlsx.showing import csv_rows
from govxlsx.showing.listing import cause_cell, in_order

HEADER = (
    *("path", "agency", "year", "edition", "field", "section", "label"),
    *("value", "unit", "sheet", "cell"),
)
FINDINGS_HEADER = (
    *("文件", "机关", "年度", "表式", "级别", "编码", "工作表", "单元格"),
    *("现在是", "应当是", "说明", "怎么办", "改这一格即可", "已作说明", "字段"),
)


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


def entry(only: Severity | None, _: int, result: Result) -> str:
    """Return the lines of a file; an unusable one has one: its code and its sentence."""
    return csv_rows.rows(_rows(result, only))


def assembled(entries: Iterable[str]) -> Iterator[str]:
    """Yield the findings of several files, given the lines of each, for Excel (UTF-8, marked)."""
    yield csv_rows.for_excel((FINDINGS_HEADER,))
    yield from entries


def _rows(result: Result, only: Severity | None) -> Iterator[tuple[str, ...]]:
    if result.error is not None:
        word = SEVERITY_WORDS[Severity.ERROR]
        told = ("", "", "", "", result.refusal, "", "", "", "")
        yield (result.path, "", "", "", word, result.error.code, *told)
    if result.report is not None and result.outcome is not None:
        report = result.report
        about = (result.path, report.agency.shown, str(report.year or ""), report.edition)
        for finding in in_order(result.outcome.findings, report.form, only):
            yield (*about, *_finding(finding))


def _finding(finding: Finding) -> tuple[str, ...]:
    return (
        SEVERITY_WORDS[finding.severity],
        finding.code,
        finding.sheet or "整个工作簿",
        finding.cell or "",
        legible(finding.found),
        legible(finding.expected),
        finding.message,
        finding.fix,
        cause_cell(finding) or "",
        finding.explained or "",
        finding.field or "",
    )
