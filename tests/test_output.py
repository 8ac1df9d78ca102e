"""Files are written whole or not at all, and nothing is replaced unasked."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from govxlsx.errors import OutputError
from govxlsx.output import write_file


@pytest.fixture
def read_only() -> Iterator[Path]:
    """A folder that this user may read only; root becomes nobody for as long."""
    folder = Path(tempfile.mkdtemp())
    folder.chmod(0o555)
    root = os.geteuid() == 0
    if root:
        os.seteuid(65534)
    yield folder
    if root:
        os.seteuid(0)
    folder.rmdir()


def test_a_file_is_written_and_nothing_is_left_beside_it(tmp_path: Path) -> None:
    write_file(tmp_path / "新" / "报告.docx", b"one")
    assert [path.name for path in (tmp_path / "新").iterdir()] == ["报告.docx"]
    assert (tmp_path / "新" / "报告.docx").read_bytes() == b"one"


def test_an_existing_file_is_kept(tmp_path: Path) -> None:
    path = tmp_path / "a.docx"
    path.write_bytes(b"old")
    with pytest.raises(OutputError, match=r"已经存在，没有改动它"):
        write_file(path, b"new")
    assert path.read_bytes() == b"old"
    assert list(tmp_path.iterdir()) == [path]


def test_an_existing_file_is_replaced_when_asked(tmp_path: Path) -> None:
    path = tmp_path / "a.docx"
    path.write_bytes(b"old")
    write_file(path, b"new", force=True)
    assert path.read_bytes() == b"new"
    assert list(tmp_path.iterdir()) == [path]


def test_a_link_is_replaced_and_its_target_kept(tmp_path: Path) -> None:
    target, link = tmp_path / "target", tmp_path / "link"
    target.write_bytes(b"old")
    link.symlink_to(target)
    write_file(link, b"new", force=True)
    assert (target.read_bytes(), link.read_bytes()) == (b"old", b"new")


def test_a_new_file_has_the_modes_of_the_user(tmp_path: Path) -> None:
    before = os.umask(0o022)
    try:
        write_file(tmp_path / "a", b"")
    finally:
        os.umask(before)
    assert (tmp_path / "a").stat().st_mode & 0o777 == 0o644


def test_a_folder_in_the_place_of_the_file_is_one_sentence(tmp_path: Path) -> None:
    with pytest.raises(OutputError, match=r"^无法写入“.*”：这个名字是一个文件夹，不是文件。$"):
        write_file(tmp_path, b"new", force=True)


def test_a_file_in_the_place_of_the_folder_is_one_sentence(tmp_path: Path) -> None:
    (tmp_path / "a").write_bytes(b"")
    with pytest.raises(OutputError, match=r"^无法写入“.*”：.*不是文件夹。$"):
        write_file(tmp_path / "a" / "b", b"new")


@pytest.mark.parametrize("name", ["长" * 100, "x" * 300], ids=["wide", "narrow"])
def test_a_name_too_long_is_one_sentence(tmp_path: Path, name: str) -> None:
    with pytest.raises(OutputError, match=r"^无法写入“.*”：文件名太长.*。$"):
        write_file(tmp_path / f"{name}.docx", b"new")
    assert list(tmp_path.iterdir()) == []


@pytest.mark.skipif(os.name != "posix", reason="folders have no modes here")
def test_a_read_only_folder_is_one_sentence(read_only: Path) -> None:
    with pytest.raises(OutputError, match=r"^无法写入“.*”：没有写入权限.*只读的。$"):
        write_file(read_only / "a.docx", b"new")
