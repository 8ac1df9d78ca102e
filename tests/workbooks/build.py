"""Workbooks as they really arrive: a valid report, changed as clerks and programs change it."""

import re
from collections.abc import Callable, Mapping
from dataclasses import replace
from functools import cache
from io import BytesIO
from typing import Any
from xml.sax.saxutils import escape

import pytest
from opening import opened
from openpyxl import Workbook
from printing import package as pack
from printing import parts as unpack
from reports import AGENCY, made

from govxlsx.checking import check
from govxlsx.checking.finding import Finding, Outcome
from govxlsx.checking.refusal import sentence
from govxlsx.checking.rule import Severity
from govxlsx.errors import UnusableWorkbookError
from govxlsx.form import layout
from govxlsx.form.editions import edition_by_id, editions
from govxlsx.reading import read_bytes
from govxlsx.report.figure import Number
from govxlsx.report.interchange import Interchange
from govxlsx.report.model import Report
from workbooks.readers import assert_both_agree

Figures = dict[str, Number | str | None]

BOTH = pytest.mark.parametrize("edition", [edition.id for edition in editions()])

NARRATIVE = {
    "overview": "（一）主动公开\n公开信息若干。\n（二）依申请公开\n依法办理。",
    "problems": "存在不足。\n下一步改进。",
    "other": "没有需要报告的事项。",
}
SHEETS = (
    "填报说明",
    "基本信息",
    "一、总体情况",
    "二、主动公开",
    "三、依申请公开",
    "四、复议诉讼",
    "五、问题与改进",
    "六、其他事项",
    "情况说明",
    "校验",
)
DISCLOSURE, APPLICATIONS, PROCEEDINGS = SHEETS[3:6]
STRINGS, STYLES, BOOK = "xl/sharedStrings.xml", "xl/styles.xml", "xl/workbook.xml"
RELATIONSHIPS = "xl/_rels/workbook.xml.rels"


def part(sheet: str) -> str:
    """Return the part of the clean file in which an official sheet stands."""
    return f"xl/worksheets/sheet{SHEETS.index(sheet) + 1}.xml"


@cache
def balanced(edition: str = "2021") -> Figures:
    """Return figures of which every sum holds, as different from one another as can be."""
    form = edition_by_id(edition)
    single: dict[str, int] = {
        field.id: 3 + number
        for number, field in enumerate(form.fields)
        if field.id not in form.parts_of_total
    }

    def value(field_id: str) -> int:
        parts = form.parts_of_total.get(field_id)
        return sum(map(value, parts)) if parts else single[field_id]

    relations = {each.code: each for each in form.relations}
    for column in relations["S303"].over[:-1]:
        total = value(f"applications.concluded.{column}")
        total += single[f"applications.carried_out.{column}"]
        single[f"applications.received.{column}"] = (
            total - single[f"applications.carried_in.{column}"]
        )
    return {field.id: value(field.id) for field in form.fields}


def clean(edition: str = "2021", changes: Figures | None = None, **other: Any) -> bytes:
    """Return a valid report's workbook; ``changes`` are figures, ``other`` interchange keys."""
    given: dict[str, Any] = {
        "agency": AGENCY,
        "narrative": NARRATIVE,
        "notes": {"三": "口径不变。"},
    }
    figures = {**balanced(edition), **(changes or {})}
    year = other.pop("year", edition_by_id(edition).first_year)
    return made(Interchange(edition, year, figures=figures, **(given | other)))


def without_totals(edition: str = "2021") -> bytes:
    """Return a valid report's workbook whose totals are the template's formulas."""
    form = edition_by_id(edition)
    figures = {
        key: value for key, value in balanced(edition).items() if key not in form.parts_of_total
    }
    return made(
        Interchange(edition, form.first_year, agency=AGENCY, figures=figures, narrative=NARRATIVE)
    )


def with_parts(data: bytes, **parts: bytes) -> bytes:
    """Return a package with parts replaced or added; names are given through a mapping."""
    return pack({**unpack(data), **parts})


def edited(data: bytes, name: str, change: Callable[[bytes], bytes]) -> bytes:
    """Return a package in which one part was changed; the change must change something."""
    parts = unpack(data)
    old, parts[name] = parts[name], change(parts[name])
    assert parts[name] != old
    return pack(parts)


def replaced(data: bytes, name: str, old: bytes, new: bytes) -> bytes:
    """Return a package in which some bytes of a part were replaced."""
    return edited(data, name, lambda content: content.replace(old, new))


def changed(data: bytes, change: Callable[[Workbook], None]) -> bytes:
    """Return the workbook after a change through openpyxl, load and save."""
    book = opened(data)
    change(book)
    target = BytesIO()
    book.save(target)
    return target.getvalue()


def with_cells(data: bytes, sheet: str, cells: Mapping[str, str]) -> bytes:
    """Return the workbook with cells' XML replaced; ``{}`` in it stands for address and style.

    The cell must be there in the clean file.
    """

    def change(content: bytes) -> bytes:
        text = content.decode()
        for address, xml in cells.items():
            pattern = re.compile(rf'<c r="{address}"( s="\d+")?[^>]*?(?:/>|>.*?</c>)')
            text, count = pattern.subn(
                lambda match, xml=xml: xml.replace("{}", f'r="{match[0].split(chr(34))[1]}"'),
                text,
                1,
            )
            assert count == 1, address
        return text.encode()

    return edited(data, part(sheet), change)


def text_cell(text: str) -> str:
    """Return the XML of a cell with inline text."""
    return f'<c {{}} t="inlineStr"><is><t xml:space="preserve">{escape(text)}</t></is></c>'


def number_cell(text: str) -> str:
    """Return the XML of a cell with a stored number."""
    return f"<c {{}}><v>{text}</v></c>"


def at(field_id: str, edition: str = "2021") -> str:
    """Return the address at which the template has a figure."""
    return layout.places(edition)[field_id].cell


def read(data: bytes, name: str = "年报.xlsx") -> Report:
    """Read a workbook from its bytes; both readers of sheets have to agree on it."""
    assert_both_agree(data)
    return read_bytes(data, name)


def values(report: Report) -> dict[str, Number | None]:
    """Return what a report's figures are."""
    return {key: figure.value for key, figure in report.figures.items()}


def examined(data: bytes, name: str = "年报.xlsx") -> tuple[Report, Outcome]:
    """Read and check a workbook; what is said of its words and their sense is left out."""
    report = read(data, name)
    outcome = check(report)
    findings = tuple(each for each in outcome.findings if each.code[0] in "WVS")
    wrong = any(each.severity is Severity.ERROR for each in findings)
    return report, replace(outcome, findings=findings, status="errors" if wrong else "ok")


def only(outcome: Outcome, code: str) -> Finding:
    """Return the one finding of a code."""
    (finding,) = (each for each in outcome.findings if each.code == code)
    return finding


def codes(outcome: Outcome) -> list[str]:
    """Return the codes found, each as often as it was."""
    return [finding.code for finding in outcome.findings]


def refused(data: bytes, name: str = "年报.xlsx") -> UnusableWorkbookError:
    """Return the error with which a workbook is refused; its sentence is one line of Chinese."""
    with pytest.raises(UnusableWorkbookError) as caught:
        read(data, name)
    said = sentence(caught.value)
    assert said.endswith("。")
    assert "\n" not in said
    assert re.search("请", said), said
    return caught.value


@cache
def _good(edition: str) -> Report:
    return read(clean(edition))


def same(data: bytes, edition: str = "2021") -> Outcome:
    """Assert that a workbook says what the clean one says, and return its outcome."""
    report, outcome = examined(data)
    assert values(report) == balanced(edition)
    good = _good(edition)
    assert report.narrative.keys() == good.narrative.keys()
    for key, paragraphs in good.narrative.items():
        assert [each.text for each in report.narrative[key]] == [each.text for each in paragraphs]
    assert report.agency == good.agency
    assert (report.year, report.edition) == (good.year, good.edition)
    return outcome
