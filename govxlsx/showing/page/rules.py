"""The checks by state: broken, not run with the reason, passed."""

from __future__ import annotations

from collections.abc import Sequence

from govxlsx.checking.catalogue import rules
from govxlsx.checking.finding import RuleStates
from govxlsx.showing.listing import checked
from govxlsx.showing.page.markup import Element, tag


def section(states: RuleStates, *, alone: bool) -> Element:
    """Return every check by its state; those that passed are folded away.

    Beside other files only the numbers are told: the same hundred lines for each would bury them.
    """
    if not alone:
        return tag("section", tag("p", f"{checked(states)}。", class_="quiet"), class_="rules")
    total = len(states.passed) + len(states.broken) + len(states.not_run)
    return tag(
        "section",
        tag("h3", f"检查项目（{total} 项）"),
        _group("✗ 有问题", states.broken, states, opened=True),
        _group("— 未执行", tuple(states.not_run), states, opened=True),
        _group("✓ 通过", states.passed, states, opened=False),
        class_="rules",
    )


def _group(title: str, codes: Sequence[str], states: RuleStates, *, opened: bool) -> Element | None:
    if not codes:
        return None
    held = codes == states.passed
    titles = {each.code: each.checks if held else each.title for each in rules()}
    lines = (_line(code, titles.get(code, ""), states.not_run.get(code)) for code in codes)
    list_ = tag("ul", *lines, class_="plain")
    return tag("details", tag("summary", f"{title} {len(codes)} 项"), list_, open=opened)


def _line(code: str, title: str, reason: str | None) -> Element:
    why = f"：{reason}" if reason is not None else ""
    return tag("li", tag("span", code, class_="code"), f" {title}{why}")
