"""How the public reaches the agency is not told."""

import re
from collections.abc import Mapping

from govxlsx.checking import Case, Fact, Facts, Rule, Severity, once, regex
from govxlsx.checking.prose import part_text, unread
from govxlsx.form import layout

CONTACTS = tuple(
    entry
    for entry in layout.ENTRIES
    if entry.key in ("website", "address", "postcode", "phone", "email")
)
_NONE = regex(r"[\s/\\—–-]*(?:无|没有|暂无|[Nn]/?[Aa])?[\s/\\—–-]*")
_TOLD: Mapping[str, re.Pattern[str]] = {
    "website": regex("https?://|www\\.|网站|网址"),
    "address": regex("地址|[路街道]\\d+号"),
    "postcode": regex("邮政?编码?"),
    "phone": regex("电话|\\d{7}"),
    "email": regex("@|邮箱|邮件"),
}
"""How an opening paragraph of the agency's own tells them."""


@once
def given(case: Case) -> Mapping[str, str]:
    """Return the contacts that are told, by their keys: not where it says "无", or has a dash."""
    told = {entry.key: str(getattr(case.report.agency, entry.key)) for entry in CONTACTS}
    return {key: value for key, value in told.items() if not _NONE.fullmatch(value)}


def _look(case: Case) -> Facts:
    report, own, told = case.report, part_text(case, "preamble"), given(case)
    missing = [
        entry
        for entry in CONTACTS
        if entry.key not in told
        and not _TOLD[entry.key].search(own)
        and report.basics.get(entry.key) not in unread(case)
    ]
    if not missing or not report.basics:  # without the sheet, W111 says so
        return
    places = [report.basics[entry.key] for entry in missing if entry.key in report.basics]
    cells = tuple(at.cell for at in places)
    yield Fact(
        places[0].sheet if places else layout.BASICS,
        cells[0] if cells else None,
        cells=cells,
        words={
            "labels": "、".join(entry.label for entry in missing),
            "where": f"（{'、'.join(cells)}）" if cells else "",
        },
    )


RULE = Rule(
    title="联系方式没有填全",
    checks="联系方式填全了",
    severity=Severity.WARNING,
    basis="已公布的年度报告开头段落的通行内容：电子版网址，机关的地址、邮编、电话、电子邮箱",
    message="“基本信息”中没有填：{labels}。",
    fix="请在“基本信息”{where}补填；这些内容印在开头段落里。机关没有的，在“情况说明”中写明。",
    why="公众对报告有疑问时，凭这些内容与机关联系。开头段落自己写明了的，不提示。",
    bad="电话空着。",
    good="电话填 010-12345678。",
    look=_look,
)
