"""The roll-up: exact, each body once, everything left out is told of, the result is a good form."""

import random
import re
import shutil
from collections.abc import Iterable, Mapping
from dataclasses import replace
from decimal import Decimal
from io import BytesIO
from pathlib import Path

import pytest
from command import run
from openpyxl import load_workbook
from reports import both, figures
from rollup_bodies import CITY, MONEY, agency, put, roster, times, varied

import govxlsx
from govxlsx.form.editions import edition_by_id
from govxlsx.form.layout import SHARES, places
from govxlsx.report.figure import Number
from govxlsx.report.model import Report

EDUCATION, POLICE, AUDIT, OFFICE = (
    "永宁市教育局",
    "永宁市公安局",
    "永宁市审计局",
    "永宁市人民政府办公室",
)
COUNTY, COUNTY_FINANCE, OTHER_COUNTY = "河东县人民政府", "河东县财政局", "河西县人民政府"
RECEIVED = "applications.received.natural_person"
YUAN = {"元": Decimal(1), "万元": Decimal(10_000), "亿元": Decimal(10**8)}


def values(path: Path) -> dict[str, Number | None]:
    return {key: figure.value for key, figure in govxlsx.read(path).figures.items()}


def plainly(bodies: Iterable[Mapping[str, object]]) -> dict[str, Decimal]:
    """Add up as anybody would, money in 元."""
    total: dict[str, Decimal] = {}
    for body in bodies:
        for key, value in body.items():
            text = str(value or 0)
            match = re.fullmatch(r"([\d.]+)(元|万元|亿元)", text)
            number = Decimal(match[1]) * YUAN[match[2]] if match else Decimal(text)
            total[key] = total.get(key, Decimal(0)) + number
    return total


def in_yuan(report: Report) -> dict[str, Decimal]:
    return {
        key: Decimal(figure.value or 0) * YUAN.get(figure.unit, 1)
        for key, figure in report.figures.items()
    }


@both
def test_fifty_bodies_are_what_a_plain_sum_gives(edition: str, tmp_path: Path) -> None:
    chance = random.Random(edition)
    bodies = [varied(edition, chance) for _ in range(50)]
    for number, body in enumerate(bodies):
        put(tmp_path / "in", f"永宁市第{number}局", edition, figures=body)
    put(tmp_path / "in", CITY, edition, figures=varied(edition, chance))
    names = [f"永宁市第{number}局" for number in range(50)]
    listed = roster(tmp_path / "r.csv", *names)
    done = run("rollup", "in", "-o", "city.xlsx", "--roster", listed, cwd=tmp_path)
    assert done.returncode == 0, done.stdout
    assert "名册中应当计入的机关都已报送。" in done.stdout
    report = govxlsx.read(tmp_path / "city.xlsx")
    assert in_yuan(report) == plainly(bodies)
    assert (report.agency, report.year) == (agency(CITY), {"2019": 2019, "2021": 2024}[edition])

    outcome = govxlsx.check(report)
    assert outcome.status == "ok"
    codes = {each.code for each in outcome.findings}
    of_bodies = {
        finding.code
        for path in (tmp_path / "in").iterdir()
        for finding in govxlsx.check(govxlsx.read(path)).findings
    }
    assert codes <= of_bodies
    assert run("build", "city.xlsx", cwd=tmp_path).returncode == 0
    assert len(list(tmp_path.glob("*.docx"))) == 1


@both
def test_totals_stay_the_formulas_of_the_template(edition: str, tmp_path: Path) -> None:
    paths = [put(tmp_path, name, edition) for name in (EDUCATION, AUDIT)]
    run("rollup", *paths, "-o", "city.xlsx", "--agency", CITY, cwd=tmp_path)
    report = govxlsx.read(tmp_path / "city.xlsx")
    form = edition_by_id(edition)
    assert {key for key, each in report.figures.items() if each.calculated} == set(
        form.parts_of_total
    )
    expected = {key: 2 * int(str(value)) for key, value in figures(edition).items() if key != MONEY}
    assert {
        key: value for key, value in values(tmp_path / "city.xlsx").items() if key != MONEY
    } == expected


def test_decimals_are_exact(tmp_path: Path) -> None:
    fees = "disclosure.fees.amount"
    paths = [
        put(tmp_path, name, figures={fees: Decimal(amount)})
        for name, amount in ((EDUCATION, "0.1"), (AUDIT, "0.2"), (OFFICE, "72701.2578"))
    ]
    run("rollup", *paths, "-o", "city.xlsx", cwd=tmp_path)
    assert values(tmp_path / "city.xlsx")[fees] == Decimal("72701.5578")


@pytest.mark.parametrize(
    ("amounts", "written"),
    [
        (("251000元", "1000元"), "252000元"),
        (("251000元", "160.5964万元"), "185.6964万元"),
        (("2亿元", "1元"), "20000.0001万元"),
        (("99000000元", "1000000元"), "10000万元"),
        ((0, 0), "0"),
        ((0, "3.5万元"), "3.5万元"),
        ((None, None), ""),
    ],
)
def test_amounts_with_their_own_unit(
    amounts: tuple[str | int | None, ...], written: str, tmp_path: Path
) -> None:
    for name, amount in zip((EDUCATION, AUDIT), amounts, strict=True):
        put(tmp_path / "in", name, "2019", figures={MONEY: amount})
    assert run("rollup", "in", "-o", "city.xlsx", cwd=tmp_path).returncode == 0
    assert govxlsx.read(tmp_path / "city.xlsx").figures[MONEY].text == written


def test_an_amount_without_unit_is_not_guessed(tmp_path: Path) -> None:
    put(tmp_path / "in", EDUCATION, "2019", figures={MONEY: 808})
    put(tmp_path / "in", AUDIT, "2019", figures={MONEY: "1万元"})
    done = run("rollup", "in", "-o", "city.xlsx", cwd=tmp_path, width=120)
    assert "有 1 格没有加进去：" in done.stdout
    assert re.search(r"永宁市教育局 +二、主动公开!\w+ +“808”没有写单位", done.stdout)
    assert govxlsx.read(tmp_path / "city.xlsx").figures[MONEY].text == "1万元"


def test_what_nobody_filled_in_stays_blank(tmp_path: Path) -> None:
    penalties = "disclosure.penalties.decisions"
    for name in (EDUCATION, AUDIT):
        put(tmp_path / "in", name, figures={penalties: None})
    run("rollup", "in", "-o", "city.xlsx", cwd=tmp_path)
    assert values(tmp_path / "city.xlsx")[penalties] is None


# who is counted


@pytest.fixture
def city(tmp_path: Path) -> Path:
    """A folder with a city's reports, each with figures of its own size, and the roster."""
    for number, name in enumerate((EDUCATION, POLICE, OFFICE, COUNTY, COUNTY_FINANCE, CITY)):
        put(tmp_path / "in", name, figures=times("2021", 10**number))
    roster(
        tmp_path / "r.csv",
        *(EDUCATION, POLICE, AUDIT, OFFICE, COUNTY, (COUNTY_FINANCE, COUNTY)),
        *(OTHER_COUNTY, ("河西县财政局", OTHER_COUNTY)),
    )
    return tmp_path


def rolled(folder: Path, *options: str, status: int = 0, width: int = 400) -> str:
    """Run the roll-up with the roster; return what it says, on a screen without folds."""
    options = ("in", "-o", "city.xlsx", "--roster", "r.csv", "--force", *options)
    done = run("rollup", *options, cwd=folder, width=width)
    assert done.returncode == status, done.stdout + done.stderr
    return done.stdout


def test_each_body_is_counted_once(city: Path) -> None:
    said = rolled(city)
    assert values(city / "city.xlsx")[RECEIVED] == 31 * 1111
    assert f"不计入：{COUNTY_FINANCE}（in/{COUNTY_FINANCE}.xlsx）：上级“{COUNTY}”报送的" in said
    assert f"不计入：{CITY}（in/{CITY}.xlsx）：是本级政府自己的报告，汇总的正是它，不计入。" in said
    assert said.splitlines()[-3].startswith("汇总：计入 4 个机关，没有报送 2 个，")
    assert "有错误没有计入 " in said.splitlines()[-3]
    assert "不能用 0 份，" in said.splitlines()[-3]


def test_missing_bodies_come_first(city: Path) -> None:
    lines = [line for line in rolled(city).splitlines() if line.strip()]
    assert lines[1] == "没有报送的机关 2 个，汇总数中没有它们："
    assert lines[4].split()[0] == AUDIT
    assert lines[5].split() == [
        OTHER_COUNTY,
        "县级人民政府",
        "名册中它的下级",
        "1",
        "个机关，报送了",
        "0",
        "个",
    ]


def test_a_county_without_report_is_the_sum_of_its_bodies(city: Path) -> None:
    (city / "in" / f"{COUNTY}.xlsx").unlink()
    said = rolled(city)
    assert values(city / "city.xlsx")[RECEIVED] == 31 * 10111
    assert re.search(rf"{COUNTY} +县级人民政府 +名册中它的下级 1 个机关，报送了 1 个", said)


def test_a_county_of_its_own_scope_holds_nobody(city: Path) -> None:
    put(city / "in", COUNTY, agency=replace(agency(COUNTY), scope="本机关"))
    rolled(city)
    assert values(city / "city.xlsx")[RECEIVED] == 31 * 10112


def test_a_part_of_the_roster(city: Path) -> None:
    said = rolled(city, "--agency", COUNTY)
    report = govxlsx.read(city / "city.xlsx")
    assert report.figures[RECEIVED].value == 31 * 10000
    assert (report.agency.name, report.agency.kind) == (COUNTY, "县级人民政府")
    assert f"{POLICE}（in/{POLICE}.xlsx）" in said
    assert f"：名册中不在“{COUNTY}”之下，没有计入。" in said


def test_a_body_with_errors_is_summed_in_a_draft_only(city: Path) -> None:
    put(city / "in", POLICE, figures=times("2021", 10, applications__received__total=9999))
    said = rolled(city, status=1)
    assert values(city / "city.xlsx")[RECEIVED] == 31 * 1101
    assert "有错误、没有计入的 1 份（改正后重新汇总，或者用 --draft）：" in said
    assert re.search(
        rf"{POLICE} +in/{POLICE}.xlsx +有 2 处错误：S301 三、依申请公开!J6、S303", said
    )
    said = rolled(city, "--draft", status=1)
    assert "有错误、按草稿计入的 1 份：" in said
    assert values(city / "city.xlsx")[RECEIVED] == 31 * 1111
    assert values(city / "city.xlsx")["applications.received.total"] == 193 * 1101 + 9999
    outcome = govxlsx.check(govxlsx.read(city / "city.xlsx"))
    assert [each.code for each in outcome.findings if each.severity == "error"] == ["S301", "S303"]


def test_unreadable_figures_of_a_draft_are_told(city: Path) -> None:
    put(city / "in", POLICE, figures={"disclosure.penalties.decisions": "约8件"})
    said = rolled(city, "--draft", status=1)
    assert re.search(rf"{POLICE} +二、主动公开!B12 +“约8件”不能当作数字", said)
    assert values(city / "city.xlsx")["disclosure.penalties.decisions"] == 8 * 1101


def test_a_body_that_the_roster_lacks_is_left_out(city: Path) -> None:
    put(city / "in", "河北县档案局")
    said = rolled(city)
    assert (
        "河北县档案局（in/河北县档案局.xlsx）：名册中没有这个机关（按名称和别名），没有计入。"
        in said
    )
    assert values(city / "city.xlsx")[RECEIVED] == 31 * 1111


def test_of_two_submissions_the_later_counts(city: Path) -> None:
    put(city / "in", EDUCATION, file="永宁市教育局（修改）", figures=times("2021", 7))
    shutil.copy(city / "in" / f"{POLICE}.xlsx", city / "in" / "又一份.xlsx")
    said = rolled(city)
    assert values(city / "city.xlsx")[RECEIVED] == 31 * 1117
    assert (
        f"{EDUCATION}（in/永宁市教育局.xlsx）：同一机关还有后一份 in/永宁市教育局（修改）.xlsx"
        "（没有登记簿，按给出的先后），计入后一份。"
    ) in said
    assert "是同一份文件，只计一次。" in said


def test_an_unusable_file_is_told_and_stops_nothing(city: Path) -> None:
    (city / "in" / "坏.xlsx").write_bytes(b"PK")
    said = rolled(city, status=2)
    assert "in/坏.xlsx：文件已损坏：" in said
    assert values(city / "city.xlsx")[RECEIVED] == 31 * 1111


def test_different_years_are_not_added(city: Path) -> None:
    put(city / "in", AUDIT, year=2023)
    done = run("rollup", "in", "-o", "city.xlsx", "--roster", "r.csv", cwd=city)
    assert done.returncode == 2
    assert done.stderr == (
        "不同年度的报告不能相加：2023 年度 1 份、2024 年度 6 份（例如 in/永宁市审计局.xlsx 是 "
        "2023 年度的）。请去掉其他年度的文件，或者用 --year 2024 只汇总一个年度。\n"
    )
    assert not (city / "city.xlsx").exists()
    said = rolled(city, "--year", "2024")
    assert f"{AUDIT}（in/{AUDIT}.xlsx）：是 2023 年度的，不是 2024 年度的。" in said
    assert values(city / "city.xlsx")[RECEIVED] == 31 * 1111


def test_another_edition_is_not_added(city: Path) -> None:
    put(city / "in", AUDIT, "2019", year=2024)
    said = rolled(city, status=1)
    assert "用的是 2019 版的表，2024 年度应当用 2021 版，不能相加" in said
    assert values(city / "city.xlsx")[RECEIVED] == 31 * 1111
    assert "没有报送的机关 1 个" in said


def test_without_roster_double_counting_is_warned_of(tmp_path: Path) -> None:
    put(tmp_path / "in", COUNTY)
    put(tmp_path / "in", POLICE)
    done = run("rollup", "in", "-o", "city.xlsx", cwd=tmp_path, width=400)
    assert done.returncode == 0
    assert "没有提供名册（--roster），不知道还有谁没有报送。" in done.stdout
    assert f"注意：既有统计范围是“本行政区域”的报告（{COUNTY}），也有各部门的报告。" in done.stdout
    assert "机关名称空着：请填写，或者用 --agency 重新汇总。" in done.stdout
    assert values(tmp_path / "city.xlsx")[RECEIVED] == 62


def test_without_roster_the_named_government_is_left_out(city: Path) -> None:
    (city / "in" / f"{COUNTY}.xlsx").unlink()
    run("rollup", "in", "-o", "city.xlsx", "--agency", CITY, cwd=city)
    assert values(city / "city.xlsx")[RECEIVED] == 31 * 10111


@pytest.mark.parametrize(
    ("options", "told"),
    [
        ((), "请用 -o 写明汇总成的文件"),
        (
            ("-o", "c.xlsx", "--roster", "r.csv", "--agency", "永宁县"),
            "名册“r.csv”中没有“永宁县”。",
        ),
        (("-o", "c.xlsx", "--year", "2011"), "没有 2011 年度的表"),
        (("-o", "c.xlsx", "--year", "2022"), "没有可以计入汇总的 2022 年度报告。"),
        (("-o", "in/x.xlsx/c.xlsx", "--roster", "没有.csv"), "没有名册文件“没有.csv”"),
    ],
)
def test_what_does_not_go_is_one_sentence(options: tuple[str, ...], told: str, city: Path) -> None:
    done = run("rollup", "in", *options, cwd=city)
    assert done.returncode == 2
    assert told in done.stderr
    assert not (city / "c.xlsx").exists()


def test_nothing_is_overwritten(city: Path) -> None:
    (city / "city.xlsx").write_bytes(b"mine")
    done = run("rollup", "in", "-o", "city.xlsx", cwd=city)
    assert (done.returncode, (city / "city.xlsx").read_bytes()) == (2, b"mine")


def test_its_own_result_is_no_submission(city: Path) -> None:
    for _ in range(2):
        done = run("rollup", "in", "-o", "in/汇总.xlsx", "--roster", "r.csv", "--force", cwd=city)
        assert done.returncode == 0
        assert values(city / "in" / "汇总.xlsx")[RECEIVED] == 31 * 1111


# the workbook


def test_the_sheet_tells_each_share(city: Path) -> None:
    put(city / "in", POLICE, figures={"applications.received.total": 1})
    rolled(city, status=1)
    sheet = load_workbook(city / "city.xlsx")[SHARES]
    rows = [[cell.value for cell in row] for row in sheet.iter_rows()]
    assert [row[:2] for row in rows[6:9]] == [[1, EDUCATION], [2, OFFICE], [3, COUNTY]]
    assert rows[5][6] == places("2021")["disclosure.regulations.issued"].cell
    at = 6 + list(edition_by_id("2021").field_by_id).index(RECEIVED)
    assert rows[5][at] == places("2021")[RECEIVED].cell
    assert (rows[3][at], rows[4][at]) == ("一、本年新收政府信息公开申请数量", "自然人")
    assert [row[at] for row in rows[6:9]] == [31, 3100, 31000]
    letter = sheet.cell(7, at + 1).column_letter
    assert rows[9][at] == f"=SUM({letter}7:{letter}9)"
    shown = load_workbook(city / "city.xlsx", data_only=True)[SHARES]
    assert shown.cell(10, at + 1).value == 34131
    listed = [row[1] for row in rows[10:]]
    assert [AUDIT in listed, POLICE in listed, COUNTY_FINANCE in listed] == [True] * 3


def test_the_sheet_is_no_fault_of_the_form(city: Path) -> None:
    rolled(city)
    report = govxlsx.read(city / "city.xlsx")
    outcome = govxlsx.check(report)
    assert [each.sheet for each in report.remarks] == []
    assert [each for each in outcome.findings if each.code.startswith("W")] == []
    assert load_workbook(BytesIO((city / "city.xlsx").read_bytes())).sheetnames[-1] == SHARES


def test_the_words_go_on_from_the_governments_own_report(city: Path) -> None:
    put(
        city / "in",
        CITY,
        narrative={"problems": "问题：办理不够快。\n改进：已提速。"},
        notes={"三": "含结转。"},
    )
    said = rolled(city)
    report = govxlsx.read(city / "city.xlsx")
    assert [each.text for each in report.narrative["problems"]] == [
        "问题：办理不够快。",
        "改进：已提速。",
    ]
    assert report.notes["三"].text == "含结转。"
    assert report.agency == agency(CITY)
    assert f"文字部分、备注和联系方式沿用 in/{CITY}.xlsx。" in said


def test_without_own_report_the_words_are_left_to_be_written(city: Path) -> None:
    (city / "in" / f"{CITY}.xlsx").unlink()
    said = rolled(city)
    report = govxlsx.read(city / "city.xlsx")
    assert not any(report.narrative.values())
    assert (report.agency.name, report.agency.scope) == (CITY, "本行政区域")
    assert "文字部分和联系方式空着" in said


# the government's own figures


def compared(city: Path, *options: str, status: int = 0) -> str:
    done = run(
        "rollup", "in", "--roster", "r.csv", "--against", "own.xlsx", *options, cwd=city, width=400
    )
    assert done.returncode == status, done.stdout + done.stderr
    return done.stdout


def own(city: Path, **changes: Number | str | None) -> None:
    put(city, CITY, file="own", figures=times("2021", 1111, **changes))


def test_equal_figures_are_told(city: Path) -> None:
    own(city)
    assert "与 own.xlsx 逐格比较：200 格全部相同。" in compared(city, "--strict")
    assert not (city / "city.xlsx").exists()


def test_a_difference_is_told_with_what_could_explain_it(city: Path) -> None:
    own(
        city,
        disclosure__licensing__decisions=31 * 1111 - 310,
        disclosure__penalties__decisions=8 * 1111 - 80,
        disclosure__coercion__decisions=5,
    )
    said = compared(city)
    assert "提醒：与 own.xlsx 逐格比较，200 格中有 3 格不同" in said
    assert re.search(rf"二、主动公开!B9 .*34131 +34441 +-310 +“{POLICE}”本级可能没有计入", said)
    assert re.search(r"二、主动公开!B13 +行政强制，本年处理决定数量 +5 +0 +\+5 *\n", said)
    assert f"可以解释其中 2 格：“{POLICE}”本级可能没有计入。" in said
    assert "还有 2 个机关没有报送或没有计入，差额也可能由此产生。" in said
    compared(city, "--strict", status=1)


@pytest.mark.parametrize(
    ("factor", "reason"),
    [
        (1111 + 10, f"“{POLICE}”本级可能计了两次"),
        (1111 + 10**4, f"“{COUNTY_FINANCE}”没有计入汇总，本级可能计入了"),
        (1111 + 5, f"“{EDUCATION}”本级可能用的是较早的 in/0.xlsx"),
    ],
)
def test_other_explanations(factor: int, reason: str, city: Path) -> None:
    put(city / "in", EDUCATION, file="0", figures=times("2021", 6))
    put(city, CITY, file="own", figures=times("2021", factor))
    said = compared(city)
    assert re.search(rf"可以解释其中 1\d\d 格：{re.escape(reason)}。", said)


def test_a_report_that_is_not_the_sum_is_informed_only(city: Path) -> None:
    put(city, CITY, file="own", agency=replace(agency(CITY), scope="本机关"))
    said = compared(city, "--strict")
    assert "说明：与 own.xlsx 逐格比较，200 格中有 " in said
    assert "不一定等于各机关之和" in said


def test_figures_that_cannot_be_compared_are_told(city: Path) -> None:
    own(city, disclosure__penalties__decisions="若干")
    said = compared(city)
    assert "二、主动公开!B12 是“若干”，没有单位或不是数字，没有比较。" in said


def test_an_own_report_that_cannot_be_used_is_named(city: Path) -> None:
    done = run("rollup", "in", "--against", "nowhere.xlsx", cwd=city)
    assert done.returncode == 2
    assert done.stderr.startswith("--against 的“nowhere.xlsx”不能用：没有这个文件")


def test_another_year_is_not_compared(city: Path) -> None:
    put(city, CITY, file="own", year=2023)
    done = run("rollup", "in", "--against", "own.xlsx", cwd=city)
    assert done.returncode == 2
    assert done.stderr.startswith(
        "--against 的“own.xlsx”是2023 年度、2021 版的，汇总的是 2024 年度"
    )


# an archive


def test_an_archive_is_summed_by_its_register(city: Path) -> None:
    put(city / "late", EDUCATION, figures=times("2021", 3))
    put(city / "bad", AUDIT, figures={"applications.received.total": 1})
    run("archive", "late", "--into", "arch", "--received", "2025-01-25", cwd=city)
    run("archive", "in", "--into", "arch", "--received", "2025-01-10", cwd=city)
    run("archive", "bad", "--into", "arch", "--received", "2025-01-10", cwd=city)
    done = run("rollup", "arch", "-o", "city.xlsx", "--roster", "r.csv", cwd=city, width=400)
    assert done.returncode == 1
    assert values(city / "city.xlsx")[RECEIVED] == 31 * 1113
    assert "（按登记簿的先后），计入后一份。" in done.stdout
    assert re.search(
        rf"{AUDIT} +bad/{AUDIT}.xlsx +有 2 处错误：.*归档中没有它的工作簿", done.stdout
    )
    mixed = run("rollup", "arch", "in", "-o", "c2.xlsx", cwd=city)
    assert (mixed.returncode, "“arch”是归档文件夹，请单独汇总它" in mixed.stderr) == (2, True)


def test_nothing_but_the_governments_own_report_is_no_roll_up(tmp_path: Path) -> None:
    put(tmp_path, CITY, file="own")
    done = run("rollup", "own.xlsx", "--against", "own.xlsx", "-o", "r.xlsx", cwd=tmp_path)
    assert (done.returncode, "没有可以汇总的报告" in done.stderr) == (2, True)
