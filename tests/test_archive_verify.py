"""The command ``verify``: whatever is changed, lost or added in an archive is named."""

import os
import shutil
import sqlite3
import tempfile
from collections.abc import Callable, Iterator
from hashlib import sha256
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import pytest
from archive_desk import archive, problems, registered, stored, verified, workbook
from command import run

from govxlsx.desk.archive import sql
from govxlsx.desk.archive.filing import Archive
from govxlsx.desk.archive.journal import announce
from govxlsx.desk.archive.register import NAME, Register
from govxlsx.desk.archive.verification import verify
from govxlsx.errors import GovxlsxError


@pytest.fixture(scope="module")
def first(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A desk with an archive of two reports, one of them replaced, and one returned."""
    desk = tmp_path_factory.mktemp("desk")
    workbook(desk / "a.xlsx", figures={"disclosure.licensing.decisions": 4711})
    workbook(desk / "b.xlsx", other="更正。", figures={"disclosure.regulations.issued": "—"})
    workbook(desk / "c.xlsx", agency="永宁市水务局", wrong=True)
    archive(desk, "a.xlsx", "b.xlsx", "c.xlsx")
    return desk


@pytest.fixture
def desk(first: Path, tmp_path: Path) -> Path:
    """Each test's own copy of the desk."""
    return shutil.copytree(first, tmp_path / "desk")


def place(desk: Path, kind: str) -> str:
    """Return where one of the replaced report's files is."""
    return next(each.place for each in registered(desk)["a.xlsx"].files if each.kind == kind)


def change_register(desk: Path, statement: str, *values: object) -> None:
    connection = sqlite3.connect(desk / "档案" / "register.sqlite")
    with connection:
        connection.execute(statement, values)
    connection.close()


def test_a_whole_archive(desk: Path) -> None:
    found = verified(desk)
    assert list(found) == ["tool", "archive", "status", "summary", "problems"]
    assert (found["archive"], found["status"]) == ("档案", "ok")
    assert found["summary"] == {"submissions": 3, "accepted": 2, "files": 10, "problems": 0}
    done = run("verify", "档案", cwd=desk, width=200)
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout == "✓ 档案：登记 3 份，归档 2 份，核对 10 个文件：全部一致。\n"


def test_verify_changes_nothing(desk: Path) -> None:
    def everything() -> dict[str, bytes]:
        home = desk / "档案"
        return {str(each): each.read_bytes() for each in home.rglob("*") if each.is_file()}

    before = everything()
    verified(desk)
    assert everything() == before


@pytest.mark.parametrize("kind", ["workbook", "document", "findings", "page", "publication"])
def test_a_changed_byte_is_found(desk: Path, kind: str) -> None:
    path = desk / "档案" / place(desk, kind)
    content = bytearray(path.read_bytes())
    content[len(content) // 2] ^= 1
    path.write_bytes(content)
    assert ("changed", place(desk, kind)) in problems(desk)
    done = run("verify", "档案", cwd=desk, width=2000)
    assert done.returncode == 1
    assert f"✗ {place(desk, kind)}\n" in done.stdout
    assert sha256(content).hexdigest() in done.stdout
    assert "请从备份恢复这个文件。" in done.stdout


@pytest.mark.parametrize("kind", ["workbook", "document", "findings", "page", "publication"])
def test_a_lost_file_is_found(desk: Path, kind: str) -> None:
    (desk / "档案" / place(desk, kind)).unlink()
    assert problems(desk) == [("missing", place(desk, kind))]


def test_files_that_nobody_registered_are_found_and_litter_is_not(desk: Path) -> None:
    (desk / "档案" / "2024" / "stray.xlsx").write_bytes(b"")
    for name in ("Thumbs.db", ".DS_Store", "~$a.xlsx"):
        (desk / "档案" / "2024" / name).write_bytes(b"")
    assert problems(desk) == [("unknown", "2024/stray.xlsx")]


def forge(desk: Path, kind: str, content: bytes) -> None:
    """Replace a stored file and its SHA-256 in the register, so that only the content tells."""
    path = desk / "档案" / place(desk, kind)
    path.write_bytes(content)
    change_register(
        desk,
        "UPDATE file SET sha256 = ?, size = ? WHERE place = ?",
        *(sha256(content).hexdigest(), len(content), place(desk, kind)),
    )


def test_a_document_whose_figure_is_not_the_workbooks_is_found(desk: Path) -> None:
    source = ZipFile(desk / "档案" / place(desk, "document"))
    stream = BytesIO()
    with source, ZipFile(stream, "w") as target:
        for name in source.namelist():
            content = source.read(name)
            if name == "word/document.xml":
                assert content.count(b">4711</w:t>") == 1
                content = content.replace(b">4711</w:t>", b">1147</w:t>")
            target.writestr(name, content)
    forge(desk, "document", stream.getvalue())
    found = [each for each in verified(desk)["problems"] if each["kind"] == "document"]
    assert [each["path"] for each in found] == [place(desk, "document")]
    assert "应为“4711”，文档中是“1147”" in found[0]["message"]


@pytest.mark.parametrize("content", [b"", b"PK\x03\x04", b"text"])
def test_a_document_that_is_none_is_found(desk: Path, content: bytes) -> None:
    forge(desk, "document", content)
    assert ("document", place(desk, "document")) in problems(desk)


@pytest.mark.parametrize("content", [b"", b"[]", b'{"files": [{"findings": 1}]}', b"\xff"])
def test_findings_that_are_none_are_found(desk: Path, content: bytes) -> None:
    forge(desk, "findings", content)
    assert ("findings", place(desk, "findings")) in problems(desk)


def test_another_agencys_workbook_in_the_place_is_found(desk: Path) -> None:
    other = workbook(desk / "d.xlsx", agency="永宁市教育局")
    forge(desk, "workbook", other.read_bytes())
    assert ("register", place(desk, "workbook")) in problems(desk)


@pytest.mark.parametrize(
    ("statement", "kind"),
    [
        ("DELETE FROM file WHERE kind = 'page'", "unknown"),
        ("DELETE FROM finding", "findings"),
        ("UPDATE submission SET replaced_by = NULL", "register"),
        ("INSERT INTO file VALUES (99, 'page', 'x', 'x', 1)", "register"),
        ("UPDATE submission SET agency = '别的局'", "manifest"),
    ],
)
def test_a_changed_register_is_found(desk: Path, statement: str, kind: str) -> None:
    change_register(desk, statement)
    assert kind in {kind for kind, _ in problems(desk)}


@pytest.mark.parametrize(
    ("name", "change"),
    [
        ("manifest.csv", lambda path: path.write_bytes(b"")),
        ("manifest.json", lambda path: path.unlink()),
    ],
)
def test_a_manifest_that_is_not_the_registers_is_found_and_mended(
    desk: Path, name: str, change: Callable[[Path], object]
) -> None:
    change(desk / "档案" / name)
    assert [path for _, path in problems(desk)] == [name]
    archive(desk, "a.xlsx")
    assert problems(desk) == []


def test_what_a_killed_run_left_is_undone(desk: Path) -> None:
    home = desk / "档案"
    before = stored(desk)
    known = registered(desk)["a.xlsx"].files[0]
    with Archive.open(home) as opened:
        strange = opened.folder / "2024" / "新" / "x.docx"
        strange.parent.mkdir()
        strange.write_bytes(b"x")
        lost = type(known)("document", "2024/新/x.docx", sha256(b"x").hexdigest(), 1)
        announce(opened.folder, [known, lost])
        opened.register.close()
        (opened.folder / ".staging" / "0.part").write_bytes(b"half")
        opened.register = type(opened.register).open(opened.folder)
    assert stored(desk) == before
    assert sorted(each.name for each in (home / "2024").iterdir()) == ["永宁市档案局"]
    assert problems(desk) == []


def test_an_announced_file_that_is_another_one_is_not_removed(desk: Path) -> None:
    home = desk / "档案"
    known = registered(desk)["a.xlsx"].files[0]
    announce(home, [type(known)("document", "2024/x.docx", sha256(b"x").hexdigest(), 1)])
    (home / "2024" / "x.docx").write_bytes(b"somebody's")
    assert problems(desk) == [("unknown", "2024/x.docx")]
    assert (home / "2024" / "x.docx").read_bytes() == b"somebody's"


def test_an_announced_place_outside_the_archive_is_left_alone(desk: Path) -> None:
    home = desk / "档案"
    (desk / "mine.txt").write_bytes(b"x")
    known = registered(desk)["a.xlsx"].files[0]
    announce(home, [type(known)("document", "../mine.txt", sha256(b"x").hexdigest(), 1)])
    assert problems(desk) == []
    assert (desk / "mine.txt").read_bytes() == b"x"


def test_a_folder_that_is_no_archive_is_one_sentence(tmp_path: Path) -> None:
    for name in (".", "missing"):
        done = run("verify", name, cwd=tmp_path)
        assert (done.returncode, done.stdout) == (2, "")
        assert "不是归档文件夹：里面没有登记簿 register.sqlite。" in done.stderr


@pytest.fixture
def reader(desk: Path) -> Iterator[Path]:
    """The archive on a read-only share; root becomes nobody for as long."""
    with tempfile.TemporaryDirectory() as name:
        home = Path(name) / "share"
        (desk / "档案").rename(home)
        for each in [home, *home.rglob("*")]:
            each.chmod(0o555 if each.is_dir() else 0o444)
        Path(name).chmod(0o755)
        root = os.geteuid() == 0
        if root:
            os.seteuid(65534)
        yield home
        if root:
            os.seteuid(0)
        for each in [home, *home.rglob("*")]:
            each.chmod(0o755)


@pytest.mark.skipif(os.name != "posix", reason="folders have no modes here")
def test_an_archive_on_a_read_only_share_is_verified(reader: Path) -> None:
    assert verify(reader, patience=0).problems == ()


@pytest.mark.skipif(os.name != "posix", reason="folders have no modes here")
def test_archiving_on_a_read_only_share_is_one_sentence(reader: Path) -> None:
    with pytest.raises(GovxlsxError, match=r"：没有写入权限.*只读的。$"):
        Archive.open(reader, patience=0).tidy()


def test_a_changed_document_is_compared_with_its_workbook_all_the_same(desk: Path) -> None:
    path = desk / "档案" / place(desk, "document")
    path.write_bytes(b"PK\x03\x04")
    kinds = [kind for kind, where in problems(desk) if where == place(desk, "document")]
    assert kinds == ["changed", "document"]


def test_a_register_of_the_first_version_stays_what_it_is_where_it_is_only_read(
    tmp_path: Path,
) -> None:
    with Register.open(tmp_path, create=True) as register:
        register.rows("PRAGMA user_version = 1")
    before = (tmp_path / NAME).read_bytes()
    with Register.open(tmp_path) as register:
        assert (register.totals(), register.has(sql.MENDS)) == ((0, 0), False)
    assert (tmp_path / NAME).read_bytes() == before
