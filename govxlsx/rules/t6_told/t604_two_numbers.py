"""One fact told with two numbers, where no table says which is right."""

from dataclasses import replace

from govxlsx.checking import Case, Facts, Passage, Rule, Severity, Skipped, plain
from govxlsx.checking.repeated import folding
from govxlsx.checking.told import BASIS, NO_YEAR, fits, held
from govxlsx.claims import Claim, label


def _look(case: Case) -> Facts:
    if case.report.year is None:
        yield Skipped(NO_YEAR)
        return
    first: dict[tuple[str, tuple[str, ...]], tuple[Passage, Claim]] = {}
    for passage, claim in case.claims:
        known = first.setdefault((claim.field, claim.alternatives), (passage, claim))
        if known[1].value == claim.value or _told_by_table(case, claim, known[1]):
            continue
        earlier = known[0].fact(known[1].start, known[1].end)
        words = {
            "name": label(case.edition.id, claim.field),
            "value": plain(claim.value),
            "earlier": earlier.words["quote"],
            "earlier_cell": earlier.words["cell"],
            "earlier_value": plain(known[1].value),
        }
        fact = passage.fact(claim.start, claim.end, **words)
        yield replace(fact, field=claim.field, found=claim.value, expected=known[1].value)


def _told_by_table(case: Case, *claims: Claim) -> bool:
    """Tell whether T601 speaks of it already, or a second reading makes both true."""
    for claim in claims:
        tables = [held(case, name) for name in (claim.field, *claim.alternatives)]
        if any(each is not None for each in tables):
            fitting = [each for each in tables if each is not None and fits(claim, each.value)]
            if not fitting or fitting[0].name != claim.field:
                return True
    return False


RULE = Rule(
    title="同一件事前后两个数",
    checks="同一件事只有一个数",
    severity=Severity.WARNING,
    basis=BASIS,
    message="{name}：前面（{earlier_cell}）写“{earlier}”，是 {earlier_value}；这里写“{quote}”，是 {value}{times}。",
    fix="请核对后改成同一个数；两处说的不是一回事的，把文字写明白。",
    why="表中没有这个数可以对照时，至少文中前后应当一致。与表格对不上的由 T601 提示，不重复提示。",
    bad="前面写收取信息处理费 120 元，后面写收取信息处理费 210 元。",
    good="前后都写 120 元。",
    look=folding(_look),
)
