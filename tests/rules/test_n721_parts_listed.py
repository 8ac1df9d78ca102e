import pytest
from reports import ADDED, BASICS, both, caught, silent, told

_SIX = (
    "总体情况，主动公开政府信息情况，收到和处理政府信息公开申请情况，"
    "政府信息公开行政复议、行政诉讼情况，存在的主要问题及改进情况，其他需要报告的事项"
)


@both
@pytest.mark.parametrize(
    "text",
    [
        f"报告全文由{_SIX}等六个部分组成。",
        f"报告由{_SIX.replace('，', '、')}六部分构成。",
        f"报告共6个部分，包括{_SIX.replace('，', '、')}。",
        f"全文包括{_SIX.replace('，其他', '以及其他')}等六项内容。",
        "本报告包括六个部分。",
        "《条例》全文共五个部分，办法全文包括总则、附则等七部分。",
        f"报告由{_SIX.replace('问题及改进情况', '问题、改进情况').replace('，', '、')}六部分构成。",
        "由总体情况、主动公开、因公开被申请行政复议、提起行政诉讼、申请、问题、其他六部分组成。",
        "工作由组织、制度、平台、队伍、培训五部分组成。报告反映了五个部分群众的意见。",
        "从制度、平台、队伍三个方面推进，由县委、县政府统一领导。",
        "本报告由概述、主动公开、依申请公开、行政复议、行政诉讼、存在问题和措施6个部分组成。",
        "由县委、县政府领导，从组织、制度、平台、队伍四个方面推进，法人占三部分。",
    ],
)
def test_silent(edition: str, text: str) -> None:
    silent(told(edition, preamble=text), "N721")


@both
@pytest.mark.parametrize(
    ("text", "listed"),
    [
        (
            "由基本情况、主动公开情况、公开情况统计表、申请办理统计表、复议诉讼统计表、"
            "问题及改进、其他事项等六个部分构成。",
            7,
        ),
        ("由总体情况、主动公开情况、依申请公开情况、存在的问题等六个部分组成。", 4),
        (f"本报告由{_SIX}7个部分组成。", 6),
        (f"由{_SIX.replace('，', '、')}等五个部分组成。", 6),
        ("本报告由基本情况、公开目录、统计表、申请、复议、问题、附表七个部分组成。", 6),
        ("本报告共分七个部分组成，统计期限为全年。", 6),
        ("本报告共分七个部分，统计期限为全年。", 6),
        ("全文包括概述、主动公开、依申请公开、收费减免情况、复议诉讼、问题、附表共七部分。", 6),
        ("报告分为六个部分：总体情况、主动公开情况、依申请公开情况、存在的问题。", 4),
    ],
)
def test_caught(edition: str, text: str, listed: int) -> None:
    finding = caught(told(edition, preamble=text), "N721", ADDED["preamble"], BASICS)
    assert finding.expected == listed


@both
def test_a_part_of_the_form_that_is_left_out(edition: str) -> None:
    listed = (
        "本报告由总体情况、主动公开政府信息情况、收到和处理政府信息公开申请情况、"
        "政府信息公开行政复议和行政诉讼情况、存在的主要问题及改进情况{}六个部分组成。"
    )
    found = caught(told(edition, overview=listed.format("等")), "N721", ADDED["overview"])
    assert found.expected == 5
    silent(told(edition, overview=listed.format("、其他需要报告的事项等")), "N721")


@both
def test_two_parts_joined_at_the_end(edition: str) -> None:
    text = (
        "本报告由总体情况、主动公开情况、申请办理情况、复议和诉讼情况、"
        "存在问题及改进措施和{}六部分组成。"
    )
    silent(told(edition, preamble=text.format("其它报告事项")), "N721")
    caught(told(edition, preamble=text.format("工作打算")), "N721", ADDED["preamble"])
