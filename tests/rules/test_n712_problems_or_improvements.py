import pytest
from reports import balanced, both, caught, checked, silent


@both
@pytest.mark.parametrize(
    "text",
    [
        "存在的问题：答复说理不够。改进情况：已统一文书。",
        "一是解读形式有待丰富。二是业务水平有待提高。\n下一步，将组织培训。",
        "解读较少、更新滞后；今后加大解读力度。",
        "公众参与度还不高，已在网站开设意见征集栏目。",
    ],
)
def test_silent_on_both(edition: str, text: str) -> None:
    silent(checked(balanced(edition, narrative={"problems": text})), "N712")


@both
@pytest.mark.parametrize(
    ("text", "lacking"),
    [
        ("一是解读形式有待进一步丰富；二是业务水平还需要提高；三是更新不够及时。", "改进情况"),
        ("存在的主要问题及改进情况\n政务公开数智化转型有待进一步加强。", "改进情况"),
        ("下一步，将组织培训，加强对经办人员的指导。", "存在的问题"),
        ("五、存在的主要问题及改进情况\n继续组织学习。", "存在的问题"),
    ],
)
def test_caught_on_one_alone(edition: str, text: str, lacking: str) -> None:
    outcome = checked(balanced(edition, narrative={"problems": text}))
    finding = caught(outcome, "N712", "B4", "五、问题与改进")
    assert f"看不出写了{lacking}。" in finding.message
