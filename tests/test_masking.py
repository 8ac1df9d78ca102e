"""No output of a check repeats a person's number whole, whichever rule has found what."""

import json
from dataclasses import replace
from functools import cache
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import pytest
from command import run
from openpyxl import Workbook, load_workbook
from openpyxl.comments import Comment
from printing import package, parts
from reports import AGENCY, APPLICATIONS, DISCLOSURE, balanced, both, made

from govxlsx.checking import check
from govxlsx.personal import NumberKind, excerpt, find, masked
from govxlsx.reading import read_bytes
from govxlsx.report.model import Explanation
from govxlsx.showing.annotation import annotate

IDENTITY, CARD, MOBILE = "110101199003077758", "6228480402564890018", "13812345678"
NUMBERS = (IDENTITY, CARD, MOBILE)
MARK = "记号"
LINE = f"申请人（身份证{IDENTITY}，卡号{CARD}，电话{MOBILE}）收到答复805件。"


def spill(book: Workbook) -> None:
    """Put the numbers wherever a clerk may put them: texts, figures, beside the table."""
    book[DISCLOSURE]["B9"] = IDENTITY
    book[DISCLOSURE]["B12"] = f"{CARD}（卡号）"
    book[APPLICATIONS]["E7"] = int(MOBILE)
    book[APPLICATIONS]["F8"] = f"电话{MOBILE}"
    book[APPLICATIONS]["M20"] = LINE


def spilt(edition: str) -> bytes:
    data = balanced(
        edition,
        agency=replace(AGENCY, address=f"人民路1号{IDENTITY}", postcode=MOBILE, email=CARD),
        narrative={"overview": LINE, "problems": LINE, "other": LINE, "preamble": LINE},
        notes={"二": LINE, "三": LINE, "四": LINE},
        explanations=tuple(
            Explanation(code, LINE) for code in ("W117", "V201", "V214", "P804", "P805")
        ),
    )
    return made(data, spill)


@pytest.mark.parametrize("text", ["No{}", "{}abc", "证{}号", "ID:{}", "_{}_", "x{}x", "{}Ｘ"])
def test_letters_beside_a_number_hide_nothing(text: str) -> None:
    for number in NUMBERS:
        assert number not in masked(text.format(number))


@pytest.mark.parametrize(
    "text", ["3f9a1c02b7d113812345678b7d13f9a1c02b7d1", "13812345678.5", "1381234"]
)
def test_check_sums_and_amounts_are_no_persons(text: str) -> None:
    assert masked(text) == text


@both
def test_sheets_agencies_and_names_of_files_are_masked(edition: str, tmp_path: Path) -> None:
    def rename(book: Workbook) -> None:
        spill(book)
        book[APPLICATIONS].title = f"三{MOBILE}"

    agency = replace(AGENCY, name=f"某局{IDENTITY}")
    (tmp_path / "a.xlsx").write_bytes(made(balanced(edition, agency=agency), rename))
    told = ""
    for line in (
        "check a.xlsx",
        "check a.xlsx --format json",
        "check a.xlsx --format csv",
        "check a.xlsx --format html",
        "check a.xlsx --annotate copies",
        "compare a.xlsx a.xlsx --all",
        "compare a.xlsx a.xlsx --all --format html",
        "compare a.xlsx a.xlsx --all --format xlsx -o compared.xlsx",
        "archive a.xlsx --into archive",
        "build a.xlsx --draft -o documents",
    ):
        done = run(*line.split(), cwd=tmp_path)
        told += done.stdout + done.stderr
    (copy,) = (tmp_path / "copies").iterdir()
    results = load_workbook(copy).worksheets[0]
    told += repr([[cell.value for cell in row] for row in results])
    compared = load_workbook(tmp_path / "compared.xlsx")
    told += repr([[cell.value for row in each for cell in row] for each in compared])
    told += repr([each.name for each in (tmp_path / "documents").iterdir()])
    told += (tmp_path / "archive" / "register.sqlite").read_bytes().decode(errors="replace")
    assert [told[max(0, told.find(each) - 80) :][:120] for each in NUMBERS if each in told] == []
    links = [cell.hyperlink.location for row in results for cell in row if cell.hyperlink]
    assert any(MOBILE in each for each in links)


@both
@pytest.mark.parametrize("form", ["text", "json", "csv", "html"])
def test_no_format_repeats_one(edition: str, form: str, tmp_path: Path) -> None:
    (tmp_path / "a.xlsx").write_bytes(spilt(edition))
    done = run("check", "a.xlsx", "--format", form, cwd=tmp_path)
    assert done.returncode == 1
    told = done.stdout + done.stderr
    assert [each for each in NUMBERS if each in told] == []
    for shown in ("1101************58", "6228*************18", "138******78"):
        assert shown in told


@both
def test_the_other_rules_findings_are_masked_too(edition: str, tmp_path: Path) -> None:
    (tmp_path / "a.xlsx").write_bytes(spilt(edition))
    told = json.loads(run("check", "a.xlsx", "--format", "json", cwd=tmp_path).stdout)
    findings = told["files"][0]["findings"]
    about = {each["code"] for each in findings if "*****" in json.dumps(each)}
    assert {"V204", "V214", "P801", "P803", "P804"} <= about


@both
def test_an_annotated_copy_adds_none(edition: str) -> None:
    data = spilt(edition)
    copy = annotate(data, check(read_bytes(data, "a.xlsx")))
    before, after = load_workbook(BytesIO(data)), load_workbook(BytesIO(copy))
    added = [
        str(cell.value)
        for sheet in after.worksheets
        for row in sheet.iter_rows()
        for cell in row
        if sheet.title not in before.sheetnames
        or cell.value != before[sheet.title][cell.coordinate].value
    ]
    with ZipFile(BytesIO(copy)) as package:
        comments = [
            package.read(name).decode("utf-8") for name in package.namelist() if "comment" in name
        ]
    assert added
    assert comments
    assert [each for each in NUMBERS if each in "".join((*added, *comments))] == []


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        (f"{IDENTITY}的", "1101************58的"),
        ("110101 19900307 7758", "1101************58"),
        ("（１１０１０１１９９００３０７７７５８）", "（1101************58）"),
        ("320102199003076335", "3201************35"),
        ("130102650307123", "1301*********23"),
        (f"+86 {MOBILE}、138-1234-5678", "+86 138******78、138******78"),
        (f"是 {MOBILE}，{CARD}。", "是 138******78，6228*************18。"),
        ("4111111111111111", "4111**********11"),
        ("0591-83368798、83379395", "0591-83368798、83379395"),
        ("B4:D9，2024 年 120 件，59237.2449 万元", "B4:D9，2024 年 120 件，59237.2449 万元"),
        ("2019 2020 2021 2022 2023", "2019 2020 2021 2022 2023"),
    ],
)
def test_masked(text: str, shown: str) -> None:
    assert masked(text) == shown


def test_numbers_are_found_where_they_stand() -> None:
    found = [(each.kind, LINE[each.start : each.end]) for each in find(LINE)]
    assert found == [
        (NumberKind.IDENTITY, IDENTITY),
        (NumberKind.CARD, CARD),
        (NumberKind.MOBILE, MOBILE),
    ]


@cache
def _before_a_number() -> dict[str, bytes]:
    """Return the parts of a workbook in which a mark and a number stand where they are quoted."""
    number = f"{MARK}{MOBILE}"

    def edit(book: Workbook) -> None:
        book["一、总体情况"]["B14"] = f"2023年，我局{number}"
        book["一、总体情况"]["B15"] = f"渠县渠县{number}"
        book["五、问题与改进"]["B4"] = "（一）甲。"
        book["五、问题与改进"]["B5"] = f"（三）{number}"
        book[APPLICATIONS]["A6"] = number
        book[APPLICATIONS]["D6"].comment = Comment(number, "甲")

    return parts(made(balanced("2021"), edit))


@pytest.mark.parametrize("number", NUMBERS)
@pytest.mark.parametrize("pad", range(0, 60, 2))
def test_no_quotation_is_cut_within_a_number(number: str, pad: int) -> None:
    old, new = f"{MARK}{MOBILE}".encode(), f"{'字' * pad}{number}".encode()
    members = {name: part.replace(old, new) for name, part in _before_a_number().items()}
    outcome = check(read_bytes(package(members), "a.xlsx"))
    assert {"N704", "N717", "N720", "W114", "W130"} <= {each.code for each in outcome.findings}
    for each in outcome.findings:
        assert number[:6] not in f"{each.message}{each.fix}{each.found}", each.code


def test_an_excerpt_ends_before_the_number_that_it_would_cut() -> None:
    text = f"甲{IDENTITY}乙{MOBILE}丙12345丁"
    assert excerpt(text, 0, 10) == "甲"
    assert excerpt(text, 5, 21) == "乙"
    assert excerpt(text, 0, 20) == f"甲{IDENTITY}乙"
    assert excerpt(text, 0, 19) == f"甲{IDENTITY}"
    assert excerpt(text, text.index("丙"), len(text) - 3) == "丙123"
    assert excerpt("138 1234 5678", 0, 4) == ""
    assert excerpt(f"{IDENTITY} 件", 0, len(IDENTITY)) == IDENTITY
