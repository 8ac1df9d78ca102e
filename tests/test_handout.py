"""``new --roster``: a template for every body, a list that is itself a roster, codes."""

import csv
import hashlib
import os
import re
import subprocess
import sys
import time
from dataclasses import replace
from io import BytesIO
from pathlib import Path

import pytest
from command import ROOT, run
from openpyxl import load_workbook
from openpyxl.worksheet.worksheet import Worksheet
from reports import AGENCY, balanced, made

from govxlsx.checking import check
from govxlsx.commands.running import last_years_reports
from govxlsx.desk.handout.carrying import carried_over
from govxlsx.desk.handout.listing import ALPHABET, LISTING, new_code
from govxlsx.desk.handout.run import Handout, file_names, hand_out
from govxlsx.desk.roster.file import load, parse
from govxlsx.errors import OutputError
from govxlsx.form.editions import edition_of_year
from govxlsx.form.editions.model import Edition
from govxlsx.published.bound import UNREAD
from govxlsx.reading import read
from govxlsx.report.interchange import Interchange
from govxlsx.report.model import Agency
from govxlsx.template import workbook
from govxlsx.template.press import Press

COUNTY, TOWN, BUREAU = "县级人民政府", "乡镇人民政府或街道办事处", "政府部门"
ROSTER = (
    "机关名称,机关类别,上级机关,别名,联系人,电话,邮箱,期限\n"
    f"河东县人民政府,{COUNTY},,河东县政府,,,,2027-03-20\n"
    f"甲镇人民政府,{TOWN},河东县人民政府,,李四,+86 527-1,jia@x.cn,\n"
    f"乙镇人民政府,{TOWN},河东县人民政府,,,,,\n"
    f"财政所,{BUREAU},甲镇人民政府,,,,,\n"
    f"财政所,{BUREAU},乙镇人民政府,,,,,\n"
    f"河东县审计局,{BUREAU},河东县人民政府,审计局,王五,,w@x.cn、v@x.cn,2027-01-26\n"
)
BLANKS = {"W121", "V201", "V202", "N722", "N724"}
"""What a template that was just made is told of: that it is not filled in yet."""


def edition() -> Edition:
    found = edition_of_year(2026)
    assert found is not None
    return found


def order(tmp_path: Path, text: str = ROSTER, **changes: object) -> Handout:
    path = tmp_path / "名册.csv"
    path.write_text(text, encoding="utf-8")
    made = Handout(load(path), edition(), 2026, tmp_path / "发放")
    return replace(made, **changes)  # type: ignore[arg-type]


def listed(folder: Path) -> list[dict[str, str]]:
    with (folder / LISTING).open(encoding="utf-8-sig", newline="") as stream:
        return list(csv.DictReader(stream))


def test_a_template_for_every_body(tmp_path: Path) -> None:
    assert all(each.made and not each.remarks for each in hand_out(order(tmp_path)))
    lines = listed(tmp_path / "发放")
    assert [each["机关名称"] for each in lines][3:5] == ["甲镇人民政府财政所", "乙镇人民政府财政所"]
    for each in lines:
        path = tmp_path / "发放" / each["文件"]
        assert hashlib.sha256(path.read_bytes()).hexdigest() == each["SHA-256"]
        report = read(path)
        assert (report.agency.name, report.agency.kind) == (each["机关名称"], each["机关类别"])
        whole = each["机关类别"] == COUNTY
        assert report.agency.scope == ("本行政区域" if whole else "本机关")
        assert report.year == 2026
        assert {one.code for one in check(report).findings} <= BLANKS
        assert "W121" in {one.code for one in check(report).findings}


def test_the_list_is_a_roster(tmp_path: Path) -> None:
    list(hand_out(order(tmp_path)))
    again = load(tmp_path / "发放" / LISTING)
    was = load(tmp_path / "名册.csv")
    assert [replace(each, code="") for each in again.bodies] == list(was.bodies)
    assert len({each.code for each in again.bodies}) == 6


def test_codes_are_random_and_easy_to_type() -> None:
    assert len(ALPHABET) == 32
    assert not set("01OI") & set(ALPHABET)
    codes = {new_code() for _ in range(500)}
    assert len(codes) == 500
    assert all(re.fullmatch(f"([{ALPHABET}]{{4}}-){{2}}[{ALPHABET}]{{4}}", each) for each in codes)


def test_last_year_is_taken_over(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    last = tmp_path / "上年"
    last.mkdir()
    agency = replace(AGENCY, name="审计局", kind=BUREAU, scope="本机关", address="某路 1 号")
    data = balanced(
        "2021", agency=agency, year=2025, figures={"applications.carried_out.natural_person": 7}
    )
    (last / "a.xlsx").write_bytes(made(data))
    (last / "坏的.xlsx").write_bytes(b"broken")
    previous = last_years_reports(last)
    (unusable,) = capsys.readouterr().err.splitlines()
    assert "坏的.xlsx" in unusable
    handed = list(hand_out(order(tmp_path, previous=previous)))
    assert [each.carried for each in handed] == [False] * 5 + [True]
    assert all("没有带入上年的资料和结转数" in each.remarks[0] for each in handed[:5])
    report = read(tmp_path / "发放" / handed[5].line.file)
    assert (report.agency.name, report.agency.address) == ("河东县审计局", "某路 1 号")
    assert report.figures["applications.carried_in.natural_person"].value == 7
    assert {each.code for each in check(report).findings} <= BLANKS


def test_resumed_it_keeps_what_is_there(tmp_path: Path) -> None:
    first = list(hand_out(order(tmp_path)))
    folder = tmp_path / "发放"
    gone = folder / first[1].line.file
    gone.unlink()
    changed = folder / first[2].line.file
    changed.write_bytes(b"filled in already")
    again = list(hand_out(order(tmp_path, resume=True)))
    assert [each.made for each in again] == [False, True, False, False, False, False]
    assert "在发放之后被改动过" in again[2].remarks[0]
    assert changed.read_bytes() == b"filled in already"
    assert [each.line.code for each in again] == [each.line.code for each in first]


def test_resumed_after_a_kill_before_the_list(tmp_path: Path) -> None:
    list(hand_out(order(tmp_path)))
    folder = tmp_path / "发放"
    (folder / LISTING).unlink()
    assert not any(each.made for each in hand_out(order(tmp_path, resume=True)))
    (folder / LISTING).unlink()
    next(folder.iterdir()).write_bytes(b"somebody's own")
    with pytest.raises(OutputError, match="没有改动它"):
        list(hand_out(order(tmp_path, resume=True)))


def test_nothing_is_replaced(tmp_path: Path) -> None:
    list(hand_out(order(tmp_path)))
    with pytest.raises(OutputError, match="已经存在"):
        list(hand_out(order(tmp_path)))
    list(hand_out(order(tmp_path, force=True)))


def test_names_are_safe_and_never_the_same() -> None:
    names = ("某局/甲", "某局:甲", "CON", f"{'长' * 90}甲", f"{'长' * 90}乙")
    rows = "\n".join(f"{name},{BUREAU}," for name in names)
    found = list(file_names(parse(f"name,kind,parent\n{rows}\n".encode()), 2026).values())
    assert len({each.casefold() for each in found}) == len(names)
    assert all(len(each) <= 85 and not set('/\\:*?"<>|') & set(each) for each in found)
    assert not any(each.startswith("CON.") for each in found)


def heights(sheet: Worksheet) -> dict[int, float | None]:
    return {number: row.height for number, row in sheet.row_dimensions.items()}


def test_printed_as_it_would_have_been_made() -> None:
    press = Press(edition())
    long = "很长的地址" * 12
    for name, address in (("甲&乙<局>", long), ("丙局", ""), ("丁局", long[:-1])):
        agency = Agency(name, BUREAU, "本机关", address=address, phone="0527-84368000")
        data = Interchange("2021", 2026, agency, {"applications.carried_in.other": 3})
        printed, whole = press.workbook(data), workbook(edition(), data)
        for sheet, other in zip(
            load_workbook(BytesIO(printed)), load_workbook(BytesIO(whole)), strict=True
        ):
            assert list(sheet.values) == list(other.values)
            heights = [
                {n: row.height for n, row in s.row_dimensions.items()} for s in (sheet, other)
            ]
            assert heights[0] == heights[1]
        assert press.workbook(data) == printed


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (("--roster", "名册.csv"), "请用 -o 写明放模板的文件夹"),
        (("--roster", "名册.csv", "--agency", "甲", "-o", "x"), "不能与 --agency、--data 同用"),
        (("--resume",), "--resume 与 --roster 一起用"),
    ],
)
def test_what_does_not_go_together(tmp_path: Path, arguments: tuple[str, ...], told: str) -> None:
    (tmp_path / "名册.csv").write_text(ROSTER, encoding="utf-8")
    done = run("new", "--year", "2026", *arguments, cwd=tmp_path)
    assert done.returncode == 2
    assert told in done.stderr


def test_as_a_command(tmp_path: Path) -> None:
    (tmp_path / "名册.csv").write_bytes(ROSTER.encode("gb18030"))
    done = run("new", "--roster", "名册.csv", "--year", "2026", "-o", "发放", cwd=tmp_path)
    assert done.returncode == 0, done.stderr
    assert "已生成 6 份模板" in done.stderr
    assert len(list((tmp_path / "发放").iterdir())) == 7


def test_killed_and_resumed_it_ends_as_if_it_was_not(tmp_path: Path) -> None:
    rows = "\n".join(f"河东县第{number}局,{BUREAU}," for number in range(120))
    (tmp_path / "名册.csv").write_text(f"name,kind,parent\n{rows}\n", encoding="utf-8")
    folder = tmp_path / "发放"
    command = [sys.executable, "-m", "govxlsx", "new", "--roster", "名册.csv", "--year", "2026"]
    command += ["-o", "发放", "--resume"]
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    for most in (1, 40, 90):
        process = subprocess.Popen(
            command,
            cwd=tmp_path,
            env=environment,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        while process.poll() is None and len(list(folder.glob("*.xlsx"))) < most:
            time.sleep(0.01)
        process.kill()
        process.wait()
    done = run(*command[3:], cwd=tmp_path, width=200)
    assert done.returncode == 0, done.stderr
    lines = listed(folder)
    assert len({each["编码"] for each in lines}) == 120
    for each in lines:
        data = (folder / each["文件"]).read_bytes()
        assert hashlib.sha256(data).hexdigest() == each["SHA-256"]
    assert sorted(path.name for path in folder.iterdir()) == sorted(
        [LISTING, *(each["文件"] for each in lines)]
    )


@pytest.mark.parametrize(
    ("last", "told"), [("若干", "上年填的是“若干”，不是数字"), (UNREAD.raw, "上年的报告里没有读出")]
)
def test_what_is_not_carried_over_is_told(last: str, told: str) -> None:
    before = Interchange("2021", 2023, figures={"applications.carried_out.natural_person": last})
    filled, untaken = carried_over(Interchange("2021", 2024), before)
    assert filled.figures == {}
    assert [told in each for each in untaken] == [True]
