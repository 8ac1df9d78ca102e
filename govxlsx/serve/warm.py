"""Imported by the process that workers are forked from: what a check loads is loaded and used.

A worker is forked for each upload. What its check would find out first, it finds in place: 63 ms
of a worker's time become 22.
"""

import gc
from collections.abc import Iterator
from dataclasses import replace

from govxlsx import word
from govxlsx.checking import check
from govxlsx.checking.examination import Result
from govxlsx.form.editions import editions
from govxlsx.form.editions.model import Edition
from govxlsx.reading import read_bytes
from govxlsx.report.interchange import Interchange
from govxlsx.report.model import KINDS, SCOPES, Agency
from govxlsx.serve import jobs, workers
from govxlsx.template import workbook

__all__ = ["workers"]

_AGENCY = Agency(
    name="某某局",
    kind=KINDS[-2],
    scope=SCOPES[0],
    address="某某市某某路1号",
    postcode="100000",
    phone="010-00000000",
)
_TEXTS = {
    "overview": "（一）主动公开。主动公开信息0条。\n（二）依申请公开。收到申请0件。",
    "problems": "存在公开不够及时的问题。下一步将加强培训，改进工作。",
    "other": "本年度没有收取信息处理费。",
}


def _samples(edition: Edition) -> Iterator[Interchange]:
    """Yield reports of an edition: one in which nothing is wrong, one with a broken sum."""
    figures: dict[str, int | str | None] = {each.id: 0 for each in edition.fields}
    right = Interchange(edition.id, edition.first_year, _AGENCY, dict(figures), dict(_TEXTS))
    yield right
    yield replace(right, figures=figures | {edition.sums[0].field: 1})


def _use() -> None:
    for edition in editions():
        for each in _samples(edition):
            data = workbook(edition, each)
            report = read_bytes(data, "填报表.xlsx")
            jobs.shown(Result("填报表.xlsx", report.sha256, report, check(report)))
            word.deliver(report, draft=True)
            word.deliver(report)
    gc.freeze()  # what is there now is not gone through, and so not copied, in each fork


_use()
