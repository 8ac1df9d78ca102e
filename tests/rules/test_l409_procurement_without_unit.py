import pytest
from reports import DISCLOSURE, Value, balanced, caught, checked, put, silent


@pytest.mark.parametrize("amount", ["251000元", "160.5964万元", "134,691元", 0, None])
def test_silent_with_a_unit_or_without_an_amount(amount: Value) -> None:
    silent(checked(balanced("2019"), put(DISCLOSURE, C20=amount)), "L409")


def test_silent_where_the_note_tells_the_unit() -> None:
    data = balanced("2019", notes={"二": "采购总金额的单位是万元。"})
    silent(checked(data, put(DISCLOSURE, C20=808)), "L409")


@pytest.mark.parametrize(("amount", "found"), [(808, 808), ("134,691", 134691)])
def test_caught_on_a_bare_number(amount: Value, found: int) -> None:
    outcome = checked(balanced("2019"), put(DISCLOSURE, C20=amount))
    finding = caught(outcome, "L409", "C20", DISCLOSURE)
    assert finding.found == found
    assert f"“{found}万元”" in finding.fix


def test_caught_where_the_note_tells_something_else() -> None:
    data = balanced("2019", notes={"二": "采购项目含上年的一个。"})
    caught(checked(data, put(DISCLOSURE, C20=808)), "L409", "C20", DISCLOSURE)
