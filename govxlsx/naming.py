"""Names of files that are made: from agency and year, valid on Windows, never twice the same."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from pathlib import Path

from govxlsx.report import Report

TITLE = "政府信息公开工作年度报告"
DRAFT = "（草稿）"
ANNOTATED = "（校验结果）"
_FORBIDDEN = re.compile(r'[\\/:*?"<>|\x00-\x1f]')
_LONGEST = 80


def report_name(agency: str, year: int | None, ending: str = "") -> str:
    """Return 机关2026年政府信息公开工作年度报告, at most 80 characters with ``ending``."""
    tail = f"{year or ''}年{TITLE}" if year else TITLE
    head = _FORBIDDEN.sub("_", agency).strip(" .")
    return f"{head[: _LONGEST - len(tail) - len(ending)]}{tail}{ending}"


def document_paths(reports: Sequence[tuple[Path, Report, bool]], folder: Path | None) -> list[Path]:
    """Return where each report's document goes: beside its workbook, or into ``folder``.

    Each item is the workbook's path, its report, and whether it is a draft. Where two would get
    one name, each gets its source's name added.
    """
    wanted = []
    for path, report, draft in reports:
        ending = DRAFT if draft else ""
        name = report_name(report.agency.name, report.year, ending)
        wanted.append((folder or path.parent) / f"{name}.docx")
    counts = Counter(str(path).casefold() for path in wanted)
    return [
        path
        if counts[str(path).casefold()] == 1
        else path.with_name(_with_source(path.stem, source.stem))
        for path, (source, _, _) in zip(wanted, reports, strict=True)
    ]


def _with_source(stem: str, source: str) -> str:
    ending = f"（{_FORBIDDEN.sub('_', source)}）"[-_LONGEST // 2 :]
    return f"{stem[: _LONGEST - len(ending)]}{ending}.docx"


def annotated_paths(sources: Sequence[Path], folder: Path) -> list[Path]:
    """Return where the annotated copy of each workbook goes; equal names get a number."""
    used: Counter[str] = Counter()
    paths = []
    for source in sources:
        stem = f"{source.stem}{ANNOTATED}"
        used[stem.casefold()] += 1
        number = used[stem.casefold()]
        paths.append(folder / f"{stem}{f' ({number})' if number > 1 else ''}{source.suffix}")
    return paths
