"""The styles of the document: the few that it uses, and nothing else.

Sizes are half-points: 44 is 2号 (22 pt), 32 is 3号 (16 pt), 28 is 4号, 24 is 小四, 21 is 五号.
Source: GB/T 9704-2012, 5.2.2 and 7.3.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from govxlsx.word import fonts, page
from govxlsx.word.fonts import Face, run_fonts
from govxlsx.word.ooxml import Xml, element, off, on

TITLE = "Title"
BODY = "BodyText"
HEADINGS = {1: "Heading1", 2: "Heading2", 3: "Heading3"}
INLINE = "Heading2Char"
NOTE = "TableNote"
LABEL, HEAD, FIGURE = "TableLabel", "TableHead", "TableFigure"
HEADER, FOOTER = "Header", "Footer"

TITLE_SIZE = 44
TABLE_SIZE = 21
TABLE_LINE = 240
"""The exact line of table text of the usual size: 12 pt, so that part three fits one page."""

NOTE_LINE = 320
"""The line of a note below a table, 16 pt."""

TITLE_GAP = 120
"""What keeps a table off the title of its part, 6 pt."""

LABEL_INDENT = 24
"""What keeps a row's label off the line at its left, 1.2 pt."""

LABEL_TIGHTENING = -4
"""The form's longest labels fit their columns when they are 0.2 pt a character tighter."""


@dataclass(frozen=True, slots=True)
class _Style:
    """A paragraph style: face, size, exact line and tightening, alignment, first line's indent."""

    id: str
    name: str
    face: Face
    size: int = 32
    line: int = page.LINE
    tightening: int = 0
    align: str = "both"
    indent: Mapping[str, int] = field(default_factory=dict)
    outline: int = 0
    follower: str = ""
    link: str = ""
    after: int = 0
    colour: str = ""


_TEXT = page.TIGHTENING
_TABLE = (fonts.BODY, TABLE_SIZE, TABLE_LINE)
_TWO = {"firstLineChars": 200, "firstLine": page.INDENT}
_STYLES = (
    _Style(TITLE, "Title", fonts.TITLE, TITLE_SIZE, align="center", follower=BODY, after=page.LINE),
    _Style(BODY, "Body Text", fonts.BODY, tightening=_TEXT, indent=_TWO),
    _Style("Heading1", "heading 1", fonts.FIRST, tightening=_TEXT, indent=_TWO, outline=1),
    _Style(
        "Heading2", "heading 2", fonts.SECOND, tightening=_TEXT, indent=_TWO, outline=2, link=INLINE
    ),
    _Style("Heading3", "heading 3", fonts.BODY, tightening=_TEXT, indent=_TWO, outline=3),
    _Style(NOTE, "表注", fonts.BODY, TABLE_SIZE, line=NOTE_LINE),
    _Style(LABEL, "表格项目", *_TABLE, LABEL_TIGHTENING, "left", {"left": LABEL_INDENT}),
    _Style(HEAD, "表格标题", *_TABLE, LABEL_TIGHTENING, "center"),
    _Style(FIGURE, "表格数字", *_TABLE, align="center"),
    _Style(HEADER, "header", fonts.FIRST, 52, line=600, align="center", colour="C00000"),
    _Style(FOOTER, "footer", fonts.NUMBER, 28, page.NUMBER_LINE, align="left"),
)


def _characters(style: _Style) -> Iterator[Xml]:
    yield run_fonts(style.face)
    yield off("snapToGrid")
    if style.colour:
        yield element("color", val=style.colour)
    if style.tightening:
        yield element("spacing", val=style.tightening)
    yield element("sz", val=style.size)
    yield element("szCs", val=style.size)


def _lines(style: _Style) -> Iterator[Xml]:
    if style.outline:
        yield on("keepNext")
    if style.id == NOTE:
        yield on("widowControl")
    if style.line == TABLE_LINE:
        yield off("autoSpaceDE")
        yield off("autoSpaceDN")
    yield off("snapToGrid")
    yield element("spacing", before=0, after=style.after, line=style.line, lineRule="exact")
    if style.indent:
        yield element("ind", **style.indent)
    if style.after:
        yield on("contextualSpacing")
    yield element("jc", val=style.align)
    if style.outline:
        yield element("outlineLvl", val=style.outline - 1)


def _content(style: _Style) -> Iterator[Xml]:
    yield element("name", val=style.name)
    yield element("basedOn", val="Normal")
    follower = style.follower or (BODY if style.outline else "")
    if follower:
        yield element("next", val=follower)
    if style.link:
        yield element("link", val=style.link)
    yield on("qFormat")
    yield element("pPr", *_lines(style))
    yield element("rPr", *_characters(style))


def _defaults() -> Iterator[Xml]:
    language = element("lang", val="en-US", eastAsia="zh-CN", bidi="ar-SA")
    size = [element(name, val=32) for name in ("sz", "szCs")]
    yield element(
        "docDefaults",
        element("rPrDefault", element("rPr", run_fonts(fonts.BODY), *size, language)),
        element("pPrDefault"),
    )
    yield element(
        "style",
        element("name", val="Normal"),
        on("qFormat"),
        element(
            "pPr",
            off("widowControl"),
            element("kinsoku", val=1),
            off("overflowPunct"),
            element("jc", val="both"),
        ),
        element("rPr", run_fonts(fonts.BODY), element("sz", val=32), element("szCs", val=32)),
        type="paragraph",
        default=1,
        styleId="Normal",
    )
    for kind, style_id, name in (
        ("character", "DefaultParagraphFont", "Default Paragraph Font"),
        ("table", "TableNormal", "Normal Table"),
        ("numbering", "NoList", "No List"),
    ):
        yield element(
            "style",
            element("name", val=name),
            element("uiPriority", val=99),
            on("semiHidden"),
            on("unhideWhenUsed"),
            type=kind,
            default=1,
            styleId=style_id,
        )


def styles() -> Iterator[Xml]:
    """Yield the content of the styles part: defaults first, then each style."""
    yield from _defaults()
    for style in _STYLES:
        yield element("style", *_content(style), type="paragraph", styleId=style.id)
    yield element(
        "style",
        element("name", val="Heading 2 Char"),
        element("basedOn", val="DefaultParagraphFont"),
        element("link", val=HEADINGS[2]),
        element("rPr", run_fonts(fonts.SECOND)),
        type="character",
        customStyle=1,
        styleId=INLINE,
    )
