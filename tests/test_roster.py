"""The roster: read in every shape that Excel saves it in; every fault told with its line."""

from datetime import date
from io import BytesIO
from pathlib import Path

import pytest
from openpyxl import Workbook
from reports import balanced, made, read

from govxlsx.desk.roster.file import load, parse
from govxlsx.desk.roster.model import Body, Roster
from govxlsx.desk.roster.rows import RosterError, rows
from govxlsx.report.model import Agency

CITY, COUNTY, BUREAU = "设区的市或自治州人民政府", "县级人民政府", "政府部门"
ENGLISH = (
    "name,kind,parent,aliases\n"
    f"永宁市人民政府,{CITY},,永宁市政府\n"
    f"永宁市档案局,{BUREAU},永宁市人民政府,市档案局、档案局;永宁市档案馆|档案馆\n"
    f"河东县人民政府,{COUNTY},永宁市政府,\n"
    f"河东县财政局,{BUREAU},河东县人民政府,\n"
)
CHINESE = ENGLISH.replace("name,kind,parent,aliases", "机关名称,机关类别,上级机关,别名")


def faults(text: str) -> str:
    with pytest.raises(RosterError) as told:
        parse(text.encode(), "名册.csv")
    return str(told.value)


def lines(*rows: str) -> str:
    return "\n".join(("name,kind,parent,aliases", *rows))


@pytest.mark.parametrize("text", [ENGLISH, CHINESE])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030", "utf-16"])
@pytest.mark.parametrize("delimiter", [",", "\t", ";"])
def test_every_shape_reads_the_same(text: str, encoding: str, delimiter: str) -> None:
    quoted = text.replace(
        "市档案局、档案局;永宁市档案馆|档案馆", '"市档案局、档案局;永宁市档案馆|档案馆"'
    )
    data = quoted.replace(",", delimiter).replace("\n", "\r\n").encode(encoding)
    assert parse(data) == Roster(
        (
            Body("永宁市人民政府", CITY, "", ("永宁市政府",), 2),
            Body(
                "永宁市档案局",
                BUREAU,
                "永宁市人民政府",
                ("市档案局", "档案局", "永宁市档案馆", "档案馆"),
                3,
            ),
            Body("河东县人民政府", COUNTY, "永宁市人民政府", (), 4),
            Body("河东县财政局", BUREAU, "河东县人民政府", (), 5),
        )
    )


def test_columns_in_any_order_and_others_beside_them() -> None:
    roster = parse(f"备注,parent,kind,name\n张,,{BUREAU},某局\n".encode())
    assert roster.bodies == (Body("某局", BUREAU, "", (), 2),)


def test_empty_lines_and_lines_of_commas_are_nothing() -> None:
    roster = parse(f"\n{lines('', f'甲局,{BUREAU},,', ',,,', f'乙局,{BUREAU}', '')}".encode())
    assert [(each.name, each.line) for each in roster.bodies] == [("甲局", 4), ("乙局", 6)]


def test_line_breaks_inside_a_cell_count() -> None:
    roster = parse(lines(f'甲局,{BUREAU},,"甲\n局"', f"乙局,{BUREAU},,").encode())
    assert [each.line for each in roster.bodies] == [2, 4]


@pytest.mark.parametrize(
    ("name", "found"),
    [
        ("永宁市档案局", "永宁市档案局"),
        (" 永宁市　档案局 ", "永宁市档案局"),
        ("市档案局", "永宁市档案局"),
        ("永宁市政府", "永宁市人民政府"),
        ("永宁市档案", None),
        ("", None),
    ],
)
def test_found_by_name_and_alias(name: str, found: str | None) -> None:
    body = parse(ENGLISH.encode()).find(name)
    assert (body.name if body is not None else None) == found


def test_full_width_brackets_and_letters_are_the_same() -> None:
    roster = parse(lines("永宁市ＡＢ局(本级),政府办公厅(室),,").encode())
    body = roster.find("永宁市ab局（本级）")
    assert body is not None
    assert body.kind == "政府办公厅（室）"


def test_above_and_below() -> None:
    roster = parse(ENGLISH.encode())
    city, bureau, county, finance = roster.bodies
    assert roster.roots == (city,)
    assert roster.children(city) == (bureau, county)
    assert list(roster.below(city)) == [bureau, county, finance]
    assert list(roster.above(finance)) == [county, city]
    assert [each.is_government for each in roster.bodies] == [True, False, True, False]


def test_a_chain_of_ten_thousand_bodies() -> None:
    rows = [
        f"第{number}局,{BUREAU},{f'第{number - 1}局' if number else ''},\n"
        for number in range(10_000)
    ]
    roster = parse(lines("".join(rows)).encode())
    assert len(list(roster.below(roster.bodies[0]))) == 9_999
    assert len(list(roster.above(roster.bodies[-1]))) == 9_999


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("", "名册“名册.csv”是空的。"),
        ("姓名,kind,parent\n", "表头中没有“机关名称”（name）这一列。第一行应当是表头："),
        ("name,parent\n", "表头中没有“机关类别”（kind）这一列。"),
        ("name,kind\n", "表头中没有“上级机关”（parent）这一列。"),
        ("name,机关名称,kind,parent\n", "表头中“机关名称”（name）出现了两次：A 列和 B 列，"),
        (lines(), "只有表头，没有机关。"),
        (lines(f",{BUREAU},,"), "第 2 行 A 列没有机关名称。"),
        (
            lines("甲局,部门,,"),
            "第 2 行 B 列的机关类别“部门”不认识，应当是：国务院部门、省级人民政府、",
        ),
        (lines("甲局,,,"), "第 2 行 B 列没有机关类别，应当是："),
        (lines(f"甲局,{BUREAU},乙府,"), "第 2 行 C 列“甲局”的上级机关“乙府”不在名册中，"),
        (
            lines(f"甲局,{BUREAU},,", f"甲 局,{BUREAU},,"),
            "第 3 行 A 列的“甲 局”与第 2 行的“甲局”重复（按名称或别名）",
        ),
        (
            lines(f"甲局,{BUREAU},,", f"乙局,{BUREAU},,甲局"),
            "第 3 行 D 列的“甲局”与第 2 行的“甲局”重复",
        ),
        (lines(f"甲局,{BUREAU},甲局,"), "第 2 行 C 列“甲局”的上级机关绕成了一圈：甲局→甲局。"),
        (
            lines(f"甲,{BUREAU},丙,", f"乙,{BUREAU},甲,", f"丙,{BUREAU},乙,", f"丁,{BUREAU},丙,"),
            "第 2 行 C 列“甲”的上级机关绕成了一圈：甲→丙→乙→甲。",
        ),
    ],
)
def test_a_fault_is_told_with_its_line(text: str, told: str) -> None:
    assert told in faults(text)


def test_every_fault_is_told_at_once() -> None:
    told = faults(lines("甲局,部门,,", f",{BUREAU},,", f"乙局,{BUREAU},丙府,"))
    assert [told.count(f"第 {line} 行") for line in (2, 3, 4)] == [1, 1, 1]


def test_a_round_is_told_once() -> None:
    told = faults(lines(f"甲,{BUREAU},乙,", f"乙,{BUREAU},甲,", f"丙,{BUREAU},甲,"))
    assert told.count("绕成了一圈") == 1


def test_what_cannot_be_read_is_told_what_to_do(tmp_path: Path) -> None:
    with pytest.raises(RosterError, match="既不是 UTF-8，也不是 GB18030 编码的文字"):
        parse(b"name,kind\n\xff\xff\n")
    with pytest.raises(RosterError, match="没有名册文件"):
        load(tmp_path / "没有.csv")


FULL = "机关名称,机关类别,上级机关,别名,联系人,电话,邮箱,期限,编码"


def as_workbook(*rows: tuple[object, ...]) -> bytes:
    """Return a workbook with the rows in its first sheet, as a person would write it."""
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    for row in rows:
        sheet.append(row)
    stream = BytesIO()
    book.save(stream)
    return stream.getvalue()


def test_a_workbook_reads_like_csv() -> None:
    told = ("张三", 13800000001, "a@b.cn、c@d.cn", date(2027, 1, 26), "ABCD-EFGH")
    data = as_workbook(
        ("永宁市报送名册",), tuple(FULL.split(",")), ("甲局", BUREAU, None, "甲", *told)
    )
    (body,) = parse(data, "名册.xlsx").bodies
    assert (body.name, body.aliases, body.line) == ("甲局", ("甲",), 3)
    assert (body.contact, body.phone) == ("张三", "13800000001")
    assert body.addresses == ("a@b.cn", "c@d.cn")
    assert (body.deadline, body.code) == (date(2027, 1, 26), "ABCD-EFGH")


@pytest.mark.parametrize(
    "text", ["2027-01-26", "2027/1/26", "2027年1月26日", "2027.1.26", "2027/1/26 0:00"]
)
def test_a_deadline_as_people_write_it(text: str) -> None:
    roster = parse(f"name,kind,parent,deadline\n甲局,{BUREAU},,{text}\n".encode())
    assert roster.bodies[0].deadline == date(2027, 1, 26)


def test_a_code_is_not_shown() -> None:
    roster = parse(f"name,kind,parent,code\n甲局,{BUREAU},,ABCD\n".encode())
    assert "ABCD" not in repr(roster)


@pytest.mark.parametrize(
    ("row", "told"),
    [
        (f"甲局,{BUREAU},,,,,没有,,", "第 2 行 G 列的“没有”不是邮箱地址"),
        (f"甲局,{BUREAU},,,,,,一月底,", "第 2 行 H 列的期限“一月底”不是日期"),
        (f"甲局,{BUREAU},,,,,,2027-02-30,", "第 2 行 H 列的期限“2027-02-30”不是日期"),
        (f"甲局,{BUREAU},,,,,,,X\n乙局,{BUREAU},,,,,,,X", "第 3 行 I 列的编码与第 2 行的相同"),
    ],
)
def test_a_fault_of_the_optional_columns(row: str, told: str) -> None:
    assert told in faults(f"{FULL}\n{row}\n")


def test_one_name_under_two_parents() -> None:
    town = "乡镇人民政府或街道办事处"
    roster = parse(
        lines(
            f"甲镇,{town},,", f"乙镇,{town},,", f"财政所,{BUREAU},甲镇,", f"财政所,{BUREAU},乙镇,"
        ).encode()
    )
    assert [each.name for each in roster.bodies[2:]] == ["甲镇财政所", "乙镇财政所"]
    assert roster.find("财政所") is None
    assert roster.find("乙镇财政所") == roster.bodies[3]


def test_one_name_and_a_parent_for_only_one_of_them() -> None:
    told = faults(lines(f"甲镇,{BUREAU},,", f"财政所,{BUREAU},甲镇,", f"财政所,{BUREAU},,"))
    assert "第 4 行 A 列的“财政所”与第 3 行的“财政所”重复" in told


def test_a_parent_of_whom_there_are_two() -> None:
    rows = (f"甲镇,{BUREAU},,", f"乙镇,{BUREAU},,", f"所,{BUREAU},甲镇,", f"所,{BUREAU},乙镇,")
    assert "第 6 行的上级机关“所”在名册中不止一个" in faults(lines(*rows, f"点,{BUREAU},所,"))


@pytest.mark.parametrize(
    ("name", "found"),
    [("永宁市档安局", "永宁市档案局"), ("东河县财政局", "河东县财政局"), ("某某公司", None)],
)
def test_the_nearest_name(name: str, found: str | None) -> None:
    body = parse(ENGLISH.encode()).nearest(name)
    assert (body.name if body is not None else None) == found


@pytest.mark.parametrize(
    ("data", "told"),
    [
        (b"\xd0\xcf\x11\xe0old", "是旧格式的 Excel 或 WPS 工作簿"),
        (b"PK\x03\x04broken", "打不开："),
    ],
)
def test_what_is_no_roster(data: bytes, told: str) -> None:
    with pytest.raises(RosterError, match=told):
        parse(data, "名册.xlsx")


def test_headings_may_stand_below_four_rows_and_no_lower() -> None:
    head = "机关名称,机关类别,上级机关\n永宁市档案局,政府部门,\n"
    assert len(parse(("表\n" * 4 + head).encode()).bodies) == 1
    with pytest.raises(RosterError):
        parse(("表\n" * 5 + head).encode())


def test_two_headings_tell_the_row_of_headings() -> None:
    with pytest.raises(RosterError, match="没有“上级机关”"):
        parse("名册,2026年\n机关名称,机关类别\n永宁市档案局,政府部门\n".encode())


def test_twenty_faults_are_told_and_how_many_more() -> None:
    def told(count: int) -> str:
        lines = "".join(f"第{each}局,某类,\n" for each in range(count))
        with pytest.raises(RosterError) as caught:
            parse(f"机关名称,机关类别,上级机关\n{lines}".encode())
        return str(caught.value)

    assert (told(20).count("不认识"), "共" in told(20)) == (20, False)
    assert (told(21).count("不认识"), "共 21 处" in told(21)) == (20, True)


def test_deadlines_of_several_years_tell_no_year() -> None:
    def due(*days: str) -> object:
        lines = "".join(f"第{each}局,政府部门,,{day}\n" for each, day in enumerate(days))
        roster = parse(f"机关名称,机关类别,上级机关,期限\n{lines}某局,政府部门,,\n".encode())
        (last,) = (each for each in roster.bodies if each.name == "某局")
        assert last.deadline is None
        return roster.enrolled(read(made(balanced("2021", agency=Agency(name="某局"))))).deadline

    assert due("2026-01-31", "2026-03-31") == date(2026, 3, 31)
    assert due("2026-01-31", "2027-01-31") is None
    assert due() is None


def test_bodies_without_a_code_share_nothing() -> None:
    text = "机关名称,机关类别,上级机关,编码\n甲局,政府部门,,\n乙局,政府部门,,\n"
    assert [each.code for each in parse(text.encode()).bodies] == ["", ""]
    with pytest.raises(RosterError, match="编码与第 2 行的相同"):
        parse(text.replace(",,\n", ",,K7WQ\n").encode())


def test_a_quote_before_a_sign_goes_and_another_stays() -> None:
    text = "机关名称,机关类别,上级机关,电话\n甲局,政府部门,,{}\n"
    for written, phone in (("'+86-1", "+86-1"), ("'86-1", "'86-1")):
        assert parse(text.format(written).encode()).bodies[0].phone == phone


def test_what_stands_beyond_two_hundred_columns_is_no_column() -> None:
    book = Workbook()
    book.active.append(["机关名称", "机关类别", "上级机关"])
    book.active.append(["永宁市档案局", BUREAU])
    book.active.cell(2, 200, "近")
    book.active.cell(2, 201, "远")
    stream = BytesIO()
    book.save(stream)
    (_, body) = rows(stream.getvalue(), "名册.xlsx")
    assert (len(body.cells), body.cells[-1]) == (200, "近")
