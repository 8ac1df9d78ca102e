"""What commands say where many files, other reports or unusable ones are given."""

from dataclasses import replace
from pathlib import Path

import pytest
from command import run
from openpyxl import load_workbook
from reports import AGENCY, APPLICATIONS, balanced, made, put

from govxlsx.showing.folding import cells, fold, fold_evenly, share

DAMAGED = b"PK\x03\x04 no archive"
LONG = "batch/永宁市人民政府办公室2024年度报告报送稿.xlsx"

ROWS = (*range(6, 29), 30)


@pytest.fixture
def desk(tmp_path: Path) -> Path:
    (tmp_path / "good.xlsx").write_bytes(made(balanced("2021")))
    (tmp_path / "bad.xlsx").write_bytes(DAMAGED)
    (tmp_path / "many").mkdir()
    for number in range(11):
        agency = replace(AGENCY, name=f"永宁市第{number}局")
        path = tmp_path / "many" / f"{agency.name}2024年度政府信息公开工作报告报送稿.xlsx"
        path.write_bytes(made(balanced("2021", agency=agency)))
    (tmp_path / "many" / "bad.xlsx").write_bytes(DAMAGED)
    return tmp_path


@pytest.mark.parametrize("width", range(8, 60))
def test_a_cell_of_a_table_is_folded_into_even_lines(width: int) -> None:
    lines = fold_evenly(LONG, width).split("\n")
    assert "".join(lines) == LONG
    assert max(map(cells, lines)) <= width
    assert lines[-1] != ".xlsx" or width < 12


@pytest.mark.parametrize(
    ("wanted", "room", "widths"),
    [([10, 20], 40, [10, 20]), ([60, 10], 40, [30, 10]), ([60, 50], 40, [20, 20]), ([], 9, [])],
)
def test_narrow_columns_have_what_they_want(
    wanted: list[int], room: int, widths: list[int]
) -> None:
    assert share(wanted, room) == widths


def test_the_table_of_a_batch_has_no_lone_suffix_and_says_below_what_cannot_be_used(
    desk: Path,
) -> None:
    done = run("check", "many", cwd=desk)
    lines = [line.strip() for line in done.stdout.splitlines()]
    assert ".xlsx" not in lines
    assert max(map(cells, done.stdout.splitlines())) <= 80
    assert sum("不能用，见下面" in line for line in lines) == 1
    at = lines.index("✗ many/bad.xlsx：不能用")
    assert lines[at + 1].startswith("文件已损坏")


def test_many_documents_are_told_without_each_finding(desk: Path) -> None:
    done = run("build", "many", "-o", "out", cwd=desk, width=400)
    assert done.returncode == 2
    assert "怎么办" not in done.stdout
    assert "文件已损坏" in done.stdout
    assert done.stdout.count("已生成 ") == 11
    assert "govxlsx check 文件名" in done.stdout


def test_another_report_is_told_as_one(desk: Path) -> None:
    other = balanced("2021", agency=replace(AGENCY, name="河东县教育局"), year=2023)
    figures = dict.fromkeys(other.figures, 7)
    (desk / "other.xlsx").write_bytes(made(replace(other, figures=figures)))
    run("build", "good.xlsx", "-o", "out", cwd=desk)
    done = run("published", "out", "--against", "other.xlsx", cwd=desk, width=400)
    assert done.returncode == 1
    assert "像是另一份报告" in done.stdout
    assert len(done.stdout.splitlines()) == 4


def test_a_folder_with_the_name_of_a_file_is_not_made(desk: Path) -> None:
    run("build", "good.xlsx", "--format", "html", "-o", "out", cwd=desk)
    page = next((desk / "out").glob("*报告.html"))
    for name in ("last.xlsx", "last.json"):
        done = run("import", str(page), "--year", "2024", "-o", name, cwd=desk)
        assert (done.returncode, "-o 是放结果的文件夹" in done.stderr) == (2, True)
        assert not (desk / name).exists()
    (desk / "old.json").mkdir()
    assert run("import", str(page), "--year", "2024", "-o", "old.json", cwd=desk).returncode == 0


@pytest.mark.parametrize(
    "command",
    [
        ("new", "--year", "2025", "--previous", "bad.xlsx", "-o", "n.xlsx"),
        ("new", "--roster", "bad.xlsx", "--year", "2026", "-o", "n"),
    ],
)
def test_a_file_that_cannot_be_used_is_named_with_the_reason(
    desk: Path, command: tuple[str, ...]
) -> None:
    done = run(*command, cwd=desk, width=400)
    assert done.returncode == 2
    assert "“bad.xlsx”" in done.stderr
    assert "文件已损坏：" in done.stderr
    assert "W104" not in done.stderr


def test_output_that_tells_of_faults_says_how_many(desk: Path) -> None:
    done = run("check", "many", "--format", "csv", "-o", "out.csv", cwd=desk)
    assert done.stderr.splitlines()[-1] == "共 12 个文件：没有错误 11、有错误 0、不能用 1"
    done = run("check", "good.xlsx", "--format", "csv", "-o", "one.csv", cwd=desk)
    assert done.stderr.splitlines() == ["已写入 one.csv"]


@pytest.mark.parametrize(
    ("text", "width", "lines"),
    [
        ("一二三", 6, ["一二三"]),
        ("一二三四五六七", 6, ["一二三", "四五六", "七"]),
        ("一二三四五六，七", 6, ["一二三", "四五六，", "七"]),
        ("一二（三四）", 6, ["一二", "（三四）"]),
        ("共 1234567 件", 6, ["共", "123456", "7 件"]),
    ],
)
def test_lines_are_filled_to_the_last_cell(text: str, width: int, lines: list[str]) -> None:
    assert fold(text, width) == lines


def test_a_cell_of_a_table_leaves_room_for_marks() -> None:
    assert fold_evenly("一二三四五六，", 12) == "一二三\n四五六，"
    assert fold_evenly("一二三四五六", 12) == "一二三四五六"


def test_many_sums_of_one_mend_are_told_by_the_first_everywhere(tmp_path: Path) -> None:
    path = tmp_path / "a.xlsx"
    path.write_bytes(made(balanced("2021"), put(APPLICATIONS, **{f"J{row}": 777 for row in ROWS})))
    told = run("check", path, cwd=tmp_path).stdout
    assert told.count("S301 J") == 1 + 3
    assert f"等 {len(ROWS)} 处（加 -v 逐处列出）。" in told
    assert run("check", "-v", path, cwd=tmp_path).stdout.count("S301 J") == 1 + len(ROWS)
    page = run("check", path, "--format", "html", cwd=tmp_path).stdout
    assert f"<summary>等 {len(ROWS)} 处，其余 {len(ROWS) - 3} 处</summary>" in page
    run("check", path, "--annotate", "copies", cwd=tmp_path)
    (copy,) = (tmp_path / "copies").glob("*.xlsx")
    sheet = load_workbook(copy).worksheets[0]
    said = [str(row[0]) for row in sheet.iter_rows(min_row=5, values_only=True) if row[3] == "S301"]
    assert len(said) == 1 + 3 + 1
    assert said[-1] == f"等 {len(ROWS)} 处，其余 {len(ROWS) - 3} 处见各格的批注。"
