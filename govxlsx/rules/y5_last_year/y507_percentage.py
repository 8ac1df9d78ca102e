"""A percentage against last year that the two years' figures do not give."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from decimal import Decimal

from govxlsx.checking import Case, Fact, Facts, Number, Passage, Report, Rule, Severity, plain
from govxlsx.checking.comparisons import PercentChange, Summands, Told, changes
from govxlsx.checking.last_year import against
from govxlsx.claims import numerals


@dataclass(frozen=True, slots=True)
class _Base:
    """What a subject's number is in the two years' tables."""

    fields: Summands
    now: Number
    then: Number

    def change(self, decimals: int) -> tuple[Decimal, Decimal]:
        """Return the change in per cent, rounded and cut off."""
        exact = Decimal(self.now - self.then) * 100 / Decimal(self.then)
        return numerals.rounded(exact, Decimal(1).scaleb(-decimals))


def _compare(case: Case, previous: Report) -> Facts:
    for passage in case.passages:
        if "%" not in passage.text and "％" not in passage.text:
            continue
        for change in changes(passage.text):
            if change.year not in (None, previous.year):
                continue
            own = list(_bases(case, previous, change.told[0]))
            others = [base for each in change.told[1:] for base in _bases(case, previous, each)]
            if own and not any(_fits(base, change) for base in (*own, *others)):
                yield _fact(case, previous, passage, change, own[0])


def _bases(case: Case, previous: Report, subject: Told) -> Iterator[_Base]:
    """Yield the readings that make the subject's number this year's; others say nothing of it."""
    for fields in subject.subject.readings:
        now, then = _sum(case.report, fields), _sum(previous, fields)
        if now is not None and now == subject.number and then:
            yield _Base(fields, now, then)


def _sum(report: Report, fields: Summands) -> Number | None:
    values = [report.added(each).value for each in fields]
    known = [each for each in values if each is not None]
    return sum(known) if len(known) == len(values) else None


def _fits(base: _Base, change: PercentChange) -> bool:
    """Tell whether a change is the one told; rounded and cut off are both right."""
    return change.percent in base.change(change.decimals)


def _fact(
    case: Case, previous: Report, passage: Passage, change: PercentChange, base: _Base
) -> Fact:
    right = base.change(max(change.decimals, 1))[0]
    places = [case.report.figures[each].at for each in base.fields]
    words = {
        "label": change.told[0].subject.label,
        "now": plain(base.now),
        "then": plain(base.then),
        "last": str(previous.year),
        "right": f"{'增长' if right > 0 else '下降'} {plain(abs(right))}%" if right else "持平",
        "cells": "、".join(at.cell for at in places if at is not None),
    }
    fact = passage.fact(change.told[0].start, change.end, **words)
    return replace(
        fact,
        field=base.fields[0],
        fields=base.fields,
        cells=tuple(at.cell for at in places if at is not None),
        found=f"{plain(change.percent)}%",
        expected=f"{plain(right)}%",
    )


RULE = Rule(
    title="与上年相比的百分比不对",
    checks="与上年相比的百分比算得对",
    severity=Severity.WARNING,
    basis="《中华人民共和国政府信息公开条例》第五十条；国办公开办函〔2021〕30号、〔2019〕60号：文字与表中数据应当一致",
    message="“{quote}”：表中{label}本年是 {now}（{cells}），{last} 年度报告是 {then}，应当是{right}。",
    fix="请核对本年和上年的数，改正百分比；用的是别的基数的，在文字中写明。",
    why="四舍五入和去尾都算对，按写出的小数位数比较；本年的数和上年的数都能在两年的表中找到时才核算。",
    bad="上年 100 件，写“收到政府信息公开申请 120 件，较上年增长 12%”。",
    good="上年 100 件，写“收到政府信息公开申请 120 件，较上年增长 20%”。",
    look=against(_compare),
)
