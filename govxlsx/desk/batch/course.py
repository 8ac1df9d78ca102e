"""One batch from its files to its results: checked, compared, its documents made and named."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable, Iterator, Sequence
from concurrent.futures import Executor, Future, ThreadPoolExecutor
from functools import partial
from itertools import islice
from typing import TYPE_CHECKING, NoReturn, TypeVar

from govxlsx import interruption
from govxlsx.desk.batch.crew import Crew
from govxlsx.desk.batch.runner import Advance, Runner, quiet, singly, sizes
from govxlsx.desk.batch.spool import Results
from govxlsx.desk.batch.work import Job, QueuedFile, Reply, crashed, examined
from govxlsx.errors import StoppedError
from govxlsx.interruption import Watch

if TYPE_CHECKING:
    from govxlsx.desk.batch.documents import WantedDocument
    from govxlsx.desk.batch.shelf import Shelf
    from govxlsx.desk.batch.signatures import Signatures

_TOGETHER = 8
"""So many documents are synced at the same time: the disk waits once for all of them."""

T = TypeVar("T")
_Syncing = tuple[Reply, "Future[WantedDocument] | None"]


def examine(
    files: Sequence[str], job: Job, crew: Crew, advance: Advance = quiet
) -> tuple[Results, Shelf | None]:
    """Check files, and make their documents where the job says how.

    Returns the results in order, and the shelf that tells of the documents. Every file has exactly
    one result. Raises StoppedError after a signal; what is made by then is whole.
    """
    course = _Course(files, job, crew)
    with (
        interruption.undone(course, course.sweep),
        interruption.noted(lambda: len(course.results) > 0) as notice,
    ):
        course.run(advance, notice)
    return course.results, course.shelf


def _one_behind(given: Iterable[T]) -> Iterator[T]:
    """Yield each when the next is there: the disk has had time for it, and the workers no pause."""
    before = deque[T]()
    for each in given:
        before.append(each)
        if len(before) > 1:
            yield before.popleft()
    yield from before


class _Course:
    def __init__(self, files: Sequence[str], job: Job, crew: Crew) -> None:
        self.files, self.job, self.crew = files, job, crew
        self.runner: Runner[QueuedFile, Reply] | None = None
        self.results = Results()
        self.shelf: Shelf | None = None
        self.signatures: Signatures | None = None
        if job.documents is not None:
            from govxlsx.desk.batch.shelf import Shelf

            self.shelf = Shelf(files, job.documents)
        if job.comparing:
            from govxlsx.desk.batch.signatures import Signatures

            self.signatures = Signatures(crew.room)

    def run(self, advance: Advance, notice: Watch) -> None:
        """Do everything, or leave it where it is after a signal."""
        shared = self.crew.share(self.job)
        self._check(shared, advance, notice)
        if self.signatures is not None:
            self.results.contrasts = self.signatures.compared(self.crew)
        if self.shelf is not None:
            self._settle(self.shelf, shared, notice)
            self.shelf.secure()

    def _check(self, shared: object, advance: Advance, notice: Watch) -> None:
        """Take in what the workers say of each file."""
        self.runner = runner = Runner(self.crew, examined, shared, self._crashed)
        sources = (QueuedFile(number, path) for number, path in enumerate(self.files))
        answers = runner.answers(sources, sizes(len(self.files), self.crew.width))
        with ThreadPoolExecutor(_TOGETHER) as disk:
            for replies in _one_behind(self._syncing(disk, each) for each in answers):
                for reply, document in replies:
                    self._receive(reply, document)
                advance(len(replies))
                if notice.given:
                    self._leave()
        if self.shelf is not None and runner.bereft:
            self.shelf.sweep(range(len(self.files)))

    def _syncing(self, disk: Executor, replies: list[Reply]) -> list[_Syncing]:
        """Begin to sync the documents of a task, which its worker has written."""
        if self.shelf is None:
            return [(reply, None) for reply in replies]
        from govxlsx.desk.batch.documents import synced

        sync = partial(synced, self.job.root)
        return [
            (each, None if each.document is None else disk.submit(sync, each.document))
            for each in replies
        ]

    def _receive(self, reply: Reply, document: Future[WantedDocument] | None) -> None:
        number = len(self.results)
        self.results.add(reply.record)
        if self.signatures is not None and reply.signature is not None:
            self.signatures.add(number, reply.signature)
        if self.shelf is not None and document is not None:
            self.shelf.receive(number, document.result())

    def _crashed(self, source: QueuedFile, error: BaseException) -> Reply:
        if len(self.files) == 1:
            raise error
        return crashed(source, error)

    def _settle(self, shelf: Shelf, shared: object, notice: Watch) -> None:
        """Make the documents that had to wait for the names or the findings of all."""
        from govxlsx.desk.batch import orders

        stopped = self._stopped() if shelf.options.wait else set()
        waiting = shelf.settle(stopped.__contains__)
        made = Runner(self.crew, singly(orders.built), shared, orders.unbuilt)
        done = iter(waiting)
        for answers in made.answers(waiting, sizes(len(waiting), self.crew.width)):
            for order, failure in zip(islice(done, len(answers)), answers, strict=True):
                shelf.built(order, failure)
            if notice.given:
                self._leave()
        if made.bereft:
            shelf.sweep(range(len(self.files)))

    def _stopped(self) -> set[int]:
        from govxlsx.desk.batch.documents import stops

        return {
            number
            for number, each in enumerate(self.results)
            if each.outcome is not None and stops(each.outcome, strict=True)
        }

    def sweep(self) -> None:
        """Remove what the workers have set aside and nobody has put in its place."""
        if self.shelf is not None and self.runner is not None:
            self.shelf.sweep(range(len(self.results), self.runner.begun))

    def _leave(self) -> NoReturn:
        """Let the workers end, remove what they have set aside, and say what was done."""
        self.crew.executor.shutdown(wait=True)
        done = len(self.results)
        said = f"已中断：共 {len(self.files)} 个文件，检查完 {done} 个"
        if self.shelf is None:
            raise StoppedError(f"{said}，没有写出结果。")
        self.sweep()
        made = len(self.shelf.placed)
        raise StoppedError(
            f"{said}，有文档 {made} 份，都是完整的。加 --resume 再次运行，已生成的不再生成。"
        )
