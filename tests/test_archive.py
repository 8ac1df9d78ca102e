"""The command ``archive``: what is stored where, in which order submissions count, what is said."""

import csv
import hashlib
import io
import json
import os
import shutil
import sqlite3
import sys
from datetime import date, datetime
from pathlib import Path
from types import FrameType
from typing import Any

import pytest
from archive_desk import NAME, archive, digest, problems, registered, stored, workbook
from command import run
from needs import program
from reports import GUIDE, balanced, both, check_of, made, put

from govxlsx.checking.catalogue import rules
from govxlsx.checking.examination import examine_together
from govxlsx.desk.archive.entry import DOCUMENT, Entry
from govxlsx.desk.archive.filing import Archive
from govxlsx.desk.archive.judging import judge
from govxlsx.desk.archive.refusal import ArchiveError
from govxlsx.desk.archive.register import Register
from govxlsx.desk.archive.run import with_pdf
from govxlsx.errors import UnusableWorkbookError
from govxlsx.publication import page as publication
from govxlsx.publication.pdf import pdfs
from govxlsx.reading import read
from govxlsx.report.model import Explanation
from govxlsx.version import MAKER
from govxlsx.word.readback import differences


def summary(said: str) -> str:
    return next(line for line in said.splitlines() if line.startswith("共 "))


@both
def test_an_accepted_workbook_is_stored_with_document_and_findings(
    tmp_path: Path, edition: str
) -> None:
    source = workbook(tmp_path / "a.xlsx", edition=edition)
    status, said = archive(tmp_path, "a.xlsx")
    year = {"2019": 2019, "2021": 2024}[edition]
    mark = digest(source)[:12]
    stem = f"{year}/{NAME}/{NAME}{year}年政府信息公开工作年度报告（{mark}）"
    assert (status, summary(said)) == (
        0,
        "共 1 个文件：归档 1、以前已归档 0、没有通过 0、不能用 0",
    )
    assert f"✓ a.xlsx：已归档 {stem}.xlsx" in said
    ends = (".docx", ".html", ".json", ".xlsx", "（公布网页）.html")
    assert sorted(stored(tmp_path)) == [f"{stem}{end}" for end in ends]
    page = (tmp_path / "档案" / f"{stem}（公布网页）.html").read_bytes()
    assert page == publication.page(read(source))
    assert stored(tmp_path)[f"{stem}.xlsx"] == digest(source)
    findings = json.loads((tmp_path / "档案" / f"{stem}.json").read_bytes())
    assert [each["sha256"] for each in findings["files"]] == [digest(source)]


def test_the_stored_document_is_the_workbooks(tmp_path: Path) -> None:

    source = workbook(tmp_path / "a.xlsx")
    archive(tmp_path, "a.xlsx")
    stored = registered(tmp_path)["a.xlsx"].file(DOCUMENT)
    assert stored is not None
    assert differences((tmp_path / "档案" / stored.place).read_bytes(), read(source)) == []


def test_the_register_tells_everything_of_a_submission(tmp_path: Path) -> None:
    source = workbook(tmp_path / "a.xlsx", figures={"disclosure.regulations.issued": "—"})
    assert archive(tmp_path, "a.xlsx", "--received", "2025-01-20")[0] == 0
    found = registered(tmp_path)["a.xlsx"]
    assert (found.sha256, found.size) == (digest(source), source.stat().st_size)
    assert (found.agency, found.year, found.edition) == (NAME, 2024, "2021")
    assert (found.template, found.tool) == ("2021.1", MAKER)
    assert found.catalogue.startswith(f"{len(rules())}-")
    assert (found.outcome, found.accepted) == ("ok", True)
    assert {each.severity for each in found.findings} == {"warning"}
    assert (found.received, found.counted_on) == (date(2025, 1, 20), date(2025, 1, 20))
    assert found.first_seen.utcoffset() is not None
    assert found.replaced_by is None
    kinds = {"workbook", "document", "findings", "page", "publication"}
    assert {each.kind for each in found.files} == kinds
    assert {each.place: each.sha256 for each in found.files} == stored(tmp_path)


def test_returned_and_unusable_ones_are_registered_and_not_stored(tmp_path: Path) -> None:
    workbook(tmp_path / "wrong.xlsx", wrong=True)
    (tmp_path / "none.xlsx").write_bytes(b"%PDF-1.7")
    status, said = archive(tmp_path, "wrong.xlsx", "none.xlsx", "missing.xlsx")
    assert (status, summary(said)) == (
        2,
        "共 3 个文件：归档 0、以前已归档 0、没有通过 1、不能用 2",
    )
    assert f"✗ wrong.xlsx：{NAME}2024年度：有 2 处错误（S301、S302），没有归档，已登记。" in said
    assert "✗ none.xlsx：不能用，没有归档，已登记。这是 PDF 文件" in said
    assert "✗ missing.xlsx：没有这个文件" in said
    found = registered(tmp_path)
    assert sorted(found) == ["none.xlsx", "wrong.xlsx"]
    assert [(each.code, each.cell) for each in found["wrong.xlsx"].findings if each.sheet][:2]
    assert (found["wrong.xlsx"].outcome, found["wrong.xlsx"].accepted) == ("errors", False)
    assert (found["none.xlsx"].outcome, found["none.xlsx"].agency) == ("unusable", "")
    assert found["none.xlsx"].error_code == "W101"
    assert stored(tmp_path) == {}


def test_the_same_bytes_again_are_not_stored_twice(tmp_path: Path) -> None:
    source = workbook(tmp_path / "a.xlsx")
    shutil.copy(source, tmp_path / "b.xlsx")
    said = archive(tmp_path, "a.xlsx", "b.xlsx")[1]
    assert "✓ b.xlsx：与 " in said
    assert "登记的“a.xlsx”完全相同，没有再存。" in said
    before = stored(tmp_path)
    status, said = archive(tmp_path, "b.xlsx")
    assert (status, summary(said)) == (
        0,
        "共 1 个文件：归档 0、以前已归档 1、没有通过 0、不能用 0",
    )
    assert (len(before), stored(tmp_path)) == (5, before)
    with Register.open(tmp_path / "档案") as register:
        path = register.path
    with sqlite3.connect(path) as connection:
        came = [path for (path,) in connection.execute("SELECT path FROM arrival ORDER BY id")]
    connection.close()
    assert came == ["a.xlsx", "b.xlsx", "b.xlsx"]


def test_the_same_wrong_bytes_again_are_still_wrong(tmp_path: Path) -> None:
    workbook(tmp_path / "a.xlsx", wrong=True)
    archive(tmp_path, "a.xlsx")
    status, said = archive(tmp_path, "a.xlsx")
    assert (status, len(registered(tmp_path))) == (1, 1)
    assert f"完全相同，{NAME}2024年度：有 2 处错误（S301、S302），没有归档，已登记。" in said


def test_a_later_submission_replaces_and_overwrites_nothing(tmp_path: Path) -> None:
    workbook(tmp_path / "a.xlsx")
    workbook(tmp_path / "b.xlsx", agency=" 永宁市 档案局", other="更正。")
    archive(tmp_path, "a.xlsx")
    before = stored(tmp_path)
    said = archive(tmp_path, "b.xlsx")[1]
    found = registered(tmp_path)
    assert found["a.xlsx"].replaced_by == found["b.xlsx"].sha256
    assert found["b.xlsx"].replaced_by is None
    assert f"替代 {found['a.xlsx'].counted_on} 收到的一份（a.xlsx）" in said
    assert stored(tmp_path).items() > before.items()
    assert len(stored(tmp_path)) == 10


def test_received_tells_which_is_the_later_one(tmp_path: Path) -> None:
    workbook(tmp_path / "new.xlsx", other="更正。")
    workbook(tmp_path / "old.xlsx")
    archive(tmp_path, "new.xlsx", "--received", "2025-02-01")
    said = archive(tmp_path, "old.xlsx", "--received", "2025-01-20")[1]
    found = registered(tmp_path)
    assert found["old.xlsx"].replaced_by == found["new.xlsx"].sha256
    assert found["new.xlsx"].replaced_by is None
    assert "不是现行的一份：同一机关同一年度有更晚收到的一份。" in said


def test_of_two_days_of_receipt_the_earlier_counts(tmp_path: Path) -> None:
    workbook(tmp_path / "a.xlsx")
    workbook(tmp_path / "b.xlsx", other="更正。")
    archive(tmp_path, "a.xlsx", "--received", "2025-02-01")
    archive(tmp_path, "b.xlsx", "--received", "2025-02-02")
    archive(tmp_path, "a.xlsx", "b.xlsx", "--received", "2025-03-01")
    assert registered(tmp_path)["a.xlsx"].received == date(2025, 2, 1)
    archive(tmp_path, "b.xlsx", "--received", "2025-01-10")
    found = registered(tmp_path)
    assert found["b.xlsx"].received == date(2025, 1, 10)
    assert found["b.xlsx"].replaced_by == found["a.xlsx"].sha256
    assert found["a.xlsx"].replaced_by is None


def test_a_returned_one_never_replaces_and_is_replaced_when_mended(tmp_path: Path) -> None:
    workbook(tmp_path / "a.xlsx")
    workbook(tmp_path / "b.xlsx", wrong=True)
    workbook(tmp_path / "c.xlsx", other="更正。")
    archive(tmp_path, "a.xlsx")
    archive(tmp_path, "b.xlsx")
    assert [each.replaced_by for each in registered(tmp_path).values()] == [None, None]
    archive(tmp_path, "c.xlsx")
    found = registered(tmp_path)
    last = found["c.xlsx"].sha256
    assert [each.replaced_by for each in found.values()] == [last, last, None]


def test_other_years_and_agencies_are_left_alone(tmp_path: Path) -> None:
    workbook(tmp_path / "a.xlsx")
    workbook(tmp_path / "b.xlsx", year=2023)
    workbook(tmp_path / "c.xlsx", agency="永宁市水务局")
    archive(tmp_path, "a.xlsx", "b.xlsx", "c.xlsx")
    assert [each.replaced_by for each in registered(tmp_path).values()] == [None, None, None]
    with Register.open(tmp_path / "档案") as register:
        assert [each.path for each in register.submissions(2023)] == ["b.xlsx"]


def test_strict_returns_what_has_unexplained_warnings_until_it_is_taken(tmp_path: Path) -> None:
    workbook(tmp_path / "a.xlsx", figures={"disclosure.regulations.issued": "—"})
    status, said = archive(tmp_path, "a.xlsx", "--strict")
    assert (status, stored(tmp_path)) == (1, {})
    assert "有没有说明的提醒（--strict），没有归档，已登记。" in said
    found = registered(tmp_path)["a.xlsx"]
    assert (found.outcome, found.accepted) == ("ok", False)
    assert archive(tmp_path, "a.xlsx")[0] == 0
    assert registered(tmp_path)["a.xlsx"].accepted
    assert len(stored(tmp_path)) == 5
    assert problems(tmp_path) == []


@pytest.mark.parametrize("day", ["2025-1-20", "20250120", "2025-02-30", "昨天", "２０２５-01-20"])
def test_a_bad_day_is_one_sentence(tmp_path: Path, day: str) -> None:
    workbook(tmp_path / "a.xlsx")
    status, said = archive(tmp_path, "a.xlsx", "--received", day)
    assert status == 2
    assert said == f"--received 应当是一个日期，写成 2027-01-20 的样子，现在是“{day}”。\n"
    assert not (tmp_path / "档案").exists()


def test_a_day_to_come_is_told(tmp_path: Path) -> None:
    workbook(tmp_path / "a.xlsx")
    status, said = archive(tmp_path, "a.xlsx", "--received", "2207-01-20")
    assert (status, "2207-01-20 还没有到" in said) == (0, True)


def test_the_manifest_has_a_line_for_every_stored_file(tmp_path: Path) -> None:
    workbook(tmp_path / "a.xlsx")
    workbook(tmp_path / "b.xlsx", other="更正。")
    archive(tmp_path, "a.xlsx", "b.xlsx")
    home = tmp_path / "档案"
    raw = (home / "manifest.csv").read_bytes()
    assert raw.startswith(b"\xef\xbb\xbf")
    lines = list(csv.DictReader(io.StringIO(raw.decode("utf-8-sig"), newline="")))
    files = json.loads((home / "manifest.json").read_bytes())["files"]
    assert {each["path"]: each["sha256"] for each in files} == stored(tmp_path)
    assert [{**each, "size": int(each["size"]), "year": 2024} for each in lines] == [
        {**each, "replaced_by": each["replaced_by"] or ""} for each in files
    ]
    kinds = {"workbook", "document", "findings", "page", "publication"}
    assert {each["kind"] for each in files} == kinds
    assert all((home / each["path"]).stat().st_size == each["size"] for each in files)
    last = registered(tmp_path)["b.xlsx"].sha256
    assert sorted(filter(None, (each["replaced_by"] for each in files))) == [last] * 5


def test_an_agency_that_looks_like_a_formula_is_harmless_in_the_manifest(tmp_path: Path) -> None:
    workbook(tmp_path / "a.xlsx", agency="@HYPERLINK(1)局")
    assert archive(tmp_path, "a.xlsx")[0] == 0
    text = (tmp_path / "档案" / "manifest.csv").read_text("utf-8-sig")
    assert {row["agency"] for row in csv.DictReader(io.StringIO(text))} == {"'@HYPERLINK(1)局"}


def test_the_archives_own_files_are_not_taken_in(tmp_path: Path) -> None:
    workbook(tmp_path / "a.xlsx")
    archive(tmp_path, ".")
    status, said = archive(tmp_path, ".")
    assert (status, summary(said)) == (
        0,
        "共 1 个文件：归档 0、以前已归档 1、没有通过 0、不能用 0",
    )
    assert "跳过" not in said
    assert archive(tmp_path, "档案") == (
        2,
        "“档案”是归档文件夹，里面的都是检查过的报送。"
        "核对归档用 govxlsx verify，汇总用 govxlsx rollup。\n",
    )


def test_two_processes_give_the_same_archive(tmp_path: Path) -> None:
    for number in range(6):
        workbook(tmp_path / "收件" / f"{number}.xlsx", agency=f"永宁市第{number}局")
    assert archive(tmp_path, "收件")[0] == 0
    other = tmp_path / "other"
    shutil.copytree(tmp_path / "收件", other / "收件")
    assert archive(other, "收件", "--jobs", "2")[0] == 0
    assert stored(other) == stored(tmp_path)
    assert [each.path for each in registered(other).values()] == list(registered(tmp_path))


@pytest.mark.skipif(os.name != "posix", reason="names are Unicode there")
def test_a_file_name_that_is_no_utf8_is_archived(tmp_path: Path) -> None:
    source = workbook(tmp_path / "a.xlsx")
    name = os.fsdecode("报".encode("gb18030") + b".xlsx")
    source.rename(tmp_path / name)
    assert archive(tmp_path, ".")[0] == 0
    assert list(registered(tmp_path)) == ["\\udcb1\\udca8.xlsx"]
    assert archive(tmp_path, ".")[0] == 0
    assert problems(tmp_path) == []


def test_a_stranger_in_the_place_is_kept_and_told(tmp_path: Path) -> None:
    source = workbook(tmp_path / "a.xlsx")
    workbook(tmp_path / "b.xlsx", agency="永宁市水务局")
    stem = f"2024/{NAME}/{NAME}2024年政府信息公开工作年度报告（{digest(source)[:12]}）.docx"
    place = tmp_path / "档案" / stem
    place.parent.mkdir(parents=True)
    place.write_bytes(b"other")
    status, said = archive(tmp_path, "a.xlsx", "b.xlsx")
    assert status == 2
    assert f"没有归档：“{stem}”处已经有另一个文件，登记簿里没有它，没有改动它。" in said
    assert place.read_bytes() == b"other"
    assert list(registered(tmp_path)) == ["b.xlsx"]


def test_a_locked_register_is_one_sentence(tmp_path: Path) -> None:
    workbook(tmp_path / "a.xlsx")
    archive(tmp_path, "a.xlsx")
    home = tmp_path / "档案"
    with Archive.open(home) as first, first.register.writing():
        other = Archive(home, Register.open(home, patience=0))
        with pytest.raises(ArchiveError, match=r"^登记簿“.*”：另一个人.*正在写.*再试。$"):
            other.tidy()
        other.register.close()


def test_a_damaged_register_is_one_sentence_and_stays_as_it_is(tmp_path: Path) -> None:
    workbook(tmp_path / "a.xlsx")
    archive(tmp_path, "a.xlsx")
    register = tmp_path / "档案" / "register.sqlite"
    content = bytearray(register.read_bytes())
    content[4096 : 4096 + 200] = b"\xff" * 200
    register.write_bytes(content)
    status, said = archive(tmp_path, "a.xlsx")
    assert (status, said.count("\n")) == (2, 1)
    assert "register.sqlite”已损坏，没有改动它。请从备份恢复" in said
    assert register.read_bytes() == content


def test_what_is_no_register_is_one_sentence(tmp_path: Path) -> None:
    workbook(tmp_path / "a.xlsx")
    (tmp_path / "档案").mkdir()
    (tmp_path / "档案" / "register.sqlite").write_bytes(b"text, not a database" * 100)
    status, said = archive(tmp_path, "a.xlsx")
    assert (status, said.count("\n")) == (2, 1)
    assert "已损坏，没有改动它" in said


def test_a_register_of_a_later_version_is_left_alone(tmp_path: Path) -> None:
    workbook(tmp_path / "a.xlsx")
    archive(tmp_path, "a.xlsx")
    with sqlite3.connect(tmp_path / "档案" / "register.sqlite") as connection:
        connection.execute("PRAGMA user_version = 99")
    connection.close()
    status, said = archive(tmp_path, "a.xlsx")
    assert status == 2
    assert "是较新版本的 govxlsx 写的（第 99 版格式" in said


def test_a_lost_register_is_not_begun_anew(tmp_path: Path) -> None:
    workbook(tmp_path / "a.xlsx")
    archive(tmp_path, "a.xlsx")
    (tmp_path / "档案" / "register.sqlite").unlink()
    status, said = archive(tmp_path, "a.xlsx")
    assert (status, said.count("\n")) == (2, 1)
    assert "有清单 manifest.json，登记簿 register.sqlite 却不在了" in said
    assert not (tmp_path / "档案" / "register.sqlite").exists()


def test_a_file_in_the_place_of_the_archive_is_one_sentence(tmp_path: Path) -> None:
    workbook(tmp_path / "a.xlsx")
    (tmp_path / "档案").write_bytes(b"")
    status, said = archive(tmp_path, "a.xlsx")
    assert (status, said.count("\n")) == (2, 1)
    assert "路径中有一段是文件，不是文件夹。" in said


def test_the_help_is_chinese(tmp_path: Path) -> None:
    said = run("archive", "--help", cwd=tmp_path, width=200).stdout
    assert "没有错误的工作簿连同 Word 文档和校验结果归档" in said
    assert "--received" in said


def test_a_file_that_changed_after_its_check_is_not_archived(tmp_path: Path) -> None:
    source = workbook(tmp_path / "a.xlsx")
    (result,) = examine_together([str(source)])
    assert judge(result, strict=False).entry.accepted
    workbook(source, other="检查后又改了。")
    with pytest.raises(UnusableWorkbookError) as caught:
        judge(result, strict=False)
    assert (caught.value.code, caught.value.case) == ("W108", "changed")


def test_files_are_synced_before_they_are_moved_and_their_folder_after(tmp_path: Path) -> None:
    workbook(tmp_path / "a.xlsx")
    steps: list[str] = []

    def watch(frame: FrameType, event: str, called: Any) -> None:
        if event == "c_call" and called.__name__ in ("fsync", "link"):
            steps.append(called.__name__)
        elif event in ("call", "return") and frame.f_code.co_name == "_store":
            steps.append(event)

    sys.setprofile(watch)
    try:
        assert archive(tmp_path, "a.xlsx")[0] == 0
    finally:
        sys.setprofile(None)
    stored_ = steps[steps.index("call") : steps.index("return")]
    assert stored_.count("link") == 5
    assert stored_[: stored_.index("link")].count("fsync") >= 4
    assert stored_[-1] == "fsync", "a move is lost with the power unless its folder is synced"


def test_a_pdf_is_kept_where_it_is_fit_for_it(tmp_path: Path) -> None:
    program("libreoffice")
    path = workbook(tmp_path / "a.xlsx")
    result = examine_together([str(path)])[0]
    assert result.report is not None
    deposit = judge(result, strict=False)
    place, document = next(
        (file.place, content)
        for file, content in zip(deposit.entry.files, deposit.contents, strict=True)
        if file.kind == "document"
    )
    (data,) = pdfs([document])
    assert data is not None
    fit = data + b"\n%/FontName/FZXBS/FontName/FangSong/FontName/SimHei/FontName/KaiTi\n"
    kept = with_pdf(deposit, result.report, fit)
    assert (kept.entry.files[-1].place, kept.trouble) == (place.replace(".docx", ".pdf"), ())
    with Archive.open(tmp_path / "档案") as opened:
        opened.file([kept], datetime.now().astimezone(), [None])
    assert (problems(tmp_path), len(stored(tmp_path))) == ([], 6)
    for unfit, words in ((b"%PDF", "用了别的字体代替"), (None, "没有转换成功")):
        told = with_pdf(deposit, result.report, unfit)
        assert told.entry == deposit.entry
        assert "没有归档 PDF" in told.trouble[0]
        assert words in told.trouble[0]


def test_a_pdf_that_was_asked_for_and_is_none_is_told(tmp_path: Path) -> None:
    program("libreoffice")
    workbook(tmp_path / "a.xlsx")
    status, said = archive(tmp_path, "a.xlsx", "--format", "docx,html,pdf")
    kept = [each for each in stored(tmp_path) if each.endswith(".pdf")]
    assert (status, bool(kept)) in ((0, True), (2, False))
    assert ("没有归档 PDF" in said) == (status == 2)
    assert problems(tmp_path) == []


def test_a_page_that_was_changed_with_its_register_does_not_agree(tmp_path: Path) -> None:
    workbook(tmp_path / "a.xlsx")
    archive(tmp_path, "a.xlsx")
    (page,) = (tmp_path / "档案").rglob("*（公布网页）.html")
    data = page.read_bytes().replace(b">31<", b">32<")
    page.write_bytes(data)
    with sqlite3.connect(tmp_path / "档案" / "register.sqlite") as register:
        values = (hashlib.sha256(data).hexdigest(), len(data))
        register.execute("UPDATE file SET sha256=?, size=? WHERE kind='publication'", values)
    assert ("publication", page.relative_to(tmp_path / "档案").as_posix()) in problems(tmp_path)


def test_a_workbook_without_a_stamp_is_of_no_template(tmp_path: Path) -> None:
    (tmp_path / "a.xlsx").write_bytes(made(balanced("2021"), put(GUIDE, B4=None)))
    assert archive(tmp_path, "a.xlsx")[0] == 0
    assert registered(tmp_path)["a.xlsx"].template is None


def test_a_register_of_many_submissions_is_read_to_its_end(tmp_path: Path) -> None:
    seen = datetime(2025, 1, 20, 9).astimezone()
    judged = {"size": 1, "tool": "t", "catalogue": "c", "outcome": "unusable"}
    with Register.open(tmp_path, create=True) as register:
        with register.writing():
            for number in range(1001):
                entry = Entry(sha256=f"{number:064}", path=f"{number}.xlsx", **judged)
                register.record(entry, seen, None)
        assert [each.path for each in register.submissions()] == [
            f"{number}.xlsx" for number in range(1001)
        ]
        assert list(register.submissions(2024)) == []


def test_strict_takes_explained_warnings(tmp_path: Path) -> None:
    path = workbook(tmp_path / "a.xlsx", figures={"disclosure.regulations.issued": "—"})
    codes = sorted({each.code for each in check_of(path.read_bytes()).findings})
    told = tuple(Explanation(each, "没有发生。") for each in codes)
    workbook(path, figures={"disclosure.regulations.issued": "—"}, explanations=told)
    assert codes
    assert archive(tmp_path, "a.xlsx", "--strict")[0] == 0
    assert registered(tmp_path)["a.xlsx"].accepted
