"""The boxes that comments are shown in.

Source: ECMA-376 Part 4, 19.1 (VML) and 19.4 (its spreadsheet data).
"""

from collections.abc import Mapping
from math import ceil

from lxml import etree

from govxlsx.addresses import Position
from govxlsx.patterns import regex
from govxlsx.template.measure import units

TYPE = "application/vnd.openxmlformats-officedocument.vmlDrawing"

_WIDTH = 340
_LINE_UNITS = 48
_LINE_HEIGHT, _EDGE, _HIGHEST = 18, 18, 620
_VML = "{urn:schemas-microsoft-com:vml}"
_EXCEL = "{urn:schemas-microsoft-com:office:excel}"
_SPACES = (
    f'xmlns:v="{_VML[1:-1]}" xmlns:x="{_EXCEL[1:-1]}" '
    'xmlns:o="urn:schemas-microsoft-com:office:office"'
)
EMPTY = (
    f'<xml {_SPACES}><o:shapelayout v:ext="edit">'
    '<o:idmap v:ext="edit" data="1"/></o:shapelayout></xml>'
).encode()
"""A drawing without boxes."""

_BOX = "_x0000_t202"
_SHAPE_TYPE = (
    f'<v:shapetype {_SPACES} id="{_BOX}" coordsize="21600,21600" o:spt="202" '
    'path="m,l,21600r21600,l21600,xe"><v:stroke joinstyle="miter"/>'
    '<v:path gradientshapeok="t" o:connecttype="rect"/></v:shapetype>'
)
_NUMBER = regex(r"_x0000_s(\d{1,9})")


def draw(root: etree._Element, texts: Mapping[Position, str]) -> None:
    """Put a box for each text into a drawing, in the place of the one that its cell had."""
    last, known = 0, False
    for each in list(root):
        told = each.get("id", "")
        numbered = _NUMBER.fullmatch(told)
        last = max(last, int(numbered[1]) if numbered else 0)
        known |= told == _BOX
        if each.tag == f"{_VML}shape" and _cell(each) in texts:
            root.remove(each)
    if not known:
        root.append(etree.fromstring(_SHAPE_TYPE))
    for number, (at, text) in enumerate(texts.items(), last + 1):
        root.append(etree.fromstring(_shape(number, at, text)))


def _cell(shape: etree._Element) -> Position | None:
    """Return the cell whose comment a shape shows, None for a shape that shows none."""
    row, column = (shape.findtext(f".//{_EXCEL}{each}", "") for each in ("Row", "Column"))
    return (int(row), int(column)) if row.isdigit() and column.isdigit() else None


def _shape(number: int, at: Position, text: str) -> str:
    """Return a box as large as its text."""
    lines = sum(max(1, ceil(units(line) / _LINE_UNITS)) for line in text.split("\n"))
    height = min(_HIGHEST, _EDGE + lines * _LINE_HEIGHT)
    return (
        f'<v:shape {_SPACES} id="_x0000_s{number:04d}" type="#{_BOX}" style="position:absolute;'
        f"margin-left:59.25pt;margin-top:1.5pt;width:{_WIDTH}px;height:{height}px;"
        'z-index:1;visibility:hidden" fillcolor="#ffffe1" o:insetmode="auto">'
        '<v:fill color2="#ffffe1"/><v:shadow color="black" obscured="t"/>'
        '<v:path o:connecttype="none"/><v:textbox style="mso-direction-alt:auto">'
        '<div style="text-align:left"></div></v:textbox><x:ClientData ObjectType="Note">'
        "<x:MoveWithCells/><x:SizeWithCells/><x:AutoFill>False</x:AutoFill>"
        f"<x:Row>{at[0]}</x:Row><x:Column>{at[1]}</x:Column></x:ClientData></v:shape>"
    )
