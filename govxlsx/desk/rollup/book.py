"""The workbook that a roll-up makes: the template filled with the sum, and where it comes from."""

from __future__ import annotations

from govxlsx import template
from govxlsx.desk.rollup import Rollup
from govxlsx.desk.rollup.addition import agency_of, filled
from govxlsx.desk.rollup.choice import Wanted
from govxlsx.desk.rollup.sheet import MOST, sheet_of
from govxlsx.errors import UsageError
from govxlsx.report.model import Report


def workbook(result: Rollup, wanted: Wanted, words: Report | None) -> bytes:
    """Return the workbook; ``words`` is the government's own report, whose text it goes on with.

    Raises UsageError where more bodies are counted than a workbook can name.
    """
    count = len(result.choice.counted)
    if count > MOST:
        raise UsageError(
            f"计入的机关有 {count} 个，一份工作簿最多汇总 {MOST} 个，没有生成工作簿。"
            "请先按县（市、区）分别汇总，再汇总各县（市、区）的结果。"
        )
    kind = wanted.target.kind if wanted.target is not None else ""
    data = filled(result.sum, result.year, agency_of(wanted.agency, kind, words), words)
    return template.workbook(result.sum.edition, data, sheet_of(result.choice, result.sum))
