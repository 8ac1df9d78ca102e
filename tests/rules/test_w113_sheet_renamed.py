from __future__ import annotations

from openpyxl import Workbook
from reports import PROCEEDINGS, balanced, both, caught, checked, silent


@both
def test_silent_on_the_official_names(edition: str) -> None:
    silent(checked(balanced(edition)), "W113")


def _rename(book: Workbook) -> None:
    book[PROCEEDINGS].title = "Sheet4"


@both
def test_caught_and_found_by_its_title(edition: str) -> None:
    outcome = checked(balanced(edition), _rename)
    assert f"“{PROCEEDINGS}”" in caught(outcome, "W113", None, "Sheet4").message
    assert outcome.status == "ok"
