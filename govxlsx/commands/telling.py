"""What ``govxlsx check`` tells, in each of its formats: the crew makes each file's part."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from govxlsx.commands.running import MANY, Work
from govxlsx.commands.streams import say
from govxlsx.desk.batch.spool import Results, Spool
from govxlsx.desk.batch.telling import Standings, Tell, told
from govxlsx.output import write_file

if TYPE_CHECKING:
    from govxlsx.desk.pages import Pages
    from govxlsx.showing.as_text import Manner
    from govxlsx.showing.screen import Page

T = TypeVar("T")


class Telling:
    """Tells of the results in the form that was asked for: each file's part is made by the crew."""

    def __init__(
        self, work: Work, results: Results, skipped: Sequence[str], manner: Manner
    ) -> None:
        sifted = manner.only is not None and len(results) > MANY
        self.manner = replace(manner, sifted=sifted)
        self.work, self.results, self.skipped = work, results, skipped
        self.standings = Standings()

    def _told(self, tell: Tell[T]) -> Iterator[T]:
        """Yield what is told of each file; how it stands is taken in."""
        return self.standings.over(told(self.results, tell, self.work.crew))

    def print(self) -> None:
        """Print: for more files than fit a table, else the findings of each."""
        from govxlsx.showing import as_text, screen

        page, statuses = screen.stdout(), self.standings.statuses
        if len(self.results) > MANY and self.manner.usual:
            as_text.overview(page, self._told(as_text.overview_row), self.skipped, statuses)
        elif page.page is not None:
            for piece in self._text(page.page):
                page.plain(piece)
        else:
            for each in self.standings.across(self.results):
                as_text.tell(page, each, self.manner)
            as_text.close(page, self.skipped, statuses)

    def _text(self, page: Page) -> Iterator[str]:
        from govxlsx.showing import as_text

        yield from self._told(partial(as_text.entry, self.manner, page))
        yield as_text.closing(page, self.skipped, self.standings.statuses)

    def pieces(self, format_: str) -> Iterator[str]:
        """Return the results in one of the formats; only its own module is imported."""
        if format_ == "json":
            from govxlsx.showing import as_json

            return as_json.assembled(self._told(as_json.entry), self.skipped)
        if format_ == "csv":
            from govxlsx.showing import as_csv

            return as_csv.assembled(self._told(partial(as_csv.entry, self.manner.only)))
        if format_ == "html":
            from govxlsx.showing import page

            parts: Spool[page.PagePart] = Spool()
            for each in self._told(partial(page.part, self.manner.only, len(self.results))):
                parts.put(each)
            return page.assembled(parts, self.skipped)
        from govxlsx.showing.screen import OF_FILES

        return self._text(OF_FILES)

    def close(self) -> None:
        """Say how many files have faults, where only the output told of them."""
        from govxlsx.showing.listing import summed

        statuses = self.standings.statuses
        if statuses.total() > max(1, statuses["ok"]):
            say(summed(statuses))

    def workbook(self, output: Path, *, force: bool) -> None:
        """Write the results as a workbook."""
        from govxlsx.showing.as_xlsx import sheets

        write_file(output, sheets.workbook(self.results), force=force)
        say(f"已写入 {output}")
        for _ in self.standings.across(self.results):
            pass

    def pages(self, into: Pages) -> None:
        """Write a page for each file, and the index."""
        from govxlsx.desk.pages import write_index

        written = told(self.results, into.write, self.work.crew)
        place = write_index(into, written, self.standings, self.skipped)
        say(f"已写入 {place} 和 {len(self.results)} 份文件各自的网页")
