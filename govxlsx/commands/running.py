"""What commands over many files share: what is taken in, the crew, last year, the exit status."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from govxlsx.commands.streams import say
from govxlsx.desk.inputs import Intake, collect, collect_published
from govxlsx.errors import UsageError
from govxlsx.output import refuse_existing
from govxlsx.showing.screen import SKIPPED

if TYPE_CHECKING:
    from govxlsx.desk.batch.crew import Crew
    from govxlsx.desk.batch.documents import Documents
    from govxlsx.desk.batch.shelf import Shelf
    from govxlsx.desk.batch.spool import Results
    from govxlsx.desk.previous import LastYearFile, Previous
    from govxlsx.desk.rollup.source import Source
    from govxlsx.desk.roster.model import Roster

MANY = 10
"""The findings of more files than these do not fit on a screen."""

_MANY = 20
"""More files than these are done in processes of their own, which are worth starting early."""


@dataclass(frozen=True, slots=True)
class Work:
    """Files under examination: who does the work, and from which folder relative paths start."""

    files: Sequence[str]
    crew: Crew
    root: str

    def last_year(self, path: Path | None) -> Previous | None:
        """Return the reports of ``--previous``.

        Raises UsageError where the file that was named cannot be used; of a folder such files are
        named and left out.
        """
        if path is None:
            return None
        from govxlsx.desk import previous
        from govxlsx.desk.batch import orders
        from govxlsx.showing import screen

        paths = previous.candidates(path)
        named = [*paths] == [str(path)]
        with screen.progress(len(paths), "读上年报告") as advance:
            entries = orders.entries([*paths], self.crew, self.root, advance)
            found = list(_told(previous.accepted(entries, paths.values()), named=named))
        if named and len(self.files) == 1 and isinstance(found[0], previous.LastYearFile):
            return previous.Previous(only=found[0], root=self.root)
        return previous.index(found, self.root)

    def examine(
        self,
        before: Previous | None,
        *,
        roster: Roster | None = None,
        whole: bool = False,
        documents: Documents | None = None,
    ) -> tuple[Results, Shelf | None]:
        """Check the files, and make their documents where it is said how."""
        from govxlsx.desk.batch.course import examine
        from govxlsx.desk.batch.work import Job
        from govxlsx.showing import screen

        comparing = len(self.files) > 1
        job = Job(self.root, before, roster, whole, comparing, documents)
        with screen.progress(len(self.files), "检查") as advance:
            return examine(self.files, job, self.crew, advance)


def last_years_reports(path: Path | None) -> Previous | None:
    """Return the reports of ``--previous``, read here; what of them cannot be used is said."""
    if path is None:
        return None
    from govxlsx.desk import previous

    paths = previous.candidates(path)
    entries = previous.accepted(map(previous.entry, paths), paths.values())
    return previous.index(_told(entries))


def _told(
    entries: Iterable[LastYearFile | str], *, named: bool = False
) -> Iterator[LastYearFile | str]:
    """Say why some reports cannot be used, or raise UsageError of one ``named``."""
    for each in entries:
        if isinstance(each, str):
            if named:
                raise UsageError(each)
            say(each)
        yield each


@contextmanager
def at_work(
    files: Sequence[str], jobs: int | None, scheduler: str | None, *, documents: bool = False
) -> Iterator[Work]:
    """Open the crew for some files, which makes ``documents`` of them or does not.

    A few files are done in this process, more of them by a process for each processor; one that
    dies costs its own file only. Raises UsageError.
    """
    if scheduler is None and len(files) > _MANY:
        from govxlsx.desk import forking

        forking.context(*((forking.WORD,) if documents else ()))
    from govxlsx.desk.batch import crew as crews
    from govxlsx.desk.batch.runner import LARGEST

    if scheduler is not None:
        if jobs is not None:
            raise UsageError("--jobs 和 --scheduler 只能用一个：集群上有几个工作进程由集群决定。")
        with crews.cluster(scheduler) as crew:
            yield Work(files, crew, str(Path.cwd()))
        return
    if jobs is None:
        jobs = min(crews.processors(), -(-len(files) // LARGEST))
    alone = len(files) == 1 or (jobs == 1 and len(files) <= LARGEST)
    with crews.here() if alone else crews.processes(min(jobs, len(files))) as crew:
        yield Work(files, crew, "")


def take_in(
    paths: Sequence[str],
    roster: Path | None = None,
    empty: Callable[[Intake], object] | None = None,
) -> Intake:
    """Expand the paths. Raises UsageError where not one workbook is among them.

    The intake without a workbook goes to ``empty`` first, else its other files are named.
    """
    intake = collect(paths, roster)
    if not intake.files:
        if empty is not None:
            empty(intake)
        else:
            tell_skipped(intake.skipped)
        if intake.archives:
            raise UsageError(
                f"“{intake.archives[0]}”是归档文件夹，里面的都是检查过的报送。"
                "核对归档用 govxlsx verify，汇总用 govxlsx rollup。"
            )
        raise UsageError("没有可以检查的工作簿（.xlsx 或 .xlsm）。")
    return intake


def take_in_published(paths: Sequence[str]) -> tuple[str, ...]:
    """Expand the paths of published reports. Raises UsageError where there is none among them."""
    found = collect_published(paths)
    if not found:
        raise UsageError("没有找到已公布的报告（.html .docx .pdf .txt .md .doc .wps .rtf）。")
    return found


def sources(
    paths: Sequence[str],
    output: Path | None,
    against: Path | None,
    roster: Path | None,
    year: int | None,
) -> Source:
    """Return what is to be summed: of an archive what its register says, else what was typed.

    Raises UsageError where an archive is not the only path, OutputError as ``listed`` does.
    """
    from govxlsx.desk.archive.register import NAME
    from govxlsx.desk.rollup.source import archived, listed

    archives = [path for path in paths if (Path(path) / NAME).is_file()]
    if archives and len(paths) > 1:
        raise UsageError(
            f"“{archives[0]}”是归档文件夹，请单独汇总它：登记簿以外的文件分不出与它谁先谁后。"
        )
    if not archives:
        return listed(take_in(paths, roster), output, against)
    source = archived(Path(archives[0]), year)
    if output is not None:
        refuse_existing(output, force=True, inputs=source.files)
    return source


def status(statuses: Mapping[str, int], *, stopped: bool = False, failed: bool = False) -> int:
    """Return the exit status: 2 something unusable, 1 errors, 0 nothing wrong.

    ``statuses`` tells how many files there are of each status. ``failed`` tells that an output
    could not be written, or that a check was not run for an error of this program.
    """
    if failed or statuses.get("unusable"):
        return 2
    return 1 if stopped or statuses.get("errors") else 0


def tell_skipped(names: Sequence[str]) -> None:
    """Name the files that are no workbooks, beside the output."""
    for name in names:
        say(SKIPPED.format(name))
