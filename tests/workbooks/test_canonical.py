"""The regular expressions read what the parser reads, or nothing."""

import re
from io import BytesIO

import pytest
from hypothesis import given
from hypothesis import strategies as st
from openpyxl import Workbook, load_workbook
from properties import examples

from govxlsx.workbook import canonical
from workbooks import build, readers
from workbooks.build import APPLICATIONS, BOTH, SHEETS

SPACE = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
HEAD = f'<?xml version="1.0" encoding="UTF-8"?>\n<worksheet xmlns="{SPACE}">'
STRINGS = ["甲", "", "乙 "]


def sheet(rows: str, head: str = HEAD, tail: str = "</worksheet>") -> bytes:
    return f"{head}<sheetData>{rows}</sheetData>{tail}".encode()


@BOTH
def test_the_template_and_what_programs_make_of_it_are_in_the_usual_form(edition: str) -> None:
    data = build.clean(edition)
    book = load_workbook(BytesIO(data))
    saved = BytesIO()
    book.save(saved)
    for each in (data, build.without_totals(edition), saved.getvalue()):
        assert readers.all_usual(each) == []
        readers.assert_both_agree(each)


USUAL = {
    "Excel": '<row r="1" spans="1:3" ht="15" thickBot="1"><c r="A1" s="1" t="s"><v>0</v></c>'
    '<c r="B1" s="1"/><c r="C1"><v>1.5E-3</v></c></row>'
    '<row r="3"><c r="A3" t="b"><v>1</v></c></row>',
    "LibreOffice": '<row r="1" customFormat="false" ht="12.8" hidden="true" customHeight="false"'
    ' outlineLevel="0" collapsed="false"><c r="A1" s="1" t="n"><v>12</v></c>'
    '<c r="B1" s="2"><f aca="false">SUM(A1:A2)</f><v>12</v></c></row>',
    "openpyxl": '<row r="1"><c r="A1"><f>A2&amp;"&lt;"</f><v/></c>'
    '<c r="B1" t="inlineStr"><is><t>a_x000D_b &amp; c</t></is></c></row>',
    "no calculation": '<row r="2"><c r="A2"><f>A1</f><v></v></c>'
    '<c r="C2" t="e"><v>#REF!</v></c></row>',
    "shared formula": '<row r="2"><c r="A2"><f t="shared" si="0"/><v>2</v></c>'
    '<c r="B2"><f t="shared" ref="B2:B3" si="1">A2</f><v>7</v></c></row>',
    "text of a formula": '<row r="2"><c r="A2" t="str"><f>A1</f><v> 甲 </v></c></row>',
    "dates": '<row r="2"><c r="A2" s="2"><v>45717</v></c>'
    '<c r="B2" t="d"><v>2024-01-01</v></c></row>',
    "rows without cells": '<row r="1"/><row r="2" ht="15"></row><row r="3"><c r="A3" s="1"/></row>'
    '<row r="4"><c r="A4" s="1"/><c r="B4"><v>1</v></c><c r="C4" s="1"/></row><row r="5"/>',
    "empty strings": '<row r="1"><c r="A1" t="s"><v>1</v></c><c r="B1" t="s"></c><c r="C1" t="str">'
    "<v></v></c></row>",
    "spaces": '<row r="1"><c r="A1" t="inlineStr"><is><t xml:space="preserve"> \n\t</t></is></c>'
    '<c r="B1"><v> 5 </v></c><c r="C1"><v>  </v></c></row>',
    "references": '<row r="1"><c r="A1" t="str"><v>&#30002;&#x4E59;&#13;&amp;#65;&#128512;</v></c>'
    '<c r="B1"><f>IF(A1&#60;1,"&quot;",2)</f><v>&#49;</v></c></row>',
    "formats": '<row r="1"><c r="A1" s="3"><v>1</v></c><c r="B1" s="3"><v>0.5</v></c></row>',
    "struck out": '<row r="1"><c r="A1" s="4" t="s"><v>0</v></c><c r="B1" s="4"><v>1</v></c></row>',
    "Excel's metadata": '<row r="1"><c r="A1" t="e" vm="1"><v>#VALUE!</v></c>'
    '<c r="B1" cm="1"><f t="array" ref="B1">A1</f><v>1</v></c></row>',
    "a space before the end": '<row r="1" ht="3" /><row r="2"><c r="A2" s="1" /><c r="B2" t="n" />'
    '<c r="C2" t="n"></c><c r="D2"><f>A1</f><v /></c></row>',
    "value of text, text of a value": '<row r="1"><c r="A1" t="inlineStr"><v>a</v></c>'
    '<c r="B1"><is><t>1</t></is></c><c r="C1" t="s"><is><t>0</t></is></c></row>',
    "no rows": "",
}


@pytest.mark.parametrize("kind", USUAL)
def test_what_is_usual_is_read_as_the_parser_reads_it(kind: str) -> None:
    content = sheet(USUAL[kind])
    scan, parse = readers.scanned(content, STRINGS), readers.parsed(content, STRINGS)
    assert scan is not None
    assert parse is not None
    assert readers.same(scan, parse)


def test_merges_hidden_columns_and_extensions_around_the_cells() -> None:
    head = HEAD[:-1] + ' xmlns:x14ac="urn:x"><cols><col min="2" max="3" hidden="1"/></cols>'
    tail = '<mergeCells><mergeCell ref="A1:B2"/></mergeCells></worksheet>'
    content = sheet('<row r="1" x14ac:dyDescent="0.2"><c r="A1"><v>1</v></c></row>', head, tail)
    scan = readers.scanned(content, [])
    assert scan is not None
    assert scan.hidden_columns == {1, 2}
    assert scan.merges == [(0, 0, 1, 1)]
    readers.assert_agree(content, [])


ODD = {
    "comment": '<row r="1"><!-- --><c r="A1"><v>1</v></c></row>',
    "comment around": '<!--<row r="1"><c r="A1"><v>1</v></c></row>-->',
    "CDATA": '<row r="1"><c r="A1" t="str"><v><![CDATA[1]]></v></c></row>',
    "reference to no character": '<row r="1"><c r="A1" t="str"><v>&#0;</v></c></row>',
    "reference to a surrogate": '<row r="1"><c r="A1" t="str"><v>&#xD800;</v></c></row>',
    "reference beyond Unicode": '<row r="1"><c r="A1" t="str"><v>&#x110000;</v></c></row>',
    "ampersand": '<row r="1"><c r="A1" t="str"><v>a & b</v></c></row>',
    "unknown entity": '<row r="1"><c r="A1" t="str"><v>&x;</v></c></row>',
    "end of CDATA": '<row r="1"><c r="A1" t="str"><v>]]></v></c></row>',
    "control character": '<row r="1"><c r="A1" t="str"><v>\x01</v></c></row>',
    "control character beside": '<row r="1" ht="\x01"><c r="A1"><v>1</v></c></row>',
    "carriage return": '<row r="1"><c r="A1" t="str"><v>a\r\nb</v></c></row>',
    "no character": '<row r="1"><c r="A1" t="str"><v>\uffff</v></c></row>',
    "prefix": '<x:row r="1"><c r="A1"><v>1</v></c></x:row>',
    "other attribute": '<row r="1"><c r="A1" x="1"><v>1</v></c></row>',
    "attribute twice": '<row r="1"><c r="A1" s="1" s="2"><v>1</v></c></row>',
    "attribute of a row twice": '<row r="1" ht="1" ht="2"><c r="A1"><v>1</v></c></row>',
    "prefix not declared": '<row r="1" x14ac:dyDescent="0.2"><c r="A1"><v>1</v></c></row>',
    "no address": "<row><c><v>1</v></c></row>",
    "other row": '<row r="1"><c r="A2"><v>1</v></c></row>',
    "far row": '<row r="1048577"><c r="A1048577"><v>1</v></c></row>',
    "far column": '<row r="1"><c r="XFE1"><v>1</v></c></row>',
    "one cell twice": '<row r="1"><c r="A1"><v>1</v></c><c r="A1"><v>1</v></c></row>',
    "row in a row": '<row r="1"><row r="2"><c r="A2"><v>1</v></c></row></row>',
    "row not closed": '<row r="1"><c r="A1"><v>1</v></c>',
    "row closed twice": '<row r="1"/></row>',
    "cell without row": '<c r="A1"><v>1</v></c>',
    "cell after its row": '<row r="1"/><c r="A1"><v>1</v></c>',
    "formula not closed": '<row r="1"><c r="A1"><f><v>1</v></c></row>',
    "formula closed twice": '<row r="1"><c r="A1"><f/>1</f><v>1</v></c></row>',
    "cell closed twice": '<row r="1"><c r="A1"/><v>1</v></c></row>',
    "rich text": '<row r="1"><c r="A1" t="inlineStr"><is><r><t>a</t></r></is></c></row>',
    "no such string": '<row r="1"><c r="A1" t="s"><v>3</v></c></row>',
    "string of another script": '<row r="1"><c r="A1" t="s"><v>１</v></c></row>',
    "two values": '<row r="1"><c r="A1"><v>1</v><v>1</v></c></row>',
    "value and text": '<row r="1"><c r="A1"><v>1</v><is><t>1</t></is></c></row>',
    "extension": '<row r="1"><c r="A1"><v>1</v><extLst><ext><v>2</v></ext></extLst></c></row>',
    "text formula without value": '<row r="1"><c r="A1" t="str"><f>B1</f></c></row>',
    "text and value": '<row r="1"><c r="A1"><is><t>1</t></is><v>1</v></c></row>',
    "value closed as text": '<row r="1"><c r="A1"><v>1</t></is></c></row>',
    "what stands for a value": '<row r="1"><c r="A1"><v>\0</v></c></row>',
    "what stands for a value alone": '<row r="1"><c r="A1" t="s"><v>0</v></c>'
    '<c r="B1" t="b">\0</c><c r="C1"><f>A1</f></c></row>',
    "value in an attribute": '<row r="1" ht="<v>1</v>"><c r="A1" s="<v>1</v>"/></row>',
    "text between": '<row r="1">x<c r="A1"><v>1</v></c></row>',
}


@pytest.mark.parametrize("kind", ODD)
def test_what_is_odd_is_left_to_the_parser(kind: str) -> None:
    assert readers.scanned(sheet(ODD[kind]), STRINGS) is None


AROUND = {
    "DOCTYPE": (HEAD.replace("<worksheet", "<!DOCTYPE x><worksheet"), "</worksheet>"),
    "comment before": (HEAD + "<!--", "--></worksheet>"),
    "other namespace": (HEAD.replace("main", "other"), "</worksheet>"),
    "other encoding": (HEAD.replace("UTF-8", "ISO-8859-1"), "</worksheet>"),
    "UTF-7": (HEAD.replace("UTF-8", "UTF-7"), "</worksheet>"),
    "not closed": (HEAD, ""),
    "wrongly closed": (HEAD + "<cols>", "</worksheet>"),
    "cells before": (HEAD + '<row r="9"><c r="A9"><v>1</v></c></row>', "</worksheet>"),
    "cells behind": (HEAD, '<row r="9"><c r="A9"><v>1</v></c></row></worksheet>'),
    "empty cell behind": (HEAD, '<c r="B1" s="1"/></worksheet>'),
    "rest": (HEAD, "</worksheet>x"),
}


@pytest.mark.parametrize("kind", AROUND)
def test_odd_surroundings_are_left_to_the_parser(kind: str) -> None:
    content = sheet('<row r="1"><c r="A1"><v>1</v></c></row>', *AROUND[kind])
    assert readers.scanned(content, STRINGS) is None


def prefixed(content: bytes) -> bytes:
    """Return a part as programs write it that put a prefix before all names."""
    return re.sub(rb"<(/?)([a-z])", rb"<\1x:\2", content).replace(b"xmlns=", b"xmlns:x=")


def test_a_prefix_before_all_names_makes_no_difference() -> None:
    package = build.unpack(build.clean())
    strings = prefixed(package[build.STRINGS])
    assert canonical.read_strings(strings) == readers.parsed_strings(strings)
    for name in map(build.part, SHEETS):
        content = prefixed(package[name])
        assert readers.scanned(content, ["甲"] * 1000) is not None
        readers.assert_agree(content, ["甲"] * 1000)


@pytest.mark.parametrize(
    "damage",
    [
        ("<x:row", "<row"),
        ("</x:c>", "</c>"),
        ("<x:sheetData>", '<x:sheetData xmlns:x="other">'),
        ("<x:sheetData>", '<x:sheetData xmlns="other">'),
        ("<x:row ", '<x:row x:r="2" '),
        ("<x:v>", "<x:v><![CDATA["),
        ("xmlns:x", "xmlns:y"),
    ],
)
def test_half_a_prefix_is_left_to_the_parser(damage: tuple[str, str]) -> None:
    content = prefixed(sheet('<row r="1"><c r="A1"><v>1</v></c></row>')).decode()
    assert readers.scanned(content.replace(*damage).encode(), STRINGS) is None


VIEWS = (
    '<sheetViews><sheetView {} workbookViewId="0"><pane ySplit="4" topLeftCell="A{}" '
    'state="split"/><selection pane="bottomLeft" activeCell="B{}" sqref="B{}"/></sheetView>'
    "</sheetViews>"
)


def test_where_a_person_stood_last_tells_no_sheet_from_another() -> None:
    row = '<row r="1" ht="{}"><c r="A1" t="s"><v>0</v></c><c r="B1"><v>1</v></c></row>'
    contents = [
        sheet(row.format(at), HEAD + VIEWS.format('tabSelected="1"' * (at % 2), at, at, at))
        for at in (5, 6, 7)
    ]
    scans = [readers.scanned(content, STRINGS) for content in contents]
    assert len({id(each.lettering()) for each in scans if each is not None}) == 1
    for content in contents:
        readers.assert_agree(content, STRINGS)


@pytest.mark.parametrize(
    "damage",
    [
        ("<pane", "<pane a"),
        ("state=", "ySplit="),
        ("</sheetView>", ""),
        ('sqref="', 'sqref="<'),
        ("<selection", "&x;<selection"),
        ("<sheetViews>", "<!-- <sheetViews>"),
        ("<sheetViews>", '<sheetPr a="<sheetViews>'),
        ("<sheetView ", '<sheetView xmlns:x14ac="urn:x" '),
        ("<selection", '<row r="9"><c r="A9"><v>1</v></c></row><selection'),
    ],
)
def test_damage_there_is_left_to_the_parser(damage: tuple[str, str]) -> None:
    row = '<row r="1" x14ac:dyDescent="0.2"/>' if "x14ac" in damage[1] else '<row r="1"/>'
    content = sheet(row, HEAD + VIEWS.format("", 5, 5, 5).replace(*damage))
    assert readers.scanned(content, STRINGS) is None


def test_time_is_in_proportion_to_the_text() -> None:
    row = '<row r="{0}" ht="15"><c r="A{0}" s="1"/><c r="B{0}" s="1"/></row>'
    rows = "".join(row.format(number) for number in range(1, 15_000))
    cells = "".join(f'<c r="{"ABC"[number % 3]}1" s="1"/>' for number in range(40_000))
    for content in (rows, f'<row r="1">{cells}</row>', "<row r=" * 100_000, "<c r=" * 100_000):
        readers.assert_agree(sheet(content), [])


STRING_ITEMS = {
    "plain": ("<si><t>a</t></si><si><t/></si>", ["a", ""]),
    "spaces": ('<si><t xml:space="preserve"> a\n</t></si>', [" a\n"]),
    "escapes": ("<si><t>&lt;_x0041_&amp;amp;</t></si>", ["<A&amp;"]),
    "phonetic": ('<si><t>甲</t><phoneticPr fontId="1" type="noConversion"/></si>', ["甲"]),
    "rich text": (
        '<si><r><t>a</t></r><r><rPr><b val="true"/><color rgb="FF000000" tint="0.5"/>'
        '<rFont val="宋体"/></rPr><t xml:space="preserve"> &amp;</t></r></si>',
        ["a &"],
    ),
    "raised": ('<si><r><rPr><vertAlign val="superscript"/></rPr><t>1</t></r></si>', None),
    "struck out": ("<si><r><rPr><strike/></rPr><t>1</t></r></si>", None),
    "attribute of a run twice": ('<si><r><rPr><b val="1" val="1"/></rPr><t>1</t></r></si>', None),
    "guide": ("<si><t>甲</t><rPh><t>j</t></rPh></si>", None),
    "comment": ("<si><!-- --><t>a</t></si>", None),
    "not closed": ("<si><t>a</t>", None),
}


@pytest.mark.parametrize("kind", STRING_ITEMS)
def test_shared_strings(kind: str) -> None:
    items, expected = STRING_ITEMS[kind]
    content = f'<sst xmlns="{SPACE}" count="3" uniqueCount="2">{items}</sst>'.encode()
    assert canonical.read_strings(content) == expected
    if expected is not None:
        assert readers.parsed_strings(content) == expected


TAG = re.compile(rb"<[^>]*>|[^<]+")
BITS = [
    *(b"<", b">", b"/>", b"</c>", b"<c>", b"</row>", b'"', b"&", b"&amp;", b"]]>", b"<!--", b"-->"),
    *(b"&#0;", b"<![CDATA[", b"<?x?>", b"\x00", b"\xff", b"\xed\xa0\x80", b"\r", b"\x0b", b" "),
    *(
        b' t="s"',
        b' t="e"',
        b' t="b"',
        b' t="d"',
        b' t="str"',
        b' r="A1"',
        b' s="2"',
        b"\xef\xbf\xbf",
    ),
    *(b"-1", b"0", b"99999", b"1E308", b"_x000B_", b"2147483648", b"XFD1048576", b' hidden="1"'),
    *(b"<f>A1</f>", b"<f/>", b"<v/>", b"<v>1</v>", b"<is><t>x</t></is>", b'<row r="3"/>', b"xmlns"),
    *("１２".encode(), "甲".encode(), b"<!DOCTYPE x>", b"</sheetData>", b"<sheetData>"),
]


@examples(300)
@given(data=st.data(), name=st.sampled_from(SHEETS[1:6]))
def test_whatever_is_done_to_a_sheet_both_readers_agree(data: st.DataObject, name: str) -> None:
    package = build.unpack(build.clean())
    strings = readers.parsed_strings(package[build.STRINGS])
    assert strings is not None
    pieces = TAG.findall(package[build.part(name)])
    for _ in range(data.draw(st.integers(1, 3))):
        place = data.draw(st.integers(0, len(pieces) - 1))
        change = data.draw(st.sampled_from(("drop", "repeat", "swap", "before", "inside")))
        bit, other = data.draw(st.sampled_from(BITS)), data.draw(st.integers(0, len(pieces) - 1))
        piece = pieces[place]
        cut = data.draw(st.integers(0, len(piece)))
        pieces[place] = {
            "drop": b"",
            "repeat": piece * 2,
            "swap": pieces[other],
            "before": bit + piece,
            "inside": piece[:cut] + bit + piece[cut:],
        }[change]
    readers.assert_agree(b"".join(pieces), strings)


@pytest.mark.parametrize("name", SHEETS[1:6])
def test_a_declaration_in_the_middle_is_told_by_both(name: str) -> None:
    package = build.unpack(build.clean())
    strings = readers.parsed_strings(package[build.STRINGS])
    assert strings is not None
    pieces = TAG.findall(package[build.part(name)])
    for place in range(2, len(pieces)):
        content = b"".join((*pieces[:place], pieces[0], *pieces[place + 1 :]))
        assert readers.scanned(content, strings) is None
        assert readers.parsed(content, strings) is None


def test_a_formula_of_the_template_is_read_by_both() -> None:
    def change(book: Workbook) -> None:
        book[APPLICATIONS]["J6"] = '=IF(A1<>"", SUM(D6:I6), 0)'

    data = build.changed(build.clean(), change)
    assert readers.all_usual(data) == []
    readers.assert_both_agree(data)


def test_sheets_that_differ_in_their_values_share_no_cell() -> None:
    row = '<row r="1"><c r="A1" t="s"><v>%s</v></c><c r="B1"><v>%s</v></c></row>'
    for values in (("0", "1"), ("2", "1"), ("0", "2"), ("0", ""), ("9", "1"), ("&#48;", "&#49;")):
        content = sheet(row % values)
        readers.assert_agree(content, STRINGS)
        assert (readers.scanned(content, STRINGS) is None) == (values[0] == "9")


def test_sheets_that_say_the_same_share_their_texts() -> None:
    row = '<row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1"><v>%s</v></c></row>'
    one, other = (readers.scanned(sheet(row % each), STRINGS) for each in (1, 2))
    assert one is not None and other is not None
    assert one.lettering() is other.lettering()
    assert one.lettering().texts == {(0, 0): "甲"}
    assert (one.cells[0, 1].text, other.cells[0, 1].text) == ("1", "2")


def test_how_high_a_row_is_does_not_matter_but_for_one_of_no_height() -> None:
    row = '<row r="1" ht="%s" customHeight="1"><c r="A1" t="s"><v>0</v></c></row>'
    contents = [sheet(row % height) for height in ("15", "0", "65.25", "0.5", "0")]
    for content in contents:
        readers.assert_agree(content, STRINGS)
    one, none, other, *_ = (readers.scanned(each, STRINGS) for each in contents)
    assert one is not None and none is not None and other is not None
    assert one.lettering() is other.lettering()
    assert (one.hidden_rows, none.hidden_rows) == (set(), {0})


def test_formulas_without_a_result_and_texts_in_cells_are_shared_too() -> None:
    row = (
        '<row r="1"><c r="A1" t="inlineStr"><is><t>&#30002;</t></is></c><c r="B1"><v>{}</v></c>'
        '<c r="C1"><f>B1</f><v></v></c><c r="D1" t="n"></c></row>'
    )
    one, other = (readers.scanned(sheet(row.format(each)), STRINGS) for each in (1, 2))
    assert one is not None and other is not None
    assert one.lettering() is other.lettering()
    assert (one.numbers, other.numbers) == (["1"], ["2"])
    assert one.cells[0, 2] == other.cells[0, 2]
    assert one.cells.keys() == {(0, 0), (0, 1), (0, 2)}
