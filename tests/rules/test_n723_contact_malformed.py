from dataclasses import replace

import pytest
from reports import AGENCY, BASICS, balanced, both, caught, checked, silent

_RIGHT = [
    ("postcode", "350007"),
    ("postcode", "３５０００７"),
    ("phone", "0591-83368798、83379395"),
    ("phone", "(0527)84368000"),
    ("phone", "（0527）84368000转8012"),
    ("phone", "0527—84368000"),
    ("phone", "010 12345678"),
    ("phone", "82875429"),
    ("phone", "13812345678"),
    ("phone", "办公室：0527-84368000；传真：0527-84368001"),
    ("phone", "12345"),
    ("phone", "400-123-4567"),
    ("email", "cxqfgj@163.com"),
    ("email", "a.b-c@mail.gov.cn、d@e.cn"),
    ("website", "www.yongning.gov.cn"),
    ("website", "永宁市人民政府网站（http://www.yongning.gov.cn/zwgk/）"),
    ("website", "永宁市档案局.政务"),
    ("address", "永宁市人民路1号"),
]
_WRONG = [
    ("postcode", "35000", "B9"),
    ("postcode", "3500071", "B9"),
    ("postcode", "35OOO7", "B9"),
    ("phone", "0591-8336", "B10"),
    ("phone", "0591-83368798、8337", "B10"),
    ("phone", "见网站", "B10"),
    ("phone", "138123456789", "B10"),
    ("email", "xxgk#yongning.gov.cn", "B11"),
    ("email", "xxgk＠yongning.gov.cn", "B11"),
    ("email", "xxgk@yongning", "B11"),
    ("website", "见政府网站", "B7"),
    ("website", "wwwyongninggovcn", "B7"),
    ("address", "本市", "B8"),
    ("address", "12345678", "B8"),
]


@both
@pytest.mark.parametrize(("key", "value"), _RIGHT)
def test_silent(edition: str, key: str, value: str) -> None:
    silent(checked(balanced(edition, agency=replace(AGENCY, **{key: value}))), "N723")


@both
@pytest.mark.parametrize(("key", "value", "cell"), _WRONG)
def test_caught(edition: str, key: str, value: str, cell: str) -> None:
    outcome = checked(balanced(edition, agency=replace(AGENCY, **{key: value})))
    assert caught(outcome, "N723", cell, BASICS).found == value
