"""What all listeners share: workers, results, the writer, the roster, the count of wrong codes."""

import asyncio
import pickle
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from starlette.requests import Request

from govxlsx import interruption, process
from govxlsx.desk.archive.filing import now
from govxlsx.desk.previous import Previous
from govxlsx.serve.codes import RosterFile
from govxlsx.serve.jobs import Common
from govxlsx.serve.patience import Patience
from govxlsx.serve.results import PREFIX, KeptResults
from govxlsx.serve.workers import Workers
from govxlsx.serve.writer import Writer

_AT_ONCE = 2
"""So many uploads are checked at once."""

_DESK_SECONDS = 600.0
"""What the desk asks for (the summary of a county) may take so long."""

_CLEANING = 600.0


@dataclass(frozen=True, slots=True)
class Settings:
    """What the page is for.

    ``folder`` is the archive, None where nothing is filed. ``previous`` are last year's reports,
    used where a clerk sends none. With ``strict`` unexplained warnings cannot be filed.
    """

    folder: Path | None = None
    roster: RosterFile | None = None
    previous: Previous | None = None
    strict: bool = False


@dataclass(frozen=True)
class Service:
    """The page at work. ``desk_workers`` do what the operator asks for."""

    settings: Settings
    results: KeptResults
    workers: Workers
    desk_workers: Workers
    writer: Writer | None
    previous: str = ""
    patience: Patience = field(default_factory=Patience)

    @property
    def files(self) -> bool:
        """True where reports can be filed."""
        roster = self.settings.roster
        return self.writer is not None and roster is not None and bool(roster.codes)

    @property
    def common(self) -> Common:
        """What all uploads are compared with."""
        roster = self.settings.roster
        return Common(self.previous, roster.stored(self.results.root) if roster is not None else "")

    @property
    def expected(self) -> int:
        """The year whose reports are due: the roster's, else the last one."""
        roster = self.settings.roster
        last = roster.roster.due(None) if roster is not None else None
        return (last or now()).year - 1

    async def clean(self) -> None:
        """Delete old results from time to time, for good."""
        while True:
            await asyncio.sleep(_CLEANING)
            self.results.expire()


@contextmanager
def opened(settings: Settings) -> Iterator[Service]:
    """Set the page to work; at the end everything is at its end, and nothing is left behind.

    Raises ArchiveError, OutputError.
    """
    process.clear_left(PREFIX)
    with ExitStack() as stack:
        results = KeptResults()
        stack.callback(results.close)
        stack.enter_context(interruption.undone(results, results.close))
        workers = Workers(_AT_ONCE)
        stack.callback(workers.close)
        desk_workers = Workers(1, seconds=_DESK_SECONDS, limited=False)
        stack.callback(desk_workers.close)
        writer = None
        if settings.folder is not None:
            writer = Writer(settings.folder, now)
            stack.callback(writer.close)
            writer.begin()
        workers.start()
        previous = _stored(results.root, settings.previous)
        yield Service(settings, results, workers, desk_workers, writer, previous)


def _stored(root: Path, previous: Previous | None) -> str:
    if previous is None:
        return ""
    path = root / "previous"
    path.write_bytes(pickle.dumps(previous))
    return str(path)


def of(request: Request) -> Service:
    """Return the page that a request is for."""
    found: Service = request.app.state.service
    return found
