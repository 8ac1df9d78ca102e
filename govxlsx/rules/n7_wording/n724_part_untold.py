"""A narrative part of the report has no text."""

from govxlsx.checking import Case, Facts, Rule, Severity
from govxlsx.checking.prose import elsewhere, left_aside, part_fact, part_text, untold

_NOTHING = "没有文字"


def _look(case: Case) -> Facts:
    told = [part for part in case.edition.parts if part.narrative]
    if untold(case):
        yield from part_fact(
            case, told[0].narrative, part="”“".join(each.title for each in told), said=_NOTHING
        )
        return
    for part in told:
        if part.narrative != "problems" and not part_text(case, part.narrative):
            other = elsewhere(case, part.narrative)
            at = f"：{other}" if other else left_aside(case, part.narrative)
            said = _NOTHING + at
            yield from part_fact(case, part.narrative, said=said)


RULE = Rule(
    title="有的部分没有文字",
    checks="每个部分都有文字",
    severity=Severity.WARNING,
    basis="《中华人民共和国政府信息公开条例》第五十条；国办公开办函〔2021〕30号、〔2019〕60号所附格式的六个部分",
    message="“{part}”{said}，报告中会是空的。",
    fix="请从 {cell} 起填写；写在别的部分里的，剪切过来；只报送数字、不公布这份报告的，在“情况说明”中写明。",
    why="六个部分缺一不可，没有事项可报告的也要写明没有。只有第五部分空着的，按 N711 报错。",
    bad="只填三张表，总体情况和其他事项空着。",
    good="总体情况写五个方面；其他事项写明没有收取信息处理费。",
    look=_look,
)
