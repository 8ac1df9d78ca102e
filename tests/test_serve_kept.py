"""What the page keeps in mind between requests: results, the roster, wrong codes."""

import pickle
from collections.abc import Iterator
from pathlib import Path

import pytest
from served import BODY, CODE, roster

from govxlsx.desk.batch.spool import Records
from govxlsx.serve.codes import RosterFile, owner
from govxlsx.serve.jobs import FILE, Checked, Common, Task
from govxlsx.serve.patience import Patience
from govxlsx.serve.results import KEPT_SECONDS, KeptResults

HALF_A_GIGABYTE = 1 << 29
COMMON = Common("last year's", "this year's")


class Kept(KeptResults):
    """Results whose clock a test sets."""

    def __init__(self) -> None:
        self.now = 0.0
        super().__init__(lambda: self.now)

    def add(self, size: int = 0) -> str:
        """Keep the result of a workbook of so many bytes, which take no room on the disk."""
        token, folder = self.begin()
        with (folder / FILE / "a.xlsx").open("wb") as stream:
            stream.truncate(size)
        self.keep(token, Task(str(folder), "a.xlsx"), Checked("a.xlsx", "ok", ""))
        return token

    @property
    def there(self) -> set[str]:
        return {each.name for each in self.root.iterdir()}


@pytest.fixture
def kept() -> Iterator[Kept]:
    found = Kept()
    yield found
    found.close()
    assert not found.root.exists()


def test_a_result_is_kept_for_a_day(kept: Kept) -> None:
    first = kept.add()
    kept.now = KEPT_SECONDS
    second = kept.add()
    assert kept.there == {first, second}
    kept.now += 1
    third = kept.add()
    assert kept.there == {second, third}
    assert kept.find(first, COMMON) is None


def test_the_oldest_results_go_where_they_take_too_much_room(kept: Kept) -> None:
    tokens = [kept.add(HALF_A_GIGABYTE) for _ in range(4)]
    assert kept.there == {*tokens}
    tokens.append(kept.add(1))
    assert kept.there == {*tokens[1:]}


def test_what_a_result_is_compared_with_is_new_and_its_code_is_noted(kept: Kept) -> None:
    token = kept.add()
    kept.receive(token, "hashed")
    kept.receive("another", "hashed")
    found = kept.find(token, COMMON)
    assert found is not None
    assert (found.task.common, found.code) == (COMMON, "hashed")
    kept.drop(token)
    assert kept.there == set()


def test_codes_are_those_that_the_roster_has_now(tmp_path: Path) -> None:
    path = roster(tmp_path)
    held_now = RosterFile(path)
    assert owner(held_now.codes, CODE) is not None
    stored = Path(held_now.stored(tmp_path))
    before = stored.read_bytes()
    assert {each.code for each in pickle.loads(before).bodies} == {""}
    path.write_text(path.read_text(encoding="utf-8").replace(CODE, "2345-6789-ABCDE"), "utf-8")
    assert owner(held_now.codes, CODE) is None
    found = owner(held_now.codes, "2345-6789-ABCDE")
    assert found is not None
    assert found.name == BODY
    path.write_text("no roster", encoding="utf-8")
    assert owner(held_now.codes, "2345-6789-ABCDE") is not None
    assert held_now.problem.endswith("现在用的还是先前读到的名册。")


def test_wrong_codes_are_forgotten_after_an_hour() -> None:
    now = [0.0]
    patience = Patience(lambda: now[0])
    for _ in range(4):
        patience.wrong("10.1.1.1")
    assert patience.wait("10.1.1.1") == 2
    now[0] = 3600.0
    patience.wrong("10.1.1.1")
    assert patience.wait("10.1.1.1") == 4
    now[0] = 7200.5
    patience.wrong("10.1.1.1")
    assert patience.wait("10.1.1.1") == 0
    assert patience.counts == (("10.1.1.1", 6),)


def test_an_address_in_the_form_of_another_network_is_that_address() -> None:
    patience = Patience()
    for _ in range(4):
        patience.wrong("::ffff:10.1.1.1")
    assert patience.counts == (("10.1.1.1", 4),)
    assert patience.wait("::ffff:10.1.1.2") == 0
    assert patience.wait("::ffff:10.1.1.1") > 0


def test_records_lie_where_other_processes_find_them(tmp_path: Path) -> None:
    records = Records(tmp_path / "0")
    for each in (b"one", b"", b"three"):
        records.add(each)
    assert list(records.pickled()) == [b"one", b"", b"three"]
    assert len(records) == 3
    records.clear()
    assert (len(records), list(records.pickled())) == (0, [])
    records.close()
