"""What a worker does with one upload: it checks it, marks a copy of it, judges it for the archive.

Files lie in the folder of a result: ``file/`` holds the workbook, ``last/`` last year's report,
``made/`` what is made of them.
"""

import pickle
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from govxlsx import word
from govxlsx.checking.examination import Result
from govxlsx.checking.refusal import sentence
from govxlsx.checking.rule import Severity
from govxlsx.desk.archive.filing import Deposit
from govxlsx.desk.archive.judging import Judging
from govxlsx.desk.naming import ANNOTATED, report_name, safe_name
from govxlsx.desk.previous import Previous, entry
from govxlsx.errors import GovxlsxError
from govxlsx.output import write_file
from govxlsx.personal import masked
from govxlsx.showing.page import file
from govxlsx.showing.page.markup import as_text

FILE, LAST, MADE = "file", "last", "made"


@dataclass(frozen=True, slots=True)
class Common:
    """What all uploads are compared with: paths of a pickled Previous and Roster, "" for none."""

    previous: str = ""
    roster: str = ""


@dataclass(frozen=True, slots=True)
class Task:
    """One upload. ``folder`` is that of its result, ``name`` that of the workbook in ``file/``.

    ``last`` is the name of last year's report in ``last/``, "" for none; then the common ones are
    looked through, where there are any.
    """

    folder: str
    name: str
    last: str = ""
    common: Common = Common()

    @property
    def section(self) -> Path:
        """Where the section of the page lies."""
        return Path(self.folder, MADE, "section.html")

    @property
    def document(self) -> Path:
        """Where the Word document lies."""
        return Path(self.folder, MADE, "document.docx")

    @property
    def copy(self) -> Path:
        """Where the annotated copy lies."""
        return Path(self.folder, MADE, "copy")


@dataclass(frozen=True, slots=True)
class Checked:
    """What the page tells of a check beside the drawn section.

    ``counts`` are the findings by severity in its order. ``untold`` says why last year's report
    was not used, ``unexplained`` that a warning stands for which no words are given.
    """

    name: str
    status: str
    sha256: str
    agency: str = ""
    year: int | None = None
    counts: tuple[int, ...] = ()
    unexplained: bool = False
    untold: str = ""

    @property
    def document(self) -> str:
        """What the Word document is called, "" where something is wrong and there is none."""
        return f"{report_name(self.agency, self.year)}.docx" if self.status == "ok" else ""


def checked(task: Task) -> Checked:
    """Check an upload; write its section of the page."""
    result, untold = _examined(task)
    task.section.write_bytes(shown(result).encode())
    report, outcome = result.report, result.outcome
    told = Checked(task.name, result.status, result.sha256 or "", untold=untold)
    if report is None or outcome is None:
        return told
    return replace(
        told,
        agency=report.agency.shown,
        year=report.year,
        counts=tuple(map(outcome.count, Severity)),
        unexplained=outcome.unexplained,
    )


def documented(task: Task) -> str:
    """Make the Word document; return why that could not be done, "" where it was."""
    result, _ = _examined(task)
    if result.report is None or result.status != "ok":
        return result.refusal or "工作簿里还有错误，没有生成 Word 文档。"
    try:
        write_file(task.document, word.deliver(result.report), force=True)
    except GovxlsxError as error:
        return sentence(error)
    return ""


def annotated(task: Task) -> str:
    """Mark a copy of the workbook; return why that could not be done, "" where it was."""
    from govxlsx.showing.annotation import annotate

    result, _ = _examined(task)
    if result.outcome is None:
        return result.refusal
    try:
        data = annotate(Path(task.folder, FILE, task.name).read_bytes(), result.outcome)
    except GovxlsxError as error:
        return sentence(error)
    write_file(task.copy, data, force=True)
    return ""


def judged(task: Task, strict: bool) -> Deposit | str:
    """Judge the workbook as ``archive`` does; return what is to be filed, or why there is none."""
    judging, _ = _judging(task, strict=strict)
    ((_, deposit),) = judging.over([task.name])
    return deposit


def shown(result: Result) -> str:
    """Return the section of the page that tells of a result."""
    return masked(as_text(file.section(result, 1)))


def copy_name(name: str) -> str:
    """Return what the annotated copy of a workbook is called."""
    path = Path(name)
    return f"{safe_name(path.stem)}{ANNOTATED}{path.suffix}"


def _judging(task: Task, *, strict: bool = False) -> tuple[Judging, str]:
    """Return what the workbook is judged by, and why what was sent of last year is not used."""
    previous, untold = _previous(task)
    home = str(Path(task.folder, FILE))
    return Judging(home, previous, _common(task.common.roster), strict), untold


def _examined(task: Task) -> tuple[Result, str]:
    """Check the workbook; return also why last year's report that was sent cannot be used."""
    judging, untold = _judging(task)
    (result,) = judging.examined([task.name])
    return result, untold


def _previous(task: Task) -> tuple[Previous | None, str]:
    """Return last year's reports, and why the one that was uploaded cannot be used."""
    if task.last:
        root = str(Path(task.folder, LAST))
        found = entry(task.last, root)
        return (None, found) if isinstance(found, str) else (Previous(only=found, root=root), "")
    return _common(task.common.previous), ""


def _common(path: str) -> Any:
    return pickle.loads(Path(path).read_bytes()) if path else None
