"""The agency's kind is not given or not as its name, the scope not as the kind, or none of the list."""

from govxlsx.checking import Case, Fact, Facts, Rule, Severity, regex
from govxlsx.checking.prose import unread
from govxlsx.report.model import KINDS, OWN, SCOPES, WHOLE_AREA

_PROVINCE, _CITY, _COUNTY, _TOWN = *KINDS[1:4], KINDS[5]
_DEPARTMENTS = (KINDS[0], KINDS[6])
_BY_NAME = (
    (regex(".*(?:(?:镇|乡|苏木)人民政府|街道办事处)"), (_TOWN,)),
    (regex(".*[县旗]人民政府"), (_COUNTY,)),
    (regex("(?:.*(?:省|自治区)|(?:北京|上海|天津|重庆)市)人民政府"), (_PROVINCE,)),
    (regex(".*[市区州]人民政府"), (_CITY, _COUNTY)),
    (regex(".*(?:局|厅|(?<!管理)委员会)"), (KINDS[0], KINDS[4], *KINDS[6:])),
)
"""What kinds of agency a whole name may be; names that say less may be of any."""


def _look(case: Case) -> Facts:
    """Look at the kind and what the name says of it, and at the scope where one is given."""
    agency = case.report.agency
    if not case.report.basics:
        return
    kind, scope = agency.kind, agency.scope
    own = next((kinds for form, kinds in _BY_NAME if form.fullmatch(agency.name)), KINDS)
    if kind not in KINDS:
        yield from _fact(case, "kind", "机关类别", kind, KINDS, effect="有几项检查因此没有做")
    elif kind not in own:
        told = {"effect": f"有几项检查按“{kind}”做", "fault": f"与机关名称“{agency.shown}”不合"}
        yield from _fact(case, "kind", "机关类别", kind, own, **told)
    if scope and scope not in SCOPES:
        yield from _fact(case, "scope", "统计范围", scope, SCOPES, effect="按“本机关”检查")
    elif scope == WHOLE_AREA and kind in _DEPARTMENTS:
        told = {"effect": f"汇总和有几项检查按“{scope}”做", "fault": "而部门只统计本机关"}
        yield from _fact(case, "scope", "统计范围", scope, (OWN,), **told)


def _fact(
    case: Case, key: str, label: str, given: str, known: tuple[str, ...], **told: str
) -> Facts:
    at = case.report.basics.get(key)
    if at in unread(case):
        return
    cell = at.cell if at is not None else None
    words = {
        "label": label,
        "cell": f"（{cell}）" if cell else "",
        "given": f"填的是“{given}”，" if given else "没有填",
        "fault": "不在列表里" if given else "",
        "known": "、".join(known),
        **told,
    }
    sheet, cells = (at.sheet, (at.cell,)) if at is not None else (None, ())
    yield Fact(sheet, cell, cells=cells, found=given or None, words=words)


RULE = Rule(
    title="机关类别没有填、与名称不合，统计范围与类别不合，或不在列表里",
    checks="机关类别已填，与名称相合，统计范围与类别相合，都在列表里",
    severity=Severity.WARNING,
    basis="《中华人民共和国政府信息公开条例》第二十条、第四十九条、第五十条：不同机关公开和报告的内容不同",
    message="“{label}”{cell}{given}{fault}，{effect}。",
    fix="请在“基本信息”的“{label}”后面，从下拉列表中选择：{known}。",
    why="能不能制定规章、收费的规模、要不要写考核评议和责任追究，都要看是哪一类机关。",
    bad="机关类别空着",
    good="机关类别选“政府部门”",
    look=_look,
)
