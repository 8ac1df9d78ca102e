"""A body on the desk: how it stands, its submissions one by one, their findings and files."""

from collections.abc import Iterable, Iterator
from pathlib import Path

from govxlsx.desk.archive.contents import KINDS
from govxlsx.desk.archive.entry import StoredFile, Submission
from govxlsx.desk.notices.wording import mends
from govxlsx.desk.status import STATE_WORDS, Standing, timing
from govxlsx.desk.status.history import INDENT, history
from govxlsx.report.identity import name_told
from govxlsx.showing.page.markup import Child, Element, tag
from govxlsx.showing.page.words import facts, listed


def content(standing: Standing, folder: Path) -> Iterator[Child]:
    """Yield the parts of the page; ``folder`` is the archive, where versions are compared."""
    body = standing.body
    when = timing(standing)
    yield facts(
        ("状态", STATE_WORDS[standing.state] + (f"，{when}" if when else "")),
        ("期限", str(standing.deadline)),
        ("类别", body.kind),
        ("上级机关", body.parent or None),
        ("联系人", body.contact or None),
        ("电话", body.phone or None),
        ("邮箱", "、".join(body.addresses) or None),
    )
    yield tag("h2", "报送的经过")
    if not standing.held:
        yield tag("p", "还没有报送。")
        return
    yield listed(_events(history(standing, folder)))
    for each in reversed(standing.held):
        yield tag("h2", f"第 {each.id} 号报送")
        yield from submission(each)


def _events(lines: Iterable[str]) -> Iterator[Element]:
    """Yield what happened, each with the lines that are indented below it."""
    held: list[list[str]] = []
    for each in lines:
        if each.startswith(INDENT) and held:
            held[-1].append(each)
        else:
            held.append([each])
    for first, *others in held:
        yield tag("span", first, *(part for each in others for part in (tag("br"), each)))


def submission(given: Submission, *, alone: bool = False) -> Iterator[Child]:
    """Yield what is known of a submission; ``alone`` names the body too."""
    year = f"{given.year} 年度" if given.year is not None else "不明"
    yield facts(
        ("机关", name_told(given.agency) if alone else None),
        ("年度", year if alone else None),
        ("文件", given.path),
        ("收到", f"{given.counted_on}（登记于 {given.first_seen:%Y-%m-%d %H:%M}）"),
        ("结果", given.outcome_told),
        ("SHA-256", tag("span", given.sha256, class_="digest")),
    )
    if given.error:
        yield tag("p", given.error, class_="unusable-sentence")
    lines = mends(given.findings)
    if lines:
        yield tag("h3", "要改的和要核对的")
        yield listed(lines, "lines")
    if given.files:
        yield tag("h3", "文件")
        yield listed((_file(given, each) for each in given.files), "buttons")


def _file(given: Submission, file: StoredFile) -> Element:
    words = KINDS.get(file.kind) or f"附件（{file.place.rpartition('.')[2]}）"
    return tag("a", words, href=f"/desk/file/{given.id}/{file.kind}")
