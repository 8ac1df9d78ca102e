"""Names of files that are made: from agency and year, valid on Windows, never twice the same."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from pathlib import Path

from govxlsx.report.model import Report

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


def document_path(source: Path, report: Report, folder: Path | None, *, draft: bool) -> Path:
    """Return where a report's document goes if no other takes its name."""
    name = report_name(report.agency.name, report.year, DRAFT if draft else "")
    return (folder or source.parent) / f"{name}.docx"


def with_source(path: Path, source: Path, number: int = 1) -> Path:
    """Return a document's path with its source's name added; from ``number`` 2 on also that."""
    more = f" ({number})" if number > 1 else ""
    ending = f"（{_FORBIDDEN.sub('_', source.stem)}）"[-_LONGEST // 2 :] + more
    return path.with_name(f"{path.stem[: _LONGEST - len(ending)]}{ending}.docx")


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
