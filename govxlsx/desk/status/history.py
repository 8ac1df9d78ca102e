"""Each body's submissions in order: when, with what outcome, and what changed between versions."""

from __future__ import annotations

from collections.abc import Iterator

from govxlsx.desk.archive.entry import Submission
from govxlsx.desk.status import Standing, faults
from govxlsx.showing.screen import Screen

_SHOWN = 6
"""So many faults of one kind are named."""


def history(standing: Standing) -> Iterator[str]:
    """Yield a sentence for each submission of a body, the first one first."""
    before: tuple[str, ...] = ()
    for number, each in enumerate(standing.held, 1):
        now = () if each.accepted else faults(each)
        yield f"第 {number} 份，{each.counted_on}，{each.path}：{_outcome(each, now)}"
        if number > 1:
            yield from _changes(before, now)
        before = now


def _outcome(submission: Submission, now: tuple[str, ...]) -> str:
    if submission.accepted:
        return "已接收" + ("，后来有一份替代" if submission.replaced_by is not None else "")
    return f"已退回，{len(now)} 处"


def _changes(before: tuple[str, ...], now: tuple[str, ...]) -> Iterator[str]:
    """Yield which faults of the version before were mended, stayed, and came anew."""
    for word, held in (
        ("改好了", [each for each in before if each not in now]),
        ("还没有改", [each for each in before if each in now]),
        ("新出现", [each for each in now if each not in before]),
    ):
        if held:
            more = "……" if len(held) > _SHOWN else ""
            yield f"　　{word} {len(held)} 处：{'；'.join(held[:_SHOWN])}{more}"


def tell(page: Screen, standings: tuple[Standing, ...]) -> None:
    """Print the history of every body that has submitted."""
    page.line("各机关报送的经过：", "bold")
    for standing in standings:
        if standing.held:
            page.line(standing.body.name, indent=2)
            for sentence in history(standing):
                page.line(sentence, indent=4)
