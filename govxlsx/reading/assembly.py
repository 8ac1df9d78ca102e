"""Puts a report together from a workbook's sheets."""

import hashlib
from collections import defaultdict
from dataclasses import dataclass
from functools import cache

from govxlsx.addresses import address
from govxlsx.errors import UnusableWorkbookError
from govxlsx.form import layout
from govxlsx.form.editions import edition_by_id, edition_of_year
from govxlsx.form.editions.model import Part
from govxlsx.reading import edition as editions
from govxlsx.reading import leftovers, mixed, prose, sheets, sums, tables
from govxlsx.report.figure import Figure, Paragraph, State
from govxlsx.report.model import NARRATIVES, Agency, Explanation, Notice, Remark, Report
from govxlsx.report.narrative import drop_bare_headings, paragraphs
from govxlsx.stages import Staged, at_one_go
from govxlsx.text import shortened
from govxlsx.workbook import Book, opening

_GLANCED = frozenset({layout.SHARES})
"""分机关数据 of a roll-up may have thousands of rows, none of them this report's."""

_MISSING = Figure(None, None, "", State.MISSING)


@dataclass(frozen=True, slots=True)
class Opened:
    """A workbook of this form of which the cells are known, and nothing else yet.

    ``bound`` has its sheets as any edition may call them, ``name`` is its path.
    """

    book: Book
    bound: sheets.FormSheets
    name: str
    sha256: str

    def report(self) -> Report:
        """Read what the cells say, at one go. Raises UnusableWorkbookError (W107)."""
        return at_one_go(self.reading())

    def reading(self) -> Staged[Report]:
        """Read what the cells say. Raises UnusableWorkbookError (W107)."""
        assembly = _Assembly(self.book, self.bound)
        return (yield from assembly.report(self.name, self.sha256))


def opened(data: bytes, name: str) -> Staged[Opened]:
    """Open a workbook by its bytes. Raises UnusableWorkbookError (W101–W106)."""
    book = yield from opening(data, name, sheets.recognised, _GLANCED)
    bound = sheets.bind(book.sheets)
    if not sheets.is_this_form(bound):
        raise UnusableWorkbookError("W106", *sheets.what_it_is(book.sheets, bound))
    return Opened(book, bound, name, hashlib.sha256(data).hexdigest())


class _Assembly:
    """One workbook on its way to a report.

    Once the edition is told, the sheets are judged by that one.
    """

    def __init__(self, book: Book, bound: sheets.FormSheets) -> None:
        self.book, self.bound = book, bound
        self.words: dict[str, prose.Words] = defaultdict(prose.Words)
        self.basics = self._basics()
        year = prose.year_of(self.basics.values.get("year", ""))
        self.year = year if year is not None and edition_of_year(year) is not None else None
        guide = self.bound.sheets.get(layout.GUIDE)
        at = prose.find_stamp(guide) if guide is not None else None
        stamp = prose.text_at(guide, at) if guide is not None and at is not None else ""
        self.edition = editions.tell(self.bound.sheets, stamp, self.year)
        self.bound = sheets.bind(book.sheets, self.edition)
        self.remarks: list[Remark] = list(self.bound.remarks)
        told, wrong = self.basics.places.get("year"), list[Remark]()
        if told is not None:
            wrong += editions.year_remarks(self.year, self.edition, told.sheet, told.cell)
        self.remarks += wrong
        if not wrong:  # else the stamp is that of the edition that is wanted
            self.remarks += editions.stamp_remarks(
                stamp,
                self.edition,
                guide.name if guide is not None else "",
                (address(*at),) if at is not None and stamp else (),
            )
        if told is not None and self.year is None and self.basics.values["year"]:
            words = {"raw": shortened(self.basics.values["year"])}
            self.remarks.append(Remark(Notice.YEAR_UNREAD, told.sheet, (told.cell,), words=words))
        self.strangers = dict(mixed.strangers(self.bound.sheets, self.edition))
        self.figures: dict[str, Figure] = {}
        self.narrative: dict[str, tuple[Paragraph, ...]] = dict.fromkeys(NARRATIVES, ())
        self.notes: dict[str, Paragraph] = {}

    def _basics(self) -> prose.Basics:
        sheet = self.bound.sheets.get(layout.BASICS)
        return prose.read_basics(sheet, self.words[layout.BASICS]) if sheet else prose.Basics()

    def report(self, name: str, sha256: str) -> Staged[Report]:
        """Read every part and return the report."""
        for part in self.edition.parts:
            yield
            if part.table:
                self._table(part)
            else:
                self._narrative(part)
        values = dict(self.basics.values)
        preamble = values.pop("preamble", "")
        self.narrative["preamble"] = tuple(
            paragraphs(preamble, 0, self.basics.places.get("preamble"))
        )
        values.pop("year", None)
        explanations: tuple[Explanation, ...] = ()
        if layout.EXPLANATIONS in self.bound.sheets:
            sheet = self.bound.sheets[layout.EXPLANATIONS]
            explanations = tuple(prose.read_explanations(sheet, self.words[layout.EXPLANATIONS]))
        yield
        lacking = (Notice.LABEL_MISSING, Notice.LABEL_TWICE)
        doubtful = {each.sheet for each in self.remarks if each.notice in lacking}
        self.remarks += leftovers.remarks(
            self.book,
            self.bound,
            self.edition,
            self.words,
            self.figures,
            doubtful,
            self.year,
        )
        for each in self.words.values():
            self.remarks += each.remarks
        return Report(
            edition=self.edition.id,
            year=self.year,
            agency=Agency(**values),
            figures=self.figures,
            narrative=self.narrative,
            notes=self.notes,
            explanations=explanations,
            basics=self.basics.places,
            remarks=tuple(self.remarks),
            source=name,
            sha256=sha256,
        )

    def _narrative(self, part: Part) -> None:
        sheet = self.bound.sheets.get(part.key)
        if sheet is None:
            return
        given = prose.read_narrative(sheet, self.words[part.key])
        if given is None:
            words = {"labels": f"“{layout.TEXT_LABEL}”这一栏的表头", "lost": "这张表的文字"}
            self.remarks.append(Remark(Notice.LABEL_MISSING, sheet.name, words=words))
            return
        self.narrative[part.narrative] = drop_bare_headings(given, part.aspects)

    def _table(self, part: Part) -> None:
        self.figures |= _unfound(self.edition.id, part.table)
        sheet = self.bound.sheets.get(part.key)
        if sheet is None:
            return
        words = self.words[part.key]
        if part.key in self.strangers:
            words.used |= sheet.cells.keys()
            other = self.strangers[part.key]
            self.remarks.append(editions.table_remark(sheet, other, self.edition))
            return
        table = tables.plan(sheet, self.edition, part)
        words.used |= table.used
        words.unseen += table.unseen
        found = tables.read(sheet, table)
        aside = tables.aside(sheet.name, self.edition, part, table, found)
        self.remarks += table.remarks if aside is None else tables.beside(table, aside)
        if aside is not None:
            found |= dict.fromkeys(aside.fields, _MISSING)
        self.remarks += tables.shown_otherwise(table, found, sheet.name)
        self.figures |= found
        sums.calculate(self.figures, table.totals, table.wider)
        if table.note is not None:
            text = words.read(sheet, table.note, f"“{layout.NOTE_LABEL}”")
            if text:
                self.notes[part.numeral] = Paragraph(text, at=prose.place(sheet, table.note))


@cache
def _unfound(edition_id: str, table_id: str) -> dict[str, Figure]:
    fields = edition_by_id(edition_id).fields_of[table_id]
    return {each.id: _MISSING for each in fields}
