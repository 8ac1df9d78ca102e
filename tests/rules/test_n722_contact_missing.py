from dataclasses import replace

import pytest
from reports import AGENCY, BASICS, balanced, both, caught, checked, put, silent

_CELLS = {"website": "B7", "address": "B8", "postcode": "B9", "phone": "B10", "email": "B11"}


@both
def test_silent_where_all_are_given(edition: str) -> None:
    silent(checked(balanced(edition)), "N722")


@both
@pytest.mark.parametrize("key", _CELLS)
@pytest.mark.parametrize("value", ["", "无", "/"])
def test_caught_where_one_is_not(edition: str, key: str, value: str) -> None:
    outcome = checked(balanced(edition, agency=replace(AGENCY, **{key: value})))
    caught(outcome, "N722", _CELLS[key], BASICS)
    silent(outcome, "N723")


@both
def test_told_once_for_several(edition: str) -> None:
    outcome = checked(balanced(edition, agency=replace(AGENCY, postcode="", email="")))
    finding = caught(outcome, "N722", "B9")
    assert finding.cells == ("B9", "B11")
    assert finding.message == "“基本信息”中没有填：邮编、邮箱。"


@both
def test_silent_where_the_opening_tells_them(edition: str) -> None:
    text = (
        "编制本报告，在网站（http://www.yongning.gov.cn）公布。"
        "地址：人民路1号，邮编：123456，电话：0123-1234567，电子邮箱：gk@yongning.gov.cn。"
    )
    agency = replace(AGENCY, website="", address="", postcode="", phone="", email="")
    silent(checked(balanced(edition, agency=agency, narrative={"preamble": text})), "N722")


@both
def test_silent_where_it_is_told_why_one_is_not_readable(edition: str) -> None:
    outcome = checked(balanced(edition), put(BASICS, B10="#REF!"))
    silent(outcome, "N722")
    caught(outcome, "V210", "B10", BASICS)
