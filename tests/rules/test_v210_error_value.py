import pytest
from reports import (
    ADDED,
    APPLICATIONS,
    OVERVIEW,
    balanced,
    both,
    caught,
    checked,
    given,
    put,
    silent,
    told,
)


@both
def test_silent_on_numbers(edition: str) -> None:
    silent(checked(balanced(edition)), "V210")


@pytest.mark.parametrize("value", ["#REF!", "#DIV/0!", "#N/A"])
@both
def test_caught(edition: str, value: object) -> None:
    assert caught(given(edition, "E7", value), "V210", "E7", APPLICATIONS).found == value


@both
def test_its_sums_are_not_computed(edition: str) -> None:
    assert "“二、上年结转" in given(edition, "E7", "#REF!").rules.not_run["S301"]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("全年收到申请#REF!件，均已答复。", "#REF!"),
        ("全年收到申请#N/A件。", "#N/A"),
        ("收费＃VALUE！元。", "＃VALUE！"),
        ("占全部申请的#DIV/0!。", "#DIV/0!"),
        ("由#NAME?负责。", "#NAME?"),
        ("全年公开Err:502条。", "Err:502"),
    ],
)
@both
def test_caught_amid_a_sentence(edition: str, text: str, value: str) -> None:
    finding = caught(told(edition, overview=text), "V210", ADDED["overview"], OVERVIEW)
    assert finding.found == value
    assert f"中有一处是错误值“{value}”" in finding.message


@both
def test_several_amid_sentences_are_one_finding(edition: str) -> None:
    outcome = told(edition, overview="收到申请#REF!件，办结#REF!件。", other="收费#N/A元。")
    finding = caught(outcome, "V210", ADDED["overview"], OVERVIEW)
    assert "等 3 处是错误值“#REF!”、“#N/A”" in finding.message
    assert ADDED["other"] in finding.fix


@both
def test_silent_on_marks_that_are_no_error(edition: str) -> None:
    text = "拨打#12345，见#NA栏目；Err:5001不计。"
    silent(told(edition, overview=text), "V210")


@both
def test_cells_of_text_are_told_of_once(edition: str) -> None:
    outcome = checked(balanced(edition), put(OVERVIEW, B20="#REF!", B21="#REF!", B22="#N/A"))
    finding = caught(outcome, "V210", "B20", OVERVIEW)
    assert finding.cells == ("B20", "B21", "B22")
    assert finding.message == "“正文”共 3 格是错误值“#REF!”、“#N/A”。"
    assert "请改正 B20:B22 的公式" in finding.fix
