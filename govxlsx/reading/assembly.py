"""Puts a report together from a workbook's sheets."""

from __future__ import annotations

from collections import defaultdict
from functools import cache, lru_cache

from govxlsx.addresses import Place, Position, address, areas_text
from govxlsx.errors import UnusableWorkbookError
from govxlsx.form import layout
from govxlsx.form.editions import edition_by_id, edition_of_year
from govxlsx.form.editions.model import Edition, Part
from govxlsx.form.editions.tables import Field
from govxlsx.reading import edition as editions
from govxlsx.reading import figures, labels, leftovers, prose, sheets, shifted, sums
from govxlsx.report.figure import Figure, Paragraph, State
from govxlsx.report.model import NARRATIVES, Agency, Explanation, Notice, Remark, Report
from govxlsx.report.narrative import drop_bare_headings, paragraphs
from govxlsx.text import shortened
from govxlsx.workbook import Book, Sheet, open_book

_GLANCED = frozenset({layout.SHARES})
"""分机关数据 of a roll-up may have thousands of rows, none of them this report's."""

_NAMED = 3
_MISSING = Figure(None, None, "", State.MISSING)


def assemble(data: bytes, name: str, sha256: str) -> Report:
    """Read a workbook's bytes into a report. Raises UnusableWorkbookError (W101–W107)."""
    book = open_book(data, name, sheets.recognised, _GLANCED)
    bound = sheets.bind(book.sheets)
    if not sheets.is_this_form(bound):
        raise UnusableWorkbookError("W106")
    return _Assembly(book, bound).report(name, sha256)


class _Assembly:
    """One workbook on its way to a report.

    ``bound`` has its sheets as any edition may call them; once the edition is told, they are
    judged by that one.
    """

    def __init__(self, book: Book, bound: sheets.FormSheets) -> None:
        self.book, self.bound = book, bound
        self.words: dict[str, prose.Words] = defaultdict(prose.Words)
        self.basics = self._basics()
        year = prose.year_of(self.basics.values.get("year", ""))
        self.year = year if year is not None and edition_of_year(year) is not None else None
        guide = self.bound.sheets.get(layout.GUIDE)
        stamp = prose.read_stamp(guide) if guide is not None else ""
        self.edition = editions.tell(self.bound.sheets, stamp, self.year)
        self.bound = sheets.bind(book.sheets, self.edition)
        self.remarks: list[Remark] = list(self.bound.remarks)
        self.remarks += editions.stamp_remarks(
            stamp, self.edition, guide.name if guide is not None else ""
        )
        at = self.basics.places.get("year")
        if at is not None:
            self.remarks += editions.year_remarks(self.year, self.edition, at.sheet, at.cell)
        self.figures: dict[str, Figure] = {}
        self.narrative: dict[str, tuple[Paragraph, ...]] = dict.fromkeys(NARRATIVES, ())
        self.notes: dict[str, Paragraph] = {}

    def _basics(self) -> prose.Basics:
        sheet = self.bound.sheets.get(layout.BASICS)
        return prose.read_basics(sheet, self.words[layout.BASICS]) if sheet else prose.Basics()

    def report(self, name: str, sha256: str) -> Report:
        """Read every part and return the report."""
        for part in self.edition.parts:
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
        self.remarks += leftovers.remarks(self.book, self.bound, self.edition, self.words)
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
            words = {"label": f"{layout.LEVEL_LABEL}”和“{layout.TEXT_LABEL}", "near": ""}
            self.remarks.append(Remark(Notice.LABEL_MISSING, sheet.name, words=words))
            return
        self.narrative[part.narrative] = drop_bare_headings(given, part.aspects)

    def _table(self, part: Part) -> None:
        self.figures |= _unfound(self.edition.id, part.table)
        sheet = self.bound.sheets.get(part.key)
        if sheet is None:
            return
        words = self.words[part.key]
        found = labels.find(sheet, self.edition, part)
        found = shifted.without_shifted(sheet, self.edition, found)
        self.remarks += found.remarks
        words.used |= found.labels | found.figures.keys()
        covered, merged = leftovers.merged(sheet, found.figures, found.area)
        self.remarks += merged
        formulas: dict[str, str] = {}
        cells, read = sheet.cells, self.figures
        for each, at, place in _spots(self.edition.id, found, sheet.name):
            if each.id not in covered:
                cell = cells.get(at)
                read[each.id] = figures.of_cell(cell, each, place)
                if cell is not None and cell.formula:
                    formulas[each.id] = cell.formula
        sums.calculate(self.edition.id, self.figures, found, formulas)
        self.remarks += _moved(self.edition, sheet.name, found)
        looked = [(at, cells[at]) for at in found.figures if at in cells]
        odd = [(at, cell) for at, cell in looked if cell.struck or cell.unseen]
        self.remarks += _struck(sheet, found, sorted(at for at, cell in odd if cell.struck))
        words.unseen += (at for at, cell in odd if cell.unseen)
        if found.note is not None:
            self._note(part, found.note)

    def _note(self, part: Part, label: Position) -> None:
        sheet, words = self.bound.sheets[part.key], self.words[part.key]
        right = sorted(at for at in sheet.cells if at[0] == label[0] and at[1] > label[1])
        if right:
            text = words.read(sheet, right[0], f"“{layout.NOTE_LABEL}”")
            if text:
                self.notes[part.numeral] = Paragraph(text, at=prose.place(sheet, right[0]))


@cache
def _unfound(edition_id: str, table_id: str) -> dict[str, Figure]:
    fields = edition_by_id(edition_id).fields
    return {each.id: _MISSING for each in fields if each.table == table_id}


@lru_cache(maxsize=64)
def _spots(
    edition_id: str, found: labels.Located, sheet: str
) -> tuple[tuple[Field, Position, Place], ...]:
    """Return the figures of a table that were found, each with its position and its address."""
    fields = edition_by_id(edition_id).field_by_id
    return tuple(
        (fields[field_id], at, Place(sheet, address(*at))) for field_id, at in found.fields.items()
    )


def _struck(sheet: Sheet, found: labels.Located, struck: list[Position]) -> list[Remark]:
    """Remark upon figures that are struck out, or have digits that are."""
    if not struck:
        return []
    said = "”、“".join(shortened(sheet.cells[at].text) for at in struck[:_NAMED])
    words = {"name": "表里的数字", "cell": areas_text(struck), "raw": said}
    fields = tuple(found.figures[at] for at in struck)
    cells = tuple(address(*at) for at in struck)
    return [Remark(Notice.STRUCK, sheet.name, cells, fields, words)]


def _moved(edition: Edition, sheet: str, found: labels.Located) -> list[Remark]:
    """Remark upon figures that stand elsewhere than in the template."""
    if not found.moved:
        return []
    fields, cells = zip(*found.moved, strict=True)
    template = layout.places(edition.id)[fields[0]].cell
    words = {"count": str(len(cells)), "from": template, "to": cells[0]}
    return [Remark(Notice.MOVED, sheet, cells, fields, words)]
