"""Work in chunks on any executor; answers in order, whatever becomes of single pieces."""

import time
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import FIRST_COMPLETED, BrokenExecutor, Future, wait
from dataclasses import dataclass, field, replace
from functools import partial
from itertools import islice
from typing import Any, Generic, TypeVar

from govxlsx.desk.batch.crew import LINGERS, Crew, taken
from govxlsx.errors import UsageError

ItemT = TypeVar("ItemT")
AnswerT = TypeVar("AnswerT")

Advance = Callable[[int], None]
"""Called with the number of items that were done since it was called last."""

LARGEST = 20
"""How many files go to a worker at once, so that handing them over costs next to nothing."""

_AHEAD = 4
"""So many chunks for each worker may be begun while an earlier one is not done."""

_CHANCES = 2
"""An item whose worker died has so many: workers may be killed twice within a moment, the second
time with the server that they are forked from."""

_PATIENCE = 30
"""After so many seconds without an answer it is asked whether anybody is still at work."""


def died(error: BaseException) -> bool:
    """Tell whether a worker died over its work, on this machine or on a dask cluster."""
    return isinstance(error, BrokenExecutor) or type(error).__name__ == "KilledWorker"


@dataclass(slots=True)
class _Chunk(Generic[ItemT, AnswerT]):
    """Items that are handed over together, by their places; each is held until it is answered."""

    items: dict[int, ItemT]
    answers: dict[int, AnswerT] = field(default_factory=dict)

    def take(self, place: int, answer: AnswerT) -> None:
        """Take in the answer to an item."""
        self.answers[place] = answer
        del self.items[place]

    @property
    def done(self) -> bool:
        return not self.items


@dataclass(frozen=True, slots=True)
class _Piece(Generic[ItemT, AnswerT]):
    """What is handed over: a chunk, or after a failure a single item of it.

    ``deaths`` counts the workers that have died over the single item.
    """

    chunk: _Chunk[ItemT, AnswerT]
    places: tuple[int, ...]
    deaths: int = 0

    @property
    def items(self) -> tuple[ItemT, ...]:
        return tuple(self.chunk.items[place] for place in self.places)


def sizes(count: int, width: int) -> Iterator[int]:
    """Yield how many of ``count`` items make each chunk.

    Every worker gets some, and the last chunks are small, so that all are done at the same time.
    """
    while True:
        size = max(1, min(LARGEST, -(-count // (4 * width))))
        yield size
        count -= size


def quiet(_: int) -> None:
    """Show no progress."""


def singly(
    work: Callable[[Any, ItemT], AnswerT],
) -> Callable[[Any, tuple[ItemT, ...]], list[AnswerT]]:
    """Return what does a chunk of work item by item; ``work`` gets what is shared, and an item."""
    return partial(_singly, work)


def _singly(
    work: Callable[[Any, ItemT], AnswerT], shared: Any, items: tuple[ItemT, ...]
) -> list[AnswerT]:
    given = taken(shared)
    return [work(given, each) for each in items]


class Runner(Generic[ItemT, AnswerT]):
    """Hands items to a crew in chunks.

    ``work`` gets what is shared and some items, and returns an answer to each. A chunk whose worker
    died is done again item by item, an item whose worker died with nothing beside it; it is the
    cause where that happens again and again, and ``lost`` makes its answer.
    """

    def __init__(
        self,
        crew: Crew,
        work: Callable[[Any, tuple[ItemT, ...]], list[AnswerT]],
        shared: Any,
        lost: Callable[[ItemT, BaseException], AnswerT],
    ) -> None:
        self.crew, self.work, self.shared, self.lost = crew, work, shared, lost
        self._open: deque[_Chunk[ItemT, AnswerT]] = deque()
        self._again: deque[_Piece[ItemT, AnswerT]] = deque()
        self._suspects: deque[_Piece[ItemT, AnswerT]] = deque()
        self._alone = False
        self.begun = 0
        """How many items have been handed over at least once."""
        self.bereft = False
        """Whether a worker died over its work: something it has begun may lie about."""
        self._running: dict[Future[list[AnswerT]], _Piece[ItemT, AnswerT]] = {}

    def answers(self, items: Iterable[ItemT], chunks: Iterator[int]) -> Iterator[list[AnswerT]]:
        """Yield the answers in the order of the items, as many at once as each of the chunks has.

        Memory depends on the crew, not on the number of items.
        """
        waiting = iter(items)
        self._hand_over(waiting, chunks)
        while self._running:
            done, _ = wait(self._running, _PATIENCE, return_when=FIRST_COMPLETED)
            if not done and not self.crew.staffed():
                raise UsageError("集群上已经没有工作进程，工作没有做完。请检查后再运行一次。")
            for future in done:
                self._take(self._running.pop(future), future)
            self._hand_over(waiting, chunks)
            while self._open and self._open[0].done:
                chunk = self._open.popleft()
                yield [chunk.answers[place] for place in sorted(chunk.answers)]
            self._hand_over(waiting, chunks)
        if self.bereft and self.crew.room is not None:
            time.sleep(LINGERS)  # what the dying have left can be told only when they are gone

    def each(
        self, items: Iterable[ItemT], chunks: Iterator[int], advance: Advance = quiet
    ) -> Iterator[AnswerT]:
        """Yield the answers one by one, in the order of the items, handed over in chunks."""
        for found in self.answers(items, chunks):
            advance(len(found))
            yield from found

    def _hand_over(self, waiting: Iterator[ItemT], chunks: Iterator[int]) -> None:
        if self._suspects or self._alone:
            if not self._running:
                self._alone = bool(self._suspects)
                if self._alone:
                    self._submit(self._suspects.popleft())
            if self._running:
                return
        while len(self._running) < self.crew.width:
            piece = self._again.popleft() if self._again else self._next(waiting, chunks)
            if piece is None:
                return
            self._submit(piece)

    def _submit(self, piece: _Piece[ItemT, AnswerT]) -> None:
        future = self.crew.executor.submit(self.work, self.shared, piece.items)
        self._running[future] = piece

    def _next(
        self, waiting: Iterator[ItemT], chunks: Iterator[int]
    ) -> _Piece[ItemT, AnswerT] | None:
        if len(self._open) >= _AHEAD * self.crew.width:
            return None
        items = dict(enumerate(islice(waiting, next(chunks))))
        if not items:
            return None
        chunk: _Chunk[ItemT, AnswerT] = _Chunk(items)
        self._open.append(chunk)
        self.begun += len(items)
        return _Piece(chunk, tuple(items))

    def _take(self, piece: _Piece[ItemT, AnswerT], future: Future[list[AnswerT]]) -> None:
        if future.cancelled():
            raise UsageError("与调度器的连接断了，工作没有做完。请检查调度器后再运行一次。")
        error = future.exception()
        self.bereft = self.bereft or (error is not None and died(error))
        if error is None:
            for place, answer in zip(piece.places, future.result(), strict=True):
                piece.chunk.take(place, answer)
        elif len(piece.places) > 1:
            self._again.extend(_Piece(piece.chunk, (place,)) for place in piece.places)
        elif died(error) and piece.deaths < _CHANCES:
            self._suspects.append(replace(piece, deaths=piece.deaths + 1))
        else:
            piece.chunk.take(piece.places[0], self.lost(piece.items[0], error))
