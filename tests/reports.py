"""Small balanced reports, the workbooks made from them, and what a check says of those."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from functools import cache, lru_cache
from io import BytesIO
from typing import Any
from zipfile import ZipFile

import pytest
from opening import opened
from openpyxl import Workbook
from printing import Value, package, parts, printed, put_into

from govxlsx.checking import check
from govxlsx.checking.examination import Enrolment
from govxlsx.checking.finding import Finding, Outcome
from govxlsx.form.editions import edition_by_id
from govxlsx.reading import read_bytes
from govxlsx.report.figure import Number
from govxlsx.report.interchange import Interchange
from govxlsx.report.model import Agency, Report

Figures = dict[str, Number | str | None]
Edit = Callable[[Workbook], None]

BASICS, DISCLOSURE, APPLICATIONS = "基本信息", "二、主动公开", "三、依申请公开"
OVERVIEW, PROCEEDINGS, GUIDE = "一、总体情况", "四、复议诉讼", "填报说明"
YEAR = {"2019": 2019, "2021": 2024}
LATER = {"2019": 2020, "2021": 2024}
"""A year of each edition whose year before is of the same edition."""

CONCLUDED = {"2019": 27, "2021": 29}
"""In which row of part three （七）总计 stands; 四 stands below it, the 备注 below that."""

both = pytest.mark.parametrize("edition", ["2019", "2021"])

AGENCY = Agency(
    name="永宁市档案局",
    kind="政府部门",
    scope="本机关",
    website="http://www.yongning.gov.cn",
    address="永宁市人民路1号",
    postcode="123456",
    phone="0123-1234567",
    email="gk@yongning.gov.cn",
)
NARRATIVE = {
    "overview": (
        "（一）主动公开\n全年公布文件和解读。\n（二）依申请公开\n各件申请依法答复。\n"
        "（三）政府信息管理\n文件按期清理。\n（四）政府信息公开平台建设\n网站运行平稳。\n"
        "（五）监督保障\n全年开展业务培训。"
    ),
    "problems": "存在的问题：个别答复说理不够充分。\n改进情况：已统一答复文书，逐件复核。",
    "other": (
        "本年度发出了收费通知，申请人逾期没有缴费，没有收取信息处理费，也没有其他需要报告的事项。"
    ),
}
_EARLIER = {
    "overview": "新开设的专栏集中展示规划、预算和项目进展，并把历年文件逐件补录。",
    "problems": "有的栏目更新慢，有的答复时间长；今后逐月通报栏目更新，重大事项会商办理。",
    "other": "没有收取信息处理费。",
}
_COLUMNS = (
    "natural_person",
    "enterprise",
    "research_institution",
    "public_welfare_organization",
    "legal_service_organization",
    "other_organization",
)
_OUTCOMES = ("upheld", "corrected", "other", "pending")
_DISCLOSED: Figures = {
    "disclosure.normative_documents.issued": 2,
    "disclosure.normative_documents.repealed": 1,
    "disclosure.normative_documents.in_force": 9,
    "disclosure.normative_documents.produced": 2,
    "disclosure.normative_documents.published": 2,
    "disclosure.normative_documents.total_public": 9,
    "disclosure.licensing.previous_items": 4,
    "disclosure.licensing.change": -1,
    "disclosure.licensing.decisions": 31,
    "disclosure.penalties.decisions": 8,
    "disclosure.fees.amount": 3,
    "disclosure.procurement.projects": 5,
    "disclosure.procurement.amount": "251000元",
}


def figures(edition_id: str) -> Figures:
    """Return every figure of a small report in which every prescribed sum holds."""
    return dict(_figures(edition_id))


@cache
def _figures(edition_id: str) -> Figures:
    found: Figures = {field.id: 0 for field in edition_by_id(edition_id).fields}
    found |= {key: value for key, value in _DISCLOSED.items() if key in found}
    rows = dict.fromkeys(key.rpartition(".")[0] for key in found if key.startswith("applications."))
    results = [row for row in rows if row.split(".")[1] not in _NO_RESULTS]
    for place, column in enumerate(_COLUMNS):
        given = {row: (3 * number + place) % 4 for number, row in enumerate(results)}
        done = sum(given.values())
        given |= {"applications.carried_in": 1, "applications.carried_out": 2}
        given |= {"applications.concluded": done, "applications.received": done + 1}
        found |= {f"{row}.{column}": value for row, value in given.items()}
    for row in rows:
        found[f"{row}.total"] = sum(_whole(found[f"{row}.{column}"]) for column in _COLUMNS)
    groups = ("reconsideration", "direct_litigation", "litigation_after_reconsideration")
    for place, group in enumerate(groups):
        for number, outcome in enumerate(_OUTCOMES):
            found[f"proceedings.{group}.{outcome}"] = (place + number) % 3
        parts = (found[f"proceedings.{group}.{outcome}"] for outcome in _OUTCOMES)
        found[f"proceedings.{group}.total"] = sum(map(_whole, parts))
    return found


_NO_RESULTS = ("received", "carried_in", "concluded", "carried_out")


def _whole(value: Number | str | None) -> int:
    assert isinstance(value, int)
    return value


def balanced(edition_id: str, **changes: Any) -> Interchange:
    """Return a small report without a fault, with changes.

    ``figures``, ``narrative`` and ``notes`` are added to what is there; anything else replaces it.
    """
    data = Interchange(edition_id, YEAR[edition_id], AGENCY, figures(edition_id), NARRATIVE)
    for key in ("figures", "narrative", "notes"):
        given: Mapping[str, object] = changes.get(key, {})
        assert key != "figures" or given.keys() <= data.figures.keys()
        changes[key] = {**getattr(data, key), **given}
    return replace(data, **changes)


_MADE: dict[str, bytes] = {}
"""The last workbooks of this process by what their reports hold: most tests begin with the same."""


def made(data: Interchange, edit: Edit | None = None) -> bytes:
    """Return the workbook of a report, as the template makes it and ``edit`` leaves it."""
    key = repr(data)
    if key not in _MADE:
        if len(_MADE) == 100:
            _MADE.clear()
        _MADE[key] = printed(data, figures(data.edition))
    content = _MADE[key]
    if edit is None:
        return content
    if isinstance(edit, Put) and (quickly := edit.into(content)) is not None:
        return quickly
    return _edited(content, edit)


@lru_cache(maxsize=8)
def _edited(content: bytes, edit: Edit) -> bytes:
    """Return a workbook as openpyxl saves it; a test that reads and checks it edits it once."""
    book = opened(content)
    edit(book)
    stream = BytesIO()
    book.save(stream)
    return stream.getvalue()


def with_part(content: bytes, name: str) -> bytes:
    """Return a workbook with one more part in its package."""
    stream = BytesIO(content)
    with ZipFile(stream, "a") as archive:
        archive.writestr(name, b"\0")
    return stream.getvalue()


def read(content: bytes) -> Report:
    return read_bytes(content, "报表.xlsx")


def checked(
    data: Interchange,
    edit: Edit | None = None,
    previous: Interchange | None = None,
    roster: Enrolment | None = None,
) -> Outcome:
    """Make a report's workbook, let ``edit`` change it, read and check it.

    ``previous`` is last year's report; ``following`` and ``last_year`` make a pair without fault.
    """
    last = read(made(previous)) if previous is not None else None
    report = read(made(data, edit))
    enrolled = roster.enrolled(report) if roster is not None else None
    return check(report, last, enrolled=enrolled)


@dataclass(frozen=True, slots=True, eq=False)
class Put:
    """An edit that writes values into cells, by sheet."""

    sheets: Mapping[str, Mapping[str, Value]]

    def __or__(self, other: Put) -> Put:
        return Put({**self.sheets, **other.sheets})

    def __call__(self, book: Workbook) -> None:
        for sheet, cells in self.sheets.items():
            for cell, value in cells.items():
                book[sheet][cell] = value

    def into(self, content: bytes) -> bytes | None:
        """Return the workbook with the values put in, None where openpyxl knows better."""
        members = parts(content)
        done = all(put_into(members, sheet, cells) for sheet, cells in self.sheets.items())
        return package(members) if done else None


def check_of(content: bytes) -> Outcome:
    """Read a workbook's bytes and check them."""
    return check(read(content))


def put(sheet: str, **cells: Value) -> Put:
    """Return an edit that writes values into cells of one sheet."""
    return Put({sheet: cells})


def given(edition: str, cell: str, value: Value) -> Outcome:
    """Check the balanced report with one cell of part three changed."""
    return checked(balanced(edition), put(APPLICATIONS, **{cell: value}))


def caught(outcome: Outcome, code: str, cell: str | None, sheet: str | None = None) -> Finding:
    """Return the one finding of ``code``; it must stand at ``cell``."""
    found = [each for each in outcome.findings if each.code == code]
    assert [each.cell for each in found] == [cell], [each.message for each in found]
    assert code in outcome.rules.broken
    assert sheet is None or found[0].sheet == sheet
    assert "{" not in found[0].message + found[0].fix
    return found[0]


def silent(outcome: Outcome, code: str) -> None:
    """Assert that the rule looked and found nothing."""
    assert [each.message for each in outcome.findings if each.code == code] == []
    assert code in outcome.rules.passed


def following(edition_id: str, **changes: Any) -> Interchange:
    """Return a balanced report that ``last_year`` goes before, with changes."""
    return balanced(edition_id, **{"year": LATER[edition_id], **changes})


def last_year(edition_id: str, **changes: Any) -> Interchange:
    """Return the report of the year before: what it hands on is what ``following`` takes up."""
    handed: Figures = {
        **{f"applications.carried_out.{column}": 1 for column in _COLUMNS},
        "applications.carried_out.total": len(_COLUMNS),
    }
    if edition_id == "2021":
        handed["disclosure.normative_documents.in_force"] = 8
    given = {
        "year": LATER[edition_id] - 1,
        "figures": {**handed, **changes.pop("figures", {})},
        "narrative": {**_EARLIER, **changes.pop("narrative", {})},
    }
    return balanced(edition_id, **{**given, **changes})


def told(edition: str, **parts: str) -> Outcome:
    """Check the balanced report with a paragraph added to each of the named parts."""
    added = {
        key: f"{NARRATIVE[key]}\n{text}" if key in NARRATIVE else text
        for key, text in parts.items()
    }
    return checked(balanced(edition, narrative=added))


ADDED = {"preamble": "B15", "overview": "B14", "problems": "B6", "other": "B5"}
"""Where the paragraph that is added to a part stands."""
