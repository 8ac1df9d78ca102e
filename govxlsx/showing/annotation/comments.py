"""Comments of a worksheet, and the boxes that they are shown in.

Source: ECMA-376 Part 1, 18.7 (Comments); Part 4, 19.1 (VML) and 19.4 (its spreadsheet data).
"""

from collections.abc import Mapping
from math import ceil

from lxml import etree

from govxlsx.addresses import Position, address
from govxlsx.patterns import regex
from govxlsx.showing.annotation.package import CopyPackage
from govxlsx.showing.annotation.sheet_list import MAIN, RELATION
from govxlsx.template.measure import units

_AUTHOR = "govxlsx"
_LIMIT = 8_000

_COMMENTS = "application/vnd.openxmlformats-officedocument.spreadsheetml.comments+xml"
_EMPTY = f'<comments xmlns="{MAIN[1:-1]}"><authors/><commentList/></comments>'
_AFTER = frozenset(
    (
        *("legacyDrawingHF", "drawingHF", "picture", "oleObjects", "controls", "webPublishItems"),
        *("tableParts", "extLst", "AlternateContent"),
    )
)
"""What follows the comments' drawing in a worksheet (CT_Worksheet)."""

_SPACE = "{http://www.w3.org/XML/1998/namespace}space"
_DRAWING = "application/vnd.openxmlformats-officedocument.vmlDrawing"

_WIDTH = 340
_LINE_UNITS = 48
_LINE_HEIGHT, _EDGE, _HIGHEST = 18, 18, 620
_VML = "{urn:schemas-microsoft-com:vml}"
_EXCEL = "{urn:schemas-microsoft-com:office:excel}"
_SPACES = (
    f'xmlns:v="{_VML[1:-1]}" xmlns:x="{_EXCEL[1:-1]}" '
    'xmlns:o="urn:schemas-microsoft-com:office:office"'
)
_NO_BOXES = (
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


def comment(
    package: CopyPackage, part: str, root: etree._Element, texts: Mapping[Position, str]
) -> None:
    """Add comments to the cells of a worksheet; what stands there already stays in front.

    ``part`` holds the worksheet, ``root`` is its XML.
    """
    related = package.targets(part)
    listed = related.first("comments")
    if listed not in package:
        listed = package.add("xl/comments{}.xml", _EMPTY.encode(), _COMMENTS)
        package.relate(part, "comments", listed)
    package.unrelate(part, "threadedComment")  # it would be shown in the comment's place
    whole = _entered(package, listed, texts)
    drawing = root.find(f"{MAIN}legacyDrawing")
    key = drawing.get(RELATION, "") if drawing is not None else ""
    shapes = related.by_id.get(key, ("", ""))[1]
    if shapes not in package:
        shapes = package.add("xl/drawings/commentsDrawing{}.vml", _NO_BOXES, _DRAWING)
        if drawing is None:
            drawing = _placed(root)
        drawing.set(RELATION, package.relate(part, "vmlDrawing", shapes))
    _draw(package.tree(shapes), whole)


def _placed(root: etree._Element) -> etree._Element:
    """Return an element for the drawing, put where it belongs in a worksheet."""
    made = root.makeelement(f"{MAIN}legacyDrawing")
    following = (
        each for each in root.iterchildren("{*}*") if etree.QName(each).localname in _AFTER
    )
    after = next(following, None)
    if after is None:
        root.append(made)
    else:
        after.addprevious(made)
    return made


def _entered(package: CopyPackage, part: str, texts: Mapping[Position, str]) -> dict[Position, str]:
    """Enter texts into the part of the comments; return each comment with what was there before."""
    root = package.tree(part)
    authors, listed = root.find(f"{MAIN}authors"), root.find(f"{MAIN}commentList")
    if authors is None or listed is None:
        raise LookupError("comments")
    held = {each.get("ref", ""): each for each in listed}
    author = ""
    found: dict[Position, str] = {}
    for at, text in texts.items():
        ref = address(*at)
        old = held.get(ref)
        if old is None:
            if not author:
                author = str(len(authors))
                etree.SubElement(authors, f"{MAIN}author").text = _AUTHOR
            old = etree.SubElement(listed, f"{MAIN}comment", {"ref": ref, "authorId": author})
            etree.SubElement(old, f"{MAIN}text")
        found[at] = _appended(old, text)
    return found


def _appended(comment: etree._Element, text: str) -> str:
    """Add a run of text to a comment; return the whole text.

    It ends its line: what a person types behind it stands on one of its own, and is told apart.
    """
    held = comment.find(f"{MAIN}text")
    if held is None:
        raise LookupError("text")
    for phonetic in (*held.findall(f"{MAIN}rPh"), *held.findall(f"{MAIN}phoneticPr")):
        held.remove(phonetic)  # nothing may follow it
    for plain in held.findall(f"{MAIN}t"):  # a text of one piece becomes a run
        run = held.makeelement(f"{MAIN}r")
        plain.addprevious(run)
        run.append(plain)
    before = "".join(each.text or "" for each in held.iterfind(f"{MAIN}r/{MAIN}t"))
    if before:
        text = f"\n\n{text}"
    run = etree.SubElement(held, f"{MAIN}r")
    added = etree.SubElement(run, f"{MAIN}t", {_SPACE: "preserve"})
    added.text = f"{text[: max(0, _LIMIT - len(before))]}\n"
    return f"{before}{added.text}".rstrip("\n")


def _draw(root: etree._Element, texts: Mapping[Position, str]) -> None:
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
