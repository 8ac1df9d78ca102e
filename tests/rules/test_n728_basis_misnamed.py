import pytest
from reports import ADDED, BASICS, both, caught, silent, told

_FORMAT = "《中华人民共和国政府信息公开工作年度报告格式》"
_NOTICE = "《关于政府信息公开工作年度报告有关事项的通知》"


@both
@pytest.mark.parametrize(
    "text",
    [
        f"根据{_FORMAT}（国办公开办函〔2021〕30号）编制。",
        f"根据{_NOTICE}（国办公开办函〔2019〕60 号）和{_FORMAT}（国办公开办函[2021]30号）编制。",
        "国办发〔2021〕30号、国办函〔2021〕30号、永公开办〔2021〕30号另有规定。",
        "国务院办公厅政府信息与政务公开办公室印发，县政府公开办公室转发，市政务公开办公室培训。",
        "国务院办公厅、省政府公开办公室部署。",
        "按照国办公开办函〔2019〕61号、国办公开办函〔2016〕206号的要求规范平台。",
        f"根据国办公开办函〔2019〕60号{_NOTICE}和国办公开办函〔2021〕30号{_FORMAT}编制。",
        f"按照{_FORMAT}和省政府办公厅2021年要求编制，公开30号文件。",
    ],
)
def test_silent(edition: str, text: str) -> None:
    silent(told(edition, preamble=text), "N728")


@both
@pytest.mark.parametrize(
    ("text", "right"),
    [
        (f"根据{_NOTICE}（国办公开办函〔2021〕30号）编制。", "〔2019〕60号"),
        (f"根据{_FORMAT}（国办公开办函〔2019〕60号）编制。", "〔2021〕30号"),
        (f"根据{_FORMAT}（国办发〔2021〕30号）编制。", "国办公开办函"),
        (f"根据国办公开办函〔2021〕30号{_NOTICE}编制。", "〔2019〕60号"),
        (f"根据国办公开办函〔2019〕60号{_FORMAT}编制。", "〔2021〕30号"),
        ("根据国办公开函〔2021〕30号编制。", "国办公开办函〔2021〕30号"),
        ("根据国公开办函[2021]30号编制。", "国办公开办函〔2021〕30号"),
        ("根据国办公开办〔2019〕60号编制。", "国办公开办函〔2019〕60号"),
        ("根据国办公开办函〔2022〕30号编制。", "国办公开办函〔2021〕30号"),
        ("根据国办公开办函〔2020〕60号编制。", "国办公开办函〔2019〕60号"),
        ("根据国办公开办涵〔2021〕30号编制。", "国办公开办函〔2021〕30号"),
        ("按照国务院办公厅政府信息与政府公开办公室的要求编制。", "政务公开办公室"),
        ("按照国务院办公厅政府公开办公室的要求编制。", "政府信息与政务公开办公室"),
    ],
)
def test_caught(edition: str, text: str, right: str) -> None:
    finding = caught(told(edition, preamble=text), "N728", ADDED["preamble"], BASICS)
    assert right in finding.fix


@both
def test_one_finding_for_all_places(edition: str) -> None:
    text = "根据国办公开函〔2021〕30号编制。"
    finding = caught(told(edition, preamble=text, other=text), "N728", ADDED["preamble"])
    assert "共 2 处" in finding.message


@both
def test_the_title_of_one_notice_with_the_number_of_the_other(edition: str) -> None:
    for title in (
        "政府信息公开工作年度报告有关事项的通知",
        "关于政府信息公开工作年度报告有关事项的通知",
    ):
        text = f"根据《{title}》（国办公开办函〔{{}}号）编制。"
        caught(told(edition, overview=text.format("2021〕30")), "N728", ADDED["overview"])
        silent(told(edition, overview=text.format("2019〕60")), "N728")


@both
def test_the_number_behind_another_office(edition: str) -> None:
    for text in (
        "本报告按照国办发〔2021〕30号文件要求编制。",
        "根据年度报告格式（过办公开办函〔2021〕30号）编制。",
    ):
        caught(told(edition, preamble=text), "N728", ADDED["preamble"], BASICS)
    silent(told(edition, overview="落实国办发〔2021〕30号，清理证明事项。"), "N728")


@both
def test_the_format_issued_by_the_office_above(edition: str) -> None:
    text = "根据《{}关于印发<中华人民共和国政府信息公开工作年度报告格式>的通知》编制。"
    finding = caught(
        told(edition, preamble=text.format("国务院办公厅")), "N728", ADDED["preamble"], BASICS
    )
    assert "国务院办公厅政府信息与政务公开办公室" in finding.fix
    silent(told(edition, preamble=text.format("国务院办公厅政府信息与政务公开办公室")), "N728")


@both
def test_the_number_behind_the_notice_of_the_format(edition: str) -> None:
    format_ = _FORMAT.replace("《", "《关于印发〈").replace("》", "〉的通知》")
    silent(told(edition, preamble=f"根据{format_}（国办公开办函〔2021〕30号）编制。"), "N728")
    outcome = told(edition, preamble=f"根据{format_}（国办公开办函〔2019〕60号）编制。")
    caught(outcome, "N728", ADDED["preamble"], BASICS)
