import pytest
from reports import balanced, both, caught, checked, silent

from govxlsx.checking.rule import Severity


@both
@pytest.mark.parametrize(
    "text",
    [
        "没有号码。",
        "6228480402564890017",
        "项目代码6201022024000126完成备案。",
        "4111111111111111",
        "订单编号6228480402564890018",
        "162284804025648900181",
        "2401-320106-04-01-123456",
        "91110000100000001X",
    ],
)
def test_silent_on_other_numbers(text: str, edition: str) -> None:
    silent(checked(balanced(edition, narrative={"problems": text})), "P803")


@both
@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("请汇入6228480402564890018", "6228*************18"),
        ("卡号：6228 4804 0256 4890 018", "6228*************18"),
        ("银行卡4111111111111111", "4111**********11"),
    ],
)
def test_caught(text: str, shown: str, edition: str) -> None:
    outcome = checked(balanced(edition, narrative={"problems": text}))
    finding = caught(outcome, "P803", "B4", "五、问题与改进")
    assert (finding.severity, finding.found) == (Severity.ERROR, shown)
    assert shown in finding.message
