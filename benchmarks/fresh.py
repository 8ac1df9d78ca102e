"""Measures programs from their start to their end: time, and the most memory they held."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from time import perf_counter

# A process inherits the peak memory of the one that started it: a small one stands between.
_LAUNCHER = """
import resource, subprocess, sys, time
start = time.perf_counter()
done = subprocess.run(sys.argv[1:], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
seconds = time.perf_counter() - start
peak = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss
print(seconds, peak if sys.platform != "darwin" else peak / 1024, done.returncode)
"""


@dataclass(frozen=True, slots=True)
class Run:
    """What one run of a program took; ``status`` is its exit status."""

    seconds: float
    megabytes: float
    status: int


def check(path: Path) -> list[str]:
    """Return the command that checks one workbook."""
    return [sys.executable, "-m", "govxlsx", "check", str(path)]


def imports() -> list[str]:
    """Return the command that does nothing but import what a plain script imports."""
    return [sys.executable, "-c", "import pandas, openpyxl"]


def seconds(command: Sequence[str]) -> float:
    """Run a command and return how long it took."""
    start = perf_counter()
    subprocess.run(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, check=False)
    return perf_counter() - start


def run(command: Sequence[str]) -> Run:
    """Run a command and return its time, peak memory and exit status."""
    launched = [sys.executable, "-S", "-E", "-c", _LAUNCHER, *command]
    done = subprocess.run(launched, capture_output=True, text=True, check=True)
    taken, peak, status = done.stdout.split()
    return Run(float(taken), float(peak) / 1024, int(status))
