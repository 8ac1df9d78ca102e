"""What may be typed into a figure's cell, and how the cell explains it."""

from collections.abc import Iterable, Mapping
from types import MappingProxyType

from govxlsx.form.editions.tables import Field, FigureKind
from govxlsx.form.guidance import AMOUNT_EXAMPLE
from govxlsx.form.layout import NOTE_LABEL

EntryRule = Mapping[str, object]

_FAR = 999_999_999_999
_ADVICE = f"不要写单位、逗号和文字，说明写在表格下面的{NOTE_LABEL}里。"


def guided(
    check: EntryRule, told: tuple[str, str] | None = None, refused: tuple[str, str] | None = None
) -> EntryRule:
    """Return what may be typed, with title and text of what is told before, and of a refusal."""
    words: dict[str, str] = {}
    for kind, each in (("input", told), ("error", refused)):
        if each is not None:
            words |= {f"{kind}_title": each[0], f"{kind}_message": each[1]}
    return {**check, **words}


ANYTHING: EntryRule = MappingProxyType({"validate": "any"})
TOTAL_RULE = guided(ANYTHING, ("自动合计", "这一格由公式自动计算，不用填写。"))
NOTE_RULE = guided(
    ANYTHING, (NOTE_LABEL, "可以不填。填写的内容以“注：……”的样子印在表格下面，不用自己写“注：”。")
)


def choice(choices: Iterable[str]) -> EntryRule:
    """Return the rule of a cell that is chosen from a list."""
    return {"validate": "list", "source": list(choices)}


def _rule(check: EntryRule, allowed: str, unit: str) -> EntryRule:
    told = (f"单位：{unit}", f"请填{allowed}，没有发生的填 0。{_ADVICE}")
    return guided(check, told, ("不是有效的数字", f"这一格只能填{allowed}。{_ADVICE}"))


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
    told = f"请把金额连同单位一起填写，例如 {AMOUNT_EXAMPLE}；没有发生的填 0。"
    return guided(ANYTHING, ("连同单位填写", told))
