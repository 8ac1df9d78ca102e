"""The page as clerks and the operator use it, asked by HTTP: check, file, receipt, desk."""

import io
import re
import sys
import zipfile
from collections.abc import Iterator
from hashlib import sha256
from html import unescape
from pathlib import Path

import httpx
import pytest
from command import run
from openpyxl import load_workbook
from served import ARCHIVE, BODY, CODE, CODES, ROSTER, WRONG, YEAR, Served, served, workbook

from govxlsx.desk.archive.receipts import Receipts, hashed
from govxlsx.desk.archive.register import Register
from govxlsx.desk.archive.verification import verify
from govxlsx.desk.roster.file import load


@pytest.fixture(scope="module")
def page(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    with served(tmp_path_factory.mktemp("page"), "--roster", ROSTER) as found:
        yield found


def text(answer: httpx.Response) -> str:
    """Return what a page says, without its elements."""
    return unescape(re.sub(r"<[^>]*>", " ", answer.text))


def test_a_bad_workbook_is_told_cell_by_cell(page: Served) -> None:
    found = page.sent(workbook(figures=WRONG), "档案局.xlsx")
    assert found.status_code == 200
    assert re.fullmatch(r"/r/[A-Za-z0-9_-]{22}", found.url.path)
    said = text(found)
    assert f"{BODY}，{YEAR} 年度：检查结果" in said
    assert "“档案局.xlsx”有错误，要改好：错误 2、提醒 0、说明 0。" in said
    assert "S301、S302" in said
    assert "改 J8：1 → 7" in said
    assert re.search(
        r'<td id="f1-applications.disclosed.total"[^>]*class="marked error"', found.text
    )
    assert "还不能报送" in said
    assert "/document" not in found.text
    assert "govxlsx-page-" not in found.text


def test_the_marked_copy_is_made_when_it_is_asked_for(page: Served) -> None:
    found = page.sent(workbook(figures=WRONG), "档案局.xlsx")
    with page.client() as client:
        copy = client.get(f"{found.url.path}/copy")
    assert "%E6%A1%A3%E6%A1%88%E5%B1%80" in copy.headers["content-disposition"]
    book = load_workbook(io.BytesIO(copy.content))
    assert book.sheetnames[0] == "校验结果"


def test_a_mended_workbook_becomes_a_document(page: Served) -> None:
    found = page.sent(workbook())
    assert "没有错误：错误 0、提醒 0、说明 0" in text(found)
    with page.client() as client:
        document = client.get(f"{found.url.path}/document")
    with zipfile.ZipFile(io.BytesIO(document.content)) as package:
        assert "word/document.xml" in package.namelist()


def test_last_years_report_is_kept_for_the_next_try(page: Served) -> None:
    last = workbook(year=YEAR - 1, figures={"applications.carried_out.natural_person": 99})
    with page.client(follow_redirects=True) as client:
        first = client.post(
            "/check", files={"file": ("a.xlsx", workbook()), "last": ("上年.xlsx", last)}
        )
        again = first.url.path.removeprefix("/r/")
        second = client.post(
            "/check", files={"file": ("b.xlsx", workbook())}, data={"again": again}
        )
    assert "Y501" in text(first)
    assert "没有提供上年报告" not in text(first)
    assert "仍用刚才的“上年.xlsx”" in text(first)
    assert "没有提供上年报告" not in text(second)


def test_last_years_report_that_cannot_be_used_is_told(page: Served) -> None:
    with page.client(follow_redirects=True) as client:
        files = {"file": ("a.xlsx", workbook()), "last": ("上年.xlsx", b"nothing")}
        said = text(client.post("/check", files=files))
    assert "上年报告“上年.xlsx”不能用" in said
    assert "没有与上年对照" in said


def test_filing_gives_a_receipt_and_the_desk_shows_it(page: Served) -> None:
    data = workbook("永宁市教育局")
    code = CODES["永宁市教育局"]
    found = page.filed(page.sent(data, "教育局.xlsx"), code.lower().replace("-", " "))
    assert found.url.path.endswith("/receipt")
    digest = sha256(data).hexdigest()
    said = text(found)
    assert "回执" in said
    assert digest in said
    number = int(re.findall(r"第 (\d+) 号", said)[0])
    with Register.open(page.archive) as register:
        submission = register.find(digest)
        assert submission is not None
        assert (submission.id, submission.path, submission.accepted) == (
            number,
            "教育局.xlsx",
            True,
        )
        body = load(page.folder / ROSTER).find("永宁市教育局")
        assert body is not None
        (receipt,) = Receipts(register).by(hashed(code, body))
        assert (receipt.number, receipt.filing.body) == (number, "永宁市教育局")
        assert code not in receipt.filing.code
    assert code.encode() not in (page.archive / "register.sqlite").read_bytes()
    assert not verify(page.archive).problems
    with page.client() as client:
        desk = text(client.get("/desk"))
        history = text(client.post("/history", data={"code": code}))
        body_page = client.get("/desk/body", params={"name": "永宁市教育局"})
    assert "已报送 1" in desk
    assert digest in history
    assert f"第 {number} 号报送" in text(body_page)


def test_the_same_workbook_again_has_the_same_receipt(page: Served) -> None:
    data = workbook(narrative={"other": "本年度没有收取信息处理费。再报一次。"})
    first, second = (page.filed(page.sent(data)) for _ in range(2))
    receipts = [re.findall(r"第 \d+ 号|\d+:\d+:\d+", text(each))[:2] for each in (first, second)]
    assert receipts[0] == receipts[1]


def test_the_receipt_of_an_old_report_says_which_one_is_owed(page: Served) -> None:
    name, code = "永宁市人民政府", CODES["永宁市人民政府"]
    owed = f"{YEAR} 年度的报告还没有收到，请另外报送。"
    for year, told in ((YEAR - 1, True), (YEAR, False)):
        data = workbook(name, year)
        sent = page.sent(data)
        assert (f"现在应当报的是 {YEAR} 年度的" in text(sent)) is told
        assert (owed in text(page.filed(sent, code))) is told
    assert owed not in text(page.filed(page.sent(workbook(name, YEAR - 1)), code))


def test_a_corrected_workbook_replaces_the_one_before(page: Served) -> None:
    for other in ("甲", "乙"):
        narrative = {"other": f"本年度没有收取信息处理费。{other}"}
        assert "回执" in text(page.filed(page.sent(workbook(narrative=narrative))))
    with Register.open(page.archive) as register:
        held = [each for each in register.submissions() if each.agency == BODY]
    assert [each.replaced_by is None for each in held][-2:] == [False, True]


def test_a_body_that_the_roster_does_not_know_is_told(page: Served) -> None:
    found = page.sent(workbook("永宁市档按局"))
    assert "B904" in found.text
    assert "永宁市档案局" in text(found)


def test_another_bodys_code_files_nothing(page: Served) -> None:
    before = registered(page)
    found = page.filed(page.sent(workbook("永宁市财政局")), CODE)
    assert found.status_code == 409
    assert f"这个编码是“{BODY}”的，工作簿“基本信息”里填的机关是“永宁市财政局”" in text(found)
    assert registered(page) == before


def test_a_workbook_with_errors_is_not_filed(page: Served) -> None:
    before = registered(page)
    found = page.filed(page.sent(workbook(figures=WRONG)))
    assert found.status_code == 409
    assert "还有要改的问题" in text(found)
    assert registered(page) == before


def registered(page: Served) -> int:
    with Register.open(page.archive) as register:
        return register.totals()[0]


def test_the_desk_says_what_the_commands_say(page: Served, tmp_path: Path) -> None:
    returned = tmp_path / "退回.xlsx"
    returned.write_bytes(workbook("永宁市财政局", figures=WRONG))
    run("archive", returned, "--into", page.archive, cwd=page.folder)
    query = {"year": str(YEAR), "on": f"{YEAR + 1}-12-31"}
    with page.client(params=query) as client:
        csv = client.get("/desk/status.csv")
        notices = client.get("/desk/notices.zip")
        summary = client.get("/desk/summary.xlsx")
        body = client.get("/desk/body", params={"name": "永宁市财政局"})
        letters = client.get("/desk/notices")
        draft = client.get("/desk/notice/eml", params={"name": "永宁市财政局"})
    asked = ("--roster", ROSTER, "--year", str(YEAR))
    done = run("status", ARCHIVE, *asked, "--on", query["on"], "--format", "csv", cwd=page.folder)
    assert csv.text.splitlines() == done.stdout.splitlines()
    run("notices", ARCHIVE, *asked, "--as-of", query["on"], "-o", "通知", cwd=page.folder)
    written = {each.name: each.read_bytes() for each in (page.folder / "通知").iterdir()}
    with zipfile.ZipFile(io.BytesIO(notices.content)) as package:
        assert {name: package.read(name) for name in package.namelist()} == written
    assert draft.content == written["永宁市财政局退回通知.eml"]
    run("summary", ARCHIVE, *asked, "--as-of", query["on"], "-o", "汇总.xlsx", cwd=page.folder)
    assert cells(summary.content) == cells((page.folder / "汇总.xlsx").read_bytes())
    assert "S301" in body.text or "总计（J8）是 1" in body.text
    assert "永宁市财政局" in text(letters)


def cells(data: bytes) -> dict[str, list[tuple[object, ...]]]:
    book = load_workbook(io.BytesIO(data))
    return {each.title: [*each.iter_rows(values_only=True)] for each in book}


def test_files_of_the_archive_are_sent_as_they_are(page: Served) -> None:
    page.filed(page.sent(workbook()))
    with Register.open(page.archive) as register:
        held = next(each for each in register.submissions() if each.accepted)
    with page.client() as client:
        for each in held.files:
            answer = client.get(f"/desk/file/{held.id}/{each.kind}")
            assert sha256(answer.content).hexdigest() == each.sha256
        page_answer = client.get(f"/desk/file/{held.id}/page")
        assert "sandbox" in page_answer.headers["content-security-policy"]
        (page.archive / held.files[0].place).write_bytes(b"changed")
        spoilt = client.get(f"/desk/file/{held.id}/{held.files[0].kind}")
        assert (spoilt.status_code, "归档以后被改动过" in spoilt.text) == (409, True)
        assert client.get(f"/desk/file/{held.id}/nothing").status_code == 404
        assert client.get("/desk/file/99999/page").status_code == 404


@pytest.mark.parametrize("query", ["?year=x", "?on=yesterday", "?year=1", "?year=99999999999"])
def test_a_year_or_day_that_is_none_is_told(page: Served, query: str) -> None:
    with page.client() as client:
        answer = client.get(f"/desk{query}")
    assert answer.status_code == 400
    assert "年度应当像" in text(answer)


def test_a_roster_that_changes_is_read_again(tmp_path: Path) -> None:
    with served(tmp_path, "--roster", ROSTER) as found:
        path = tmp_path / ROSTER
        with path.open("a", encoding="utf-8") as stream:
            stream.write("永宁市水务局,政府部门,永宁市人民政府,,NEWC-ODEX-XXXX\n")
        data = workbook("永宁市水务局")
        assert "回执" in text(found.filed(found.sent(data), "NEWC-ODEX-XXXX"))
        path.write_text("nonsense", encoding="utf-8")
        with found.client() as client:
            said = text(client.get("/desk"))
        assert "现在用的还是先前读到的名册" in said
        assert found.stop() == 0
    assert found.said.rstrip().endswith("已停止。")
    assert [*found.temporary.iterdir()] == []


def test_without_the_libraries_it_says_how_to_install_them(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "uvicorn", None)
    for name in [each for each in sys.modules if each.startswith("govxlsx.serve")]:
        monkeypatch.delitem(sys.modules, name)
    done = run("serve", "档案", cwd=tmp_path, width=400)
    assert done.returncode == 2
    assert "请先运行 pip install 'govxlsx[web]'" in done.stderr
    assert [*tmp_path.iterdir()] == []
