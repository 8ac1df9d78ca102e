from __future__ import annotations

from openpyxl import Workbook
from openpyxl.comments import Comment
from reports import APPLICATIONS, balanced, both, caught, checked, silent


def _comment(book: Workbook) -> None:
    book[APPLICATIONS]["D7"].comment = Comment("含上年结转 3 件", "张")


@both
def test_silent_without_comments(edition: str) -> None:
    silent(checked(balanced(edition)), "W130")


@both
def test_caught_with_its_words(edition: str) -> None:
    found = caught(checked(balanced(edition), _comment), "W130", "D7", APPLICATIONS)
    assert "含上年结转 3 件" in found.message
