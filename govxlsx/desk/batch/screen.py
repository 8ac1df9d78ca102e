"""What ``govxlsx build`` prints: each result, and what became of its document."""

from collections import Counter
from collections.abc import Callable, Iterator
from functools import partial

from govxlsx.checking.examination import Result
from govxlsx.desk.batch import telling
from govxlsx.desk.batch.crew import Crew
from govxlsx.desk.batch.documents import Documents, stops
from govxlsx.desk.batch.shelf import Shelf
from govxlsx.desk.batch.spool import Results
from govxlsx.desk.batch.telling import Standings
from govxlsx.showing.as_text import Manner, tell
from govxlsx.showing.listing import summed
from govxlsx.showing.screen import Page, Screen, text_of


def told(
    page: Screen,
    results: Results,
    shelf: Shelf,
    documents: Documents,
    say: Callable[[str], None],
    manner: Manner,
    crew: Crew,
) -> Standings:
    """Print each result and what became of its document; return how all files stand.

    ``say`` tells of a failure, beside the output; ``manner`` how much is told of each result. Plain
    text is made by the ``crew``.
    """
    standings = Standings()
    if page.page is None:
        stopped = _printed(page, standings.across(results), documents, manner)
    else:
        entry = partial(_entry, documents, manner, page.page)
        stopped = _plain(page, standings.over(telling.told(results, entry, crew)))
    for number, stops_it in enumerate(stopped):
        if number in shelf.failed:
            say(shelf.failed[number])
        elif number in shelf.kept:
            page.line(f"已有 {shelf.placed[number]}，由这份工作簿和这个版本生成，跳过", indent=2)
        elif number in shelf.placed:
            page.line(f"已生成 {shelf.placed[number]}", "bold")
        elif stops_it:
            page.line("没有生成 Word 文档：请先改正，或用 --draft 生成草稿。", indent=2)
    return standings


def _printed(
    page: Screen, results: Iterator[Result], documents: Documents, manner: Manner
) -> Iterator[bool]:
    """Print each result, and yield whether its findings stop its document."""
    for each in results:
        _tell(page, each, manner)
        yield _stopped(each, documents)


def _plain(page: Screen, entries: Iterator[tuple[str, bool]]) -> Iterator[bool]:
    for text, stopped in entries:
        page.plain(text)
        yield stopped


def _entry(
    documents: Documents, manner: Manner, page: Page, _: int, result: Result
) -> tuple[str, bool]:
    """Return what is told of a result, and whether its findings stop its document."""
    text = text_of(partial(_tell, result=result, manner=manner), page)
    return text, _stopped(result, documents)


def _tell(page: Screen, result: Result, manner: Manner) -> None:
    tell(page, result, manner)
    if result.outcome is None and manner.quiet:
        page.line(result.refusal, indent=2)


def _stopped(result: Result, documents: Documents) -> bool:
    return result.outcome is not None and stops(result.outcome, strict=documents.strict)


def made(page: Screen, shelf: Shelf, statuses: Counter[str]) -> None:
    """Print how many files there are of each status, how many documents were made and failed."""
    page.line(summed(statuses))
    page.line(
        f"生成文档 {len(shelf.placed) - len(shelf.kept)} 份，"
        f"已有不再生成的 {len(shelf.kept)} 份，没有写成的 {len(shelf.failed)} 份"
    )
