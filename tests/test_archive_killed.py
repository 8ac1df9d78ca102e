"""The real command is killed before every single thing it does to the disk and to the register.

Each run is a forked process, so that what is imported is imported once. A profile function, which
the command knows nothing of, counts the calls and sends SIGKILL.
"""

from __future__ import annotations

import os
import shutil
import signal
import sys
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path
from types import FrameType
from typing import Any, NoReturn

import command
import pandas
import pytest
from archive_desk import digest, registered, stored, workbook

import govxlsx.desk.archive as package
from govxlsx.__main__ import run
from govxlsx.desk.archive import Register, verify
from govxlsx.showing import as_json, page, screen

resource = pytest.importorskip("resource", reason="needs a POSIX system")
pytestmark = pytest.mark.skipif(not hasattr(os, "fork"), reason="needs fork and SIGKILL")

_CALLS = frozenset(
    {
        *("open", "flush", "fsync", "mkdir", "rmdir", "unlink", "rename", "replace", "link"),
        *("connect", "execute"),
    }
)
_READS = frozenset({"_select", "_submission", "_number", "knows", "stored", "pending"})
"""Functions of the archive that only read; what is killed before them is killed before the next."""

PARTS = 3
"""So many tests share the calls, that several processes may do them."""

EVER = 1 << 30
"""The number of a call that is never reached: every call is counted."""

IMPORTED = (as_json, page, pandas, screen)
"""What the command imports when it is needed: here once, not in every forked process."""

_PACKAGE = str(Path(package.__file__).parent)
_THROUGH = ("pathlib.py", "contextlib.py", "os.py")


def _from_archive(frame: FrameType | None) -> bool:
    """Tell whether a call that may change something is the archive's, perhaps through pathlib."""
    while frame is not None and frame.f_code.co_filename.endswith(_THROUGH):
        frame = frame.f_back
    if frame is None or frame.f_code.co_name in _READS:
        return False
    return _PACKAGE in frame.f_code.co_filename


def _killer(last: int, told: Callable[[int], None]) -> Callable[[FrameType, str, Any], None]:
    """Return a profile function that kills this process before call number ``last``."""
    count = 0

    def profile(frame: FrameType, event: str, called: Any) -> None:
        nonlocal count
        if event == "c_call" and called.__name__ in _CALLS and _from_archive(frame):
            count += 1
            told(count)
            if count == last:
                os.kill(os.getpid(), signal.SIGKILL)

    return profile


def _child(desk: Path, last: int, counter: int) -> NoReturn:
    os.chdir(desk)
    silence = os.open(os.devnull, os.O_WRONLY)
    os.dup2(silence, 1)
    os.dup2(silence, 2)
    sys.argv = ["govxlsx", "archive", "收件", "--into", "档案"]
    if last:
        sys.setprofile(_killer(last, lambda count: _tell(counter, count)))
    status = 99
    try:
        status = run()
    finally:
        sys.setprofile(None)
        os._exit(status)


def _tell(counter: int, count: int) -> None:
    os.pwrite(counter, count.to_bytes(4, "big"), 0)


def run_until(desk: Path, last: int = 0, largest: int = -1) -> tuple[int | None, int]:
    """Run ``govxlsx archive``; return its exit status, None where killed, and how many calls.

    Calls are counted where ``last`` is told, the one before which the process is killed.

    No file can be written that is larger than ``largest`` bytes: as good as a full disk.
    """
    path = desk / "calls"
    counter = os.open(path, os.O_RDWR | os.O_CREAT)
    try:
        child = os.fork()
        if not child:
            resource.setrlimit(resource.RLIMIT_FSIZE, (largest, largest))
            _child(desk, last, counter)
        _, status = os.waitpid(child, 0)
        calls = int.from_bytes(os.pread(counter, 4, 0), "big")
    finally:
        os.close(counter)
        path.unlink()
    if os.WIFSIGNALED(status):
        assert os.WTERMSIG(status) == signal.SIGKILL
        return None, calls
    return os.WEXITSTATUS(status), calls


@pytest.fixture(scope="module")
def room() -> Iterator[Path]:
    """A folder in memory where there is one: a killed process needs no disk, which is slow."""
    memory = "/dev/shm"
    with tempfile.TemporaryDirectory(dir=memory if os.access(memory, os.W_OK) else None) as name:
        yield Path(name)


@pytest.fixture(scope="module")
def begun(room: Path) -> Path:
    """A desk with an archive that holds one report, and an inbox with what came next.

    The first report is filed by this process, so that no fork has to look anything up for itself.
    """
    desk = room / "begun"
    workbook(desk / "收件" / "1.xlsx")
    assert command.run("archive", "收件", "--into", "档案", cwd=desk).returncode == 0
    workbook(desk / "收件" / "2.xlsx", wrong=True)
    workbook(desk / "收件" / "3.xlsx", other="更正后重报。")
    return desk


def calls_of(desk: Path) -> int:
    """Return how many calls a run from this state makes."""
    copy = shutil.copytree(desk, desk.with_name("counted"))
    calls = run_until(copy, EVER)[1]
    shutil.rmtree(copy)
    assert calls > 50, "the calls of the archive are not counted"
    return calls


def whole(desk: Path) -> None:
    """Assert that the archive is what a run without interruption leaves."""
    found = {Path(path).name: each for path, each in registered(desk).items()}
    assert sorted(found) == ["1.xlsx", "2.xlsx", "3.xlsx"]
    for name, each in found.items():
        assert each.sha256 == digest(desk / "收件" / name)
    last = found["3.xlsx"].sha256
    assert [each.accepted for each in found.values()] == [True, False, True]
    assert [each.replaced_by for each in found.values()] == [last, last, None]
    places = {file.place: file.sha256 for each in found.values() for file in each.files}
    assert len(places) == 10
    assert stored(desk) == places
    assert verify(desk / "档案").problems == ()
    names = {each.name for each in (desk / "档案").iterdir()}
    assert names == {"2024", "register.sqlite", "manifest.csv", "manifest.json"}


def sound(desk: Path, earlier: dict[str, str]) -> None:
    """Assert that nothing is lost or half right after a kill; ``verify`` undoes what was begun."""
    assert stored(desk).items() >= earlier.items()
    found = verify(desk / "档案")
    assert found.problems == ()
    assert found.files == len(stored(desk)) == 5 * found.accepted


def test_a_run_without_interruption(begun: Path, room: Path) -> None:
    desk = shutil.copytree(begun, room / "desk")
    assert run_until(desk)[0] == 1
    whole(desk)
    shutil.rmtree(desk)


@pytest.mark.parametrize("first", range(1, PARTS + 1))
def test_killed_before_every_call_nothing_is_lost_and_nothing_half(
    begun: Path, room: Path, first: int
) -> None:
    earlier = stored(begun)
    for last in range(first, calls_of(begun) + 1, PARTS):
        desk = shutil.copytree(begun, room / "desk")
        assert run_until(desk, last) == (None, last)
        again = shutil.copytree(desk, room / "again")
        sound(desk, earlier)
        assert run_until(again)[0] == 1
        whole(again)
        shutil.rmtree(desk)
        shutil.rmtree(again)


def test_killed_again_while_it_undoes_what_the_first_kill_left(begun: Path, room: Path) -> None:
    calls = calls_of(begun)
    for first in range(calls // 3, calls, 13):
        for second in range(8, 48, 11):
            desk = shutil.copytree(begun, room / "desk")
            assert run_until(desk, first)[0] is None
            assert run_until(desk, second) == (None, second)
            assert run_until(desk)[0] == 1
            whole(desk)
            shutil.rmtree(desk)


@pytest.mark.usefixtures("begun")
def test_killed_while_the_archive_is_begun(room: Path) -> None:
    workbook(room / "inbox" / "收件" / "1.xlsx")
    calls = calls_of(room / "inbox")
    for last in range(1, calls // 2):
        desk = shutil.copytree(room / "inbox", room / "desk")
        assert run_until(desk, last) == (None, last)
        assert run_until(desk)[0] == 0
        assert verify(desk / "档案").problems == ()
        with Register.open(desk / "档案") as register:
            assert register.totals() == (1, 1)
        shutil.rmtree(desk)


def test_a_file_that_cannot_be_written_leaves_nothing_behind(begun: Path, room: Path) -> None:
    earlier = stored(begun)
    desk = shutil.copytree(begun, room / "desk")
    assert run_until(desk, largest=30_000)[0] == 2
    assert stored(desk) == earlier
    assert not (desk / "档案" / ".staging").exists()
    assert verify(desk / "档案").problems == ()
    assert run_until(desk)[0] == 1
    whole(desk)
    shutil.rmtree(desk)
