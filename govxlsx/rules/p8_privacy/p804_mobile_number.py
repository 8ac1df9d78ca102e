"""A mobile number that is not the contact's."""

from govxlsx.checking import Case, Passage, Rule, Severity, regex
from govxlsx.checking.numbers_of_persons import of_kind
from govxlsx.personal import Found, NumberKind, find

_QUANTITY = regex(r"[ \u3000]*(?:[元件条人次户个项份字亿万千吨米亩%％]|平方|公里|@)")
"""What follows a quantity of eleven digits; and an e-mail address is no telephone."""
_CONTACT = regex("电话|手机|联系|咨询|传真")


def _is_strangers(case: Case, passage: Passage, found: Found) -> bool:
    if passage.part == "phone" or _QUANTITY.match(passage.text, found.end):
        return False
    if passage.part == "preamble" and _CONTACT.search(passage.text, 0, found.start):
        return False  # the opening paragraph tells how to reach the agency
    return found.digits not in {each.digits for each in find(case.report.agency.phone)}


RULE = Rule(
    title="有手机号码",
    checks="没有手机号码",
    severity=Severity.WARNING,
    basis="《中华人民共和国政府信息公开条例》第十五条、第十七条；《中华人民共和国个人信息保护法》第四条、第十三条",
    message="{where} 有手机号码 {shown}（中间已遮去）{times}，不是“基本信息”中的联系电话。",
    fix="请核对 {where}：是个人手机号码的，请删除；是对外公布的联系电话的，填在“基本信息”的“电话”一栏。",
    why="年度报告要向社会公布，除了本机关公布的联系电话，不应当出现个人的手机号码。提示中不重复整个号码。",
    bad="“申请人（电话 138******78）多次来电”",
    good="“联系电话：0123-1234567”",
    look=of_kind(NumberKind.MOBILE, _is_strangers),
)
