"""What a worker does with the files it is given: it checks them and makes their documents."""

from __future__ import annotations

import hashlib
import pickle
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from govxlsx.checking.examination import Result, examine_together
from govxlsx.desk.batch.crew import taken
from govxlsx.desk.batch.runner import died
from govxlsx.errors import UnusableWorkbookError
from govxlsx.reading import load
from govxlsx.report.model import Report

if TYPE_CHECKING:
    from govxlsx.desk.batch.documents import Documents, WantedDocument
    from govxlsx.desk.batch.signatures import Signed
    from govxlsx.desk.previous import Previous
    from govxlsx.desk.roster.model import Roster


@dataclass(frozen=True, slots=True)
class Job:
    """What is the same for all files. Relative paths start from ``root``.

    With ``whole`` the results keep figures and texts, which only the page needs. ``comparing``
    asks for signatures. ``documents`` is None where none are made.
    """

    root: str = ""
    previous: Previous | None = None
    roster: Roster | None = None
    whole: bool = False
    comparing: bool = False
    documents: Documents | None = None


class QueuedFile(NamedTuple):
    """A file and its position in the intake."""

    number: int
    path: str


@dataclass(frozen=True, slots=True)
class Reply:
    """What a worker says of one file; ``record`` is the pickled Result."""

    record: bytes
    signature: Signed | None = None
    document: WantedDocument | None = None


def examined(shared: Any, sources: tuple[QueuedFile, ...]) -> list[Reply]:
    """Check files, and set aside the documents that are to be made of them, not synced."""
    job: Job = taken(shared)
    paths = [each.path for each in sources]
    results = examine_together(paths, job.previous, job.root, job.roster)
    numbered = [(each.number, result) for each, result in zip(sources, results, strict=True)]
    documents = _documents(job, numbered)
    signatures = _signatures(job, numbered)
    return [
        Reply(pickle.dumps(_kept(job, each)), signatures.get(number), documents.get(number))
        for number, each in numbered
    ]


def _documents(job: Job, files: Sequence[tuple[int, Result]]) -> dict[int, WantedDocument]:
    """Return the documents of reports by their positions in the intake."""
    if job.documents is None:
        return {}
    from govxlsx.desk.batch.documents import made, wanted

    orders: dict[int, tuple[Report, WantedDocument]] = {}
    for number, each in files:
        report, outcome = each.report, each.outcome
        if report is not None and outcome is not None:
            order = wanted(job.documents, job.root, number, report, outcome)
            if order is not None:
                orders[number] = report, order
    return dict(zip(orders, made(job.root, list(orders.values())), strict=True))


def _signatures(job: Job, files: Sequence[tuple[int, Result]]) -> dict[int, Signed]:
    """Return what reports are compared by, by their positions in the intake."""
    if not job.comparing:
        return {}
    from govxlsx.desk.batch.signatures import signed

    return {number: signed(each.report) for number, each in files if each.report is not None}


def _kept(job: Job, result: Result) -> Result:
    """Return a result without its report's content where no more than lists are made of it."""
    if job.whole or result.report is None:
        return result
    emptied: dict[str, Any] = {key: {} for key in ("figures", "narrative", "notes", "basics")}
    return replace(result, report=replace(result.report, **emptied, explanations=(), remarks=()))


def crashed(source: QueuedFile, error: BaseException) -> Reply:
    """Return the reply for a file that no worker survives."""
    sha256 = None
    with suppress(UnusableWorkbookError):
        sha256 = hashlib.sha256(load(Path(source.path))).hexdigest()
    unusable = UnusableWorkbookError("W105", "crashed", {"reason": reason(error)})
    result = Result(source.path, sha256, error=unusable)
    return Reply(pickle.dumps(result))


def reason(error: BaseException) -> str:
    """Say why a worker gave no answer."""
    if died(error):
        return "处理它的进程意外中止（可能内存不足，或者进程被结束）"
    return f"本程序出错（{type(error).__name__}）"
