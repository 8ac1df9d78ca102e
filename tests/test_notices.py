"""``notices``: a letter and a draft for each body that has something to do, with the same text."""

import email
from dataclasses import replace
from datetime import date
from email import policy
from email.message import EmailMessage
from io import BytesIO
from pathlib import Path

import pytest
from command import run
from docx import Document
from docx.oxml.ns import qn
from office import converted
from rollup_bodies import CITY, put, times

from govxlsx.word import page
from govxlsx.word.letter import Letter
from govxlsx.word.letter import letter as document

BUREAU = "政府部门"


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """One body was returned, one is done, one is late, one has time until March."""
    folder = tmp_path_factory.mktemp("desk")
    wrong = times("2021", 1, applications__received__total=999)
    put(folder / "报送", "永宁市甲局", figures=wrong)
    put(folder / "报送", "永宁市乙局")
    rows = (
        "机关名称,机关类别,上级机关,邮箱,期限",
        f"{CITY},设区的市或自治州人民政府,,,",
        f"永宁市甲局,{BUREAU},{CITY},a@x.cn、b@x.cn,2025-02-10",
        f"永宁市乙局,{BUREAU},{CITY},,",
        f"永宁市丙局,{BUREAU},{CITY},,",
        f"永宁市丁局,{BUREAU},{CITY},,2025-03-01",
    )
    (folder / "名册.csv").write_text("\n".join(rows), encoding="utf-8")
    run("archive", "报送", "--into", "档案", "--received", "2025-01-20", cwd=folder)
    done = run(
        *("notices", "档案", "--roster", "名册.csv", "--as-of", "2025-02-03", "-o", "通知"),
        cwd=folder,
        width=200,
    )
    assert done.returncode == 0, done.stderr
    assert "催报通知 2 份、退回通知 1 份" in done.stderr
    return folder


def letter(desk: Path, name: str) -> list[str]:
    found = Document(BytesIO((desk / "通知" / f"{name}.docx").read_bytes()))
    return [each.text for each in found.paragraphs if each.text]


def draft(desk: Path, name: str) -> EmailMessage:
    data = (desk / "通知" / f"{name}.eml").read_bytes()
    found = email.message_from_bytes(data, policy=policy.default)
    assert isinstance(found, EmailMessage)
    return found


def test_only_those_who_have_something_to_do(desk: Path) -> None:
    assert sorted(each.stem for each in (desk / "通知").glob("*.docx")) == [
        "永宁市丁局催报通知",
        "永宁市丙局催报通知",
        "永宁市甲局退回通知",
    ]


def test_returned_with_what_to_mend(desk: Path) -> None:
    number, title, to, *text, signed, day = letter(desk, "永宁市甲局退回通知")
    assert (number, signed, day) == ("〔2025〕　　号", CITY, "2025年2月3日")
    assert title == "2024年度政府信息公开工作年度报告退回通知"
    assert to == "永宁市甲局："
    assert "（“永宁市甲局.xlsx”）已于2025年1月20日收到" in text[0]
    assert text[1].startswith("1. 三、依申请公开：改 J6：999 → 193，下面 2 处合计就都对了。")
    assert text[2].startswith("（1）三、依申请公开 J6：")
    assert text[-1] == "请修改后于2025年2月10日前重新报送。"


def test_owed_and_late_or_not_yet_due(desk: Path) -> None:
    late = letter(desk, "永宁市丙局催报通知")
    assert "截至2025年2月3日尚未收到，已逾期3天。" in late[3]
    early = letter(desk, "永宁市丁局催报通知")
    assert "应于2025年3月1日前报送" in early[3]
    assert "还有26天" in early[3]


def test_mail_and_letter_say_the_same(desk: Path) -> None:
    message = draft(desk, "永宁市甲局退回通知")
    assert message["To"] == "a@x.cn, b@x.cn"
    assert message["X-Unsent"] == "1"
    body = message.get_body()
    assert body is not None
    lines = str(body.get_content()).split()
    told = [each for text in letter(desk, "永宁市甲局退回通知")[2:-2] for each in text.split()]
    assert lines == told
    (enclosed,) = message.iter_attachments()
    stored = (desk / "通知" / "永宁市甲局退回通知.docx").read_bytes()
    assert enclosed.get_payload(decode=True) == stored


def test_the_number_is_left_to_the_registry(desk: Path, tmp_path: Path) -> None:
    assert letter(desk, "永宁市丙局催报通知")[0] == "〔2025〕　　号"
    told = ("notices", desk / "档案", "--roster", desk / "名册.csv", "--as-of", "2025-02-03")
    done = run(*told, "--series", "永政公开函", "-o", "通知", cwd=tmp_path)
    assert done.returncode == 0, done.stderr
    assert letter(tmp_path, "永宁市丙局催报通知")[0] == "永政公开函〔2025〕　　号"


LONG = Letter(
    "永宁市人民政府",
    "2024年度政府信息公开工作年度报告退回通知",
    "永宁市甲局",
    tuple(f"{number}. 三、依申请公开 J{number}：总计不对。请核对。" for number in range(40)),
    date(2025, 2, 3),
)


def test_the_letter_form_as_it_is_printed(tmp_path: Path) -> None:
    """Measured in millimetres from the upper left corner of the page (GB/T 9704, 10.1)."""
    import pdfplumber

    found = converted(tmp_path, "pdf", {"信": document(LONG)}, ".docx")
    with pdfplumber.open(BytesIO(found["信"])) as printed:
        first, second, *_ = printed.pages
        lines = {
            (round(each["x0"] * MM), round(each["width"] * MM), round(each["top"] * MM))
            for each in first.lines
        }
        texts = [each.extract_text() for each in printed.pages]
        head = next(each for each in first.chars if each["text"] == "永")
        later = [*second.lines, *second.rects]
    assert {(x0, width) for x0, width, _ in lines} == {(20, 170)}
    tops = sorted(top for _, _, top in lines)
    assert len(tops) == 4
    assert 27 <= head["top"] * MM <= 31
    assert 44 <= tops[0] < tops[1] <= 51
    assert all(275 <= each <= 277 for each in tops[2:])
    assert "— 1 —" not in texts[0]
    assert "— 2 —" in texts[1]
    assert not later


MM = 25.4 / 72


@pytest.mark.parametrize("office", ["市府办", "永宁市人民政府", "永宁市人民政府办公室政务公开处"])
def test_the_issuer_is_centred_above_the_date(office: str) -> None:
    found = Document(BytesIO(document(replace(LONG, office=office))))
    signed, day = found.paragraphs[-2:]
    rights = [int(each._p.find(f".//{qn('w:ind')}").get(qn("w:right"))) for each in (signed, day)]
    middles = [
        right + width * 80 for right, width in zip(rights, (2 * len(office), 14.5), strict=True)
    ]
    assert abs(middles[0] - middles[1]) <= 1
    assert min(rights) >= 0
    before = signed.paragraph_format.space_before
    assert before is not None
    assert before.twips == 2 * page.LINE
    assert signed.paragraph_format.keep_with_next


def test_the_issuers_name_is_red_and_fits_one_line() -> None:
    for office in ("永宁市人民政府", "永宁市人民政府办公室政务公开领导小组办公室"):
        found = Document(BytesIO(document(replace(LONG, office=office))))
        head = found.sections[0].first_page_header.paragraphs[0]
        assert head.text == office
        assert str(head.runs[0].font.color.rgb) == "FF0000"
        assert head.runs[0].font.size.mm * len(office) <= 170


def test_nobody_owes_anything(desk: Path, tmp_path: Path) -> None:
    roster = tmp_path / "r.csv"
    roster.write_text(f"name,kind,parent\n永宁市乙局,{BUREAU},\n", encoding="utf-8")
    done = run(
        *("notices", desk / "档案", "--roster", roster, "--as-of", "2025-02-03", "-o", "通知"),
        cwd=tmp_path,
    )
    assert done.returncode == 0
    assert "不用发通知" in done.stderr
    assert not (tmp_path / "通知").exists()
