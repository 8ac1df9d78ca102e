"""A figure in the text that is not the table's, whichever way it is read."""

from dataclasses import replace

from govxlsx.checking import Case, Fact, Facts, Passage, Rule, Severity, Skipped, plain, regex
from govxlsx.checking.narrower import PassageClaims, beside, is_narrower
from govxlsx.checking.repeated import folding
from govxlsx.checking.told import BASIS, NO_YEAR, Held, cells, fits, held, step_of
from govxlsx.claims import Claim, label

_CONCLUDED = "applications.concluded"
_NEAR = 400
"""How far from what was concluded the withdrawn may be told."""
_WITHDRAWN = regex("撤回|撤销|终止|撤消")


def _look(case: Case) -> Facts:
    if case.report.year is None:
        yield Skipped(NO_YEAR)
        return
    by_passage: dict[int, list[Claim]] = {}
    for passage, claim in case.claims:
        by_passage.setdefault(id(passage), []).append(claim)
    known: dict[int, PassageClaims] = {}
    for passage, claim in case.claims:
        tables = _against(case, passage, claim)
        if not tables:
            continue
        told = known.get(id(passage)) or beside(case, passage, by_passage[id(passage)])
        known[id(passage)] = told
        withdrawn = _without_withdrawn(case, passage, claim)
        if not (withdrawn or is_narrower(case, passage, claim, told)):
            yield _fact(case, passage, claim, tables)


def _against(case: Case, passage: Passage, claim: Claim) -> list[Held]:
    """Return what the tables hold for each reading of a claim, [] where one of them may be right."""
    tables: list[Held] = []
    for name in (claim.field, *claim.alternatives):
        table = held(case, name)
        if table is None or table.value == claim.value:
            return []
        tables.append(table)
    step = step_of(passage.text[claim.start : claim.end])
    return [] if any(fits(claim, each.value, step) for each in tables) else tables


def _without_withdrawn(case: Case, passage: Passage, claim: Claim) -> bool:
    """Tell whether 办结 leaves out the withdrawn, which the form counts under 其他处理."""
    if claim.field != _CONCLUDED:
        return False
    near = passage.text[max(0, claim.start - _NEAR) : claim.end + _NEAR]
    if not _WITHDRAWN.search(near):
        return False
    every, other = held(case, _CONCLUDED), held(case, "applications.other")
    if every is None or other is None:
        return False
    return every.value - other.value <= claim.value <= every.value


def _fact(case: Case, passage: Passage, claim: Claim, tables: list[Held]) -> Fact:
    edition = case.edition.id
    readings = "；".join(
        f"{label(edition, each.name)}是 {plain(each.value)}（{_where(case, each)}）"
        for each in tables
    )
    tried = "按几种读法都对不上：" if len(tables) > 1 else ""
    first = _broken_total(case, claim, tables[0])
    words = {"value": plain(claim.value), "readings": f"{tried}表中{readings}", "first": first}
    return replace(
        passage.fact(claim.start, claim.end, **words),
        field=claim.field,
        cells=cells(case, tables[0]),
        fields=tables[0].fields,
        found=claim.value,
        expected=tables[0].value,
    )


def _broken_total(case: Case, claim: Claim, table: Held) -> str:
    """Say that a total is wrong, and the text right, where its parts add up to what is claimed."""
    for each in case.tallies if len(table.fields) == 1 else ():
        if each.broken and each.sum.totals == table.fields and each.expected == claim.value:
            (cell,) = cells(case, table)
            return f"先改 {cell}：它的各项之和正是 {plain(claim.value)}，改好后这里就对了；不是的，"
    return ""


def _where(case: Case, table: Held) -> str:
    """Return the sheet and the cells of a sum, the first and last of many."""
    at = case.report.figures[table.fields[0]].at
    sheet = at.sheet if at is not None else ""
    own = cells(case, table)
    return f"“{sheet}”{'、'.join(own) if len(own) < 4 else f'{own[0]}…{own[-1]}'}"


RULE = Rule(
    title="文字与表格的数字不一致",
    checks="文字与表格的数字一致",
    severity=Severity.WARNING,
    basis=BASIS,
    message="文中写“{quote}”，数是 {value}；{readings}{times}。",
    fix="{first}请对照台账，改正 {where} 的文字或表中的数；两处说的不是一回事的，把文字写明白，或在“情况说明”中说明。",
    why="正文常沿用旧稿或另一口径的数字，公开后最容易被发现。一个数有两种诚实的读法时，对上一种就算对。",
    bad="文中写“收到申请 15 件”，“三、依申请公开”第一项的总计是 12。",
    good="文中写“收到申请 12 件”，“三、依申请公开”第一项的总计也是 12。",
    look=folding(_look),
)
