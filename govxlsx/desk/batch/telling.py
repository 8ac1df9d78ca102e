"""What is told of each file of a batch: its crew makes it, whoever asked puts it together."""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from typing import NamedTuple, TypeVar

from govxlsx.checking.examination import Result
from govxlsx.desk.batch.crew import Crew
from govxlsx.desk.batch.runner import Runner, singly, sizes
from govxlsx.desk.batch.spool import Finished, Results

T = TypeVar("T")

Tell = Callable[[int, Result], T]
"""Makes what is told of a file, given its position in the intake; it goes to other processes."""

_LAST_YEAR = "Y5"
"""The family of the rules that compare with last year's report."""

_NAMED = 3
"""So many files are named for which last year's report was of no use."""


class FileStanding(NamedTuple):
    """How a file stands, without its findings.

    ``failed`` tells that a rule was not run for an error of this program, ``unexplained`` that a
    warning is left without a word on it, ``idle`` why last year's report was of no use.
    """

    path: str
    status: str
    failed: bool
    unexplained: bool
    idle: str


def standing(result: Result) -> FileStanding:
    """Return how a file stands."""
    return FileStanding(
        result.path,
        result.status,
        bool(result.rules.failed),
        result.outcome is not None and result.outcome.unexplained,
        result.rules.idle(_LAST_YEAR),
    )


class Standings:
    """How the files of a batch stand, added up while they are told of."""

    def __init__(self) -> None:
        self.statuses: Counter[str] = Counter()
        self.failed = self.unexplained = False
        self.unused: list[tuple[str, str]] = []
        """The first files for which last year's report was of no use, with the reason."""
        self.unused_count = 0

    def over(self, told: Iterable[tuple[FileStanding, T]]) -> Iterator[T]:
        """Yield what is told of the files, taking in how they stand."""
        for one, what in told:
            self.statuses[one.status] += 1
            self.failed = self.failed or one.failed
            self.unexplained = self.unexplained or one.unexplained
            if one.idle:
                self.unused_count += 1
                if len(self.unused) < _NAMED:
                    self.unused.append((one.path, one.idle))
            yield what

    def across(self, results: Iterable[Result]) -> Iterator[Result]:
        """Yield results that are told of here, taking in how the files stand."""
        return self.over((standing(each), each) for each in results)


def told(results: Results, tell: Tell[T], crew: Crew) -> Iterator[tuple[FileStanding, T]]:
    """Yield how each file stands and what is told of it, in the order of intake.

    What its worker did not survive is made in this process.
    """
    runner: Runner[Finished, tuple[FileStanding, T]] = Runner(
        crew, singly(_told), crew.share(tell), lambda file, _: _told(tell, file)
    )
    return runner.each(results.finished(), sizes(len(results), crew.width))


def _told(tell: Tell[T], file: Finished) -> tuple[FileStanding, T]:
    result = file.result()
    return standing(result), tell(file.number, result)
