"""A source's content becomes a report, with the place of each figure and all there is to say."""

from collections.abc import Mapping
from dataclasses import dataclass, replace

from govxlsx.form.editions import edition_of_year
from govxlsx.published import binding, prose
from govxlsx.published.bound import UNREAD, Bound, Spot
from govxlsx.published.content import DrawnTable, SourceContent, Text
from govxlsx.published.labels import of_form
from govxlsx.published.parts import outline
from govxlsx.published.refusal import refused
from govxlsx.published.tables import APPLICATIONS
from govxlsx.report.arithmetic import tally
from govxlsx.report.figure import Figure, Paragraph, State, plain
from govxlsx.report.model import Notice, Report
from govxlsx.report.narrative import BODY, paragraphs
from govxlsx.text import label_key
from govxlsx.word import opening

_MOST_QUOTED = 40
_NO_TABLES = (
    "没有找到报告的三张表：表可能是图片，可能不是用表格排的，或者网页的正文由脚本另外载入。"
    "请换用报告的 Word、PDF 文件，或者在浏览器中打开后另存为完整的网页再试"
)
_UNRULED = (
    "PDF 里的表没有画线，或者画的是点线，分不清哪个数在哪一列。请换用报告的网页、Word 文件再试"
)


@dataclass(frozen=True, slots=True)
class Published:
    """A published report: what it says, its source's kind, and where each figure was read.

    ``editions`` has the edition of each table by its id, ``spots`` the places by field id,
    ``titles`` the titles of the parts by numeral as they are printed, ``year`` what the title says.
    """

    report: Report
    kind: str
    editions: Mapping[str, str]
    spots: Mapping[str, Spot]
    titles: Mapping[str, str]
    year: int | None


def assemble(
    content: SourceContent,
    name: str,
    sha256: str,
    year: int | None = None,
    agency: str = "",
    known: str | None = None,
) -> Published:
    """Return the report of a source. Raises PublishedError.

    ``year`` and ``agency`` are what the user says; without them the title tells. ``known`` is whose
    report it should be, where it is of our own making: every figure is compared then, and sums may
    be as wrong as the draft's.
    """
    drawn = tuple(each for each in content.items if isinstance(each, DrawnTable))
    bound, editions = binding.bind(drawn, year)
    if not bound.figures and not any(each.notice is Notice.ROW_UNREAD for each in bound.remarks):
        raise refused(_UNRULED if _is_unruled(content) else _NO_TABLES)
    if known is None:
        _refuse_doubtful(bound, any(not each.ruled for each in drawn))
    tables = {
        table: {each.table for key, each in bound.spots.items() if key.startswith(f"{table}.")}
        for table in editions
    }
    divided = outline(content.items, bound.edition, tables)
    words = prose.read(divided, bound.edition, content.title, known)
    for part in bound.edition.parts:
        if part.narrative and not words.narrative.get(part.narrative):
            bound.say(Notice.PART_MISSING, part=part.title)
    said = words.year
    _tell_year(bound, said, year)
    details = replace(words.agency, name=agency or words.agency.name)
    if not details.name:
        bound.say(Notice.AGENCY_UNTOLD)
    report = Report(
        edition=bound.edition.id,
        year=year if year is not None else said,
        agency=details,
        figures=_figures(bound, editions),
        narrative={
            key: tuple(paragraphs(text, BODY if key == "preamble" else None))
            for key, text in {"preamble": words.preamble, **words.narrative}.items()
        },
        notes={numeral: Paragraph(text) for numeral, text in words.notes.items()},
        source=name,
        sha256=sha256,
    )
    report = _without_own_opening(report)
    _tell_values(bound, report)
    _tell_sums(bound, report)
    report = replace(report, remarks=tuple(bound.remarks))
    return Published(report, content.kind, editions, bound.spots, divided.titles, said)


def _is_unruled(content: SourceContent) -> bool:
    """Tell whether the labels of the tables are there, and no lines around them."""
    said = label_key("".join(each.text for each in content.items if isinstance(each, Text)))
    printed = sum(label in said for label in of_form())
    return content.kind == "pdf" and printed > len(of_form()) / 2


def _refuse_doubtful(bound: Bound, running: bool) -> None:
    """Drop what is not to be trusted as a whole.

    Part three with more rows off balance than in balance is read wrongly; in running text a row
    that lacks cells tells that cells were dropped or run together.
    """
    for table in bound.edition.tables:
        lacking = running and any(
            remark.notice is Notice.ROW_UNREAD
            and any(each.startswith(f"{table.id}.") for each in remark.fields)
            for remark in bound.remarks
        )
        if lacking:
            _refuse(bound, table.id, "文字里有的行少了格或者粘在一起，整张表都靠不住")
        elif table.id == APPLICATIONS and _off_balance(bound):
            _refuse(bound, table.id, "横向合计对不上的行比对得上的还多，可能读错了列")
    if not bound.figures:
        raise refused(
            "这份文字里的表少了格或者粘在一起，一个数也不能确定。请换用报告的网页、Word 或 PDF 文件"
        )


def _refuse(bound: Bound, table: str, reason: str) -> None:
    dropped = bound.drop(table)
    part = bound.edition.part_of_table(table)
    kept = [
        each
        for each in bound.remarks
        if not any(field.startswith(f"{table}.") for field in each.fields)
    ]
    bound.remarks[:] = kept
    fields = [each.id for each in bound.edition.fields_of[table]]
    bound.say(Notice.TABLE_REFUSED, fields, part=part.title, reason=reason, count=str(len(dropped)))


def _off_balance(bound: Bound) -> bool:
    right = wrong = 0
    for total, parts in bound.edition.parts_of_total.items():
        if total.startswith(f"{APPLICATIONS}.") and total.endswith(".total"):
            figures = [bound.figures.get(each) for each in (*parts, total)]
            values = [each.value for each in figures if each is not None and each.readable]
            if len(values) == len(figures) and values[-1] is not None:
                holds = sum(each or 0 for each in values[:-1]) == values[-1]
                right, wrong = right + holds, wrong + (not holds)
    return wrong > right


def _figures(bound: Bound, editions: Mapping[str, str]) -> dict[str, Figure]:
    """Return every figure of the edition; what a hybrid has no row for is blank."""
    hybrid = editions[APPLICATIONS] != bound.edition.id
    spared = {
        each
        for remark in bound.remarks
        if remark.notice is Notice.HYBRID and hybrid
        for each in remark.fields
    }
    blank = Figure(None, None, "", State.BLANK)
    return {
        each.id: bound.figures.get(each.id, blank if each.id in spared else UNREAD)
        for each in bound.edition.fields
    }


def _tell_year(bound: Bound, said: int | None, wanted: int | None) -> None:
    year = wanted if wanted is not None else said
    if said is not None and wanted is not None and said != wanted:
        bound.say(Notice.OTHER_YEAR, said=str(said), wanted=str(wanted))
    proper = edition_of_year(year) if year is not None else None
    if proper is not None and proper.id != bound.edition.id:
        words = {"edition": bound.edition.id, "year": str(year), "wanted": proper.id}
        bound.say(Notice.OTHER_EDITION, **words)


def _tell_values(bound: Bound, report: Report) -> None:
    """Say which cells hold no number, another unit, or nothing."""
    for field_id, figure in report.figures.items():
        spot = bound.spots.get(field_id)
        if spot is None:
            continue
        words = {"name": bound.edition.field_by_id[field_id].name, "place": str(spot)}
        if not figure.readable:
            bound.say(Notice.VALUE_UNREAD, (field_id,), text=spot.text[:_MOST_QUOTED], **words)
        elif figure.state is State.OTHER_UNIT:
            value = figure.text
            bound.say(Notice.UNIT_CONVERTED, (field_id,), text=spot.text, value=value, **words)
    for table in bound.edition.tables:
        blank = [
            field_id
            for field_id, figure in report.figures.items()
            if field_id in bound.spots
            and field_id.startswith(f"{table.id}.")
            and figure.readable
            and figure.value is None
        ]
        if blank:
            part = bound.edition.part_of_table(table.id)
            bound.say(Notice.FIGURES_BLANK, blank, part=part.title, count=str(len(blank)))


def _tell_sums(bound: Bound, report: Report) -> None:
    """Say which sums do not hold: the report may say so, or a cell may have been misread."""
    for each in tally(report):
        if each.broken and not each.blank:
            words = {
                "name": bound.edition.field_by_id[each.sum.field].name,
                "found": plain(each.found),
                "expected": plain(each.expected),
            }
            place = bound.spots.get(each.sum.field)
            others = (one for one in each.sum.fields if one != each.sum.field)
            bound.say(Notice.SUM_BROKEN, (each.sum.field, *others), place=str(place or ""), **words)


def _without_own_opening(report: Report) -> Report:
    """Leave out an opening that is the one the program itself would write."""
    bare = replace(report, narrative={**report.narrative, "preamble": ()})
    own = tuple(each.text for each in report.narrative.get("preamble", ()))
    if own and own == opening.paragraphs(bare):
        return bare
    return report
