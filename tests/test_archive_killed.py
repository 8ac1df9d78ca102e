"""``archive`` is killed before every single thing it does to the disk and to the register."""

import os
import shutil
import tempfile
from collections.abc import Iterator
from pathlib import Path

import command
import pytest
from archive_desk import digest, registered, stored, workbook
from killing import EVER, Calls, changing, run_until

import govxlsx.desk.archive as package
from govxlsx import output
from govxlsx.desk.archive.register import Register
from govxlsx.desk.archive.verification import verify

pytestmark = pytest.mark.skipif(not hasattr(os, "fork"), reason="needs fork and SIGKILL")

CALLS = Calls(
    frozenset(
        {
            *("open", "flush", "mkdir", "rmdir", "unlink", "rename", "replace", "link"),
            *("connect", "execute"),
        }
    ),
    (package, output),
    # What is killed before one of these, as before a file is synced, is killed before the next.
    frozenset({"rows", "_number", "stored", "pending", "announced", "digest", "sync_folder"}),
)
COMMAND = ("archive", "收件", "--into", "档案")

MANIFESTS = ("manifest.csv", "manifest.json")


def killed(desk: Path, last: int) -> bool:
    """Run ``archive`` up to a call; tell whether it was killed there."""
    return run_until(desk, COMMAND, CALLS, last) == (None, last)


def run(desk: Path) -> int:
    """Run ``archive`` to its end; return its exit status."""
    return command.run(*COMMAND, cwd=desk).returncode


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
    assert run(desk) == 0
    workbook(desk / "收件" / "2.xlsx", wrong=True)
    workbook(desk / "收件" / "3.xlsx", other="更正后重报。")
    return desk


def calls_of(desk: Path) -> int:
    """Return how many calls a run from this state makes."""
    copy = shutil.copytree(desk, desk.with_name("counted"))
    status, calls = run_until(copy, COMMAND, CALLS, EVER)
    assert status in (0, 1)
    shutil.rmtree(copy)
    assert calls > 50, "the calls of the archive are not counted"
    return calls


def changes_of(desk: Path) -> list[int]:
    """Return before which calls of a run from this state something has changed."""
    copy = shutil.copytree(desk, desk.with_name("watched"))
    found = changing(copy, COMMAND, CALLS)
    shutil.rmtree(copy)
    assert len(found) > 25, "the changes of the archive are not seen"
    return found


@pytest.fixture(scope="module")
def ended(begun: Path) -> dict[str, str]:
    """What files a run without interruption leaves, by SHA-256: nothing is wrong with them."""
    return undisturbed(shutil.copytree(begun, begun.with_name("ended")), 1)


def undisturbed(desk: Path, status: int) -> dict[str, str]:
    """Run ``archive`` without interruption; return what files it leaves, by SHA-256."""
    assert run(desk) == status
    assert verify(desk / "档案").problems == ()
    return files(desk)


def files(desk: Path) -> dict[str, str]:
    """Return the SHA-256 of every file of the archive but the register, which knows the hour."""
    names = {each.name for each in (desk / "档案").iterdir()}
    assert names == {"2024", "register.sqlite", *MANIFESTS}
    return stored(desk) | {each: digest(desk / "档案" / each) for each in MANIFESTS}


def whole(desk: Path, ended: dict[str, str]) -> None:
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
    assert files(desk) == ended
    with Register.open(desk / "档案") as register:
        assert list(register.faults()) == []


def sound(desk: Path, earlier: dict[str, str]) -> None:
    """Assert that nothing is lost or half right after a kill; ``verify`` undoes what was begun."""
    assert stored(desk).items() >= earlier.items()
    found = verify(desk / "档案")
    assert found.problems == ()
    assert found.files == len(stored(desk)) == 5 * found.accepted


def test_a_run_without_interruption(begun: Path, ended: dict[str, str], room: Path) -> None:
    desk = shutil.copytree(begun, room / "desk")
    assert run_until(desk, COMMAND, CALLS, EVER)[0] == 1
    whole(desk, ended)
    shutil.rmtree(desk)


def test_killed_after_every_change_nothing_is_lost_and_nothing_half(
    begun: Path, ended: dict[str, str], room: Path
) -> None:
    earlier = stored(begun)
    for last in changes_of(begun):
        desk = shutil.copytree(begun, room / "desk")
        assert killed(desk, last)
        again = shutil.copytree(desk, room / "again")
        sound(desk, earlier)
        assert run(again) == 1
        whole(again, ended)
        shutil.rmtree(desk)
        shutil.rmtree(again)


def test_killed_again_while_it_undoes_what_the_first_kill_left(
    begun: Path, ended: dict[str, str], room: Path
) -> None:
    calls = calls_of(begun)
    for first in range(calls // 3, calls, 13):
        once = shutil.copytree(begun, room / "once")
        assert killed(once, first)
        for second in range(8, 48, 11):
            desk = shutil.copytree(once, room / "desk")
            assert killed(desk, second)
            assert run(desk) == 1
            whole(desk, ended)
            shutil.rmtree(desk)
        shutil.rmtree(once)


def test_killed_while_the_archive_is_begun(room: Path) -> None:
    inbox = room / "inbox"
    workbook(inbox / "收件" / "1.xlsx")
    expected = undisturbed(shutil.copytree(inbox, room / "first"), 0)
    half = calls_of(inbox) // 2
    for last in (each for each in changes_of(inbox) if each < half):
        desk = shutil.copytree(inbox, room / "desk")
        assert killed(desk, last)
        assert run(desk) == 0
        assert files(desk) == expected
        with Register.open(desk / "档案") as register:
            assert register.totals() == (1, 1)
        shutil.rmtree(desk)


def test_a_file_that_cannot_be_written_leaves_nothing_behind(
    begun: Path, ended: dict[str, str], room: Path
) -> None:
    earlier = stored(begun)
    desk = shutil.copytree(begun, room / "desk")
    assert run_until(desk, COMMAND, CALLS, EVER, largest=30_000)[0] == 2
    assert stored(desk) == earlier
    assert not (desk / "档案" / ".staging").exists()
    assert verify(desk / "档案").problems == ()
    assert run(desk) == 1
    whole(desk, ended)
    shutil.rmtree(desk)
