"""What a table has lost with its labels: the cells that are not read for that reason."""

from dataclasses import replace

from govxlsx.checking.case import Case
from govxlsx.checking.fact import Facts
from govxlsx.checking.rule import Look, remarked
from govxlsx.report.model import Notice, Remark, Unread


def noticed_with_lost(notice: Notice, before: Notice | None = None) -> Look:
    """Return a look that makes a fact of what was noticed of a sheet's labels, and of what is lost.

    The word ``areas`` has the cells that are lost; where ``before`` was noticed of the sheet, that
    tells of them.
    """

    def look(case: Case) -> Facts:
        told = {each.sheet for each in case.remarks(before)} if before is not None else set()
        for remark in case.remarks(notice):
            lost = None if remark.sheet in told else lost_cells(case, remark.sheet)
            fact = remarked(remark, areas=f"：{lost.words['areas']}" if lost else "")
            yield fact if lost is None else replace(fact, cells=(*fact.cells, *lost.cells))

    return look


def lost_cells(case: Case, sheet: str) -> Remark | None:
    """Return the remark upon the cells of a sheet that are not read for want of labels."""
    given = (each for each in case.remarks(Notice.UNREAD) if each.sheet == sheet)
    return next((each for each in given if each.words["kind"] == Unread.LOST), None)
