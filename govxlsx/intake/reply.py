"""The drafted answers to a mail: one for each submission, or one sentence where there is none."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from govxlsx.desk.archive.entry import Submission
from govxlsx.desk.naming import ANNOTATED, TITLE, report_name, safe_name
from govxlsx.desk.notices import wording
from govxlsx.desk.notices.draft import Draft, Enclosure
from govxlsx.intake.letter import Attachment, Mail

_SALUTATION = "您好："
_OUTDATED = (
    "请注意：你单位另有一份比这一份更新的，以那一份为准，这一份没有替代它。"
    "应当以这一份为准的，请回复说明。"
)
_NOTHING = "您发来的邮件里没有附件。请把填好的工作簿（.xlsx）作为附件再发一次。"


@dataclass(frozen=True, slots=True)
class Handled:
    """One submission of a mail: its file, what became of it, and what goes with the answer.

    ``copy`` is the annotated copy of a returned one, ``document`` the Word document of an accepted
    one, None where there is none. ``outdated`` tells that one came after a later version of it;
    ``wanted`` is the year of the report that is due, where this is of another year.
    """

    file: Attachment
    submission: Submission
    received: date
    deadline: date | None = None
    copy: bytes | None = None
    document: bytes | None = None
    outdated: bool = False
    wanted: int | None = None


def drafts(letter: Mail, handled: Sequence[Handled]) -> tuple[Draft, ...]:
    """Return the answers to a mail; none to what no person wrote, or to nobody."""
    if letter.automatic or not letter.address:
        return ()
    if not handled:
        return (_draft(letter, 0, "", "请重新发送", (_SALUTATION, missing(letter)), ()),)
    return tuple(_answer(letter, number, each) for number, each in enumerate(handled))


def missing(letter: Mail) -> str:
    """Return the one sentence that helps where a mail has no workbook."""
    if letter.remarks:
        return letter.remarks[0]
    if letter.others:
        names = "、".join(f"“{each}”" for each in letter.others[:3])
        return f"您发来的附件{names}不是填报的工作簿。请把填好的工作簿（.xlsx）作为附件再发一次。"
    return _NOTHING


def _answer(letter: Mail, number: int, handled: Handled) -> Draft:
    entry = handled.submission
    salutation = f"{entry.agency}：" if entry.agency else _SALUTATION
    name = entry.agency or handled.file.name
    told = (handled.file.name, handled.received, handled.deadline, handled.wanted)
    paragraphs = tuple((wording.accepted if entry.accepted else wording.returned)(entry, *told))
    if handled.outdated:
        paragraphs += (_OUTDATED,)
    verdict = "已接收" if entry.accepted else "请修改后重新报送"
    if handled.wanted is not None:
        verdict = f"请报送{handled.wanted}年度的"
    enclosures = tuple(_enclosures(handled))
    if handled.copy is not None:
        paragraphs += (
            "附件是标出问题的副本，供修改时对照。请在原来的工作簿里修改，不要报送副本。",
        )
    if handled.document is not None:
        paragraphs += ("附件是由工作簿生成的 Word 文档，请核对。",)
    return _draft(letter, number, name, verdict, (salutation, *paragraphs), enclosures)


def _enclosures(handled: Handled) -> Iterator[Enclosure]:
    entry = handled.submission
    stem, _, suffix = handled.file.name.rpartition(".")
    if handled.copy is not None:
        yield Enclosure(f"{stem or '工作簿'}{ANNOTATED}.{suffix}", handled.copy)
    if handled.document is not None:
        yield Enclosure(f"{report_name(entry.agency, entry.year)}.docx", handled.document)


def _draft(
    letter: Mail,
    number: int,
    name: str,
    verdict: str,
    paragraphs: tuple[str, ...],
    enclosures: tuple[Enclosure, ...],
) -> Draft:
    when = f"{letter.sent:%Y%m%d-%H%M}-" if letter.sent is not None else ""
    key = f"{letter.key[:36]}{number:04d}"
    who = safe_name(name or letter.sender or letter.address)[:40]
    return Draft(
        key=key,
        name=f"{when}{who}-{letter.key[:8]}{f'-{number + 1}' if number else ''}.eml",
        to=(letter.address,),
        subject=f"{TITLE}：{f'{name}，' if name else ''}{verdict}",
        paragraphs=paragraphs,
        enclosures=enclosures,
        answers=letter.message_id,
        references=letter.references,
    )
