"""How all tests run: properties the same each time, costly fixtures once."""

from __future__ import annotations

import properties  # noqa: F401 - sets how properties are tried
import pytest
from processes import start  # noqa: F401 - a fixture for all
from xdist.remote import Producer
from xdist.scheduler import LoadScopeScheduling

TOGETHER = frozenset(
    {
        "tests/test_archive_verify.py",
        "tests/test_libreoffice.py",
        "tests/test_page.py",
        "tests/test_serve.py",
        "tests/test_serve_browser.py",
        "tests/test_serve_hostile.py",
        "tests/test_status.py",
        "tests/test_wheel.py",
        "tests/workbooks/test_kinds_round_trip.py",
    }
)
"""Modules with a costly fixture: their tests stay in one process. All others go where is room."""


class Scheduling(LoadScopeScheduling):
    """Gives the processes of pytest-xdist one test after the other, or a module of TOGETHER."""

    def _split_scope(self, nodeid: str) -> str:
        module = nodeid.partition("::")[0]
        return module if module in TOGETHER else nodeid


def pytest_xdist_make_scheduler(config: pytest.Config, log: Producer) -> Scheduling:
    return Scheduling(config, log)
