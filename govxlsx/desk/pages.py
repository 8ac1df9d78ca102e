"""A page for each file of a batch, and the index that leads to them."""

import os
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain
from pathlib import Path

from govxlsx.checking.examination import Result
from govxlsx.checking.rule import Severity
from govxlsx.desk import naming
from govxlsx.desk.batch.spool import Spool
from govxlsx.desk.batch.telling import FileStanding, Standings
from govxlsx.errors import OutputError
from govxlsx.output import refuse_existing, sweep, write_anew, write_pieces
from govxlsx.showing import page

INDEX = f"{naming.INDEX}.html"


@dataclass(frozen=True, slots=True)
class Pages:
    """Where the pages go: the folder as its worker sees it.

    ``ordinals`` tells by position which page of its name a file's is, where it is not the first.
    """

    folder: str
    ordinals: Mapping[int, int]
    only: Severity | None = None
    force: bool = False

    def name(self, number: int, path: str) -> str:
        """Return the name of a file's page."""
        return naming.page_name(path, self.ordinals.get(number, 1))

    def refuse_existing(self, files: Iterable[str]) -> None:
        """Raise OutputError where a page is there already that may not be replaced."""
        names = (self.name(number, path) for number, path in enumerate(files))
        for name in chain((INDEX,), names):
            path = os.path.join(self.folder, name)  # noqa: PTH118 - a Path would keep the name
            refuse_existing(Path(path), force=self.force)

    def write(self, number: int, result: Result) -> str | OutputError:
        """Write the page of a file, wherever its worker runs; return its row of the index."""
        name = self.name(number, result.path)
        own = page.render([result], (), self.only)
        try:
            write_anew(Path(self.folder, name), own.encode("utf-8"), force=self.force)
        except OutputError as error:
            return error
        return page.row(result, number, name)


def write_index(
    into: Pages,
    told: Iterable[tuple[FileStanding, str | OutputError]],
    standings: Standings,
    skipped: Sequence[str],
) -> Path:
    """Take in the written pages, and write the index to them; return where. Raises OutputError."""
    rows: Spool[str] = Spool()
    for each in standings.over(told):
        if isinstance(each, OutputError):
            raise each
        rows.put(each)
    sweep(Path(into.folder))
    place = Path(into.folder, INDEX)
    pieces = (each.encode("utf-8") for each in page.index(rows, standings.statuses, skipped))
    write_pieces(place, pieces, force=into.force)
    return place
