"""Which cells are marked, how strongly, and with what words."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from itertools import zip_longest

from govxlsx.addresses import Position
from govxlsx.checking.finding import SEVERITY_WORDS, Finding
from govxlsx.checking.rule import Severity
from govxlsx.patterns import regex
from govxlsx.personal import masked
from govxlsx.report.model import Report
from govxlsx.showing.listing import Item, listed, place
from govxlsx.text import clean, shortened

_ORDER = list(Severity)
_MOST_NAMED = 8
_ESCAPE = regex("_(?=x[0-9A-Fa-f]{4}_)")
_COMMENT_LIMIT = 600


@dataclass(slots=True)
class Mark:
    """What is said about one cell.

    ``wrong`` tells that an error is reported here; ``related`` names the cells whose errors this
    one is part of.
    """

    severity: Severity = Severity.INFO
    wrong: bool = False
    comments: list[str] = field(default_factory=list)
    related: dict[str, None] = field(default_factory=dict)

    def strengthen(self, severity: Severity) -> None:
        """Take over a severity that is stronger."""
        self.severity = min(self.severity, severity, key=_ORDER.index)

    @property
    def text(self) -> str:
        """The comment: findings first, then where the cell counts in. "" where there is none."""
        parts = list(self.comments)
        if self.related:
            named = "、".join(list(self.related)[:_MOST_NAMED])
            more = " 等" if len(self.related) > _MOST_NAMED else ""
            parts.append(f"这一格与 {named}{more} 的错误有关，请看那里的批注。")
        return "\n\n".join(parts)


Marks = Mapping[str, Mapping[Position, Mark]]
"""Marks by the sheet's name, as it is shown, and the cell."""


def gather(findings: Iterable[Finding], report: Report) -> Marks:
    """Return the marks of all findings.

    All cells of a finding are coloured, each on its own sheet: what the text says of a table marks
    the table too. Its own cell says what is wrong and what to do, the cell that mends several sums
    what mends them; the other cells of an error say where to look.
    """
    found: dict[str, dict[Position, Mark]] = {}
    for item in listed(findings, report.form):
        for finding in item.findings:
            _gather(found, finding, report)
        if item.lead is not None and (at := place(item.cell)) is not None:
            mark = found[str(item.first.sheet)].setdefault(at, Mark())
            mark.comments.insert(0, _lead(item))
            mark.wrong = True
    return found


def _gather(found: dict[str, dict[Position, Mark]], finding: Finding, report: Report) -> None:
    own = finding.sheet, place(finding.begins)
    others = [each for each in _places(finding, report) if each != own]
    for sheet, at in (own, *others):
        if sheet is not None and at is not None:
            mark = found.setdefault(sheet, {}).setdefault(at, Mark())
            mark.strengthen(finding.severity)
    if own[0] is not None and own[1] is not None:
        mark = found[own[0]][own[1]]
        mark.comments.append(comment(finding))
        mark.wrong |= finding.severity is Severity.ERROR
        if finding.severity is Severity.ERROR:
            for sheet, at in others:
                if sheet is not None and at is not None:
                    abroad = "" if sheet == own[0] else f"“{own[0]}”"
                    found[sheet][at].related[f"{abroad}{finding.cell}（{finding.code}）"] = None


def _places(finding: Finding, report: Report) -> Iterator[tuple[str | None, Position | None]]:
    """Yield the sheet and cell of everything a finding names; a figure's are its own."""
    fields = finding.fields if len(finding.fields) == len(finding.cells) else ()
    for cell, field_id in zip_longest(finding.cells, fields):
        held = report.figures.get(field_id) if field_id is not None else None
        there = held.at if held is not None else None
        here = there is not None and there.cell == cell
        yield (masked(there.sheet) if there is not None and here else finding.sheet), place(cell)


def stored(text: str) -> str:
    """Return a text as SpreadsheetML stores it: ``_x000D_`` is shown, not taken for an escape."""
    return _ESCAPE.sub("_x005F_", clean(text))


def comment(finding: Finding) -> str:
    """Return the comment on a finding's own cell."""
    head = f"【{SEVERITY_WORDS[finding.severity]} {finding.code}】"
    message = shortened(finding.message, _COMMENT_LIMIT)
    done = finding.explained
    remedy = f"已作说明：{done}" if done is not None else f"怎么办：{finding.fix}"
    return f"{head}{message}\n{shortened(remedy, _COMMENT_LIMIT)}"


def _lead(item: Item) -> str:
    """Return the comment on the cell that mends several sums."""
    head = f"【{SEVERITY_WORDS[item.first.severity]} {item.codes}】{item.lead}"
    if item.rest:  # so many are named by their areas
        return head
    named = "、".join(f"{each.cell}（{each.code}）" for each in item.findings)
    return f"{head}\n这些合计是：{named}。"
