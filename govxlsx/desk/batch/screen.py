"""What ``govxlsx build`` prints: each result, and what became of its document."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable

from govxlsx.checking.examination import Result
from govxlsx.desk.batch.documents import Documents, stops
from govxlsx.desk.batch.shelf import Shelf
from govxlsx.desk.batch.telling import Standings
from govxlsx.showing.as_text import Manner, tell
from govxlsx.showing.listing import summed
from govxlsx.showing.screen import Screen


def told(
    page: Screen,
    results: Iterable[Result],
    shelf: Shelf,
    documents: Documents,
    say: Callable[[str], None],
    manner: Manner,
) -> Standings:
    """Print each result and what became of its document; return how all files stand.

    ``say`` tells of a failure, beside the output; ``manner`` how much is told of each result.
    """
    standings = Standings()
    for number, result in enumerate(standings.across(results)):
        tell(page, result, manner)
        if result.outcome is None:
            if manner.quiet:
                page.line(result.refusal, indent=2)
            continue
        if number in shelf.failed:
            say(shelf.failed[number])
        elif number in shelf.kept:
            page.line(f"已有 {shelf.placed[number]}，由这份工作簿和这个版本生成，跳过", indent=2)
        elif number in shelf.placed:
            page.line(f"已生成 {shelf.placed[number]}", "bold")
        elif stops(result.outcome, strict=documents.strict):
            page.line("没有生成 Word 文档：请先改正，或用 --draft 生成草稿。", indent=2)
    return standings


def made(page: Screen, shelf: Shelf, statuses: Counter[str]) -> None:
    """Print how many files there are of each status, how many documents were made and failed."""
    page.line(summed(statuses))
    page.line(
        f"生成文档 {len(shelf.placed) - len(shelf.kept)} 份，"
        f"已有不再生成的 {len(shelf.kept)} 份，没有写成的 {len(shelf.failed)} 份"
    )
