"""Files are written whole or not at all, and nothing is replaced unasked."""

import errno
import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from types import FrameType
from typing import Any

import pytest

from govxlsx.errors import OutputError
from govxlsx.output import (
    PREFIX,
    SUFFIX,
    new_mark,
    reason_of,
    refuse_existing,
    sweep,
    write_anew,
    write_file,
    write_pieces,
)


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
        assert os.umask(before) == 0o022
    assert (tmp_path / "a").stat().st_mode & 0o777 == 0o644


def test_a_file_that_appears_meanwhile_is_kept(tmp_path: Path) -> None:
    path = tmp_path / "a.docx"

    def pieces() -> Iterator[bytes]:
        yield b"new"
        path.write_bytes(b"other")

    with pytest.raises(OutputError, match=r"已经存在，没有改动它"):
        write_pieces(path, pieces())
    assert path.read_bytes() == b"other"
    assert list(tmp_path.iterdir()) == [path]


@pytest.mark.parametrize("force", [False, True])
def test_a_file_is_on_the_disk_before_it_has_its_name(tmp_path: Path, force: bool) -> None:
    steps: list[str] = []

    def watch(_: FrameType, event: str, called: Any) -> None:
        if event == "c_call" and called.__name__ in ("fsync", "link", "replace"):
            steps.append(called.__name__)

    sys.setprofile(watch)
    try:
        write_file(tmp_path / "a.docx", b"new", force=force)
    finally:
        sys.setprofile(None)
    assert steps == ["fsync", "replace" if force else "link"]


@pytest.mark.skipif(os.name != "posix", reason="there a process that has ended is not known")
@pytest.mark.parametrize("sole", [False, True])
def test_what_killed_processes_left_is_swept(tmp_path: Path, sole: bool) -> None:
    dead = subprocess.Popen([sys.executable, "-c", ""])
    dead.wait()
    mine = new_mark()
    stale = mine.replace(f"-{os.getpid()}-", f"-{dead.pid}-")
    elsewhere = f"{PREFIX}elsewhere-{dead.pid}-00{SUFFIX}"
    kept = [f"{mine}.txt", "a.docx"] + ([] if sole else [f"{mine}{SUFFIX}", elsewhere])
    for name in (*kept, f"{stale}{SUFFIX}", f"{mine}{SUFFIX}", elsewhere):
        (tmp_path / name).write_bytes(b"")
    sweep(tmp_path, sole=sole)
    assert sorted(each.name for each in tmp_path.iterdir()) == sorted(kept)


@pytest.mark.parametrize("held", [b"new", b"old", None])
def test_what_a_dead_worker_has_written_may_be_written_anew(
    tmp_path: Path, held: bytes | None
) -> None:
    path = tmp_path / "a.docx"
    if held is not None:
        path.write_bytes(held)
    if held == b"old":
        with pytest.raises(OutputError, match="已经存在，没有改动它"):
            write_anew(path, b"new", force=False)
    else:
        write_anew(path, b"new", force=False)
    assert path.read_bytes() == (held or b"new")
    assert [*tmp_path.iterdir()] == [path]


def test_what_is_read_is_never_written_over(tmp_path: Path) -> None:
    read, link, other = (tmp_path / name for name in ("a.xlsx", "b.xlsx", "c.xlsx"))
    read.write_bytes(b"")
    link.symlink_to(read)
    other.write_bytes(b"")
    for each in (read, link, Path(f"{tmp_path}/../{tmp_path.name}/a.xlsx")):
        with pytest.raises(OutputError, match="是要读的文件，不能写在它上面"):
            refuse_existing(each, force=True, inputs=[str(read)])
    refuse_existing(other, force=True, inputs=[read, tmp_path / "none.xlsx"])
    refuse_existing(tmp_path / "new.xlsx", force=False, inputs=[read])


@pytest.mark.skipif(os.name != "posix", reason="there are no such pipes")
def test_a_pipe_is_not_written_over(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    with pytest.raises(OutputError, match="不是文件，是管道、设备一类的东西"):
        write_file(tmp_path / "pipe", b"new", force=True)
    assert (tmp_path / "pipe").is_fifo()


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


@pytest.mark.parametrize("number", [errno.EACCES, errno.EPERM])
def test_what_may_not_be_read_is_said_in_words(number: int) -> None:
    assert reason_of(OSError(number, "")) == "没有权限，请检查文件和文件夹的权限"
