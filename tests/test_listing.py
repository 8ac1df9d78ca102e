"""How findings are read: their order, one mend once, and what is too many for a screen."""

import json
from pathlib import Path

import pytest
from command import run
from page_results import result
from reports import balanced, made

from govxlsx.checking.rule import Severity
from govxlsx.showing.annotation.marks import gather
from govxlsx.showing.listing import cause_cell, in_order, listed


def test_errors_then_warnings_then_notes_each_by_sheet_and_cell() -> None:
    given = result("faults")
    assert given.outcome is not None
    assert given.report is not None
    order = in_order(given.outcome.findings, given.report.form)
    ranks = [list(Severity).index(each.severity) for each in order]
    assert ranks == sorted(ranks)
    assert sorted(order, key=id) == sorted(given.outcome.findings, key=id)
    sheets = [part.sheet for part in given.report.form.parts]
    errors = [sheets.index(str(each.sheet)) for each in order if each.severity is Severity.ERROR]
    assert errors == sorted(errors)


def test_sums_that_one_cell_mends_are_one_item_led_by_the_cell() -> None:
    given = result("faults")
    assert given.outcome is not None
    assert given.report is not None
    items = listed(given.outcome.findings, given.report.form)
    led = {item.cell: item for item in items if item.lead is not None}
    assert [each.cell for each in led["E9"].findings] == ["J9", "E29"]
    assert str(led["E9"].lead).startswith("改 E9：5 → 3，下面 2 处合计就都对了。")
    assert led["E9"].codes == "S301、S302"
    assert {cause_cell(each) for each in led["E9"].findings} == {"E9"}


def test_a_fraction_is_not_made_whole_by_chance() -> None:
    given = result("faults")
    assert given.outcome is not None
    assert given.report is not None
    items = listed(given.outcome.findings, given.report.form)
    (doubted,) = [item for item in items if item.cell == "G19" and item.lead is not None]
    assert str(doubted.lead).startswith("先核对 G19：现在是 1.5，件数应当是整数。改为 1 的，")
    assert "台账上不是 1 的，合计也要改。" in str(doubted.lead)


def test_only_one_severity() -> None:
    given = result("faults")
    assert given.outcome is not None
    assert given.report is not None
    shown = in_order(given.outcome.findings, given.report.form, Severity.WARNING)
    assert {each.severity for each in shown} == {Severity.WARNING}


def test_what_the_text_says_of_a_table_is_marked_on_the_table() -> None:
    given = result("2021-suqian-city", figures={"applications.received.natural_person": 3512})
    assert given.outcome is not None
    assert given.report is not None
    told = [each for each in given.outcome.findings if each.code.startswith("T6")]
    assert told
    marks = gather(told, given.report)
    sheets = {each.sheet for each in told}
    assert set(marks) == {*sheets, "三、依申请公开"}
    cells = {cell for each in told for cell in each.cells}
    assert len(marks["三、依申请公开"]) == len(cells)
    for sheet in sheets:
        assert len(marks[str(sheet)]) == len({each.cell for each in told if each.sheet == sheet})


@pytest.fixture
def faulty(tmp_path: Path) -> Path:
    data = (Path(__file__).parents[1] / "examples/faults/report.xlsx").read_bytes()
    for number in range(11):
        (tmp_path / f"{number:02}.xlsx").write_bytes(data)
    return tmp_path


def test_more_than_ten_files_are_a_table(faulty: Path) -> None:
    many = run("check", ".", cwd=faulty, width=120).stdout
    assert "S301" not in many
    assert many.count("改正后重新报送") == 11
    assert "共 11 个文件：" in many
    assert many.count("2024 年度有 11 份") == 1
    few = run("check", "00.xlsx", "01.xlsx", cwd=faulty).stdout
    assert few.count("改 E9：5 → 3") == 2
    assert run("check", ".", "--only", "errors", cwd=faulty).stdout.count("改 E9：5 → 3") == 11
    (faulty / "good.xlsx").write_bytes(made(balanced("2021")))
    sifted = run("check", ".", "--only", "errors", cwd=faulty).stdout
    assert ("good.xlsx" in sifted, "没有错误 1、有错误 11" in sifted) == (False, True)
    assert "没有发现问题" in run("check", "good.xlsx", "--only", "errors", cwd=faulty).stdout
    assert run("check", ".", "-o", "all.txt", cwd=faulty).stderr.count("不合") == 0
    assert "里写的是 text，与结尾 .csv 不合" in run("check", ".", "-o", "a.csv", cwd=faulty).stderr
    named = run("check", ".", "--format", "xlsx", "-o", "a", cwd=faulty)
    assert "“a”里写的是 xlsx，而文件名没有结尾" in named.stderr
    assert (faulty / "a").read_bytes().startswith(b"PK")
    assert (faulty / "all.txt").read_text("utf-8").count("改 E9：5 → 3") == 11


def test_quiet_is_one_line_a_file(faulty: Path) -> None:
    lines = run("check", "00.xlsx", "--quiet", cwd=faulty).stdout.splitlines()
    assert len(lines) == 1
    assert lines[0].startswith("✗ 00.xlsx：错误 ")


@pytest.mark.parametrize(
    "arguments",
    [
        ("--quiet", "-v"),
        ("--quiet", "--only", "errors"),
        ("--quiet", "--format", "csv"),
        ("--only", "errors", "--format", "json"),
    ],
    ids=" ".join,
)
def test_what_contradicts_itself_is_refused(faulty: Path, arguments: tuple[str, ...]) -> None:
    done = run("check", "00.xlsx", *arguments, cwd=faulty)
    assert done.returncode == 2
    assert "--quiet" in done.stderr or "--only" in done.stderr


def test_json_keeps_the_sums_single_and_has_no_other_keys(faulty: Path) -> None:
    done = run("check", "00.xlsx", "--format", "json", cwd=faulty)
    (one,) = json.loads(done.stdout)["files"]
    assert all("lead" not in each for each in one["findings"])
    cause = "applications.partly_disclosed.enterprise"
    assert [each["cell"] for each in one["findings"] if each["cause"] == cause] == ["J9", "E29"]
