"""One run over many workbooks: what is known is recognised, the rest is judged and filed."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date, datetime
from pathlib import Path
from typing import Any, NamedTuple

from govxlsx.desk.archive.durable import digest
from govxlsx.desk.archive.filing import Archive, Deposit, Filed
from govxlsx.desk.archive.judging import TOOL, catalogue
from govxlsx.desk.archive.register import Register
from govxlsx.desk.batch.crew import Crew
from govxlsx.desk.batch.runner import LARGEST, Runner
from govxlsx.desk.batch.work import reason
from govxlsx.errors import StoppedError
from govxlsx.text import speakable

_GROUP, _GROUP_BYTES = 32, 32 << 20
"""So many submissions, and bytes of them, are stored under one commit at most."""


class Incoming(NamedTuple):
    """A file that came in; ``known`` is its SHA-256 where it needs no second look."""

    path: str
    known: str | None


@dataclass(frozen=True, slots=True)
class NotRead:
    """A file of which not even the bytes could be had, or whose document failed; and why."""

    path: str
    reason: str


Answer = Deposit | NotRead | Incoming
Judge = Callable[[Any, tuple[Incoming, ...]], list[Answer]]
"""Checks files and makes their documents; what is known comes back as it is."""


@dataclass(frozen=True, slots=True)
class Run:
    """What a run works with: the crew and what it does, the day of receipt, the clock.

    ``task`` is handed to ``judge``; ``clock`` tells local time with its offset; ``stopped`` tells
    whether the user wants no more.
    """

    archive: Archive
    crew: Crew
    judge: Judge
    task: object
    clock: Callable[[], datetime]
    stopped: Callable[[], bool]
    received: date | None = None

    def over(self, paths: Iterable[str]) -> Iterator[Filed]:
        """Archive workbooks; each is told of once it is safe.

        Raises ArchiveError, OutputError; StoppedError where the user has stopped it.
        """
        runner = Runner(self.crew, self.judge, self.crew.share(self.task), _lost)
        found = (_recognised(self.archive.register, path) for path in paths)
        chunk = LARGEST if self.crew.width > 1 else 1
        for group in _groups(runner.each(found, chunk), self.stopped):
            deposits = [self._deposit(each) for each in group if not isinstance(each, NotRead)]
            yield from (
                Filed(each.path, None, problem=each.reason)
                for each in group
                if isinstance(each, NotRead)
            )
            yield from self.archive.file(deposits, self.clock(), self.received)
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
    same_rules = (known.tool, known.catalogue) == (TOOL, catalogue())
    settled = known.accepted or (same_rules and known.outcome != "ok")
    return Incoming(path, sha256 if settled else None)


def _lost(found: Incoming, error: BaseException) -> Answer:
    return NotRead(
        found.path,
        f"{reason(error)}，没有归档；其他文件不受影响。"
        "请在 Excel 或 WPS 中打开它，另存为 .xlsx 后再归档一次。",
    )


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
