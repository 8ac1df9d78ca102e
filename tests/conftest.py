"""How all tests run: properties the same each time, costly fixtures once."""

from __future__ import annotations

import properties  # noqa: F401 - sets how properties are tried
import pytest
from processes import start  # noqa: F401 - a fixture for all
from xdist.remote import Producer
from xdist.scheduler import LoadScopeScheduling

LONGEST_FIRST = tuple(
    f"tests/{name}.py"
    for name in (
        *("test_mail_server", "test_serve_hostile", "test_archive_killed", "test_batch"),
        *("test_signals", "test_surroundings", "test_annotation", "test_cluster", "test_rollup"),
        *("test_serve_browser", "test_libreoffice", "test_archive", "test_template", "test_sums"),
        *("workbooks/test_kinds_refused", "workbooks/test_kinds_structure", "fuzz/test_fuzz"),
        *("rules/test_work_of_text_rules", "workbooks/test_kinds_large", "test_page_axe"),
        *("workbooks/test_kinds_values", "workbooks/test_kinds_round_trip", "test_wheel"),
        *("test_print", "test_serve", "test_handout", "test_masking", "test_wide", "test_handbook"),
        *("published/test_shapes", "test_word_ruler", "test_nothing_lost", "test_start"),
        *("test_printing", "test_desk_pages_browser", "publication/test_published"),
    )
)
"""Modules of five seconds and more: begun last, they would be waited for."""


def _module(nodeid: str) -> str:
    return nodeid.partition("::")[0]


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    rank = {name: place for place, name in enumerate(LONGEST_FIRST)}
    items.sort(key=lambda item: rank.get(_module(item.nodeid), len(rank)))


class Scheduling(LoadScopeScheduling):
    """Gives the processes of pytest-xdist one module after the other, in the order of the items.

    What a module needs is made once: its servers and browsers, its workbooks and their plates.
    """

    def __init__(self, config: pytest.Config, log: Producer) -> None:
        super().__init__(config, log)
        config.option.loadscopereorder = False  # by their number says nothing of their time

    def _split_scope(self, nodeid: str) -> str:
        return _module(nodeid)


def pytest_xdist_make_scheduler(config: pytest.Config, log: Producer) -> Scheduling:
    return Scheduling(config, log)
