"""The notices of a day: 退回通知 and 催报通知, each as a letter and as the draft of a mail."""

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from govxlsx.desk.naming import TITLE, safe_name
from govxlsx.desk.notices import wording
from govxlsx.desk.notices.draft import Draft, Enclosure, eml
from govxlsx.desk.roster.model import Body, Roster
from govxlsx.desk.status import Standing, Status
from govxlsx.word.letter import Letter, letter

RETURNED, OWED = "退回通知", "催报通知"


@dataclass(frozen=True, slots=True)
class BodyNotice:
    """What one body is told; the letter and the mail say the same ``paragraphs``."""

    kind: str
    body: Body
    paragraphs: tuple[str, ...]


def notices(status: Status, office: str) -> Iterator[BodyNotice]:
    """Yield a notice for each body that has something to do, in the roster's order.

    The office that signs them writes none to itself.
    """
    for each in status.standings:
        if each.body.name == office:
            continue
        paragraphs = tuple(_paragraphs(each, status))
        if paragraphs:
            yield BodyNotice(RETURNED if each.returned is not None else OWED, each.body, paragraphs)


def _paragraphs(standing: Standing, status: Status) -> Iterator[str]:
    returned = standing.returned
    if returned is not None:
        until = standing.deadline if standing.deadline >= status.on else None
        yield from wording.returned(returned, wording.file_of(returned), returned.counted_on, until)
    elif standing.counted is None:
        yield from wording.owed(status.year, standing.deadline, status.on, standing.instead)


def issuer(roster: Roster) -> str:
    """Return the roster's only topmost body with others below it, "" where there is no such one."""
    return roster.tops[0].name if len(roster.tops) == 1 else ""


def files(
    notice: BodyNotice, office: str, year: int, on: date, series: str = ""
) -> Iterator[tuple[str, bytes]]:
    """Yield the letter and the draft of a notice, each with its name."""
    title = f"{year}年度{TITLE}{notice.kind}"
    document = letter(Letter(office, title, notice.body.name, notice.paragraphs, on, series))
    stem = safe_name(f"{notice.body.name}{notice.kind}")
    yield f"{stem}.docx", document
    text = "\n".join((notice.body.name, notice.kind, *notice.paragraphs))
    draft = Draft(
        key=hashlib.sha256(text.encode()).hexdigest(),
        name=f"{stem}.eml",
        to=notice.body.addresses,
        subject=title,
        paragraphs=(f"{notice.body.name}：", *notice.paragraphs),
        enclosures=(Enclosure(f"{stem}.docx", document),),
    )
    yield draft.name, eml(draft)
