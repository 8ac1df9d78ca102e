"""Whether the stored files of a submission say the same: workbook, document, findings, register."""

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from zipfile import BadZipFile
from zlib import error as ZlibError  # noqa: N812

from govxlsx.checking.refusal import sentence
from govxlsx.desk.archive.entry import (
    DOCUMENT,
    FINDINGS,
    PAGE,
    PDF,
    PUBLICATION,
    WORKBOOK,
    StoredFile,
    Submission,
)
from govxlsx.errors import GovxlsxError, UnusableWorkbookError
from govxlsx.publication.proof import confirm
from govxlsx.reading import load, read_bytes
from govxlsx.report.identity import agency_key
from govxlsx.report.model import Report
from govxlsx.text import some
from govxlsx.word.readback import figure_differences

ALWAYS = {WORKBOOK: "工作簿", DOCUMENT: "Word 文档", FINDINGS: "校验结果", PAGE: "校验结果网页"}
"""What the files are called that every accepted submission has."""

KINDS = {**ALWAYS, PUBLICATION: "公布网页", PDF: "PDF"}
"""What the kinds of files are called."""

_UNREADABLE = (
    *(OSError, BadZipFile, ZlibError, NotImplementedError, KeyError, IndexError, ValueError),
    SyntaxError,  # what lxml's XMLSyntaxError is
)
"""What a damaged package or its XML raises."""


@dataclass(frozen=True, slots=True)
class Problem:
    """What is wrong with the file at ``path``, relative to the archive.

    ``kind`` is one of missing, changed, unreadable, unknown, document (its figures are not the
    workbook's), findings, workbook, register, manifest, unfinished.
    """

    kind: str
    path: str
    message: str
    expected: str | None = None
    found: str | None = None


def agreement(
    folder: Path, submission: Submission, files: Mapping[str, StoredFile]
) -> Iterator[Problem]:
    """Yield where the contents of a submission's files contradict each other or the register."""
    workbook, document, findings = (files[kind] for kind in (WORKBOOK, DOCUMENT, FINDINGS))
    yield from _findings(folder / findings.place, findings.place, submission)
    try:
        report = read_bytes(load(folder / workbook.place), f"workbook{Path(workbook.place).suffix}")
    except UnusableWorkbookError as error:
        yield Problem("workbook", workbook.place, f"工作簿不能用：{sentence(error)}")
        return
    told = (agency_key(report.agency.shown), report.year, report.edition)
    if told != (submission.agency_key, submission.year, submission.edition):
        yield Problem(
            "register",
            workbook.place,
            f"登记簿写的是{submission.agency}、{submission.year}年度、{submission.edition} 版，"
            f"工作簿里是{report.agency.shown}、{report.year}年度、{report.edition} 版。",
        )
        return
    yield from _document(folder / document.place, document.place, report)
    if PUBLICATION in files:
        place = files[PUBLICATION].place
        yield from _publication(folder / place, place, report)


def _document(path: Path, place: str, report: Report) -> Iterator[Problem]:
    """Compare the figures of a document with those of its workbook, found by their labels."""
    try:
        differences = figure_differences(path.read_bytes(), report)
    except _UNREADABLE:
        yield Problem("document", place, "Word 文档打不开，或者不是这个程序生成的样子。")
        return
    if differences:
        yield Problem("document", place, f"Word 文档的数字与工作簿不一致：{some(differences)}")


def _publication(path: Path, place: str, report: Report) -> Iterator[Problem]:
    try:
        confirm(load(path), PurePosixPath(place).name, report)
    except GovxlsxError as error:
        yield Problem("publication", place, f"公布网页与工作簿不一致：{error}")


def _findings(path: Path, place: str, submission: Submission) -> Iterator[Problem]:
    try:
        checked = json.loads(path.read_bytes())["files"][0]
        told = [(each["code"], each["cell"]) for each in checked["findings"]]
        sha256 = checked["sha256"]
    except (OSError, ValueError, LookupError, TypeError):
        yield Problem("findings", place, "校验结果读不懂，它不是 check --format json 的样子。")
        return
    known = [(each.code, each.cell) for each in submission.findings]
    if sha256 != submission.sha256 or told != known:
        yield Problem("findings", place, "校验结果与登记簿里记的不一致。")
