"""The official template workbook, made from an edition: blank, or filled with a report's data."""

from collections.abc import Callable

from govxlsx.errors import InterchangeError
from govxlsx.form.editions.model import Edition
from govxlsx.report.interchange import Interchange
from govxlsx.template import basics, control, guide, lists, tables
from govxlsx.template.book import BookWriter
from govxlsx.template.values import cleaned, shown


def workbook(
    edition: Edition,
    data: Interchange | None = None,
    beyond: Callable[[BookWriter], None] | None = None,
) -> bytes:
    """Return the template workbook (.xlsx) of an edition; the same data give the same bytes.

    Without ``data`` it is blank. With data, a figure id that is missing leaves the template's cell
    (blank, or its SUM formula), None makes it blank, a number is written as a constant and a text
    as it stands. Every formula carries its result. ``beyond`` may add sheets after the template's
    own. Raises InterchangeError for data of another edition, and for what no cell can hold.
    """
    if data is not None and data.edition != edition.id:
        raise InterchangeError(f"数据是 {data.edition} 版的，不能填入 {edition.id} 版的模板。")
    given = cleaned(data.figures if data else {})
    figures = tables.Figures(given, shown(edition, given))
    notes = data.notes if data else {}
    book = BookWriter(
        title=f"政府信息公开工作年度报告填报模板（{edition.stamp}）",
        subject=f"{edition.basis.title}（{edition.basis.number}）",
    )
    guide.write(book, edition)
    basics.write(book, edition, data)
    for part in edition.parts:
        if part.table:
            tables.write(book, edition, part, figures, notes.get(part.numeral, ""))
        else:
            lists.write_narrative(book, edition, part, data)
    lists.write_explanations(book, edition, data)
    control.write(book, edition, figures.shown, data)
    if beyond is not None:
        beyond(book)
    return book.close()
