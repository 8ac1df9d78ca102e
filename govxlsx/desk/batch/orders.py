"""Work besides checking: documents named late, annotated copies, what last year's reports are."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import repeat
from pathlib import Path
from typing import NamedTuple

from govxlsx.checking.finding import Outcome
from govxlsx.desk import previous
from govxlsx.desk.batch.crew import Crew
from govxlsx.desk.batch.runner import Advance, Runner, quiet, singly, sizes
from govxlsx.desk.batch.work import Job, reason
from govxlsx.desk.previous import LastYearFile
from govxlsx.errors import GovxlsxError, OutputError
from govxlsx.output import write_anew
from govxlsx.reading import load, read_bytes


class Order(NamedTuple):
    """A document to be made at ``place``, of the file that was checked."""

    number: int
    path: str
    sha256: str
    place: str
    draft: bool
    force: bool


def built(job: Job, order: Order) -> str:
    """Make a document in its place; say why it could not be done, "" where it was."""
    from govxlsx import word

    place = Path(job.root, order.place)
    try:
        report = read_bytes(load(Path(job.root, order.path)), order.path)
        if report.sha256 != order.sha256:
            raise OutputError(f"“{order.path}”在处理当中被改动了，没有生成文档。请再运行一次。")
        write_anew(place, word.deliver(report, draft=order.draft), force=order.force)
    except GovxlsxError as error:
        return str(error)
    return ""


def unbuilt(order: Order, error: BaseException) -> str:
    """Say of a document that no worker survives why it was not made."""
    return f"“{order.path}”的文档没有生成：{reason(error)}。"


class Copy(NamedTuple):
    """An annotated copy to be made at ``place``, of a file with its findings.

    ``refused`` says why it may not be made there, if so.
    """

    path: str
    outcome: Outcome
    place: str
    force: bool
    refused: str


def annotate(
    copies: Iterable[Copy], crew: Crew, root: str = "", advance: Advance = quiet
) -> Iterator[str]:
    """Make annotated copies; say of each why it could not be done, "" where it was."""
    return Runner(
        crew,
        singly(_annotated),
        root,
        lambda copy, error: f"{copy.path}：没有生成标注的副本，{reason(error)}。",
    ).each(copies, repeat(2), advance)


def _annotated(root: str, copy: Copy) -> str:
    from govxlsx.showing.annotation import annotate

    refused = copy.refused
    if not refused:
        try:
            data = annotate(load(Path(root, copy.path)), copy.outcome)
            write_anew(Path(root, copy.place), data, force=copy.force)
        except GovxlsxError as error:
            refused = str(error)
    return refused and f"{copy.path}：{refused}"


def entries(
    paths: Sequence[str], crew: Crew, root: str = "", advance: Advance = quiet
) -> Iterator[LastYearFile | str]:
    """Read what last year's reports say they are; a sentence for each that cannot be used."""

    def unread(path: str, error: BaseException) -> LastYearFile | str:
        return f"上年报告“{path}”不能用：{reason(error)}。"

    runner = Runner(crew, singly(_entry), root, unread)
    return runner.each(paths, sizes(len(paths), crew.width), advance)


def _entry(root: str, path: str) -> LastYearFile | str:
    return previous.entry(path, root)
