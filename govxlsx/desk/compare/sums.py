"""Sums over several reports, of one edition or of several, each edition's in one operation."""

from __future__ import annotations

from collections.abc import Sequence

from govxlsx.report import wide
from govxlsx.report.figure import Number
from govxlsx.report.model import Report

Groups = dict[tuple[str, ...], list[Number | None]]
"""For each group of field ids, its sum in each report."""


def added(reports: Sequence[Report], groups: Sequence[tuple[str, ...]]) -> Groups:
    """Return the sum of each group in each report.

    Fields that an edition lacks are left out. None where all are blank or one is unreadable.
    """
    found: Groups = {group: [None] * len(reports) for group in groups}
    for edition in dict.fromkeys(each.edition for each in reports):
        places = [place for place, each in enumerate(reports) if each.edition == edition]
        held = [reports[place] for place in places]
        own = {
            group: kept
            for group in groups
            if (kept := tuple(each for each in group if each in held[0].figures))
        }
        if not own:
            continue
        rows = wide.added(wide.frame(held), tuple(own.values()))
        for place, report, row in zip(places, held, rows, strict=True):
            for (group, kept), value in zip(own.items(), row, strict=True):
                if _told(report, kept):
                    found[group][place] = value
    return found


def _told(report: Report, fields: Sequence[str]) -> bool:
    figures = [report.figures[each] for each in fields]
    return all(each.readable for each in figures) and any(
        each.value is not None for each in figures
    )
