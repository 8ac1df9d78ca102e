"""``archive --attach``: files made elsewhere are kept beside what they belong to."""

import hashlib
from dataclasses import replace
from pathlib import Path

import pytest
from command import run
from reports import AGENCY, balanced, made, read

from govxlsx.publication.page import page

SCAN = b"\xff\xd8\xff\xe0 scan"


@pytest.fixture
def desk(tmp_path: Path) -> Path:
    (tmp_path / "a.xlsx").write_bytes(made(balanced("2021")))
    done = run("archive", "a.xlsx", "--into", "archive", cwd=tmp_path)
    assert "（第 1 号）" in done.stdout.replace("\n  ", "")
    (tmp_path / "scan.jpg").write_bytes(SCAN)
    return tmp_path


def attach(desk: Path, name: str, number: int = 1) -> tuple[int, str]:
    arguments = ("--attach", name, "--to", str(number), "--into", "archive")
    done = run("archive", *arguments, cwd=desk, width=400)
    return done.returncode, done.stdout + done.stderr


def test_a_scan_is_stored_and_known_by_its_sha256(desk: Path) -> None:
    status, said = attach(desk, "scan.jpg")
    sha256 = hashlib.sha256(SCAN).hexdigest()
    assert (status, sha256 in said) == (0, True)
    (stored,) = (desk / "archive").rglob("*（附件1）.jpg")
    assert stored.read_bytes() == SCAN
    assert sha256 in (desk / "archive" / "manifest.csv").read_text(encoding="utf-8-sig")
    assert run("verify", "archive", cwd=desk).returncode == 0
    assert "以前已附加" in attach(desk, "scan.jpg")[1]
    stored.write_bytes(b"changed")
    done = run("verify", "archive", cwd=desk, width=400)
    assert (done.returncode, "附加的文件归档以后被改动过" in done.stdout) == (1, True)


def test_the_page_of_another_body_is_told(desk: Path) -> None:
    other = replace(AGENCY, name="永宁市审计局")
    (desk / "b.html").write_bytes(page(read(made(balanced("2021", agency=other)))))
    status, said = attach(desk, "b.html")
    assert status == 0
    assert (
        "“b.html”读出来是永宁市审计局2024 年度的报告，第 1 号报送是永宁市档案局2024 年度的" in said
    )
    (desk / "a.html").write_bytes(page(read(made(balanced("2021")))))
    assert "读出来" not in attach(desk, "a.html")[1]


@pytest.mark.parametrize(
    ("name", "content", "number", "words"),
    [
        ("scan.jpg", SCAN, 9, "没有第 9 号报送"),
        ("scan.txt", b"text", 1, "不能附加到归档"),
        ("scan.pdf", b"text", 1, "内容不是 .pdf 文件"),
        ("a.pdf", b"%PDF-1.7 LibreOffice /FontName/DejaVuSans", 1, "用了别的字体代替"),
    ],
)
def test_what_cannot_be_attached_is_told(
    desk: Path, name: str, content: bytes, number: int, words: str
) -> None:
    (desk / name).write_bytes(content)
    status, said = attach(desk, name, number)
    assert status == 2
    assert words in said
    assert not list((desk / "archive").rglob("*附件*"))


def test_nothing_is_attached_to_what_was_returned(desk: Path) -> None:
    wrong = balanced("2021", figures={"applications.received.total": 1})
    (desk / "wrong.xlsx").write_bytes(made(wrong))
    assert run("archive", "wrong.xlsx", "--into", "archive", cwd=desk).returncode == 1
    status, said = attach(desk, "scan.jpg", 2)
    assert (status, "第 2 号报送没有归档（没有通过检查）" in said) == (2, True)


def test_a_file_needs_a_number(desk: Path) -> None:
    done = run("archive", "--attach", "scan.jpg", "--into", "archive", cwd=desk)
    assert (done.returncode, "--to" in done.stderr) == (2, True)
