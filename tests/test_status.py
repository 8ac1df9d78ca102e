"""The status: who is in time, late, missing or returned, by the register and the law."""

import csv
import io
from datetime import date
from pathlib import Path

import lxml.html
import pytest
from command import run
from rollup_bodies import CITY, put, roster, times

from govxlsx.desk.roster.file import load
from govxlsx.desk.roster.model import Body
from govxlsx.desk.status import STATE_WORDS, BodyState, Status, deadline, take_stock, timing
from govxlsx.desk.status.page import render

EDUCATION, POLICE, AUDIT, FINANCE = "永宁市教育局", "永宁市公安局", "永宁市审计局", "永宁市财政局"
COUNTY, STRANGER = "河东县人民政府", "河北县档案局"
WRONG = {"applications.received.total": 1}


@pytest.fixture(scope="module")
def city(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An archive of four days, the last of them 2025-02-20, and its roster."""
    folder = tmp_path_factory.mktemp("city")
    put(folder / "1", EDUCATION)
    put(folder / "1", POLICE, figures=WRONG)
    put(folder / "1", AUDIT, figures=WRONG)
    put(folder / "1", EDUCATION, year=2023, file="上年")
    (folder / "1" / "坏.xlsx").write_bytes(b"PK")
    put(folder / "2", AUDIT, file="改正")
    put(folder / "2", COUNTY)
    put(folder / "2", STRANGER)
    put(folder / "3", EDUCATION, file="更正", notes={"三": "更正。"})
    put(folder / "4", COUNTY, file="又一份", figures=WRONG)
    for number, day in enumerate(("01-31", "02-10", "02-15", "02-20"), 1):
        done = run(
            "archive", str(number), "--into", "arch", "--received", f"2025-{day}", cwd=folder
        )
        assert done.returncode in (0, 1, 2)
    roster(folder / "r.csv", EDUCATION, POLICE, AUDIT, FINANCE, COUNTY)
    return folder


def stock(city: Path, on: str, year: int = 2024) -> Status:
    return take_stock(load(city / "r.csv"), city / "arch", year, date.fromisoformat(on))


def states(found: Status) -> dict[str, BodyState]:
    return {each.body.name: each.state for each in found.standings}


def test_deadlines_are_those_of_article_49() -> None:
    kinds = {
        "政府部门": (1, 31),
        "政府办公厅（室）": (1, 31),
        "乡镇人民政府或街道办事处": (1, 31),
        "县级人民政府": (3, 31),
        "设区的市或自治州人民政府": (3, 31),
        "省级人民政府": (3, 31),
    }
    for kind, (month, day) in kinds.items():
        assert deadline(Body("某", kind), 2024) == date(2025, month, day), kind


def test_on_the_last_day_nobody_is_late(city: Path) -> None:
    assert states(stock(city, "2025-01-31")) == {
        CITY: BodyState.WAITING,
        EDUCATION: BodyState.DONE,
        POLICE: BodyState.RETURNED,
        AUDIT: BodyState.RETURNED,
        FINANCE: BodyState.WAITING,
        COUNTY: BodyState.WAITING,
    }


def test_after_the_deadline(city: Path) -> None:
    found = stock(city, "2025-02-20")
    assert states(found) == {
        CITY: BodyState.WAITING,
        EDUCATION: BodyState.DONE,
        POLICE: BodyState.RETURNED,
        AUDIT: BodyState.LATE,
        FINANCE: BodyState.OVERDUE,
        COUNTY: BodyState.DONE,
    }
    late = {each.body.name: each.days_late for each in found.standings}
    assert late == {CITY: 0, EDUCATION: 0, POLICE: 20, AUDIT: 10, FINANCE: 20, COUNTY: 0}
    assert [each.body.name for each in found.worst_first] == [
        *(FINANCE, POLICE, CITY, AUDIT, EDUCATION, COUNTY)
    ]


def test_a_government_is_late_from_april_on(city: Path) -> None:
    assert states(stock(city, "2025-03-31"))[CITY] is BodyState.WAITING
    assert states(stock(city, "2025-04-01"))[CITY] is BodyState.OVERDUE


def test_what_was_returned_is_told_with_codes_and_places(city: Path) -> None:
    found = {each.body.name: each for each in stock(city, "2025-02-20").standings}
    faults = found[POLICE].faults
    assert [each.partition("：")[0] for each in faults] == [
        *("S301 三、依申请公开!J6", "S303 三、依申请公开!J30")
    ]
    assert all("总计" in each for each in faults)
    assert found[POLICE].sentences == (
        f"2025-01-31 报送、已退回（1/{POLICE}.xlsx），问题 2 处：",
        *faults,
    )
    assert found[AUDIT].sentences == ()
    assert found[COUNTY].sentences == (
        "接收之后又报送的一份，2025-02-20 报送、已退回（4/又一份.xlsx），问题 2 处：",
        *faults,
    )
    assert found[EDUCATION].sentences == ("2025-02-15 又报送了更正的一份",)
    assert found[EDUCATION].received == date(2025, 1, 31)
    assert found[EDUCATION].submissions == 2


def test_what_belongs_to_nobody_is_told(city: Path) -> None:
    found = stock(city, "2025-02-20")
    assert [each.agency for each in found.strangers] == [STRANGER]
    assert [each.path for each in found.unknown] == ["1/坏.xlsx"]
    assert stock(city, "2025-02-20", 2023).unknown == ()


def test_another_year_is_another_status(city: Path) -> None:
    found = stock(city, "2025-02-20", 2023)
    assert states(found)[EDUCATION] is BodyState.LATE
    assert found.count(BodyState.OVERDUE) == 5


def test_the_table(city: Path) -> None:
    for width in (80, 120):
        done = run(
            *("status", "arch", "--roster", "r.csv", "--as-of", "2025-02-20"), cwd=city, width=width
        )
        assert done.returncode == 0, done.stderr
        lines = done.stdout.splitlines()
        assert lines[0] == "2024 年度报告，截至 2025-02-20"
        told = "名册中共 6 个机关：逾期未报 1、已退回 1、未到期限 1、迟报 1、已报送 2。"
        assert lines[1] == told
        assert max(map(cells, lines)) <= width
        assert [FINANCE, "逾期未报", "—", "2025-01-31", "已逾期", "20", "天"] in [
            [word for word in line.split() if word != "政府部门"] for line in lines
        ]
        assert ("类别" in lines[2]) == (width == 120)
        assert (
            f"名册中没有的机关，1 份：\n  {STRANGER}，2025-02-10，2/{STRANGER}.xlsx" in done.stdout
        )


def cells(line: str) -> int:
    return sum(2 if ord(each) > 0x2E80 else 1 for each in line)


def test_the_default_year_is_the_year_before(city: Path) -> None:
    done = run("status", "arch", "--roster", "r.csv", "--as-of", "2024-02-01", cwd=city)
    assert done.stdout.splitlines()[0] == "2023 年度报告，截至 2024-02-01"
    assert run("status", "arch", "--roster", "r.csv", cwd=city).returncode == 0


def test_a_year_without_submissions_names_the_years_that_have_some(city: Path) -> None:
    done = run("status", "arch", "--roster", "r.csv", "--year", "2031", cwd=city, width=200)
    assert "归档里没有这个年度的报送，有的是 " in done.stdout
    assert "用 --year 指定年度" in done.stdout
    assert stock(city, "2025-02-10").other_years == ()


def test_csv_for_excel(city: Path) -> None:
    options = ("--as-of", "2025-02-20", "--format", "csv", "-o", "s.csv")
    assert run("status", "arch", "--roster", "r.csv", *options, cwd=city).returncode == 0
    data = (city / "s.csv").read_bytes()
    assert data.startswith(b"\xef\xbb\xbf")
    rows = list(csv.DictReader(io.StringIO(data.decode("utf-8-sig"))))
    assert [row["机关名称"] for row in rows] == [
        *(CITY, EDUCATION, POLICE, AUDIT, FINANCE, COUNTY, STRANGER, "")
    ]
    police = {key: value for key, value in rows[2].items() if value}
    assert police.pop("退回的问题").count("\n") == 1
    assert police == {
        "机关名称": POLICE,
        "机关类别": "政府部门",
        "上级机关": CITY,
        "状态": "已退回",
        "期限": "2025-01-31",
        "迟几天": "20",
        "份数": "1",
        "退回日期": "2025-01-31",
        "退回的文件": f"1/{POLICE}.xlsx",
    }
    assert rows[6]["状态"] == "名册中没有"
    waiting = {row["机关名称"]: row["还有几天"] for row in rows if row["还有几天"]}
    assert waiting == {row["机关名称"]: "39" for row in rows if row["状态"] == "未到期限"}
    assert waiting
    again = run("status", "arch", "--roster", "r.csv", "-o", "s.csv", cwd=city)
    assert (again.returncode, "已经存在" in again.stderr) == (2, True)


def test_text_into_a_file(city: Path) -> None:
    run("status", "arch", "--roster", "r.csv", "--as-of", "2025-02-20", "-o", "s.txt", cwd=city)
    text = (city / "s.txt").read_text(encoding="utf-8")
    assert text.startswith("2024 年度报告，截至 2025-02-20\n")
    assert "\x1b" not in text


def test_the_page(city: Path) -> None:
    options = ("--as-of", "2025-02-20", "--format", "html", "-o", "s.html")
    assert run("status", "arch", "--roster", "r.csv", *options, cwd=city).returncode == 0
    text = (city / "s.html").read_text(encoding="utf-8")
    assert text == render(stock(city, "2025-02-20"))
    tree = lxml.html.document_fromstring(text)
    assert tree.xpath("string(//h1)") == "2024 年度政府信息公开工作年度报告报送情况"
    assert tree.xpath("//main//h2/text()") == [
        *("逾期未报（1）", "已退回（1）", "未到期限（1）", "迟报（1）", "已报送（2）"),
        *("名册中没有的机关（1）", "看不出机关或年度的报送（1）"),
    ]
    (row,) = tree.xpath(f"//tr[th='{POLICE}']")
    assert [" ".join(cell.text_content().split()) for cell in row][3:7] == [
        *("✗ 已退回", "—", "2025-01-31", "1")
    ]
    assert "已逾期 20 天" in row.text_content()
    assert "S301 三、依申请公开!J6" in row.getnext().text_content()
    assert not tree.xpath("//script | //img | //@src | //a[not(starts-with(@href, '#'))]")
    assert tree.xpath("//html/@lang") == ["zh-CN"]
    assert {str(each) for each in tree.xpath("//th/@scope")} == {"col", "row"}
    ids = tree.xpath("//@id")
    assert len(ids) == len(set(ids))


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (("in", "--roster", "r.csv"), "“in”不是归档文件夹"),
        (("arch", "--roster", "没有.csv"), "没有名册文件“没有.csv”"),
        (("arch", "--roster", "r.csv", "--as-of", "昨天"), "--as-of 应当是一个日期"),
        (("arch",), "缺少选项“--roster”。"),
    ],
)
def test_what_does_not_go_is_one_sentence(
    arguments: tuple[str, ...], told: str, city: Path
) -> None:
    done = run("status", *arguments, cwd=city)
    assert done.returncode == 2
    assert told in done.stderr


def test_every_state_has_its_word() -> None:
    assert set(STATE_WORDS) == set(BodyState)


def test_the_history_of_a_body(tmp_path: Path) -> None:
    first = {"applications__received__total": 999, "proceedings__reconsideration__total": 99}
    put(tmp_path / "1", EDUCATION, figures=times("2021", 1, **first))
    put(tmp_path / "2", EDUCATION, figures=times("2021", 1, applications__received__total=999))
    put(tmp_path / "3", EDUCATION, figures=times("2021", 1))
    for number, day in enumerate(("2025-01-10", "2025-01-12", "2025-01-15"), 1):
        run("archive", str(number), "--into", "arch", "--received", day, cwd=tmp_path)
    roster(tmp_path / "r.csv", EDUCATION, POLICE)
    told = ("status", "arch", "--roster", "r.csv", "--as-of", "2025-01-21", "--history")
    done = run(*told, cwd=tmp_path, width=200)
    assert done.returncode == 0, done.stderr
    lines = [each.strip() for each in done.stdout.splitlines()]
    assert f"第 1 份，2025-01-10，1/{EDUCATION}.xlsx：已退回，3 处" in lines
    assert f"第 3 份，2025-01-15，3/{EDUCATION}.xlsx：已接收" in lines
    assert any(each.startswith("改好了 1 处：") for each in lines)
    assert any(each.startswith("还没有改 2 处：") for each in lines)
    assert any(each.startswith("问题 3 处：S301 ") for each in lines)
    assert "还有 10 天" in done.stdout
    assert run(*told, "--format", "csv", cwd=tmp_path).returncode == 2


def test_the_history_tells_what_changed_between_accepted_versions(tmp_path: Path) -> None:
    other = {"disclosure.penalties.decisions": 77}
    wrong = {"applications.received.total": 999}
    wronger = {"applications.received.total": 998}
    for number, changes in enumerate(({}, wrong, wronger, other), 1):
        figures = {**times("2021", 1), **changes}
        put(tmp_path / str(number), EDUCATION, figures=figures)
    for number in range(1, 5):
        day = f"2025-01-1{number}"
        run("archive", str(number), "--into", "arch", "--received", day, cwd=tmp_path)
    roster(tmp_path / "r.csv", EDUCATION)
    told = ("status", "arch", "--roster", "r.csv", "--as-of", "2025-01-21", "--history")
    done = run(*told, cwd=tmp_path, width=400)
    assert done.returncode == 0, done.stderr
    lines = [each.strip() for each in done.stdout.splitlines()]
    start = lines.index("各机关报送的经过：")
    first, second, faults, third, still, fourth, mended, changed = lines[start + 2 :]
    assert (first.endswith("已接收，后来有一份替代"), fourth.endswith("已接收")) == (True, True)
    assert second.endswith("已退回，2 处")
    assert faults.startswith("问题 2 处：S301 ")
    assert third.endswith("已退回，2 处")
    assert still.startswith("还没有改 2 处：")
    assert "998" in still
    assert mended.startswith("改好了 2 处：")
    assert changed == "比前一份改了 1 个数字：行政处罚—本年处理决定数量 8→77"


def test_days_are_counted_to_the_deadline_and_from_it(city: Path) -> None:
    def told(on: str) -> dict[str, str]:
        return {each.body.name: timing(each) for each in stock(city, on).standings}

    assert [told(f"2025-{day}")[FINANCE] for day in ("01-29", "01-30", "01-31", "02-01")] == [
        *("还有 2 天", "还有 1 天", "今天到期", "已逾期 1 天")
    ]
    later = told("2025-02-20")
    assert (later[EDUCATION], later[AUDIT], later[POLICE]) == ("", "迟报 10 天", "已逾期 20 天")
