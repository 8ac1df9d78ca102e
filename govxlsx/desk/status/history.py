"""Each body's submissions in order: when, with what outcome, and what changed between versions."""

from collections.abc import Iterator, Sequence
from pathlib import Path

from govxlsx.desk.archive.entry import WORKBOOK, Submission
from govxlsx.desk.compare import compare
from govxlsx.desk.compare.texts import ChangeKind
from govxlsx.desk.compare.wording import amount
from govxlsx.desk.previous import read
from govxlsx.desk.status import Standing, faults
from govxlsx.errors import UnusableWorkbookError
from govxlsx.showing.screen import Screen

INDENT = "　　"
"""What a line begins with that belongs to the one above."""

_SHOWN = 6
"""So many faults of one kind are named."""


def history(standing: Standing, folder: Path) -> Iterator[str]:
    """Yield what became of each submission of a body, the first one first.

    Of returned ones it is told with what, and what became of the faults of the one before; of
    accepted ones, whose workbooks are in the archive ``folder``, what is other than in the accepted
    one before.
    """
    before: tuple[str, ...] = ()
    accepted: Submission | None = None
    for number, each in enumerate(standing.held, 1):
        now = () if each.accepted else faults(each)
        told = each.outcome_told if each.accepted else f"已退回，{len(now)} 处"
        yield f"第 {number} 份，{each.counted_on}，{each.path}：{told}"
        yield from _changes(before, now)
        before = now
        if each.accepted:
            if accepted is not None:
                yield from _differences(folder, accepted, each)
            accepted = each


def _changes(before: tuple[str, ...], now: tuple[str, ...]) -> Iterator[str]:
    """Yield which faults of the version before were mended, stayed, and came anew.

    A fault is the same where check and cell are, whatever the numbers in its sentence.
    """
    then, here = ({_place(each) for each in told} for told in (before, now))
    anew = [each for each in now if _place(each) not in then]
    for word, held in (
        ("改好了", [each for each in before if _place(each) not in here]),
        ("还没有改", [each for each in now if _place(each) in then]),
        ("新出现" if before else "问题", anew),
    ):
        if held:
            yield f"{INDENT}{word} {len(held)} 处：{_listed(held)}"


def _place(fault: str) -> str:
    return fault.partition("：")[0]


def _listed(held: Sequence[str]) -> str:
    more = "……" if len(held) > _SHOWN else ""
    return f"{'；'.join(each.rstrip('。') for each in held[:_SHOWN])}{more}"


def _differences(folder: Path, before: Submission, after: Submission) -> Iterator[str]:
    try:
        stored = filter(None, (each.file(WORKBOOK) for each in (before, after)))
        reports = [read(str(folder / each.place)) for each in stored]
    except UnusableWorkbookError:
        reports = []
    if [each.sha256 for each in reports] != [before.sha256, after.sha256]:
        told = "归档中的工作簿读不出来，或者被改动过，没有与前一份比较"
        yield f"{INDENT}{told}；请用 govxlsx verify 核对。"
        return
    found = compare(reports)
    figures = [
        f"{each.name} {'→'.join(map(amount, each.amounts))}"
        for each in found.lines
        if each.field and each.changed
    ]
    texts = sum(
        change.kind is not ChangeKind.SAME
        for texts in found.texts
        for passage in texts.passages
        for change in passage.changes
    )
    if figures:
        yield f"{INDENT}比前一份改了 {len(figures)} 个数字：{_listed(figures)}"
    if texts:
        yield f"{INDENT}比前一份改了 {texts} 段文字（用 govxlsx compare 逐段对照）"
    if not figures and not texts:
        yield f"{INDENT}数字和文字与前一份相同"


def tell(page: Screen, standings: tuple[Standing, ...], folder: Path) -> None:
    """Print the history of every body that has submitted."""
    held = [each for each in standings if each.held]
    page.line("各机关报送的经过：" if held else "各机关都没有报送过。", "bold")
    for standing in held:
        page.line(standing.body.name, indent=2)
        for sentence in history(standing, folder):
            page.line(sentence, indent=4)
