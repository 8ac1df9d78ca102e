"""Real processes of the command, watched in /proc: started, signalled, and gone after the test."""

import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any
from zipfile import ZipFile

import pytest
from command import ROOT
from reports import AGENCY, balanced, made

from govxlsx.output import PREFIX, SUFFIX

LINUX = pytest.mark.skipif(not Path("/proc/self/task").exists(), reason="needs /proc")
SLOW = 60
"""Seconds after which a test gives a process up; none takes a tenth of it."""


def put(path: Path, name: str = AGENCY.name, **changes: Any) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(made(balanced("2021", agency=replace(AGENCY, name=name), **changes)))
    return path


Process = subprocess.Popen[bytes]


@pytest.fixture
def start(tmp_path: Path) -> Iterator[Callable[..., Process]]:
    """Start the command in a session of its own; nothing of it is left after the test."""
    started: list[Process] = []

    def _start(*arguments: str) -> Process:
        environment = {**os.environ, "PYTHONPATH": str(ROOT), "PYTHONIOENCODING": "utf-8"}
        with (tmp_path / "stdout").open("wb") as out, (tmp_path / "stderr").open("wb") as err:
            process = subprocess.Popen(
                [sys.executable, "-m", "govxlsx", *arguments],
                cwd=tmp_path,
                env=environment,
                stdout=out,
                stderr=err,
                start_new_session=True,
            )
        started.append(process)
        return process

    yield _start
    for each in started:
        if each.poll() is None:
            os.killpg(each.pid, signal.SIGKILL)
        each.wait(SLOW)


def many(folder: Path, count: int) -> None:
    """Make the workbooks of many bodies: one workbook, its agency's name changed in place."""
    with ZipFile(put(folder / "0.xlsx")) as package:
        parts = {name: package.read(name) for name in package.namelist()}
    (folder / "0.xlsx").unlink()
    for number in range(count):
        name = f"永宁市第{number}局".encode()
        with ZipFile(folder / f"{number:03}.xlsx", "w") as package:
            for part, content in parts.items():
                package.writestr(part, content.replace(AGENCY.name.encode(), name))


def until(true: Callable[[], bool], process: Process) -> None:
    """Wait until something is true; the process must not have ended before."""
    end = time.monotonic() + SLOW
    while not true():
        assert process.poll() is None, "it was over too soon"
        assert time.monotonic() < end, "it never happened"
        time.sleep(0.002)


def documents(folder: Path) -> list[Path]:
    return sorted(folder.glob("*.docx")) if folder.exists() else []


def begun(folder: Path) -> list[str]:
    """Return what is being written beside its place in a folder."""
    return [each.name for each in folder.glob(f"{PREFIX}*{SUFFIX}")]


def left_aside(folder: Path) -> list[str]:
    """Return what is left beside finished files, once the workers have ended after their parent."""
    end = time.monotonic() + SLOW
    while (left := begun(folder)) and time.monotonic() < end:
        time.sleep(0.02)
    return left


def workers(process: Process) -> list[int]:
    """Return the processes below a process that work, not the server they are forked from."""
    below = processes_below()
    return [leaf for child in below.get(process.pid, []) for leaf in below.get(child, [])]


def children(process: Process) -> list[int]:
    """Return the processes that a process has started itself."""
    return processes_below().get(process.pid, [])


def processes_below() -> dict[int, list[int]]:
    """Return by process which processes it has started."""
    below: dict[int, list[int]] = {}
    for stat in Path("/proc").glob("[0-9]*/stat"):
        try:
            fields = stat.read_text().rpartition(")")[2].split()
        except OSError:
            continue
        below.setdefault(int(fields[1]), []).append(int(stat.parent.name))
    return below
