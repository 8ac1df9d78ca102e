"""Lines of text as paragraphs: their levels, and which of the template's headings are left out."""

from decimal import Decimal

import pytest

from govxlsx.report.figure import plain
from govxlsx.report.narrative import BODY, SECOND, THIRD, drop_bare_headings, paragraphs

HEADINGS = ("主动公开", "依申请公开")


@pytest.mark.parametrize(
    ("text", "level", "heading"),
    [
        ("（一）主动公开", SECOND, 7),
        ("（一）主动公开。全年公布文件。", SECOND, 8),
        ("1.文件公开", THIRD, 6),
        ("1.5件", BODY, 0),
        ("（一）全年公布文件。", SECOND, 0),
        ("全年公布文件。", BODY, 0),
    ],
)
def test_a_numbered_line_has_its_level_and_a_sentence_no_heading(
    text: str, level: int, heading: int
) -> None:
    (found,) = paragraphs(text)
    assert (found.level, found.heading) == (level, heading)


def test_a_heading_without_text_below_it_is_left_out() -> None:
    def kept(text: str) -> list[str]:
        own = tuple(f"（{number}）{name}" for number, name in zip("一二", HEADINGS, strict=True))
        return [each.text for each in drop_bare_headings(paragraphs(text), own)]

    assert kept("（一）主动公开\n公布文件。\n（二）依申请公开") == ["（一）主动公开", "公布文件。"]
    assert kept("（一）主动公开\n（二）收到申请3件。") == ["（二）收到申请3件。"]
    assert kept("（一）主动公开\n1.文件公开") == ["（一）主动公开", "1.文件公开"]


def test_numbers_are_written_plainly() -> None:
    written = [Decimal(100), Decimal("1E+2"), Decimal("59237.24490"), Decimal("0.50"), 1200]
    assert list(map(plain, written)) == ["100", "100", "59237.2449", "0.5", "1200"]
