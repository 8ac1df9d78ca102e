"""未报和退回: the bodies that have something to do, with their days and whom to call."""

from collections.abc import Iterator

from govxlsx.desk.status import STATE_WORDS, BodyState, timing
from govxlsx.desk.summary.material import Material
from govxlsx.showing.as_xlsx.listing import Column, ListSheet, listing
from govxlsx.template.book import BookWriter
from govxlsx.template.values import Value

NAME = "未报和退回"
_COLUMNS = (
    Column("机关名称", 30),
    Column("状态", 11, centred=True),
    Column("期限", 12, centred=True),
    Column("时间", 14, centred=True),
    Column("退回日期", 12, centred=True),
    Column("情况", 56),
    Column("联系人", 12),
    Column("电话", 18),
    Column("邮箱", 24),
)
_TABLE = ListSheet(NAME, _COLUMNS, tab="#C25E00")


def write(book: BookWriter, material: Material) -> None:
    """Write the sheet."""
    rows = list(_of_status(material) if material.status is not None else _of_rollup(material))
    if rows:
        hint = f"截至 {material.on}，还没有报送的、退回后没有改好的 {len(rows)} 个机关。"
    elif material.status is None and material.rollup is None:
        hint = "没有提供名册（--roster），不知道谁没有报送。"
    else:
        hint = f"截至 {material.on}，没有未报的，也没有退回的。"
    listing(book, _TABLE, hint, rows)


def _of_status(material: Material) -> Iterator[tuple[Value, ...]]:
    assert material.status is not None
    for each in material.status.worst_first:
        returned = each.returned
        owes = each.state in (BodyState.OVERDUE, BodyState.WAITING, BodyState.RETURNED)
        if owes or returned is not None:
            day = str(returned.counted_on) if returned is not None else ""
            yield (
                *(each.body.name, STATE_WORDS[each.state], str(each.deadline), timing(each), day),
                *("\n".join(each.sentences), each.body.contact, each.body.phone, each.body.email),
            )


def _of_rollup(material: Material) -> Iterator[tuple[Value, ...]]:
    """Yield what files without an archive tell: who is missing, whose report cannot be counted."""
    if material.rollup is None:
        return
    for missing in material.rollup.choice.missing:
        yield (missing.name, "没有报送", "", "", "", missing.note, "", "", "")
    for left in material.rollup.choice.left_out:
        if left.blocking:
            yield (left.name, "要修改", "", "", "", left.reason, "", "", "")
