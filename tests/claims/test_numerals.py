"""Numbers as texts write them: how long they may be, and what they are per cent of another."""

from decimal import Decimal

import pytest

from govxlsx.claims import numerals
from govxlsx.claims.model import Kind
from govxlsx.claims.quantities import quantity


def test_eighteen_digits_are_a_number() -> None:
    assert numerals.value("1" * 18) == int("1" * 18)
    assert numerals.value("1" * 19) is None
    assert (numerals.value("百亿亿"), numerals.value("千亿亿")) == (10**18, None)
    assert numerals.value("一亿亿亿") is None
    assert numerals.value("") is None


@pytest.mark.parametrize(
    ("written", "value"),
    [("十五", 15), ("一万亿", 10**12), ("一亿二千万", 120_000_000), ("一万万", 10**8)],
)
def test_large_units_multiply_or_follow(written: str, value: int) -> None:
    assert numerals.value(written) == value


def test_nothing_is_a_share_of_nothing() -> None:
    assert numerals.shares(1, 0, 2) is None
    assert numerals.shares(1, 8, 1) == (Decimal("12.5"), Decimal("12.5"))
    assert numerals.shares(2, 3, 0) == (67, 66)


def test_a_half_is_rounded_up() -> None:
    up_and_off = (Decimal("6.3"), Decimal("6.2"))
    assert numerals.shares(1, 16, 1) == up_and_off
    assert numerals.rounded(Decimal("6.25"), Decimal("0.1")) == up_and_off


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("3件", Kind.QUANTITY),
        ("3件以上", Kind.FIGURE),
        ("30余件", Kind.FIGURE),
        ("3件余", Kind.FIGURE),
    ],
)
def test_a_number_that_is_not_told_exactly_is_no_quantity(text: str, kind: Kind) -> None:
    found = quantity(text, 0)
    assert found is not None
    assert found.kind is kind


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("第3条", Kind.FIGURE),
        ("第3件", Kind.FIGURE),
        ("之3条", Kind.FIGURE),
        ("之3件", Kind.QUANTITY),
        ("至3件", Kind.QUANTITY),
    ],
)
def test_a_number_of_an_order_is_no_quantity(text: str, kind: Kind) -> None:
    found = quantity(text, 1)
    assert found is not None
    assert found.kind is kind
