"""How all tests run: properties the same each time, costly fixtures once."""

import gc
import os
from collections.abc import Iterator
from pathlib import Path

import properties  # noqa: F401 - sets how properties are tried
import pytest
from processes import start  # noqa: F401 - a fixture for all
from xdist.remote import Producer
from xdist.scheduler import LoadScopeScheduling

gc.set_threshold(200_000)  # of what tests are made of, next to nothing is cyclic

LONGEST_FIRST = tuple(
    f"tests/{name}.py"
    for name in (
        *("test_mail_server", "test_serve_hostile", "test_archive_killed", "test_libreoffice"),
        *("test_serve_browser", "test_cluster", "test_batch", "test_signals", "test_annotation"),
        *("workbooks/test_kinds_refused", "workbooks/test_kinds_structure", "test_rollup"),
        *("rules/test_work_of_text_rules", "test_sums", "workbooks/test_kinds_values"),
        *("test_masking", "test_nothing_lost", "test_surroundings", "test_print", "test_page_axe"),
        *("test_archive", "test_template", "test_likeness", "rules/test_v219_picture_in_cell"),
        *("fuzz/test_fuzz", "published/test_shapes", "workbooks/test_kinds_round_trip"),
        *("workbooks/test_kinds_large", "test_wheel", "test_handout", "test_word_ruler"),
        *("test_desk_pages_browser", "test_start", "test_cli", "test_serve"),
        *("publication/test_pages", "rules/test_w131_shifted_row", "test_printing", "test_wide"),
    )
)
"""Modules of three seconds and more: begun last, they would be waited for."""


def _module(nodeid: str) -> str:
    return nodeid.partition("::")[0]


def pytest_sessionstart(session: pytest.Session) -> None:
    """Have each process begin to collect at another module.

    What is compiled for the first time, as all is in a fresh clone, the others find compiled.
    """
    told = getattr(session.config, "workerinput", None)
    if told is None or not all(Path(each).is_dir() for each in session.config.args):
        return
    modules = sorted({str(path) for each in session.config.args for path in _modules(each)})
    begin = len(modules) * int(told["workerid"].removeprefix("gw")) // told["workercount"]
    session.config.args = modules[begin:] + modules[:begin]


def _modules(folder: str) -> Iterator[Path]:
    return Path(folder).absolute().rglob("test_*.py")


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    if not hasattr(config, "workerinput"):  # where there is one process, nothing is waited for
        return
    rank = {name: place for place, name in enumerate(LONGEST_FIRST)}
    modules = {
        each: (rank.get(each, len(rank)), each) for each in (_module(i.nodeid) for i in items)
    }
    items.sort(key=lambda item: modules[_module(item.nodeid)])  # each process lists them the same


def pytest_collection_finish() -> None:
    """Leave alone what stays to the end, which would be looked through again and again."""
    gc.collect()
    gc.freeze()


def pytest_xdist_auto_num_workers() -> int:
    """Return one more than there are cores: a tenth of the time is spent waiting for others."""
    return (os.cpu_count() or 1) + 1


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
