"""Which figures of the form a claim field adds up (contract: claim fields are totals)."""

from functools import cache

from govxlsx.claims.vocabulary.applications import ACCEPTED, CARRIED_IN, RECEIVED
from govxlsx.form.editions import edition_by_id

_SEVERAL = {
    ACCEPTED: (RECEIVED, CARRIED_IN),
    "applications.disclosed_or_partly": ("applications.disclosed", "applications.partly_disclosed"),
}
_LITIGATION = ("proceedings.direct_litigation", "proceedings.litigation_after_reconsideration")
_TOTAL = "total"


@cache
def summed(edition_id: str, name: str) -> tuple[str, ...]:
    """Return the ids of the figures that a claim field sums, in the form's order.

    () for what no table holds: ``fee.information_processing``, or a row of another edition.
    """
    form = edition_by_id(edition_id)
    if name in _SEVERAL:
        return tuple(each for part in _SEVERAL[name] for each in summed(edition_id, part))
    if name.startswith("proceedings.litigation") and name.split(".")[1] == "litigation":
        rest = name.removeprefix("proceedings.litigation")
        return tuple(each for part in _LITIGATION for each in summed(edition_id, part + rest))
    if name == f"{RECEIVED}.organizations":
        row = [each.id for each in form.fields if each.id.startswith(f"{RECEIVED}.")]
        return tuple(each for each in row if not each.endswith((".natural_person", ".total")))
    if name in form.field_by_id:
        return (name,)
    if f"{name}.{_TOTAL}" in form.field_by_id:
        return (f"{name}.{_TOTAL}",)
    return tuple(
        each.id for each in form.fields if each.id.startswith(f"{name}.") and each.column == _TOTAL
    )


@cache
def label(edition_id: str, name: str) -> str:
    """Name a claim field in the form's words: “（三）不予公开”“总计”."""
    form = edition_by_id(edition_id)
    if name in _WORDS:
        return _WORDS[name]
    field = form.field_by_id.get(name) or form.field_by_id.get(f"{name}.{_TOTAL}")
    if field is not None:
        return field.name
    group, _, outcome = name.removeprefix("proceedings.litigation.").rpartition(".")
    if not group and name.startswith("proceedings."):
        column = form.field_by_id[f"proceedings.direct_litigation.{outcome}"].column_label
        return f"行政诉讼两类“{column}”之和"
    return f"{_GROUPS[name]}各行“总计”之和"


_WORDS = {
    ACCEPTED: "一、本年新收与二、上年结转的“总计”之和",
    f"{RECEIVED}.organizations": "一、本年新收行法人或其他组织五列之和",
    "applications.disclosed_or_partly": "（一）予以公开与（二）部分公开的“总计”之和",
    "proceedings.litigation": "行政诉讼两类“总计”之和",
    "fee.information_processing": "信息处理费",
}
_GROUPS = {
    "applications.denied": "（三）不予公开",
    "applications.unavailable": "（四）无法提供",
    "applications.not_processed": "（五）不予处理",
    "applications.other": "（六）其他处理",
}
