"""The form was never filled in: no text, every figure blank, zero or carried over by ``new``."""

from govxlsx.checking import Case, Fact, Facts, Rule, Severity


def _look(case: Case) -> Facts:
    if case.never_filled:
        yield Fact()


RULE = Rule(
    title="没有填写",
    checks="表已填写",
    severity=Severity.ERROR,
    basis="《中华人民共和国政府信息公开条例》第五十条",
    message="这份工作簿还没有填写：三张表的数字都是空白或 0（上年结转除外），各部分也没有文字。",
    fix="请填写后再报送。确实没有发生的数字填 0，总体情况等部分仍须写明文字。",
    why="空表的合计全是 0，算术上挑不出错，但不是一份报告。",
    bad="把空白模板直接发来。",
    good="数字填好（没有发生的填 0），六个部分都有内容。",
    look=_look,
)
