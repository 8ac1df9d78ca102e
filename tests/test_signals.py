"""Ctrl-C and SIGTERM at any moment: one sentence, whole files, nothing left beside them."""

import os
import signal
import time
from collections.abc import Callable
from pathlib import Path
from signal import Signals

import pytest
from processes import (
    LINUX,
    SLOW,
    Process,
    begun,
    children,
    documents,
    left_aside,
    many,
    put,
    until,
    workers,
)

from govxlsx.desk.archive.verification import verify
from govxlsx.word.properties import origin

pytestmark = LINUX
BOTH = pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM], ids=lambda one: one.name)
COUNT = 80
Start = Callable[..., Process]


def catches(process: Process, number: Signals) -> bool:
    """Tell whether a process has a handler for a signal."""
    status = Path(f"/proc/{process.pid}/status").read_text()
    (caught,) = (line.split()[1] for line in status.splitlines() if line.startswith("SigCgt:"))
    return bool(int(caught, 16) >> (number - 1) & 1)


def said(folder: Path) -> str:
    return (folder / "stderr").read_text(encoding="utf-8")


@BOTH
@pytest.mark.parametrize("typed", [("--help",), ("new", "--year", "2024"), ("check", "a.xlsx")])
def test_at_the_start_it_ends_with_one_sentence(
    tmp_path: Path, start: Start, typed: tuple[str, ...], number: Signals
) -> None:
    process = start(*typed)
    until(lambda: catches(process, signal.SIGTERM), process)  # before anything heavy is imported
    process.send_signal(number)
    assert process.wait(SLOW) == 128 + number
    assert said(tmp_path) == "已中断。\n"
    assert (tmp_path / "stdout").read_bytes() == b""
    assert {each.name for each in tmp_path.iterdir()} == {"stdout", "stderr"}


@BOTH
def test_a_file_that_is_being_written_leaves_nothing(
    tmp_path: Path, start: Start, number: Signals
) -> None:
    many(tmp_path / "in", COUNT)
    process = start("export", "in", "-o", "out/all.json")
    until(lambda: bool(begun(tmp_path / "out")), process)
    process.send_signal(number)
    assert process.wait(SLOW) == 128 + number
    assert said(tmp_path) == "已中断。\n"
    assert list((tmp_path / "out").iterdir()) == []


@BOTH
def test_a_signal_to_all_processes_of_a_batch(
    tmp_path: Path, start: Start, number: Signals
) -> None:
    many(tmp_path / "in", COUNT)
    process = start("build", "in", "-o", "out", "--jobs", "2")
    until(lambda: len(documents(tmp_path / "out")) > 10, process)
    os.killpg(process.pid, number)
    assert process.wait(SLOW) == 128 + number
    made = documents(tmp_path / "out")
    assert f"有文档 {len(made)} 份，都是完整的" in said(tmp_path)
    assert all(origin(each) is not None for each in made)
    assert left_aside(tmp_path / "out") == []


def test_who_goes_on_pressing_ctrl_c_need_not_wait(tmp_path: Path, start: Start) -> None:
    many(tmp_path / "in", COUNT)
    process = start("build", "in", "-o", "out", "--jobs", "2")
    until(lambda: len(documents(tmp_path / "out")) > 10, process)
    busy = workers(process)
    try:
        for each in busy:
            os.kill(each, signal.SIGSTOP)  # it will never be done
        end = time.monotonic() + SLOW
        while process.poll() is None and time.monotonic() < end:
            process.send_signal(signal.SIGINT)
            time.sleep(0.05)  # two at once are one
        assert process.poll() == 130
    finally:
        for each in busy:
            os.kill(each, signal.SIGCONT)
    assert said(tmp_path) == "已中断。\n"
    assert left_aside(tmp_path / "out") == []


@BOTH
def test_annotated_copies_are_whole(tmp_path: Path, start: Start, number: Signals) -> None:
    many(tmp_path / "in", COUNT)
    process = start("check", "in", "--annotate", "out", "--jobs", "2", "-o", "findings.txt")
    until(lambda: any((tmp_path / "out").glob("*.xlsx")), process)
    os.killpg(process.pid, number)
    assert process.wait(SLOW) == 128 + number
    *before, last = said(tmp_path).splitlines()
    assert last == "已中断。"
    assert all(each.startswith("已写入 ") for each in before)
    assert left_aside(tmp_path / "out") == []


@BOTH
def test_an_archive_is_sound(tmp_path: Path, start: Start, number: Signals) -> None:
    many(tmp_path / "in", COUNT)
    process = start("archive", "in", "--into", "out", "--jobs", "2")
    until(lambda: any((tmp_path / "out").glob("2024/**/*.docx")), process)
    os.killpg(process.pid, number)
    assert process.wait(SLOW) == 128 + number
    assert said(tmp_path) == "已中断：已归档的都是完整的，已登记。再次运行，已归档的不再处理。\n"
    assert verify(tmp_path / "out").problems == ()
    assert not (tmp_path / "out" / ".staging").exists()


def test_a_fork_server_that_died_is_no_interruption(tmp_path: Path, start: Start) -> None:
    many(tmp_path / "in", COUNT)
    process = start("build", "in", "-o", "out", "--jobs", "2")
    until(lambda: len(documents(tmp_path / "out")) > 10, process)
    for each in children(process):
        if b"forkserver" in Path(f"/proc/{each}/cmdline").read_bytes():
            os.kill(each, signal.SIGKILL)
    assert process.wait(SLOW) == 0
    assert len(documents(tmp_path / "out")) == COUNT
    assert said(tmp_path) == ""


def test_what_the_shell_has_it_ignore_stays_ignored(tmp_path: Path, start: Start) -> None:
    put(tmp_path / "a.xlsx")
    before = signal.signal(signal.SIGINT, signal.SIG_IGN)  # as with & in a script
    try:
        process = start("check", "a.xlsx")
    finally:
        signal.signal(signal.SIGINT, before)
    until(lambda: catches(process, signal.SIGTERM), process)
    assert not catches(process, signal.SIGINT)
    assert process.wait(SLOW) == 0
