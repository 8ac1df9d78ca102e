"""What the second row of each of the template's sheets tells the clerk to do."""

from collections.abc import Iterable
from functools import cache

from govxlsx.form.editions import edition_by_id
from govxlsx.form.editions.model import Edition
from govxlsx.form.editions.tables import Field
from govxlsx.form.layout import BASICS, EXPLANATIONS, NOTE_LABEL

AMOUNT_EXAMPLE = "160.5964万元"

_COUNT_UNIT = "件"
_OWN = {
    BASICS: "在黄色格子里填写。姓名、日期等不印入报告的，供主管部门联系用。",
    EXPLANATIONS: (
        "检查结果是“提醒”而情况属实的，写明提醒的编码和说明，一行一条。没有的，空着。不印入报告。"
    ),
}


@cache
def guidance(edition_id: str, key: str) -> str:
    """Return what a sheet of an edition's template tells, "" for one that tells nothing.

    ``key`` is that of a part, or the name of another sheet.
    """
    edition = edition_by_id(edition_id)
    for part in edition.parts:
        if part.key == key:
            if part.table:
                return _of_table(edition, part.table)
            return f"{part.prompt}一行写一段，写不下时插入行。"
    return _OWN.get(key, "")


def _of_table(edition: Edition, table: str) -> str:
    fields = edition.fields_of[table]
    sentences = [_units(fields), "黄色格子填数字，没有发生的填 0"]
    if any(field.id in edition.parts_of_total for field in fields):
        sentences.append("蓝色格子是合计，自动计算，不用填")
    sentences.append("变红的格子有问题，请改正")
    sentences.append(f"{NOTE_LABEL}印在表格下方")
    return "。".join(sentences) + "。"


def _units(fields: Iterable[Field]) -> str:
    """Name the common unit, then those that differ and are not named in their own labels."""
    others = []
    for field in fields:
        label = field.path[-1]
        if not field.unit:
            others.append(f"{label}连同单位填写（例如 {AMOUNT_EXAMPLE}）")
        elif field.unit != _COUNT_UNIT and field.unit not in label:
            others.append(f"{label}的单位：{field.unit}")
    return "；".join((f"单位：{_COUNT_UNIT}", *dict.fromkeys(others)))
