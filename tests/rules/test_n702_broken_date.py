import pytest
from reports import ADDED, OVERVIEW, both, caught, silent, told


@both
@pytest.mark.parametrize(
    "text",
    [
        "2024年2月29日开会，2月29日、12月31日各一次。",
        "12345热线全年办理12345年均件数，访问量20230501日均。",
        "自2008年5月1日起施行的条例；100年前的档案；2021—2025年规划。",
        "本年3月1日至5日举办，网站365天、全年365日开放，24小时值守。",
        "公告2023年第5号；10日内答复；20个工作日；６月３０日前。",
    ],
)
def test_silent_on_dates(edition: str, text: str) -> None:
    silent(told(edition, overview=text), "N702")


@both
@pytest.mark.parametrize(
    ("text", "fault"),
    [
        ("数据截至20200年12月31日。", "年份不是四位数字"),
        ("202020年，共公开信息3条。", "年份不是四位数字"),
        ("自202年1月1日起。", "年份不是四位数字"),
        ("截至2025111231日。", "缺“年”“月”"),
        ("截至2024年1231日。", "缺“月”字"),
        ("截至2024年13月31日。", "没有 13 月"),
        ("截至11月31日。", "11 月没有 31 日"),
        ("截至2023年2月29日。", "2 月没有 29 日"),
        ("截至2024月12月31日。", "“年”写成了“月”，或者缺“年”字"),
        ("截至2024年12日31日。", "“月”“日”写错了"),
        ("截至12月331日。", "12 月没有 331 日"),
    ],
)
def test_caught(edition: str, text: str, fault: str) -> None:
    finding = caught(told(edition, overview=text), "N702", ADDED["overview"], OVERVIEW)
    assert fault in finding.message


@both
def test_one_fault_is_one_finding(edition: str) -> None:
    outcome = told(edition, overview="自20240年1月1日起。", other="至20240年12月31日止。")
    finding = caught(outcome, "N702", ADDED["overview"], OVERVIEW)
    assert "共 2 处" in finding.message
    assert "“六、其他事项”" in finding.fix
