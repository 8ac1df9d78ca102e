"""One agency's annual report, as it was read from a workbook or from interchange data."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from functools import cached_property

from govxlsx.addresses import Place
from govxlsx.form.editions import edition_by_id
from govxlsx.form.editions.model import Edition
from govxlsx.personal import masked
from govxlsx.report.added import Added, add
from govxlsx.report.figure import Figure, Paragraph
from govxlsx.report.frames import Frames

KINDS = (
    "国务院部门",
    "省级人民政府",
    "设区的市或自治州人民政府",
    "县级人民政府",
    "政府办公厅（室）",
    "乡镇人民政府或街道办事处",
    "政府部门",
    "其他",
)
"""机关类别: the kinds of agency."""

GOVERNMENTS = frozenset(KINDS[1:4])
"""县级以上地方人民政府: their report is the sum of all bodies of their area."""

SCOPES = OWN, WHOLE_AREA = ("本机关", "本行政区域")
"""统计范围: a department reports itself, a government the sum of all bodies of its area."""

NARRATIVES = ("preamble", "overview", "problems", "other")
"""The interchange keys of the narrative, in the order of the document."""


@dataclass(frozen=True, slots=True)
class Agency:
    """The reporting agency as the sheet 基本信息 names it; "" where nothing is given."""

    name: str = ""
    kind: str = ""
    scope: str = ""
    website: str = ""
    address: str = ""
    postcode: str = ""
    phone: str = ""
    email: str = ""

    def __str__(self) -> str:
        return self.name

    @property
    def shown(self) -> str:
        """The name as it may be shown to anyone: a person's number in it is masked."""
        return masked(self.name)


@dataclass(frozen=True, slots=True)
class Explanation:
    """An agency's explanation of a warning, from the sheet 情况说明."""

    code: str
    text: str
    at: Place | None = None


class Notice(StrEnum):
    """What a reader noticed about its source; rules make findings of it.

    W1 of what a workbook is like, I1 (the last ones) of what a published report is like.
    """

    SHEET_MISSING = "sheet missing"
    SHEET_TWICE = "sheet twice"
    SHEET_RENAMED = "sheet renamed"
    LABEL_MISSING = "label missing"
    LABEL_TWICE = "label twice"
    MOVED = "moved"
    SHIFTED = "figures beside their columns"
    UNREAD = "unread cells"
    SIGNED = "signatures and dates beside the tables"
    HIDDEN = "hidden content"
    TEXT_ERROR = "error value in a text cell"
    TEXT_UNCALCULATED = "formula without result in a text cell"
    TEXT_PICTURE = "picture in a text cell"
    TEXT_SHOWN = "number or date in a text cell, as it is shown"
    STRUCK = "struck-out text"
    SHOWN_OTHERWISE = "figures shown as other numbers"
    UNSEEN = "nothing to be seen of filled cells"
    BESIDE = "text boxes, pictures beside the cells"
    COMMENTS = "comments"
    TEXT_UNCLEAR = "number or date in a text cell, not plain"
    MERGED = "merged figures"
    STAMP_MISSING = "stamp missing"
    STAMP_OLDER = "stamp older"
    STAMP_NEWER = "stamp newer"
    WRONG_EDITION = "wrong edition"
    YEAR_UNREAD = "year unread"
    COPY = "annotated copy"
    MACROS = "macros"
    LINKS = "external links"
    ROW_UNREAD = "row unread"
    ROW_MISSING = "row missing"
    TABLE_MISSING = "table missing"
    TABLE_REFUSED = "table refused"
    VALUE_UNREAD = "value unread"
    PART_MISSING = "part missing"
    LABEL_ALIKE = "label alike"
    HYBRID = "one row for three"
    COLUMN_OTHERWISE = "column called otherwise"
    COLUMNS_ELSEWHERE = "columns elsewhere"
    ROWS_ELSEWHERE = "rows elsewhere"
    ROW_TWICE = "row twice"
    SUM_BROKEN = "sum broken"
    UNIT_CONVERTED = "unit converted"
    OTHER_EDITION = "other edition"
    OTHER_YEAR = "other year"
    AGENCY_UNTOLD = "agency untold"
    FIGURES_BLANK = "figures blank"


class Unread(StrEnum):
    """Which cells nobody reads: the word ``kind`` of a remark upon UNREAD."""

    CELLS = "cells of a sheet of the form"
    ROWS = "rows of a table that the form does not have"
    COLUMNS = "columns of a table that the form does not have"
    LOST = "cells of a table whose labels were not found"
    LEVELS = "no level, where the level of a paragraph stands"
    SHEET = "a sheet that is none of the form's"
    SHEETS = "several of these"


@dataclass(frozen=True, slots=True)
class Remark:
    """One thing the reader noticed: where, and the words that its message needs."""

    notice: Notice
    sheet: str = ""
    cells: tuple[str, ...] = ()
    fields: tuple[str, ...] = ()
    words: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True)
class Report:
    """A report: flat figures by field id, narrative by part, and where each of them stands.

    ``figures`` holds every field of the edition. ``narrative`` has the keys of NARRATIVES, each a
    tuple of paragraphs. ``notes`` has the numerals 二 三 四 where a 备注 is given. ``basics`` tells
    where the entries of the sheet 基本信息 stand, by interchange key ("name", "year", …).
    """

    edition: str
    year: int | None
    agency: Agency
    figures: Mapping[str, Figure]
    narrative: Mapping[str, tuple[Paragraph, ...]] = field(default_factory=dict)
    notes: Mapping[str, Paragraph] = field(default_factory=dict)
    explanations: tuple[Explanation, ...] = ()
    basics: Mapping[str, Place] = field(default_factory=dict)
    remarks: tuple[Remark, ...] = ()
    source: str = ""
    sha256: str = ""

    @property
    def form(self) -> Edition:
        """The edition that the report is made on."""
        return edition_by_id(self.edition)

    def added(self, *fields: str) -> Added:
        """Return the sum of figures; a total left blank is read as the sum of its parts."""
        return add(self.form, self.figures, fields)

    @cached_property
    def printed(self) -> Mapping[str, str]:
        """Each figure as documents print it, by field id, in the form's order."""
        figures = self.figures
        return {field_id: figures[field_id].text for field_id in self.form.field_by_id}

    @cached_property
    def frames(self) -> Frames:
        """The report as pandas frames: disclosure, applications, proceedings and narrative.

        Rows and columns of the first three are ids; the cells are int, Decimal or None.
        """
        return Frames(self.form, self.figures, self.narrative)
