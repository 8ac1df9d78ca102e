"""Measures whole commands, their workers included: time, processor time, memory."""

import os
import subprocess
import sys
from collections.abc import Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from functools import partial

_LAUNCHER = """
import ctypes, os, subprocess, sys, time
if sys.platform == "linux":
    ctypes.CDLL(None).prctl(36, 1)  # whose parent has ended becomes a child of this process
begun = time.perf_counter()
command = subprocess.Popen(sys.argv[1:], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
_, status, usage = os.wait4(command.pid, 0)
seconds = time.perf_counter() - begun
own = usage.ru_maxrss
processor, largest = usage.ru_utime + usage.ru_stime, own
while True:
    try:
        _, _, usage = os.wait3(0)
    except ChildProcessError:
        break
    processor += usage.ru_utime + usage.ru_stime
    largest = max(largest, usage.ru_maxrss)
unit = 1024 if sys.platform != "darwin" else 1 << 20
print(seconds, processor, own / unit, largest / unit, os.waitstatus_to_exitcode(status))
"""
"""A process inherits the peak memory of the one that started it: a small one stands between. On
Linux it reaps the workers too, whose server outlives the command."""


@dataclass(frozen=True, slots=True)
class Run:
    """What one run took: wall and processor seconds; peak MB of the parent and of the largest."""

    wall: float
    processor: float
    parent: float
    largest: float
    status: int


def govxlsx(*arguments: str) -> list[str]:
    """Return a command of this tool."""
    return [sys.executable, "-m", "govxlsx", *arguments]


def imports() -> list[str]:
    """Return the command that does nothing but import what a plain script imports."""
    return [sys.executable, "-c", "import pandas, openpyxl"]


def with_bytecode(folder: str) -> Mapping[str, str]:
    """Return the environment in which bytecode is kept in a folder, whatever the shell's says."""
    return {"PYTHONPYCACHEPREFIX": folder, "PYTHONDONTWRITEBYTECODE": ""}


def without_bytecode(folder: str) -> Mapping[str, str]:
    """Return the environment in which no bytecode is found, given a folder that is empty."""
    return {"PYTHONPYCACHEPREFIX": folder, "PYTHONDONTWRITEBYTECODE": "1"}


def run(command: Sequence[str], environment: Mapping[str, str] | None = None) -> Run:
    """Run a command and return what it took."""
    launched = [sys.executable, "-S", "-E", "-c", _LAUNCHER, *command]
    given = {**os.environ, **(environment or {})}
    done = subprocess.run(launched, capture_output=True, text=True, check=True, env=given)
    *taken, status = done.stdout.split()
    return Run(*map(float, taken), int(status))


def together(commands: Sequence[Sequence[str]], environment: Mapping[str, str]) -> Run:
    """Run commands at the same time, and return what all of them took."""
    with ThreadPoolExecutor(len(commands)) as pool:
        runs = list(pool.map(partial(run, environment=environment), commands))
    return Run(
        max(each.wall for each in runs),
        sum(each.processor for each in runs),
        max(each.parent for each in runs),
        max(each.largest for each in runs),
        max(each.status for each in runs),
    )
