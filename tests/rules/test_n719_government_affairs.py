import pytest
from reports import ADDED, OVERVIEW, both, caught, silent, told


@both
@pytest.mark.parametrize(
    "text",
    [
        "报送政务信息90条，推进政务信息化和政务信息资源共享，运营政务新媒体。",
        "网站发布政务信息1802条，其中政务动态类200条，做好政务公开。",
        "全年公开政府信息126条，公开政务信息化项目3个。",
    ],
)
def test_silent(edition: str, text: str) -> None:
    silent(told(edition, overview=text), "N719")


@both
@pytest.mark.parametrize(
    "text", ["全年公开政务信息126条。", "做好政务信息公开工作。", "没有收到政务信息公开申请。"]
)
def test_caught(edition: str, text: str) -> None:
    caught(told(edition, overview=text), "N719", ADDED["overview"], OVERVIEW)


@both
def test_told_once_a_sheet(edition: str) -> None:
    text = "公开政务信息126条。\n政务信息公开申请3件，政务信息公开专栏1个。"
    finding = caught(told(edition, overview=text), "N719", "B14")
    assert finding.cells == ("B14", "B15")
    assert "共 3 处" in finding.message
