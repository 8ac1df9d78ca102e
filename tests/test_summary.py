"""``summary`` and ``check --format xlsx``: one workbook, whose totals are those of the roll-up."""

from pathlib import Path
from zipfile import ZipFile

import pytest
from command import run
from openpyxl import Workbook, load_workbook
from rollup_bodies import CITY, put, roster, times

from govxlsx.reading import read

SHEETS = ["总览", "问题清单", "按检查项", "数据", "指标", "未报和退回", "说明"]


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A city of six bodies: four that count, one with an error, one missing, one file unusable."""
    folder = tmp_path_factory.mktemp("desk")
    names = [f"永宁市第{number}局" for number in range(6)]
    for number, name in enumerate(names[:5]):
        changes = {"applications__received__total": 999} if number == 4 else {}
        put(folder / "报送", name, figures=times("2021", 40 * number + 1, **changes))
    (folder / "报送" / "坏.xlsx").write_bytes(b"broken")
    roster(folder / "名册.csv", *names)
    return folder


def summary(desk: Path, source: str, *more: str) -> Workbook:
    (desk / "汇总.xlsx").unlink(missing_ok=True)
    told = ("summary", source, "--roster", "名册.csv", "-o", "汇总.xlsx", *more)
    done = run(*told, cwd=desk, width=200)
    assert done.returncode == (2 if "坏.xlsx" in done.stderr else 1), done.stderr
    return load_workbook(desk / "汇总.xlsx")


def column(book: Workbook, sheet: str, label: str, header: int = 3) -> list[object]:
    """Return the values below a label."""
    rows = list(book[sheet].values)
    place = rows[header - 1].index(label)
    return [row[place] for row in rows[header:]]


def test_all_sheets_and_their_charts(desk: Path) -> None:
    book = summary(desk, "报送")
    assert book.sheetnames == SHEETS
    assert column(book, "总览", "结果")[:6].count("没有错误") == 4
    assert "有错误" in column(book, "总览", "结果")
    assert "不能用" in column(book, "总览", "结果")
    assert column(book, "问题清单", "级别")[0] == "错误"
    with ZipFile(desk / "汇总.xlsx") as package:
        charts = [name for name in package.namelist() if name.startswith("xl/charts/chart")]
        ranked = max((package.read(each) for each in charts), key=len)
    assert len(charts) == 3
    names, _, numbers = ranked.partition(b"<c:catAx>")[2].partition(b"<c:valAx>")
    assert b'orientation val="maxMin"' in names  # the first one on top
    assert b'orientation val="minMax"' in numbers  # from the left
    owing = column(book, "未报和退回", "机关名称")
    assert owing == ["永宁市第5局", "永宁市第4局"]


def test_totals_are_those_of_the_rollup(desk: Path) -> None:
    book = summary(desk, "报送")
    (desk / "市.xlsx").unlink(missing_ok=True)
    run("rollup", "报送", "--roster", "名册.csv", "-o", "市.xlsx", cwd=desk)
    total = read(desk / "市.xlsx")
    assert total.agency.name == CITY
    rows = list(load_workbook(desk / "汇总.xlsx", data_only=True)["数据"].values)
    sums = next(row for row in rows if row[0] == "合计")
    values = [each.value for each in total.figures.values()]
    assert list(sums[6 : 6 + len(values)]) == [
        float(each) if each is not None and each != int(each) else each for each in values
    ]
    text = column(book, "指标", "公开率（办结）")[4]
    concluded = total.figures["applications.concluded.total"].value
    assert f"/{concluded}）" in str(text)


def test_an_archive_tells_states_and_days(desk: Path) -> None:
    run("archive", "报送", "--into", "档案", "--received", "2025-01-20", cwd=desk)
    book = summary(desk, "档案", "--year", "2024", "--as-of", "2025-01-21")
    assert column(book, "未报和退回", "状态")[0] == "已退回"
    waiting = column(book, "未报和退回", "机关名称").index("永宁市第5局")
    assert column(book, "未报和退回", "时间")[waiting] == "还有 10 天"
    assert len(column(book, "数据", "机关名称")) >= 4
    returned = column(book, "未报和退回", "情况")[0]
    assert "已退回（报送/永宁市第4局.xlsx），问题 2 处：\nS301 " in str(returned)


def test_what_does_not_tell_its_body_is_told_with_a_year_too(desk: Path) -> None:
    run("archive", "报送", "--into", "档案2", "--received", "2025-01-20", cwd=desk)
    book = summary(desk, "档案2", "--year", "2024", "--as-of", "2025-01-21")
    assert column(book, "总览", "结果").count("不能用") == 1
    for more in ((), ("--year", "2024")):
        words = ("rollup", "档案2", "--roster", "名册.csv", "-o", "市2.xlsx", "--force")
        done = run(*words, *more, cwd=desk, width=200)
        assert "另有 1 份报送看不出机关或年度，没有计入" in done.stdout, done.stderr


def test_what_was_changed_in_the_archive_is_not_counted_and_told(tmp_path: Path) -> None:
    for number in (1, 2, 3):
        put(tmp_path / "报送", f"永宁市第{number}局", figures=times("2021", number))
    run("archive", "报送", "--into", "档案", cwd=tmp_path)
    put(tmp_path, "永宁市第1局", figures=times("2021", 900), file="改动")
    first, second = (
        next((tmp_path / "档案").rglob(f"永宁市第{number}局*.xlsx")) for number in (1, 2)
    )
    first.write_bytes((tmp_path / "改动.xlsx").read_bytes())
    second.unlink()
    total = times("2021", 3)["applications.received.total"]
    for command in ("rollup", "summary"):
        done = run(command, "档案", "-o", f"{command}.xlsx", cwd=tmp_path, width=400)
        said = done.stdout + done.stderr
        assert done.returncode == 2, said
        assert f"{first.name}：归档以后被改动过，不是接收的那一份，没有计入" in said.replace(
            "\n", ""
        )
        assert second.name in said
    summed = read(str(tmp_path / "rollup.xlsx"))
    assert summed.figures["applications.received.total"].value == total


def test_nothing_can_be_counted(tmp_path: Path) -> None:
    put(tmp_path / "报送", "永宁市第1局", figures={"applications.received.total": 999})
    roster(tmp_path / "名册.csv", "永宁市第1局")
    book = summary(tmp_path, "报送")
    assert book.sheetnames == SHEETS
    assert "没有可以计入汇总的" in str(book["数据"]["A2"].value)


def test_what_cannot_be_used_is_named_and_counts(tmp_path: Path) -> None:
    put(tmp_path / "报送", "永宁市第1局")
    (tmp_path / "报送" / "旧表.xls").write_bytes(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1")
    (tmp_path / "报送" / "通知.txt").write_text("通知", encoding="utf-8")
    done = run("summary", "报送", "没有.xlsx", "-o", "out.xlsx", cwd=tmp_path, width=200)
    assert done.returncode == 2
    assert all(each in done.stderr for each in ("旧表.xls：", "没有.xlsx：", "通知.txt"))
    assert "3 份报送" in done.stderr + done.stdout
    assert "永宁市第1局" in column(load_workbook(tmp_path / "out.xlsx"), "数据", "机关名称")


def test_a_name_is_no_formula(tmp_path: Path) -> None:
    put(tmp_path / "报送", "永宁市第1局", file="=1+1")
    (tmp_path / "out.xlsx").unlink(missing_ok=True)
    done = run("check", "报送", "--format", "xlsx", "-o", "out.xlsx", cwd=tmp_path)
    assert done.returncode == 0, done.stderr
    book = load_workbook(tmp_path / "out.xlsx")
    assert book.sheetnames == SHEETS[:3]
    cells = [cell for sheet in book for row in sheet.iter_rows() for cell in row]
    assert not [cell for cell in cells if cell.data_type == "f"]


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (("summary", ".", "-o", "a.csv"), "用 -o 写明 .xlsx 文件"),
        (("check", ".", "--format", "xlsx"), "xlsx 请用 -o 写明文件名"),
    ],
)
def test_what_does_not_go_together(tmp_path: Path, arguments: tuple[str, ...], told: str) -> None:
    done = run(*arguments, cwd=tmp_path, width=200)
    assert done.returncode == 2
    assert told in done.stderr
