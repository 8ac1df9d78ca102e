"""How much of the machine one upload may take: memory, processor, files.

Windows has no such limits: there only the wall clock bounds it.
"""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path

MEMORY = 1 << 30
"""Bytes beyond those that a worker has when it is forked."""

CPU_SECONDS = 20
FILE = 64 << 20
"""The largest file that a worker may write, in bytes."""

OPEN_FILES = 64


def limit() -> None:
    """Limit this process for good."""
    try:
        import resource
    except ImportError:  # Windows
        return
    used = resource.getrusage(resource.RUSAGE_SELF)
    seconds = CPU_SECONDS + int(used.ru_utime + used.ru_stime)
    for kind, most in (
        (resource.RLIMIT_AS, MEMORY + _held(resource.getpagesize())),
        (resource.RLIMIT_CPU, seconds),
        (resource.RLIMIT_FSIZE, FILE),
        (resource.RLIMIT_NOFILE, OPEN_FILES),
        (resource.RLIMIT_CORE, 0),
    ):
        with suppress(ValueError, OSError):  # lower already
            resource.setrlimit(kind, (most, most))


def _held(page: int) -> int:
    """Return how many bytes of addresses this process has, a large guess where nobody tells."""
    try:
        return int(Path("/proc/self/statm").read_text().split()[0]) * page
    except OSError:
        return 8 << 30
