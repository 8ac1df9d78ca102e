"""Work besides checking: documents whose names were settled late, and annotated copies."""

from __future__ import annotations

from pathlib import Path
from typing import Any, NamedTuple

from govxlsx.checking.finding import Outcome
from govxlsx.desk import previous
from govxlsx.desk.batch.crew import taken
from govxlsx.desk.batch.work import Job, reason
from govxlsx.desk.previous import LastYearFile
from govxlsx.errors import GovxlsxError, OutputError
from govxlsx.output import refuse_existing, write_file
from govxlsx.reading import load, read_bytes


class Order(NamedTuple):
    """A document to be made at ``place``, of the file that was checked."""

    number: int
    path: str
    sha256: str
    place: str
    draft: bool
    force: bool


def built(shared: Any, orders: tuple[Order, ...]) -> list[str]:
    """Make documents in their places; say of each why it could not be done, "" where it was."""
    job: Job = taken(shared)
    return [_built(job.root, each) for each in orders]


def _built(root: str, order: Order) -> str:
    from govxlsx import word

    place = Path(root, order.place)
    try:
        refuse_existing(place, force=order.force)
        report = read_bytes(load(Path(root, order.path)), order.path)
        if report.sha256 != order.sha256:
            raise OutputError(f"“{order.path}”在处理当中被改动了，没有生成文档。请再运行一次。")
        write_file(place, word.deliver(report, draft=order.draft), force=order.force)
    except GovxlsxError as error:
        return str(error)
    return ""


def unbuilt(order: Order, error: BaseException) -> str:
    """Say of a document that no worker survives why it was not made."""
    return f"“{order.path}”的文档没有生成：{reason(error)}。"


class Copy(NamedTuple):
    """An annotated copy to be made at ``place``, of a file with its findings."""

    path: str
    outcome: Outcome
    place: str
    force: bool


def annotated(shared: Any, copies: tuple[Copy, ...]) -> list[str]:
    """Make annotated copies; say of each why it could not be done, "" where it was."""
    job: Job = taken(shared)
    return [_annotated(job.root, each) for each in copies]


def _annotated(root: str, copy: Copy) -> str:
    from govxlsx.showing.annotation import annotate

    place = Path(root, copy.place)
    try:
        refuse_existing(place, force=copy.force, inputs=(Path(root, copy.path),))
        write_file(place, annotate(load(Path(root, copy.path)), copy.outcome), force=copy.force)
    except GovxlsxError as error:
        return f"{copy.path}：{error}"
    return ""


def unannotated(copy: Copy, error: BaseException) -> str:
    """Say of a copy that no worker survives why it was not made."""
    return f"{copy.path}：没有生成标注的副本，{reason(error)}。"


def entries(shared: Any, paths: tuple[str, ...]) -> list[LastYearFile | str]:
    """Read what last year's reports say they are; a sentence for each that cannot be used."""
    job: Job = taken(shared)
    return [_entry(job.root, path) for path in paths]


def _entry(root: str, path: str) -> LastYearFile | str:
    try:
        return previous.entry(path, root)
    except GovxlsxError as error:
        return str(error)


def unread(path: str, error: BaseException) -> LastYearFile | str:
    """Say of one of last year's reports that no worker survives that it cannot be used."""
    return f"上年报告“{path}”不能用：{reason(error)}。"
