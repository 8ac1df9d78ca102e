"""Which numbers are a person's: by groups of digits, region, date, check digit; their masks."""

import pytest

from govxlsx.personal import NumberKind, find, mask, masked, places

IDENTITY, DOUBTFUL = NumberKind.IDENTITY, NumberKind.DOUBTFUL_IDENTITY
CARD, MOBILE = NumberKind.CARD, NumberKind.MOBILE


def kinds(text: str) -> list[NumberKind]:
    return [each.kind for each in find(text)]


@pytest.mark.parametrize(
    ("kind", "number"),
    [
        *((MOBILE, each) for each in ("13012345678", "19912345678")),
        *((MOBILE, each) for each in ("138 1234 5678", "86 138 1234 5678", "0086 138 1234 5678")),
        *((MOBILE, each) for each in ("8613812345678", "008613812345678")),
        *((IDENTITY, each) for each in ("110101199003077758", "110101 19900307 7758")),
        *((IDENTITY, each) for each in ("1101 0119 9003 0777 58", "110 101 1990 0307 7758")),
        *((IDENTITY, each) for each in ("110102199003077754",)),
        *((IDENTITY, each) for each in ("500300199003077755", "659900199003077759")),
        *((IDENTITY, each) for each in ("710000199003077758", "810000199003077751")),
        (IDENTITY, "110101201412310012"),
        *((CARD, each) for each in ("6228480402564899", "62284804025648900", "622848040256489009")),
        *((CARD, each) for each in ("6228 4804 0256 4899", "6228 4804 0256 4890 0")),
        *((CARD, each) for each in ("6228 4804 0256 4890 018", "622848 0402564890018")),
        *((CARD, each) for each in ("9558800200000000006", "6013820000000000005")),
    ],
)
def test_a_persons_number_is_found_whole(kind: NumberKind, number: str) -> None:
    (found,) = find(f"是{number}。")
    assert (found.kind, found.start, found.end) == (kind, 1, 1 + len(number))
    assert found.shown == mask(found.digits)


@pytest.mark.parametrize(
    "number",
    [
        *("12912345678", "12012345678", "23812345678", "1381234567", "1381 234 5678"),
        *("110101 1990030 7758", "110101 199003 077758", "11010 11990 03077 758"),
        *("110300199003077752", "120300199003077754", "500400199003077750"),
        *("660100199003077759", "710100199003077753", "110101201501010011"),
        *("130102199002290012", "110101199003077759"),
        *("6228480402564898", "62284804 02564890018", "6128480402564890018"),
        *("4111111111111111", "620102202400012609", "138123456789"),
    ],
)
def test_another_number_is_none(number: str) -> None:
    assert kinds(f"是{number}。") == []


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("银行卡4111111111111111", [CARD]),
        ("账户 5100000000000008", [CARD]),
        ("账户 5600000000000003", []),
        ("卡号3500000000000009", [CARD]),
        ("卡号620102202400012609", [CARD]),
        ("身份证110101201501010011", [IDENTITY]),
        ("身份证110101199003077759", [DOUBTFUL]),
        ("130102650307123", [DOUBTFUL]),
        ("110101680307003", [DOUBTFUL]),  # whose last digit is what the check asks of eighteen
        ("130102290307123", []),
        ("编号130102650307123", []),
        ("编号110101199003077758", []),
        ("编号6228480402564899", []),
        ("文号一，申请人的身份证110101199003077758", [IDENTITY]),
        (f"编号{'长' * 14}110101199003077758", []),
        (f"编号{'长' * 15}110101199003077758", [IDENTITY]),
        ("138-1234-5678、110101199003077758、6228480402564899", [MOBILE, IDENTITY, CARD]),
        ("http://a.cn/13812345678", []),
        ("www.a.cn/13812345678", []),
        (f"www.a.cn/{'xxgk/' * 50}13812345678", []),
        ("http://a.cn 13812345678", [MOBILE]),
        ("a13812345678", []),
        ("13812345678a", []),
        ("13812345678.5", []),
        ("13812345678.", [MOBILE]),
    ],
)
def test_the_words_beside_it_tell(text: str, found: list[NumberKind]) -> None:
    assert kinds(text) == found


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("13812345678Ｘ后", "138******78Ｘ后"),
        ("138123456789", "138123456789"),
        ("a110101199003077759b", "a1101************59b"),
        ("编号130102650307123", "编号1301*********23"),
        ("编号4111111111111111的", "编号4111**********11的"),
        ("4111111111111112", "4111111111111112"),
        (f"{'0a' * 10}13812345678", f"{'0a' * 10}138******78"),
        (f"b{'0a' * 10}13812345678", f"b{'0a' * 10}13812345678"),
        ("13812345678、13912345678", "138******78、139******78"),
    ],
)
def test_more_is_masked_than_is_found(text: str, shown: str) -> None:
    assert masked(text) == shown


def test_only_long_runs_of_digits_are_looked_at() -> None:
    assert list(places("1234567890、12345678901、1-2-3-4-5-6-7-8-9-0-1")) == [11, 23]


def test_only_hexadecimal_digits_with_letters_among_them_hide_a_number() -> None:
    assert masked(f"{'5' * 30}1301234567800ab") == f"{'5' * 30}1301234567800ab"
    assert masked("13012345678" + "a" * 21) == "13012345678" + "a" * 21
    assert masked("a" * 21 + "13012345678") == "a" * 21 + "13012345678"
    assert masked("a" * 20 + "13012345678") == "a" * 20 + "130******78"
    assert masked("6" * 100_000) == "6" * 100_000
