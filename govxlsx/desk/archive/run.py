"""One run over many workbooks: what is known is recognised, the rest is judged and filed."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from functools import partial
from itertools import repeat
from pathlib import Path
from typing import Any, NamedTuple

from govxlsx.desk.archive.entry import DOCUMENT, PDF, StoredFile
from govxlsx.desk.archive.filing import Archive, Deposit, Filed
from govxlsx.desk.archive.judging import Judging, catalogue
from govxlsx.desk.archive.register import Register
from govxlsx.desk.batch.crew import Crew, taken
from govxlsx.desk.batch.runner import LARGEST, Runner
from govxlsx.desk.batch.work import reason
from govxlsx.errors import GovxlsxError, StoppedError
from govxlsx.publication import pdf
from govxlsx.publication.proof import confirm
from govxlsx.regular import digest
from govxlsx.report.model import Report
from govxlsx.text import speakable
from govxlsx.version import MAKER

_GROUP, _GROUP_BYTES = 32, 32 << 20
"""So many submissions, and bytes of them, are stored under one commit at most."""
_LATER = "补做好以后用 govxlsx archive --attach 附加"


class Incoming(NamedTuple):
    """A file that came in; ``known`` is its SHA-256 where it needs no second look."""

    path: str
    known: str | None


Answer = Deposit | Filed | Incoming
"""What becomes of a file: to be filed, not read (so it stays as it is), known."""


@dataclass(frozen=True, slots=True)
class Run:
    """What a run works with: the crew, what all are judged by, the clock, the day of receipt.

    ``printed`` asks for PDF too; ``clock`` tells local time with its offset; ``stopped`` tells
    whether the user wants no more.
    """

    archive: Archive
    crew: Crew
    judging: Judging
    printed: bool
    clock: Callable[[], datetime]
    stopped: Callable[[], bool]
    received: date | None = None

    def over(self, paths: Iterable[str]) -> Iterator[Filed]:
        """Archive workbooks; each is told of once it is safe.

        Raises ArchiveError, OutputError; StoppedError where the user has stopped it.
        """
        work = partial(_judged, printed=self.printed)
        runner = Runner(self.crew, work, self.crew.share(self.judging), _lost)
        found = (_recognised(self.archive.register, path) for path in paths)
        chunks = repeat(LARGEST if self.crew.width > 1 else 1)
        for group in _groups(runner.each(found, chunks), self.stopped):
            deposits = [self._deposit(each) for each in group if not isinstance(each, Filed)]
            yield from (each for each in group if isinstance(each, Filed))
            days = [self.received] * len(deposits)
            yield from self.archive.file(deposits, self.clock(), days)
            if self.stopped():
                self.crew.executor.shutdown(wait=True)
                raise StoppedError(
                    "已中断：已归档的都是完整的，已登记。再次运行，已归档的不再处理。"
                )

    def _deposit(self, answer: Deposit | Incoming) -> Deposit:
        if isinstance(answer, Deposit):
            return answer
        known = self.archive.register.find(answer.known or "")
        assert known is not None, "the register forgets nothing"
        return Deposit(replace(known, path=speakable(answer.path)))


def _recognised(register: Register, path: str) -> Incoming:
    """Look a file up: accepted ones, and those judged by these same rules, need no second look."""
    try:
        sha256 = digest(Path(path))[0]
    except OSError:
        return Incoming(path, None)  # it will be told of when it is read
    known = register.find(sha256)
    if known is None:
        return Incoming(path, None)
    same_rules = (known.tool, known.catalogue) == (MAKER, catalogue())
    settled = known.accepted or (same_rules and known.outcome != "ok")
    return Incoming(path, sha256 if settled else None)


def _judged(shared: Any, files: tuple[Incoming, ...], *, printed: bool) -> list[Answer]:
    """Check files and make the documents of those to be accepted, wherever a worker runs."""
    judging: Judging = taken(shared)
    fresh = judging.over([each.path for each in files if each.known is None])
    answers: list[Answer] = []
    accepted: dict[int, tuple[Deposit, Report]] = {}
    for each in files:
        if each.known is not None:
            answers.append(each)
            continue
        result, judged = next(fresh)
        if isinstance(judged, str):
            answers.append(Filed(each.path, None, problem=judged))
            continue
        if judged.entry.accepted and result.report is not None:
            accepted[len(answers)] = judged, result.report
        answers.append(judged)
    if printed and accepted:
        for at, deposit in zip(accepted, _with_pdfs(list(accepted.values())), strict=True):
            answers[at] = deposit
    return answers


def _lost(found: Incoming, error: BaseException) -> Answer:
    why = f"{reason(error)}，没有归档；其他文件不受影响。"
    mend = "请在 Excel 或 WPS 中打开它，另存为 .xlsx 后再归档一次。"
    return Filed(found.path, None, problem=why + mend)


def _groups(answers: Iterable[Answer], stopped: Callable[[], bool]) -> Iterator[list[Answer]]:
    """Yield answers in groups, what there is at once where no more is wanted."""
    group: list[Answer] = []
    size = 0
    for each in answers:
        group.append(each)
        size += sum(map(len, each.contents)) if isinstance(each, Deposit) else 0
        if len(group) >= _GROUP or size >= _GROUP_BYTES or stopped():
            yield group
            group, size = [], 0
    if group:
        yield group


def _with_pdfs(judged: Sequence[tuple[Deposit, Report]]) -> list[Deposit]:
    """Return accepted submissions with their PDF, or with a sentence why there is none.

    What is kept was read back: it says what the workbook says, in the faces of official documents.
    """
    try:
        made = pdf.pdfs(each.content(DOCUMENT) or b"" for each, _ in judged)
    except GovxlsxError as error:
        return [_without(each, str(error)) for each, _ in judged]
    return [with_pdf(*each, data) for each, data in zip(judged, made, strict=True)]


def with_pdf(deposit: Deposit, report: Report, data: bytes | None) -> Deposit:
    """Return an accepted submission with its PDF, if that is fit to be kept."""
    if data is None:
        return _without(deposit, "LibreOffice 没有转换成功。")
    lacking = pdf.lacking(data, report)
    if lacking:
        return _without(deposit, f"里面的{lacking}，要在装有这些字体的电脑上生成。")
    document = deposit.entry.file(DOCUMENT)
    assert document is not None, "what is accepted has its document"
    place = f"{document.place.removesuffix('.docx')}.pdf"
    try:
        confirm(data, place, report)
    except GovxlsxError as error:
        return _without(deposit, str(error))
    files = (*deposit.entry.files, StoredFile.of(PDF, place, data))
    entry = replace(deposit.entry, files=files)
    return replace(deposit, entry=entry, contents=(*deposit.contents, data))


def _without(deposit: Deposit, reason: str) -> Deposit:
    said = f"没有归档 PDF：{reason.rstrip('。')}；{_LATER}。"
    return replace(deposit, trouble=(*deposit.trouble, said))
