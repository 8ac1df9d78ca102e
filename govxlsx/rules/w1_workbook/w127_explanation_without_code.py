"""A row of 情况说明 that says nothing to any check: no code, an unknown one, several, or no text."""

from govxlsx.addresses import position
from govxlsx.checking import Case, Fact, Facts, Rule, Severity, catalogue, regex

_CODE = regex(r"[A-Z][0-9]{3}")


_NOTHING = regex(r"(?:(?:暂?无|没有|不需要)[^，。；,;0-9]{0,12}[。.]?|[/—–-]+)?")
"""What says that there is nothing to explain."""

_UNKNOWN = "，不知道说明的是哪一项检查"


def _fault(code: str, text: str) -> str | None:
    """Say what is wrong with a row, None where nothing is."""
    if _NOTHING.fullmatch(code) and _NOTHING.fullmatch(text):
        return None
    codes = _CODE.findall(code)
    if not code:
        return f"没有写编码{_UNKNOWN}"
    if len(codes) > 1:
        return f"在一行里写了 {len(codes)} 个编码（{'、'.join(codes)}）{_UNKNOWN}"
    if code not in catalogue.codes():
        return f"写的编码“{code}”不是检查项的编码{_UNKNOWN}"
    if catalogue.rule(code).severity is Severity.ERROR:
        return f"说明的 {code} 是错误，错误只能改正，不能用说明代替"
    return None if text else f"只写了编码 {code}，没有写说明"


def _look(case: Case) -> Facts:
    for each in case.report.explanations:
        fault = _fault(each.code, each.text)
        if fault is not None and each.at is not None:
            words = {"fault": fault, "row": str(position(each.at.cell)[0] + 1)}
            yield Fact(each.at.sheet, each.at.cell, cells=(each.at.cell,), words=words)


RULE = Rule(
    title="情况说明没有对上检查项",
    checks="情况说明都对上了检查项",
    severity=Severity.WARNING,
    basis="本工具的填报要求：官方模板填报说明",
    message="“情况说明”中第 {row} 行{fault}，没有采用。",
    fix="请照抄检查结果中的编码（一个字母和三个数字，例如 Y501），一行写一个编码和它的说明。",
    why="说明按编码对到检查项；对不上的说明等于没有写，填报人应当知道。",
    bad="编码写“Y501、T601”，或者空着",
    good="编码写“Y501”，说明写“机构改革，上年数由原单位结转”",
    look=_look,
)
