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
    ("phone", "0527-84368000/84368001"),
    ("phone", "+86 527 84368000"),
    ("email", "xxgk＠suqian．gov.cn"),
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


@pytest.mark.parametrize(
    ("key", "value", "said"),
    [
        ("postcode", "10000", "开头的 0 丢了"),
        ("phone", "52784368000", "开头的 0 丢了"),
        ("email", "xxgk@suqian。gov。cn", "“。”要改成“.”"),
        ("email", "xxgk@suqian，gov，cn", "“,”要改成“.”"),
        ("email", "xxgk#suqian.gov.cn", "没有“@”"),
        ("email", "xxgk @suqian.gov.cn", "中间有空格"),
        ("website", "www。suqian。gov。cn", "“。”要改成“.”"),
    ],
)
@both
def test_what_is_amiss_is_told(edition: str, key: str, value: str, said: str) -> None:
    outcome = checked(balanced(edition, agency=replace(AGENCY, **{key: value})))
    (finding,) = [each for each in outcome.findings if each.code == "N723"]
    assert said in finding.message
