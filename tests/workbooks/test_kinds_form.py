"""The form itself: its stamp and year, forms never filled in, and OOXML as others write it."""

import re

import pytest
from openpyxl import Workbook
from openpyxl.chart import BarChart

from govxlsx.form.editions import edition_by_id
from govxlsx.template import workbook
from workbooks import build
from workbooks.build import APPLICATIONS

GUIDE = "填报说明"
STAMPS = [
    (None, "W125"),
    ("乱写", "W125"),
    ("2021.99", "W124"),
    ("2035.1", "W124"),
    ("2021.0", "W123"),
    ("2019.1", "W125"),
    ("2019.0", "W125"),
    (2021.1, None),
    ("2021.1", None),
    (" 2021.1\u3000", None),
    ("=2021.1", "W125"),
]


@pytest.mark.parametrize(("stamp", "code"), STAMPS)
def test_stamp(stamp: object, code: str | None) -> None:
    def change(book: Workbook) -> None:
        book[GUIDE]["B4"] = stamp

    outcome = build.same(build.changed(build.clean(), change))
    assert build.codes(outcome) == ([code] if code else [])
    if code:
        assert outcome.findings[0].sheet == GUIDE


def test_stamp_as_a_formula_with_its_result() -> None:
    cell = '<c {} t="str"><f>"2021"&amp;".1"</f><v>2021.1</v></c>'
    assert build.codes(build.same(build.with_cells(build.clean(), GUIDE, {"B4": cell}))) == []


def test_guide_deleted() -> None:
    data = build.changed(build.clean(), lambda book: book.remove(book[GUIDE]))
    assert build.codes(build.same(data)) == ["W125"]


@pytest.mark.parametrize(
    ("year", "code"),
    [
        ("2021", None),
        (2022, None),
        ("２０２３年度", None),
        ("2019", "W122"),
        ("去年", "W126"),
        (None, "W126"),
    ],
)
def test_year(year: object, code: str | None) -> None:
    def change(book: Workbook) -> None:
        book["基本信息"]["B4"] = year

    report, outcome = build.examined(build.changed(build.clean(), change))
    assert report.edition == "2021"
    assert [each for each in build.codes(outcome) if each[0] == "W"] == ([code] if code else [])
    if code:
        finding = build.only(outcome, code)
        assert (finding.sheet, finding.cell, finding.severity) == ("基本信息", "B4", "error")


@build.BOTH
def test_never_filled_in(edition: str) -> None:
    _, outcome = build.examined(workbook(edition_by_id(edition)))
    finding = build.only(outcome, "W121")
    assert (finding.severity, outcome.status) == ("error", "errors")


@build.BOTH
def test_all_zero_without_a_word_is_never_filled_in(edition: str) -> None:
    zeros = dict.fromkeys(build.balanced(edition), 0)
    _, outcome = build.examined(build.clean(edition, zeros, narrative={}, notes={}))
    assert "W121" in build.codes(outcome)


STRICT = (
    (
        b"http://schemas.openxmlformats.org/spreadsheetml/2006/main",
        b"http://purl.oclc.org/ooxml/spreadsheetml/main",
    ),
    (
        b"http://schemas.openxmlformats.org/officeDocument/2006/relationships",
        b"http://purl.oclc.org/ooxml/officeDocument/relationships",
    ),
)


@build.BOTH
def test_strict(edition: str) -> None:
    parts = build.unpack(build.clean(edition))
    for old, new in STRICT:
        parts = {name: content.replace(old, new) for name, content in parts.items()}
    assert build.codes(build.same(build.pack(parts), edition)) == []


@pytest.mark.parametrize("prefix", [b"x", b"ns0"])
def test_prefixed_names(prefix: bytes) -> None:
    parts = build.unpack(build.clean())
    for name in parts:
        if name.startswith("xl/worksheets/") or name in (build.STRINGS, build.STYLES, build.BOOK):
            content = re.sub(rb"<(/?)([A-Za-z])", rb"<\1" + prefix + rb":\2", parts[name])
            parts[name] = content.replace(b"xmlns=", b"xmlns:" + prefix + b"=")
    assert build.codes(build.same(build.pack(parts))) == []


STYLE_CHANGES = {
    "empty fill": (rb"<fill><patternFill patternType=\"none\"/></fill>", b"<fill/>"),
    "odd pattern": (rb'patternType="solid"', b'patternType="wavy"'),
    "no cell formats": (rb"<cellXfs.*?</cellXfs>", b""),
    "no fonts": (rb"<fonts.*?</fonts>", b""),
}


@pytest.mark.parametrize("kind", STYLE_CHANGES)
def test_odd_styles(kind: str) -> None:
    old, new = STYLE_CHANGES[kind]
    data = build.edited(build.clean(), build.STYLES, lambda content: re.sub(old, new, content))
    assert build.codes(build.same(data)) == []


@pytest.mark.parametrize(
    "name", ["xl/theme/theme1.xml", build.STYLES, "docProps/app.xml", "[Content_Types].xml"]
)
def test_parts_that_are_not_needed(name: str) -> None:
    parts = build.unpack(build.clean())
    del parts[name]
    assert build.codes(build.same(build.pack(parts))) == []


def test_chart_sheet_first() -> None:
    def change(book: Workbook) -> None:
        sheet = book.create_chartsheet("图表", 0)
        sheet.add_chart(BarChart())

    assert build.codes(build.same(build.changed(build.clean(), change))) == []


def test_no_sheet_at_all() -> None:
    data = build.edited(
        build.clean(),
        build.BOOK,
        lambda content: re.sub(rb"<sheets>.*</sheets>", b"<sheets/>", content),
    )
    assert build.refused(data).code == "W104"


def test_names_of_parts_in_other_case_and_places() -> None:
    parts = build.unpack(build.clean())
    parts["xl/SharedStrings.xml"] = parts.pop(build.STRINGS)
    parts["xl/worksheets/Blatt.xml"] = parts.pop(build.part(APPLICATIONS))
    parts[build.RELATIONSHIPS] = parts[build.RELATIONSHIPS].replace(
        b"worksheets/sheet5.xml", b"/xl/worksheets/Blatt.xml"
    )
    assert build.codes(build.same(build.pack(parts))) == []


def test_parts_named_by_relationships_only() -> None:
    parts = build.unpack(build.clean())
    for old, new in (("sharedStrings.xml", "texte.xml"), ("styles.xml", "formate.xml")):
        parts[f"xl/{new}"] = parts.pop(f"xl/{old}")
        parts[build.RELATIONSHIPS] = parts[build.RELATIONSHIPS].replace(old.encode(), new.encode())
    assert build.codes(build.same(build.pack(parts))) == []


def test_workbook_part_under_another_name() -> None:
    parts = build.unpack(build.clean())
    parts["xl/workbook2.xml"] = parts.pop(build.BOOK)
    parts["xl/_rels/workbook2.xml.rels"] = parts.pop(build.RELATIONSHIPS)
    parts["_rels/.rels"] = parts["_rels/.rels"].replace(b"xl/workbook.xml", b"xl/workbook2.xml")
    assert build.codes(build.same(build.pack(parts))) == []


def test_names_with_backslashes() -> None:
    parts = build.unpack(build.clean())
    data = build.pack({name.replace("/", "\\"): content for name, content in parts.items()})
    assert build.codes(build.same(data)) == []


def test_macros_and_links_are_told_and_left_alone() -> None:
    parts = build.unpack(build.clean())
    macros = build.pack({**parts, "xl/vbaProject.bin": b"Auto_Open"})
    outcome = build.same(macros)
    assert build.codes(outcome) == ["W120"]
    assert build.examined(macros, "年报.xlsm")[1].status == "ok"
    link = b'<externalLink xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"/>'
    linked = build.pack({**parts, "xl/externalLinks/externalLink1.xml": link})
    finding = build.only(build.same(linked), "W120")
    assert (finding.severity, "链接" in finding.message) == ("info", True)


def test_a_figure_from_another_workbook_is_its_stored_value() -> None:
    right = build.balanced()["applications.received.natural_person"]
    cell = f"<c {{}}><f>[1]去年!$A$1</f><v>{right}</v></c>"
    assert (
        build.codes(build.same(build.with_cells(build.clean(), APPLICATIONS, {"D6": cell}))) == []
    )
