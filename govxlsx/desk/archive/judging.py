"""A result of a check becomes what the archive keeps of it."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache
from hashlib import sha256
from pathlib import Path

from govxlsx import word
from govxlsx.checking.catalogue import rules
from govxlsx.checking.engine import FAILED
from govxlsx.checking.examination import Result, examine_together
from govxlsx.checking.finding import Finding
from govxlsx.checking.refusal import sentence
from govxlsx.desk.archive.entry import (
    DOCUMENT,
    FINDINGS,
    PAGE,
    PUBLICATION,
    WORKBOOK,
    Entry,
    Noted,
    StoredFile,
)
from govxlsx.desk.archive.filing import Deposit
from govxlsx.desk.naming import PUBLISHED, archived_stem
from govxlsx.desk.previous import Previous
from govxlsx.desk.roster.model import Roster
from govxlsx.errors import GovxlsxError, ReadBackError, UnusableWorkbookError
from govxlsx.form.editions.model import Edition
from govxlsx.publication import page as publication
from govxlsx.reading import load
from govxlsx.regular import digest
from govxlsx.report.model import Notice, Report
from govxlsx.showing import as_json, page
from govxlsx.showing.listing import listed
from govxlsx.text import speakable
from govxlsx.version import MAKER

_STAMPS = frozenset({Notice.STAMP_MISSING, Notice.STAMP_OLDER, Notice.STAMP_NEWER})
_WORKBOOKS = frozenset({".xlsx", ".xlsm"})


@cache
def catalogue() -> str:
    """Return the version of the rules: how many there are, and a digest of what they say."""
    said = [(each.code, each.severity, each.message, each.fix) for each in rules()]
    return f"{len(said)}-{sha256(repr(sorted(said)).encode()).hexdigest()[:12]}"


@dataclass(frozen=True, slots=True)
class Judging:
    """What all submissions are judged by. Relative paths start from ``root``."""

    root: str = ""
    previous: Previous | None = None
    roster: Roster | None = None
    strict: bool = False

    def examined(self, paths: Sequence[str]) -> list[Result]:
        """Check files."""
        return list(examine_together(paths, self.previous, self.root, self.roster))

    def over(self, paths: Sequence[str]) -> Iterator[tuple[Result, Deposit | str]]:
        """Check files and yield what is to be archived of each, or why it cannot be judged."""
        for each in self.examined(paths):
            try:
                yield each, judge(each, strict=self.strict, root=self.root)
            except GovxlsxError as error:
                yield each, sentence(error)


def judge(result: Result, *, strict: bool, root: str = "") -> Deposit:
    """Return what is to be archived of a result; of an accepted one with its files.

    With ``strict`` an unexplained warning is not accepted. A relative path starts from ``root``.
    Raises UnusableWorkbookError where the file is not there or has changed since it was checked,
    ReadBackError where its document is not the workbook's; a page that is not is left out and told.
    """
    path = Path(root, result.path)
    report, outcome = result.report, result.outcome
    if result.sha256 is None or report is None or outcome is None:
        return Deposit(_unusable(result, path))
    accepted = outcome.status == "ok" and not (strict and outcome.unexplained)
    made: list[tuple[StoredFile, bytes]] = []
    trouble: list[str] = []
    data = load(path)
    if sha256(data).hexdigest() != result.sha256:
        raise UnusableWorkbookError("W108", "changed")
    if accepted:
        made, trouble = _made(result, report, data)
    entry = Entry(
        sha256=result.sha256,
        size=len(data),
        path=speakable(result.path),
        agency=report.agency.shown,
        year=report.year,
        edition=report.edition,
        template=_template(report),
        tool=MAKER,
        catalogue=catalogue(),
        outcome=result.status,
        accepted=accepted,
        findings=tuple(_noted(outcome.findings, report.form)),
        files=tuple(file for file, _ in made),
    )
    told = f"没有执行：{FAILED}（govxlsx check -v 看出错的地方）。"
    trouble += (f"{code} {told}" for code in outcome.rules.failed)
    return Deposit(entry, tuple(content for _, content in made), tuple(trouble))


def _noted(findings: Sequence[Finding], edition: Edition) -> Iterator[Noted]:
    """Yield findings as they are kept, in their order, each with its item in the reader's order."""
    items = {
        id(each): (number, item.lead)
        for number, item in enumerate(listed(findings, edition))
        for each in item.findings
    }
    for each in findings:
        number, lead = items[id(each)]
        told = (each.code, each.severity, each.sheet, each.cell, each.message, each.explained)
        yield Noted(*told, each.fix, lead, number)


def _unusable(result: Result, path: Path) -> Entry:
    """Return the entry of a file that is no workbook of the form; its bytes are known all the same.

    Raises UnusableWorkbookError where not even its bytes can be read.
    """
    assert result.error is not None
    try:
        found, size = digest(path)
    except OSError as error:
        raise result.error from error
    return Entry(
        sha256=found,
        size=size,
        path=speakable(result.path),
        tool=MAKER,
        catalogue=catalogue(),
        outcome=result.status,
        error_code=result.error.code,
        error=result.refusal,
    )


def _template(report: Report) -> str | None:
    """Return the stamp of the template: the current one, unless the reader remarked otherwise."""
    for remark in report.remarks:
        if remark.notice in _STAMPS:
            return remark.words.get("stamp") or None
    return report.form.stamp


def _made(
    result: Result, report: Report, data: bytes
) -> tuple[list[tuple[StoredFile, bytes]], list[str]]:
    """Return the files of an accepted submission, and why its page is not among them."""
    assert report.year is not None, "a report without a year has an error"
    suffix = Path(result.path).suffix.lower()
    named = replace(result, path=speakable(result.path))
    made = [
        (WORKBOOK, suffix if suffix in _WORKBOOKS else ".xlsx", data),
        (DOCUMENT, ".docx", word.deliver(report)),
        (FINDINGS, ".json", as_json.render([named], []).encode()),
        (PAGE, ".html", page.render([named], []).encode()),
    ]
    trouble: list[str] = []
    try:
        made.append((PUBLICATION, f"{PUBLISHED}.html", publication.page(report)))
    except ReadBackError as error:
        trouble.append(f"没有归档公布网页：{error}")
    place = archived_stem(report.agency.name, report.year, report.sha256)
    stored = [(StoredFile.of(kind, place + ending, data), data) for kind, ending, data in made]
    return stored, trouble
