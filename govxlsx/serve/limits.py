"""How much of the machine one upload may take: memory, processor, files.

Windows has no such limits: there only the wall clock bounds it.
"""

from contextlib import suppress
from pathlib import Path

try:
    import resource
except ImportError:  # Windows
    _KNOWN = False
else:
    _KNOWN = True

MEMORY = 1 << 30
"""Bytes beyond those that a worker has when it is forked."""

GROWTH = 64 << 20
"""A worker that has taken so many bytes more than at its start is used no more."""

CPU_SECONDS = 20
FILE = 64 << 20
"""The largest file that a worker may write, in bytes."""

OPEN_FILES = 64


def limit() -> None:
    """Limit this process for good."""
    if _KNOWN:
        _lower(resource.RLIMIT_AS, MEMORY + _addresses(resource.getpagesize()))
        _lower(resource.RLIMIT_FSIZE, FILE)
        _lower(resource.RLIMIT_NOFILE, OPEN_FILES)
        _lower(resource.RLIMIT_CORE, 0)
        limit_time()


def limit_time() -> None:
    """Give this process CPU_SECONDS from now on; then it is killed."""
    if _KNOWN:
        used = resource.getrusage(resource.RUSAGE_SELF)
        seconds = CPU_SECONDS + int(used.ru_utime + used.ru_stime)
        _, hard = resource.getrlimit(resource.RLIMIT_CPU)
        with suppress(ValueError, OSError):  # lower already
            resource.setrlimit(resource.RLIMIT_CPU, (seconds, hard))


def memory() -> int:
    """Return the most bytes of memory that this process has had, 0 where nobody tells."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss << 10 if _KNOWN else 0


def _lower(kind: int, most: int) -> None:
    with suppress(ValueError, OSError):  # lower already
        resource.setrlimit(kind, (most, most))


def _addresses(page: int) -> int:
    """Return how many bytes of addresses this process has, a large guess where nobody tells."""
    try:
        return int(Path("/proc/self/statm").read_text().split()[0]) * page
    except OSError:
        return 8 << 30
