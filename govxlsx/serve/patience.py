"""Wrong codes and passwords, counted by address: who types many wrong ones has to wait longer."""

from collections import OrderedDict
from collections.abc import Callable
from dataclasses import dataclass
from ipaddress import IPv6Address, ip_address
from time import monotonic

_FREE = 4
"""So many may be wrong without waiting: codes are typed from paper."""

_LONGEST = 60.0
"""Seconds; a county's bodies may share one address, and the others must not be locked out."""

_FORGOTTEN = 3600.0
_KEPT = 4096
"""So many addresses are remembered, the last ones."""


@dataclass(slots=True)
class _Tries:
    total: int = 0
    in_row: int = 0
    last: float = 0.0


class Patience:
    """Counts what was wrong. ``clock`` tells seconds that only ever grow."""

    def __init__(self, clock: Callable[[], float] = monotonic) -> None:
        self._clock = clock
        self._tries: OrderedDict[str, _Tries] = OrderedDict()

    def wait(self, address: str) -> int:
        """Return for how many seconds nothing is taken from an address, 0 for none."""
        tries = self._tries.get(_home(address))
        if tries is None or tries.in_row < _FREE:
            return 0
        until = tries.last + min(_LONGEST, 2.0 ** (tries.in_row - _FREE + 1))
        return max(0, -int((self._clock() - until) // 1))

    def wrong(self, address: str) -> None:
        """Count one that was wrong."""
        home = _home(address)
        tries = self._tries.pop(home, None) or _Tries()
        now = self._clock()
        tries.in_row = 1 if now - tries.last > _FORGOTTEN else tries.in_row + 1
        tries.total, tries.last = tries.total + 1, now
        self._tries[home] = tries
        while len(self._tries) > _KEPT:
            self._tries.popitem(last=False)

    def right(self, address: str) -> None:
        """Let an address begin anew; what was wrong stays counted."""
        tries = self._tries.get(_home(address))
        if tries is not None:
            tries.in_row = 0

    @property
    def counts(self) -> tuple[tuple[str, int], ...]:
        """How many were wrong from each address, the most first."""
        found = ((address, tries.total) for address, tries in self._tries.items())
        return tuple(sorted(found, key=lambda each: -each[1]))


def _home(address: str) -> str:
    """Return what is counted: an IPv6 address by its network, of which one has 2^64 addresses."""
    try:
        found = ip_address(address)
    except ValueError:
        return address
    if isinstance(found, IPv6Address):
        if found.ipv4_mapped is not None:
            return str(found.ipv4_mapped)
        return f"{IPv6Address(int(found) >> 64 << 64)}/64"
    return address
