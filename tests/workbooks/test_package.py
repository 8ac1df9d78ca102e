"""Where programs put the parts of a workbook, and what lies beside the cells."""

import pytest

from govxlsx.workbook import Beside, BesideKind, Book, open_book
from workbooks import build
from workbooks.build import APPLICATIONS, BOOK, RELATIONSHIPS, SHEETS, part

ROOT = "_rels/.rels"
BASE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
LISTED = b"</sheets>"


def opened(data: bytes) -> Book:
    """Return a workbook with all its sheets."""
    return open_book(data, "年报.xlsx", lambda _: True, frozenset())


def at_the_root(data: bytes) -> bytes:
    parts = build.unpack(data)
    parts[ROOT] = parts[ROOT].replace(b"xl/workbook.xml", b"workbook.xml")
    types = "[Content_Types].xml"
    parts[types] = parts[types].replace(b"/xl/", b"/")
    return build.pack({name.removeprefix("xl/"): content for name, content in parts.items()})


def absolute_targets(data: bytes) -> bytes:
    return build.replaced(data, RELATIONSHIPS, b'Target="', b'Target="/xl/./')


def without_suffix(data: bytes) -> bytes:
    parts = build.unpack(data)
    name = part(APPLICATIONS)
    parts[name.removesuffix(".xml")] = parts.pop(name)
    file = name.removeprefix("xl/").encode()
    parts[RELATIONSHIPS] = parts[RELATIONSHIPS].replace(file, file.removesuffix(b".xml"))
    return build.pack(parts)


def module_sheets(data: bytes) -> bytes:
    more = b'<sheet name="Module1" sheetId="98" state="veryHidden" r:id=""/>'
    return build.replaced(data, BOOK, LISTED, more + b'<sheet name="M2" sheetId="99"/>' + LISTED)


def macro_sheet(data: bytes) -> bytes:
    more = b'<sheet name="Macro1" sheetId="98" state="veryHidden" r:id="m1"/>'
    related = f'<Relationship Id="m1" Type="{BASE}/xlMacrosheet" Target="macrosheets/a.xml"/>'
    data = build.replaced(data, BOOK, LISTED, more + LISTED)
    end = b"</Relationships>"
    return build.replaced(data, RELATIONSHIPS, end, related.encode() + end)


def odd_state(data: bytes) -> bytes:
    name = f'name="{APPLICATIONS}"'.encode()
    return build.replaced(data, BOOK, name, name + b' state="shown"')


def in_encoding(encoding: str, declared: str, data: bytes) -> bytes:
    def change(content: bytes) -> bytes:
        text = content.decode().replace('encoding="UTF-8"', f'encoding="{declared}"')
        return ("\ufeff" + text).encode(encoding)

    return build.edited(data, part(APPLICATIONS), change)


READ = {
    "at the root": at_the_root,
    "absolute targets": absolute_targets,
    "without suffix": without_suffix,
    "modules": module_sheets,
    "macro sheet": macro_sheet,
    "odd state": odd_state,
    "UTF-16LE": lambda data: in_encoding("utf-16-le", "UTF-16LE", data),
    "UTF-16BE": lambda data: in_encoding("utf-16-be", "utf-16be", data),
    "no content types": lambda data: build.pack(
        {name: each for name, each in build.unpack(data).items() if name[0] != "["}
    ),
    "no root relationships": lambda data: build.pack(
        {name: each for name, each in build.unpack(data).items() if name != ROOT}
    ),
}


@pytest.mark.parametrize("kind", READ)
def test_what_is_read_as_the_clean_file_is(kind: str) -> None:
    outcome = build.same(READ[kind](build.clean()))
    assert build.codes(outcome) == []


def beside(**parts: str) -> tuple[Beside, ...]:
    """Return what lies beside the cells of a sheet with these parts, by kind of relationship."""
    name = SHEETS[5]
    related = "".join(
        f'<Relationship Id="{kind}" Type="{BASE}/{kind}" Target="../x/{kind}.xml"/>'
        for kind in parts
    )
    space = "http://schemas.openxmlformats.org/package/2006/relationships"
    held = build.unpack(build.clean())
    file = part(name).rpartition("/")[2]
    held[f"xl/worksheets/_rels/{file}.rels"] = (
        f'<Relationships xmlns="{space}">{related}</Relationships>'.encode()
    )
    held |= {f"xl/x/{kind}.xml": content.encode() for kind, content in parts.items()}
    (sheet,) = (each for each in opened(build.pack(held)).sheets if each.name == name)
    return tuple(sheet.beside)


DRAWING = (
    '<d:wsDr xmlns:d="http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing"'
    ' xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"><d:twoCellAnchor>'
    "<d:from><d:col>1</d:col><d:colOff>0</d:colOff><d:row>6</d:row></d:from>"
    "<d:to><d:col>9</d:col><d:row>9</d:row></d:to>{}</d:twoCellAnchor></d:wsDr>"
)


def test_text_boxes_and_pictures_are_told() -> None:
    words = "<a:p><a:r><a:t>另收到</a:t></a:r><a:r><a:t>三件</a:t></a:r></a:p>"
    box = f"<d:sp><d:txBody>{words}</d:txBody></d:sp>"
    shown = DRAWING.format(f"<d:grpSp>{box}<d:pic/></d:grpSp>")
    assert beside(drawing=shown) == (
        Beside(BesideKind.TEXT_BOX, (6, 1), "另收到三件"),
        Beside(BesideKind.PICTURE, (6, 1), ""),
    )
    chart = DRAWING.format("<d:graphicFrame/>")
    assert beside(drawing=chart) == (Beside(BesideKind.CHART, (6, 1), ""),)
    assert beside(drawing=DRAWING.format("<d:sp/>")) == (), "neither words nor lines"
    assert beside() == ()


def test_comments_with_words_are_told() -> None:
    space = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    told = (
        f'<comments xmlns="{space}"><commentList><comment ref="B3"><text><r><t>请核</t></r>'
        '<r><t>对</t></r></text></comment><comment ref="A1"><text><t> </t></text></comment>'
        "</commentList></comments>"
    )
    assert beside(comments=told) == (Beside(BesideKind.COMMENT, (2, 1), "请核对"),)
    space = "http://schemas.microsoft.com/office/spreadsheetml/2018/threadedcomments"
    thread = (
        f'<ThreadedComments xmlns="{space}"><threadedComment ref="C4"><text>回复</text>'
        "</threadedComment></ThreadedComments>"
    )
    assert beside(threadedComment=thread) == (Beside(BesideKind.COMMENT, (3, 2), "回复"),)
