"""A page for each file of a batch, and the index that leads to them."""

from __future__ import annotations

import os
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from govxlsx.checking.examination import Result
from govxlsx.checking.rule import Severity
from govxlsx.desk import naming
from govxlsx.desk.batch.spool import Spool
from govxlsx.desk.batch.telling import FileStanding, Standings
from govxlsx.errors import OutputError
from govxlsx.output import refuse_existing, write_file, write_pieces
from govxlsx.showing import page

INDEX = f"{naming.INDEX}.html"


@dataclass(frozen=True, slots=True)
class Pages:
    """Where the pages go: the folder as its worker sees it, and the name of each file's page."""

    folder: str
    names: tuple[str, ...]
    only: Severity | None = None
    force: bool = False

    def refuse_existing(self) -> None:
        """Raise OutputError where a page is there already that may not be replaced."""
        for name in (INDEX, *self.names):
            path = os.path.join(self.folder, name)  # noqa: PTH118 - a Path would keep the name
            refuse_existing(Path(path), force=self.force)

    def write(self, number: int, result: Result) -> str | OutputError:
        """Write the page of a file, wherever its worker runs; return its row of the index."""
        name = self.names[number]
        own = page.render([result], (), self.only)
        try:
            write_file(Path(self.folder, name), own.encode("utf-8"), force=self.force)
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
    place = Path(into.folder, INDEX)
    pieces = (each.encode("utf-8") for each in page.index(rows, standings.statuses, skipped))
    write_pieces(place, pieces, force=into.force)
    return place
