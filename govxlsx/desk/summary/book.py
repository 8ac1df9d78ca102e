"""The summary's workbook: seven sheets, of which three are those of a check."""

from collections.abc import Iterator

from govxlsx.desk.rollup.sheet import MOST, sheet_of
from govxlsx.desk.status import STATE_WORDS, BodyState, timing
from govxlsx.desk.summary import shares
from govxlsx.desk.summary.material import Material
from govxlsx.report.metrics import catalogue
from govxlsx.showing.as_xlsx import sheets
from govxlsx.showing.as_xlsx.listing import Column, ListSheet, listing
from govxlsx.template.book import BookWriter
from govxlsx.template.values import Value
from govxlsx.version import MAKER, __version__

DATA, OWING, NOTES = "数据", "未报和退回", "说明"
_NOTES = ListSheet(NOTES, (Column("内容", 26), Column("说明", 96)), tab="#595959")
_NOTHING = Column("说明", 60)
_OWING_COLUMNS = (
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
_OWING = ListSheet(OWING, _OWING_COLUMNS, tab="#C25E00")


def workbook(material: Material) -> bytes:
    """Return the summary (.xlsx); the same material gives the same bytes."""
    year = f"{material.year}年度" if material.year is not None else ""
    book = BookWriter(f"{year}政府信息公开工作年度报告汇总表", "报送、检查、数据和指标", MAKER)
    sheets.overview(book, material.rows)
    sheets.problems(book, material.rows)
    sheets.by_check(book, material.rows)
    rollup = material.rollup
    if rollup is not None and len(rollup.choice.counted) <= MOST:
        sheet_of(rollup.choice, rollup.sum, DATA)(book)
        shares.write(book, rollup)
    else:
        for name in (DATA, shares.NAME):
            listing(book, ListSheet(name, (_NOTHING,)), material.why, [])
    _owing(book, material)
    listing(book, _NOTES, "各表说的是什么，数字怎么算。", list(_notes(material)))
    return book.close()


def _notes(material: Material) -> Iterator[tuple[Value, ...]]:
    yield "总览", "每行一份报送：结果、错误和提醒的个数、怎么办。归档中只列每个机关最后的一份。"
    yield "问题清单", "每行一个问题。错误改正之前不能归档；提醒要核对，属实的作说明。"
    yield "按检查项", "同一个问题有多少份报告，可以看出培训时要讲什么。"
    yield (
        DATA,
        (
            "每行一个计入的机关，每列表中的一格，最下一行是合计，与 govxlsx rollup 的汇总数相同。"
            "有错误的、重复的、上级报告已经包含的不计入，列在数据的下面。"
        ),
    )
    yield (
        OWING,
        "期限按名册；名册没有写的，按条例第四十九条：部门 1 月 31 日，政府 3 月 31 日。",
    )
    if material.rollup is not None:
        for each in catalogue(material.rollup.sum.edition.id):
            yield f"指标：{each.name}", f"{each.basis}。"
        for sentence in material.rollup.choice.notices:
            yield "请注意", sentence
    yield "生成", f"由 govxlsx {__version__} 生成，截至 {material.on}。"


def _owing(book: BookWriter, material: Material) -> None:
    """Write the sheet of the bodies that owe something."""
    rows = list(_of_status(material) if material.status is not None else _of_rollup(material))
    if rows:
        hint = f"截至 {material.on}，还没有报送的、退回后没有改好的 {len(rows)} 个机关。"
    elif material.status is None and material.rollup is None:
        hint = "没有提供名册（--roster），不知道谁没有报送。"
    else:
        hint = f"截至 {material.on}，没有未报的，也没有退回的。"
    listing(book, _OWING, hint, rows)


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
