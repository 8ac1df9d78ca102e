"""What lies over the cells of a sheet or is attached to them: text boxes, pictures, comments.

None of it is read into the report; a finding has to say that it is there. Sources: ECMA-376 Part 1,
20.5 (SpreadsheetML Drawing), 18.7 (Comments); [MS-XLSX] 2.6.205 (threaded comments).
"""

from collections.abc import Iterable
from itertools import islice

from govxlsx.addresses import Position, position
from govxlsx.workbook import vml, xml
from govxlsx.workbook.cells import Beside, BesideKind, unescape, whole
from govxlsx.workbook.package import Parts, targets

_LONGEST = 2000
"""So many characters of what stands beside are kept; it is quoted, not read."""

_MOST = 1000
"""So many things of one drawing are told of."""

_DRAWING = (
    "http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing",
    "http://purl.oclc.org/ooxml/drawingml/spreadsheetDrawing",
)
_WORDS = (
    "http://schemas.openxmlformats.org/drawingml/2006/main",
    "http://purl.oclc.org/ooxml/drawingml/main",
)
_INSTEAD = "http://schemas.openxmlformats.org/markup-compatibility/2006"
_THREADS = "http://schemas.microsoft.com/office/spreadsheetml/2018/threadedcomments"
_KINDS = {
    "pic": BesideKind.PICTURE,
    "graphicFrame": BesideKind.CHART,
    "contentPart": BesideKind.OBJECT,
}
_ALONE = {
    "image": BesideKind.PICTURE,
    "oleObject": BesideKind.OBJECT,
    "package": BesideKind.OBJECT,
    "control": BesideKind.OBJECT,
}
"""What a sheet may be related to by itself: a background, and objects that a drawing may show."""


def beside(parts: Parts, sheet: str, budget: xml.Budget) -> tuple[Beside, ...]:
    """Return what stands beside the cells of a sheet's part, in the order of the cells.

    Comments without words are left out. Raises UnusableWorkbookError (W104, W105).
    """
    related = targets(parts, sheet)
    found: list[Beside] = []
    for kind, look in (("drawing", _drawn), ("comments", _noted), ("threadedComment", _noted)):
        for part in related.of_kind(kind) if related is not None else ():
            if part in parts:
                found += look(parts.pieces(part), part, budget)
    for part in related.of_kind("vmlDrawing") if related is not None else ():
        if part in parts:
            found += vml.shapes(b"".join(islice(parts.pieces(part, vml.LIMIT), 1)))
    known = {each.kind for each in found}
    found += (
        Beside(kind, (0, 0), "")
        for name, kind in _ALONE.items()
        if kind not in known and related is not None and related.of_kind(name)
    )
    return tuple(sorted(dict.fromkeys(found), key=lambda each: each.at))


class _Collector:
    """Collects things with their words, each at a cell."""

    def __init__(self) -> None:
        self.found: list[Beside] = []
        self.kind: BesideKind | None = None
        self.at: Position | None = None
        self.words: list[str] = []
        self.length = 0
        self.catching = False

    def begin_words(self, _: dict[str, str]) -> None:
        self.catching = True

    def end_words(self) -> None:
        self.catching = False

    def text(self, text: str) -> None:
        if self.catching and self.length < _LONGEST:
            self.words.append(text)
            self.length += len(text)

    def end_line(self) -> None:
        if self.words:
            self.words.append("\n")

    def take(self) -> None:
        """Keep the thing at hand, and begin anew."""
        text = unescape("".join(self.words))[:_LONGEST].strip()
        if self.kind is not None and len(self.found) < _MOST:
            self.found.append(Beside(self.kind, self.at or (0, 0), text))
        self.words, self.length, self.kind = [], 0, None


class _Drawing(_Collector):
    """Collects what a drawing shows: of a group of things each, at the cell where it begins."""

    def __init__(self) -> None:
        super().__init__()
        self.corner: dict[str, list[str]] = {}
        self.digits: list[str] | None = None
        self.in_corner = False
        self.instead = self.filled = False

    def begin_corner(self, _: dict[str, str]) -> None:
        self.corner, self.in_corner = {"row": [], "col": []}, True

    def end_corner(self) -> None:
        row, column = (whole("".join(self.corner[each]).strip()) for each in ("row", "col"))
        self.at, self.in_corner = (max(row, 0), max(column, 0)), False

    def begin_digits(self, name: str) -> None:
        self.digits = self.corner[name] if self.in_corner else None

    def end_digits(self) -> None:
        self.digits = None

    def begin_absolute(self, _: dict[str, str]) -> None:
        self.at = (0, 0)

    def begin_thing(self, kind: BesideKind) -> None:
        self.kind = None if self.instead else kind

    def begin_shape(self, _: dict[str, str]) -> None:
        self.begin_thing(BesideKind.TEXT_BOX)
        self.filled = False

    def fill(self, _: dict[str, str]) -> None:
        self.filled = True

    def end_shape(self) -> None:
        """Take a shape with words or a picture in it; an arrow or a frame says nothing."""
        if not "".join(self.words).strip():
            self.kind = BesideKind.PICTURE if self.kind and self.filled else None
        self.take()

    def begin_instead(self, _: dict[str, str]) -> None:
        self.instead = True

    def end_instead(self) -> None:
        self.instead = False

    def text(self, text: str) -> None:
        if self.digits is not None and len(self.digits) < 12:
            self.digits.append(text)
        super().text(text)


def _drawn(pieces: Iterable[bytes], part: str, budget: xml.Budget) -> list[Beside]:
    """Return what a drawing shows."""
    drawing = _Drawing()
    starts: dict[str, xml.Start] = {
        "from": drawing.begin_corner,
        "absoluteAnchor": drawing.begin_absolute,
        "row": lambda _: drawing.begin_digits("row"),
        "col": lambda _: drawing.begin_digits("col"),
        "sp": drawing.begin_shape,
        **{name: _thing(drawing, kind) for name, kind in _KINDS.items()},
    }
    ends = {
        "from": drawing.end_corner,
        "row": drawing.end_digits,
        "col": drawing.end_digits,
        "sp": drawing.end_shape,
        **dict.fromkeys(_KINDS, drawing.take),
    }
    xml.parse(
        pieces,
        part,
        {
            **{f"{space} {name}": each for space in _DRAWING for name, each in starts.items()},
            **{f"{space} t": drawing.begin_words for space in _WORDS},
            **{f"{space} blip": drawing.fill for space in _WORDS},
            f"{_INSTEAD} Fallback": drawing.begin_instead,
        },
        {
            **{f"{space} {name}": each for space in _DRAWING for name, each in ends.items()},
            **{f"{space} t": drawing.end_words for space in _WORDS},
            **{f"{space} p": drawing.end_line for space in _WORDS},
            f"{_INSTEAD} Fallback": drawing.end_instead,
        },
        drawing.text,
        budget,
    )
    return drawing.found


def _thing(drawing: _Drawing, kind: BesideKind) -> xml.Start:
    return lambda _: drawing.begin_thing(kind)


class _Notes(_Collector):
    """Collects comments that hold words, by the cell that they are attached to."""

    def begin_note(self, attributes: dict[str, str]) -> None:
        try:
            self.at = position(attributes.get("ref", ""))
        except ValueError:
            self.at = None
        self.kind = BesideKind.COMMENT

    def end_note(self) -> None:
        if not "".join(self.words).strip():
            self.kind = None
        self.take()


def _noted(pieces: Iterable[bytes], part: str, budget: xml.Budget) -> list[Beside]:
    """Return comments, plain ones or threads."""
    notes = _Notes()
    starts: dict[str, xml.Start] = {"comment": notes.begin_note, "t": notes.begin_words}
    ends: dict[str, xml.End] = {"comment": notes.end_note, "t": notes.end_words}
    threads = {"threadedComment": notes.begin_note, "text": notes.begin_words}
    thread_ends = {"threadedComment": notes.end_note, "text": notes.end_words}
    xml.parse(
        pieces,
        part,
        {**xml.qualified(starts), **{f"{_THREADS} {name}": each for name, each in threads.items()}},
        {
            **xml.qualified(ends),
            **{f"{_THREADS} {name}": each for name, each in thread_ends.items()},
        },
        notes.text,
        budget,
    )
    return notes.found
