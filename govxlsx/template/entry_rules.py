"""What may be typed into a figure's cell, and how the cell explains it."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from govxlsx.form.editions.tables import Field, FigureKind
from govxlsx.form.guidance import AMOUNT_EXAMPLE
from govxlsx.form.layout import NOTE_LABEL

EntryRule = Mapping[str, object]

_FAR = 999_999_999_999
_ADVICE = f"不要写单位、逗号和文字，说明写在表格下面的{NOTE_LABEL}里。"

TOTAL_RULE: EntryRule = MappingProxyType(
    {
        "validate": "any",
        "input_title": "自动合计",
        "input_message": "这一格由公式自动计算，不用填写。",
    }
)
NOTE_RULE: EntryRule = MappingProxyType(
    {
        "validate": "any",
        "input_title": NOTE_LABEL,
        "input_message": "可以不填。填写的内容以“注：……”的样子印在表格下面，不用自己写“注：”。",
    }
)


def _rule(check: EntryRule, allowed: str, unit: str) -> EntryRule:
    return {
        **check,
        "input_title": f"单位：{unit}",
        "input_message": f"请填{allowed}，没有发生的填 0。{_ADVICE}",
        "error_title": "不是有效的数字",
        "error_message": f"这一格只能填{allowed}。{_ADVICE}",
    }


def rule_of(field: Field) -> EntryRule:
    """Return the rule of a figure; figures of one kind and unit share it."""
    if field.kind is FigureKind.SIGNED:
        check = {"validate": "integer", "criteria": "between", "minimum": -_FAR, "maximum": _FAR}
        return _rule(check, "整数（减少的填负数，例如 -2）", field.unit)
    at_least_zero = {"criteria": ">=", "value": 0}
    if field.kind is FigureKind.COUNT:
        return _rule({"validate": "integer", **at_least_zero}, "大于或等于 0 的整数", field.unit)
    if field.unit:
        return _rule(
            {"validate": "decimal", **at_least_zero}, "大于或等于 0 的数（可以有小数）", field.unit
        )
    return {
        "validate": "any",
        "input_title": "连同单位填写",
        "input_message": f"请把金额连同单位一起填写，例如 {AMOUNT_EXAMPLE}；没有发生的填 0。",
    }
