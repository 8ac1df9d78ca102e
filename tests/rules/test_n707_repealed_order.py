import pytest
from reports import ADDED, BASICS, both, caught, silent, told


@both
@pytest.mark.parametrize(
    "text",
    [
        "根据条例（国务院令第711号）编制。",
        "条例由国务院令第492号公布、国务院令第711号修订。",
        "《优化营商环境条例》（国务院令第722号）和《政府信息公开条例》（国务院令第 711 号）。",
        "国令第711号《中华人民共和国政府信息公开条例》，《条例》（以下简称条例）第20条、第30号公告。",
        "《某省政府信息公开规定》（省政府令第205号）；《条例》和永政发〔2024〕5号。",
        "原条例（国务院令第492号）已不适用，档案第1492号不变，公开信息492条。",
    ],
)
def test_silent(edition: str, text: str) -> None:
    silent(told(edition, preamble=text), "N707")


@both
@pytest.mark.parametrize(
    "text",
    [
        "根据条例（国务院令第492号）编制。",
        "根据条例（国务院第492号令）编制。",
        "根据条例（国务院令 492 号）编制。",
        "根据《中华人民共和国政府信息公开条例》（国务院令第771号）编制。",
        "根据《政府信息公开条例》（中华人民共和国国务院令第７１０号）编制。",
        "根据国务院令第117号《中华人民共和国政府信息公开条例》编制。",
        "根据《条例》（国令第7111号）编制。",
        "根据《政府信息公开条例》（国务院令第711条）编制。",
    ],
)
def test_caught(edition: str, text: str) -> None:
    caught(told(edition, preamble=text), "N707", ADDED["preamble"], BASICS)


@both
def test_one_finding_for_all_places(edition: str) -> None:
    text = "根据条例（国务院令第492号）编制。"
    finding = caught(told(edition, preamble=text, overview=text), "N707", ADDED["preamble"])
    assert "共 2 处" in finding.message
    assert "“一、总体情况”的 B14" in finding.fix
