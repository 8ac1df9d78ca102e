import pytest
from reports import ADDED, BASICS, OVERVIEW, both, caught, silent, told


@both
@pytest.mark.parametrize(
    "text",
    [
        "《条例》（国务院令第711号）、“五公开”、‘三审’、〔2021〕30号、【公告】、[2022]、(注)。",
        "《关于印发〈办法〉的通知》（永政办〔2022〕3号（修订））；“落实‘三审三校’”。",
        "1）甲；2)乙；一）丙；a）丁。",
        "联系方式（地址：人民路1号；\n邮编：123456）。",
        '"互联网+"、"放管服"。',
        '“最多跑一次"改革、people’s net。',
        "国办公开办函〔2021]30号、（一)甲。",
    ],
)
def test_silent(edition: str, text: str) -> None:
    silent(told(edition, overview=text), "N726")


@both
@pytest.mark.parametrize(
    ("text", "mark"),
    [
        ("根据《政府信息公开条例（国务院令第711号）编制。", "《"),
        ("根据政府信息公开条例》（国务院令第711号）编制。", "》"),
        ("根据《条例》（国务院令第711号编制。", "（"),
        ("根据《条例》国务院令第711号）编制。", "）"),
        ("落实“五公开要求。", "“"),
        ("落实五公开”要求。", "”"),
        ('落实"五公开要求。', '"'),
        ("执行国办公开办函〔2021 30号。", "〔"),
    ],
)
def test_caught(edition: str, text: str, mark: str) -> None:
    finding = caught(told(edition, overview=text), "N726", ADDED["overview"], OVERVIEW)
    assert finding.found == mark


@both
def test_one_finding_for_all_marks(edition: str) -> None:
    finding = caught(
        told(edition, preamble="根据《条例编制。", overview="落实“五公开“。"),
        "N726",
        ADDED["preamble"],
        BASICS,
    )
    assert "共 3 处" in finding.message
    assert "“一、总体情况”的 B14" in finding.fix


@both
def test_marks_far_apart_are_no_pair(edition: str) -> None:
    text = f"落实（五公开。\n{'逐条落实，' * 90}\n落实五公开）。"
    finding = caught(told(edition, overview=text), "N726", "B14", OVERVIEW)
    assert finding.cells == ("B14", "B16")
