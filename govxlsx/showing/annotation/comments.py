"""Comments of a worksheet.

Source: ECMA-376 Part 1, 18.7 (Comments).
"""

from collections.abc import Mapping

from lxml import etree

from govxlsx.addresses import Position, address
from govxlsx.showing.annotation import boxes
from govxlsx.showing.annotation.package import CopyPackage
from govxlsx.showing.annotation.sheet_list import MAIN, RELATION

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
        shapes = package.add("xl/drawings/commentsDrawing{}.vml", boxes.EMPTY, boxes.TYPE)
        if drawing is None:
            drawing = _placed(root)
        drawing.set(RELATION, package.relate(part, "vmlDrawing", shapes))
    boxes.draw(package.tree(shapes), whole)


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
