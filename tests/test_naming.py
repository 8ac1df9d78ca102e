"""Names of files that are made: of agency and year, short enough, and never twice the same."""

from pathlib import Path

import pytest

from govxlsx.desk.naming import (
    annotated_paths,
    ordinals,
    page_name,
    page_ordinals,
    report_name,
    safe_name,
    with_source,
)

REPORT = "年政府信息公开工作年度报告"
DRAFT = "（草稿）"


@pytest.mark.parametrize(
    ("agency", "year", "ending", "name"),
    [
        ("永宁市档案局", 2024, "", f"永宁市档案局2024{REPORT}"),
        ("永宁市档案局", 2024, DRAFT, f"永宁市档案局2024{REPORT}{DRAFT}"),
        ("永宁市档案局", None, "", f"永宁市档案局{REPORT[1:]}"),
        (" ", 2024, "", f"2024{REPORT}"),
        ("", None, DRAFT, f"{REPORT[1:]}{DRAFT}"),
        ("永宁/市.", 2024, "", f"永宁_市2024{REPORT}"),
        ("局" * 99, 2024, "", f"{'局' * 63}2024{REPORT}"),
        ("局" * 99, 2024, DRAFT, f"{'局' * 59}2024{REPORT}{DRAFT}"),
        ("局" * 62 + ".局", 2024, "", f"{'局' * 62}2024{REPORT}"),
        ("\U00020000" * 99, None, "", "\U00020000" * 49 + REPORT[1:]),
    ],
)
def test_a_report_is_named_by_agency_and_year(
    agency: str, year: int | None, ending: str, name: str
) -> None:
    assert report_name(agency, year, ending) == name


def test_a_name_that_is_taken_has_its_source_too() -> None:
    path, source = Path("出/某局2024年报告.docx"), Path("收/改.后.xlsx")
    assert with_source(path, source) == Path("出/某局2024年报告（改.后）.docx")
    assert with_source(path, source, 2) == Path("出/某局2024年报告（改.后） (2).docx")


def test_a_long_name_makes_room_for_its_source() -> None:
    path, source = Path("局" * 80 + ".docx"), Path("源" * 80 + ".xlsx")
    one, ten = with_source(path, source), with_source(path, source, 10)
    assert one.stem.endswith("源" * 39 + "）")
    assert ten.stem.endswith("源" * 39 + "） (10)")
    assert [len(each.name.encode()) <= 255 for each in (one, ten)] == [True, True]
    short = with_source(path, Path("源.xlsx"), 10)
    assert short.name == f"{'局' * 72}（源） (10).docx"


def test_copies_of_equal_names_are_numbered() -> None:
    sources = [
        Path(each) for each in ("a/年报.xlsx", "b/年报.xlsx", "年报.xlsm", "A.xlsx", "a.xlsx")
    ]
    assert annotated_paths(sources, Path("批")) == [
        Path("批") / each
        for each in (
            *("年报（校验结果）.xlsx", "年报（校验结果） (2).xlsx", "年报（校验结果） (3).xlsm"),
            *("A（校验结果）.xlsx", "a（校验结果） (2).xlsx"),
        )
    ]


def test_a_copys_name_fits_with_its_number() -> None:
    copies = annotated_paths([Path("报" * 200 + ".xlsx")] * 2, Path())
    assert [len(each.stem.encode()) for each in copies] == [228, 232]
    assert [each.name[-12:] for each in copies] == [
        "（校验结果）.xlsx".rjust(12, "报"),
        "结果） (2).xlsx",
    ]


def test_no_two_pages_have_one_name_and_none_is_the_index() -> None:
    sources = ["a/年报.xlsx", "b/年报.xlsx", "A.xlsx", "c/a.xlsm", "年报.xlsx", "INDEX.xlsx"]
    numbers = page_ordinals(sources)
    assert [page_name(each, numbers.get(at, 1)) for at, each in enumerate(sources)] == [
        *("年报.html", "年报（2）.html", "A.html", "a（2）.html", "年报（3）.html"),
        "INDEX（2）.html",
    ]
    assert page_name("报" * 200 + ".xlsx") == "报" * 73 + ".html"


def test_of_many_alike_none_is_tried_from_the_first_on() -> None:
    tried: list[str] = []

    def named(stem: str, number: int) -> str:
        tried.append(stem)
        return f"{stem}{number}"

    assert list(ordinals(["年报"] * 300, named, ())) == list(range(1, 301))
    assert len(tried) < 1000


@pytest.mark.parametrize(
    ("text", "name"),
    [("CON", "_CON"), ("con.x", "_con.x"), ("CON .x", "_CON .x"), ("CONX", "CONX"), (" ~$.", "_")],
)
def test_no_name_is_a_devices(text: str, name: str) -> None:
    assert safe_name(text) == name


@pytest.mark.parametrize(
    ("text", "name"),
    [("局. .", "局"), ("a. b", "a"), ("e\u0301", "é")],
    ids=["in a dot", "cut behind a dot", "of two signs"],
)
def test_no_name_ends_in_a_dot_and_equal_names_are_equal(text: str, name: str) -> None:
    assert safe_name(text, 3) == name
