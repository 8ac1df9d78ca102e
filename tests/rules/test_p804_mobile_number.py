from dataclasses import replace

import pytest
from reports import AGENCY, APPLICATIONS, BASICS, balanced, both, caught, checked, put, silent


@both
@pytest.mark.parametrize(
    "text",
    [
        "电话：0123-1234567、8234567。",
        "阅读13812345678次。",
        "投资13812345678元。",
        "备案号12345678901。",
        "备案号23812345678。",
        "苏公网安备13812345678901号。",
        "邮箱13812345678@yongning.gov.cn。",
        "金额13812345678.50。",
    ],
)
def test_silent_on_other_numbers(text: str, edition: str) -> None:
    silent(checked(balanced(edition, narrative={"problems": text})), "P804")


@both
def test_silent_on_the_contacts_own(edition: str) -> None:
    agency = replace(AGENCY, phone="0123-1234567、13812345678")
    data = balanced(edition, agency=agency, narrative={"problems": "可致电138-1234-5678。"})
    silent(checked(data), "P804")


@both
def test_silent_where_the_opening_paragraph_gives_it_as_the_contacts(edition: str) -> None:
    data = balanced(edition, narrative={"preamble": "如有疑问，请联系本局（电话：13812345678）。"})
    silent(checked(data), "P804")


@both
@pytest.mark.parametrize(
    "text",
    ["申请人13812345678来电", "+86 138 1234 5678", "8613812345678", "１３８１２３４５６７８"],
)
def test_caught(text: str, edition: str) -> None:
    outcome = checked(balanced(edition, narrative={"problems": text}))
    finding = caught(outcome, "P804", "B4", "五、问题与改进")
    assert finding.found == "138******78"
    assert "138******78" in finding.message


@both
def test_caught_in_another_entry(edition: str) -> None:
    outcome = checked(balanced(edition, agency=replace(AGENCY, address="人民路1号 13812345678")))
    assert caught(outcome, "P804", "B8", BASICS).found == "138******78"


@both
def test_one_number_in_many_places_of_a_sheet_is_one_finding(edition: str) -> None:
    text = "联系13912345678。\n电话13912345678，或13912345678，或13912345679。"
    outcome = checked(balanced(edition, narrative={"problems": text, "other": "13912345678"}))
    told = [each for each in outcome.findings if each.code == "P804"]
    assert [(each.sheet, each.cell, each.cells) for each in told] == [
        (told[0].sheet, "B4", ("B4", "B5")),
        (told[0].sheet, "B5", ()),
        (told[2].sheet, "B4", ()),
    ]
    assert told[0].sheet != told[2].sheet
    assert "B4、B5 有手机号码 139******78（中间已遮去），共 3 处" in told[0].message


@both
def test_caught_in_the_cell_of_a_figure(edition: str) -> None:
    for typed in (13812345678, "13812345678", "联系13812345678"):
        caught(checked(balanced(edition), put(APPLICATIONS, D6=typed)), "P804", "D6", APPLICATIONS)


@both
def test_one_finding_for_a_number_in_several_places(edition: str) -> None:
    for text, cells in (("{0}、{0}。", ()), ("{0}。\n{0}。", ("B4", "B5"))):
        narrative = {"problems": text.format("电话13812345678")}
        found = caught(checked(balanced(edition, narrative=narrative)), "P804", "B4")
        assert ("共 2 处" in found.message, found.cells) == (True, cells)
