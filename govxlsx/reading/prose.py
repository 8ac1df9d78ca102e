"""The sheets of words: narrative, basic information, explanations, the template's stamp."""

import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cache, lru_cache

from govxlsx.addresses import Place, Position, address
from govxlsx.form import layout
from govxlsx.patterns import regex
from govxlsx.reading import wording
from govxlsx.report.figure import Paragraph
from govxlsx.report.model import Explanation, Notice, Remark
from govxlsx.report.narrative import LEVELS, paragraphs
from govxlsx.text import label_key, shortened, trim
from govxlsx.workbook import Sheet

_NUMBERS = frozenset(("year", "postcode", "phone"))
"""Entries that may well be numbers."""

_LATIN = frozenset(("email", "website"))
"""Entries in which full-width letters and signs (＠) are typed by mistake, and mean the others."""

_NO_COLUMN = -1
_MERGES = 1000
"""So many merges are looked at; no sheet of the form has so many."""

_CODE = regex(r"(?<![A-Z0-9])[A-Z][0-9]{3}(?![0-9])")
_YEAR = regex(r"((?:19|20)\d\d)(?:年度?)?")
_LEVEL_OF = {label_key(name): level for name, level in LEVELS.items()}
_LONGEST_LEVEL = max(map(len, LEVELS)) + 1


@dataclass(slots=True)
class Words:
    """Which cells of a sheet were read, and what was noticed about those of text.

    ``unseen`` are those that hold something of which a person sees nothing, ``levels`` those where
    the level of a paragraph stands, and no level.
    """

    used: set[Position] = field(default_factory=set)
    remarks: list[Remark] = field(default_factory=list)
    unseen: list[Position] = field(default_factory=list)
    levels: set[Position] = field(default_factory=set)

    def read(self, sheet: Sheet, at: Position, name: str, *, number: bool = False) -> str:
        """Return what a cell of text says, and remark upon what is no text; ``name`` is its name.

        ``number`` tells that one belongs there. What a person does not see is not read: it is left
        to be told of as hidden.
        """
        cell = sheet.cells.get(at)
        if cell is None or is_hidden(sheet, at) or is_covered(sheet, at):
            return ""
        self.used.add(at)
        said = wording.of_cell(sheet, at, number=number)
        if said.notice is not None:
            words = {"name": name, "cell": address(*at), "raw": said.raw, "value": said.text}
            self.remarks.append(Remark(said.notice, sheet.name, (address(*at),), words=words))
        if cell.unseen and said.text:
            self.unseen.append(at)
        if cell.struck and said.text:
            words = {"name": name, "cell": address(*at), "raw": shortened(said.text)}
            self.remarks.append(Remark(Notice.STRUCK, sheet.name, (address(*at),), words=words))
        return said.text


def text_at(sheet: Sheet, at: Position) -> str:
    """Return a cell's text without white space around it, "" where there is none."""
    return wording.of_cell(sheet, at).text if at in sheet.cells else ""


def find_label(sheet: Sheet, *labels: str) -> Position | None:
    """Return the first cell (by row) that bears one of the labels."""
    headings = sheet.lettering().headings
    return min([headings[key] for key in _keys(labels) if key in headings], default=None)


@lru_cache(maxsize=64)
def _keys(labels: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(map(label_key, labels))


def place(sheet: Sheet, at: Position) -> Place:
    """Return the address of a position, by the sheet's visible name."""
    return _place(sheet.name, at)


@lru_cache(maxsize=4096)
def _place(name: str, at: Position) -> Place:
    return Place(name, address(*at))


def is_hidden(sheet: Sheet, at: Position) -> bool:
    """Tell whether a cell's row or column is hidden."""
    return at[0] in sheet.hidden_rows or at[1] in sheet.hidden_columns


def is_covered(sheet: Sheet, at: Position) -> bool:
    """Tell whether a cell lies inside a merged one, so that what it holds is not shown."""
    row, column = at
    for top, left, bottom, right in sheet.merges[:_MERGES]:
        if top <= row <= bottom and left <= column <= right and at != (top, left):
            return True
    return False


def _columns(sheet: Sheet, words: Words, *labels: str) -> tuple[int, list[int]] | None:
    """Return the header row and the columns of its labels; None where one is missing."""
    places = [find_label(sheet, label) for label in labels]
    found = [at for at in places if at is not None]
    if len(found) < len(labels):
        return None
    words.used.update(found)
    return max(row for row, _ in found), [column for _, column in found]


def read_narrative(sheet: Sheet, words: Words) -> list[Paragraph] | None:
    """Return a narrative sheet's paragraphs in order; None where the text's header is not found.

    Rows that are hidden or filtered out are not read. A level without text tells nothing; where
    the column of the levels was deleted, numbering alone tells them. What is longer than a level
    and has no text beside it is the text.
    """
    header = _columns(sheet, words, layout.LEVEL_LABEL, layout.TEXT_LABEL)
    if header is None:
        alone = _columns(sheet, words, layout.TEXT_LABEL)
        if alone is None:
            return None
        header = alone[0], [_NO_COLUMN, *alone[1]]
    top, (level_column, text_column) = header
    found: list[Paragraph] = []
    columns = (level_column, text_column)
    for row in sorted({row for row, column in sheet.cells if row > top and column in columns}):
        at, beside = (row, text_column), (row, level_column)
        level = None
        if said := text_at(sheet, beside):
            level = _LEVEL_OF.get(label_key(said))
            if level is None and len(said) > _LONGEST_LEVEL and not text_at(sheet, at):
                at = beside
            elif level is None:
                words.levels.add(beside)
            elif not is_hidden(sheet, beside):
                words.used.add(beside)
        text = words.read(sheet, at, f"“{layout.TEXT_LABEL}”")
        found.extend(paragraphs(text, level, place(sheet, at)))
    return found


def read_explanations(sheet: Sheet, words: Words) -> Iterator[Explanation]:
    """Yield the agency's explanations of warnings, row by row."""
    header = _columns(sheet, words, layout.CODE_LABEL, layout.EXPLANATION_LABEL)
    if header is None:
        return
    top, (code_column, text_column) = header
    for row in sorted({row for row, _ in sheet.cells if row > top}):
        code = words.read(sheet, (row, code_column), f"“{layout.CODE_LABEL}”")
        text = words.read(sheet, (row, text_column), f"“{layout.EXPLANATION_LABEL}”")
        if code or text:
            code = unicodedata.normalize("NFKC", code).upper()
            alone = _CODE.findall(code)  # the screen has the code beside a title
            code = alone[0] if len(alone) == 1 else code
            yield Explanation(code, text, place(sheet, (row, text_column)))


@dataclass(slots=True)
class Basics:
    """The entries of 基本信息 by interchange key, and where each of them stands."""

    values: dict[str, str] = field(default_factory=dict)
    places: dict[str, Place] = field(default_factory=dict)


def read_basics(sheet: Sheet, words: Words) -> Basics:
    """Read the entries by their labels; values stand in the column headed 填写内容."""
    basics = Basics()
    column = _value_column(sheet)
    for entry in layout.ENTRIES:
        label = find_label(sheet, entry.label, *entry.aliases)
        if label is None:
            continue
        at = (label[0], label[1] + 1 if column is None or column <= label[1] else column)
        words.used.add(label)
        if entry.key:
            number = entry.key in _NUMBERS
            said = words.read(sheet, at, f"“{entry.label}”", number=number)
            if entry.key in _LATIN:
                said = unicodedata.normalize("NFKC", said)
            basics.values[entry.key] = said
            basics.places[entry.key] = place(sheet, at)
        else:
            words.used.add(at)  # not for the report
    return basics


def _value_column(sheet: Sheet) -> int | None:
    """Return where entries stand: below 填写内容, else all in one column that is no hint's.

    None where there is no such column, or several.
    """
    header = find_label(sheet, layout.VALUE_LABEL)
    if header is not None:
        return header[1]
    names = (find_label(sheet, entry.label, *entry.aliases) for entry in layout.ENTRIES)
    beside = {at[0]: at[1] for at in names if at is not None}
    hints = _hints()
    filled = {
        at[1]
        for at, cell in sheet.cells.items()
        if at[0] in beside and at[1] > beside[at[0]]
        if trim(cell.text) and label_key(cell.text) not in hints
    }
    return filled.pop() if len(filled) == 1 else None


@cache
def _hints() -> frozenset[str]:
    return frozenset(label_key(entry.hint) for entry in layout.ENTRIES)


def year_of(text: str) -> int | None:
    """Return the year that a cell of 报告年度 says (2026, 2026年, 2026.0, 二〇二六), else None."""
    match = _YEAR.fullmatch(text.removesuffix(".0").replace(" ", "").translate(_DIGITS))
    return int(match[1]) if match else None


_DIGITS = str.maketrans("０１２３４５６７８９〇○零一二三四五六七八九", "0123456789000123456789")


def find_stamp(sheet: Sheet) -> Position | None:
    """Return where the template's version stamp stands, None where there is none."""
    return sheet.judged(
        layout.STAMP_LABEL, lambda: right_of(sheet, find_label(sheet, layout.STAMP_LABEL))
    )


def right_of(sheet: Sheet, label: Position | None) -> Position | None:
    """Return the first cell beside a label in its row."""
    if label is None:
        return None
    return min((at for at in sheet.cells if at[0] == label[0] and at[1] > label[1]), default=None)
