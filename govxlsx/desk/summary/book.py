"""The summary's workbook: seven sheets, of which three are those of a check."""

from collections.abc import Iterator

from govxlsx.desk.rollup.sheet import MOST, sheet_of
from govxlsx.desk.summary import owing, shares
from govxlsx.desk.summary.material import Material
from govxlsx.report.metrics import catalogue
from govxlsx.showing.as_xlsx import sheets
from govxlsx.showing.as_xlsx.listing import Column, ListSheet, listing
from govxlsx.template.book import BookWriter
from govxlsx.template.values import Value
from govxlsx.version import MAKER, __version__

DATA, NOTES = "数据", "说明"
_NOTES = ListSheet(NOTES, (Column("内容", 26), Column("说明", 96)), tab="#595959")
_NOTHING = Column("说明", 60)


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
    owing.write(book, material)
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
        owing.NAME,
        "期限按名册；名册没有写的，按条例第四十九条：部门 1 月 31 日，政府 3 月 31 日。",
    )
    if material.rollup is not None:
        for each in catalogue(material.rollup.sum.edition.id):
            yield f"指标：{each.name}", f"{each.basis}。"
        for sentence in material.rollup.choice.notices:
            yield "请注意", sentence
    yield "生成", f"由 govxlsx {__version__} 生成，截至 {material.on}。"
