"""A contact by which nobody can be reached: a postcode of five digits, an e-mail without @."""

import re
import unicodedata
from collections.abc import Mapping

from govxlsx.checking import Case, Fact, Facts, Rule, Severity, regex
from govxlsx.rules.n7_wording.n722_contact_missing import CONTACTS, given

_PHONE = regex(
    r"(?:\+?86-?(?:[1-9]\d{1,2}-?)?)?(?:\(?0\d{2,3}\)?-?)?\d{7,8}(?:(?:-|转|/)\d{1,6})*"
    r"|1[3-9]\d{9}|[48]00-?\d{3,4}-?\d{3,4}|\d{5}|(?:0\d{2,3}-?)?\d{5}"
)
_LABELS = regex("[^\\d+()转/、,;-]+")
_BETWEEN = regex(r"[、,;]|/(?=0\d{2,3}-?\d{7}|\d{7})")
_ZERO = "（开头的 0 丢了的，先把格式改为“文本”再键入）"
_DASHES = str.maketrans(dict.fromkeys("‐‑‒–—―－_", "-"))
_SHAPES: Mapping[str, tuple[re.Pattern[str], str]] = {
    "website": (
        regex(r"(?<![\w-])[\w-]+(?:\.[\w-]+)+|\.(?:政务|公益)"),
        "应当是网址，如 http://www.example.gov.cn",
    ),
    "address": (regex("[\u4e00-\u9fff].{3,}"), "应当是能寄到信的地址，写到门牌号"),
    "postcode": (regex(r"(?<!\d)\d{6}(?!\d)"), "应当是 6 位数字"),
    "phone": (_PHONE, "应当是带区号的电话号码，如 010-12345678；有多个的用顿号分开"),
    "email": (
        regex(r"^[\w.+-]+@[\w-]+(?:\.[\w-]+)+(?:[、,; ]+[\w.+-]+@[\w-]+(?:\.[\w-]+)+)*$", re.A),
        "应当是一个电子邮箱地址，如 gk@example.gov.cn",
    ),
}


def _is_phone(value: str) -> bool:
    folded = _LABELS.sub("", value.translate(_DASHES))
    pieces = [each.strip("-") for each in _BETWEEN.split(folded)]
    return any(pieces) and all(_PHONE.fullmatch(each) for each in pieces if each)


def _is_well_formed(key: str, value: str) -> bool:
    if key == "email":
        return _SHAPES[key][0].search(value.strip()) is not None
    folded = unicodedata.normalize("NFKC", value)
    if key == "phone":
        return _is_phone("".join(folded.split()))
    return _SHAPES[key][0].search(folded) is not None


def _wrong(key: str, value: str) -> str:
    """Say what is wrong with a contact: what it should be, before it what is plainly amiss."""
    shape, folded = _SHAPES[key][1], unicodedata.normalize("NFKC", value).strip()
    digits = len(folded) if folded.isdigit() else 0
    if (key == "postcode" and digits == 5) or (key == "phone" and 9 <= digits <= 11):
        return f"{shape}{_ZERO}"
    if key not in ("email", "website"):
        return shape
    marks = [each for each in "。,、" if each in folded]
    if marks and "." not in folded:
        return f"“{marks[0]}”要改成“.”；{shape}"
    if key == "email" and folded.isascii() and "@" not in folded:
        return f"没有“@”；{shape}"
    spaced = any(map(str.isspace, folded)) and folded.count("@") < 2
    return f"中间有空格；{shape}" if spaced else shape


def _look(case: Case) -> Facts:
    told = given(case)
    for entry in CONTACTS:
        value = told.get(entry.key, "")
        if value and not _is_well_formed(entry.key, value):
            shape = _wrong(entry.key, value)
            words = {"label": entry.label, "quote": value, "shape": shape}
            yield Fact.placed(case.report.basics.get(entry.key), found=value, words=words)


RULE = Rule(
    title="联系方式的格式不对",
    checks="联系方式的格式正确",
    severity=Severity.WARNING,
    basis="本工具的填报要求：官方模板“基本信息”的填写提示",
    message="“基本信息”的{label}“{quote}”不对：{shape}。",
    fix="请在“基本信息”的 {cell} 改正；确实如此的，在“情况说明”中写明。",
    why="这些内容原样印在开头段落里，错一位，公众就联系不上。",
    bad="邮编填 22380；邮箱填 xxgk#suqian.gov.cn。",
    good="邮编填 223800；邮箱填 xxgk@suqian.gov.cn。",
    look=_look,
)
