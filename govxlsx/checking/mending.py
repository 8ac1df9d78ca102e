"""What is said of how to mend a fault: what to do, the likely cause, what heads many findings."""

from collections.abc import Mapping

from govxlsx.checking.fact import Cause, Fact, Hint, Shifted, Swapped, Together, TypedOver
from govxlsx.checking.rule import Rule
from govxlsx.patterns import regex
from govxlsx.personal import masked
from govxlsx.report.figure import Number, plain

_SPACED = regex(r"\{(\w+)\} (?=[\u3400-\u9fff])")


def worded(template: str, words: Mapping[str, str]) -> str:
    """Fill a template; a space stands between Chinese and an address, not between Chinese."""
    spaced = _SPACED.sub(
        lambda match: match[0] if words[match[1]][-1:].isascii() else match[0][:-1], template
    )
    return spaced.format_map(words)


def fix(rule: Rule, fact: Fact) -> str:
    """Say what to do, the likely cause last."""
    said, hints = worded(rule.fix, fact.words), fact.hints
    if fact.blanks:
        said = (
            f"{fact.blanks} 是空白：漏填的请补上，使合计等于 {fact.cell} 的{fact.words['found']}；"
            f"没有发生的填 0，再核对 {fact.cell}。"
        )
    if fact.follows:
        hints = ()
        said = f"各行的总计都对，先改 {fact.follows} 的问题；那里改好，这里就平了。"
    if fact.cause is not None and fact.cause.then is not None:
        said = _mending(fact.cause, fact.cause.then)
    if fact.first and not fact.blanks:
        said = f"先改 {fact.first} 的问题：那里与它自己的各项之和不等；改好后再核对这里。"
        hints = tuple(each for each in hints if not isinstance(each, Swapped))
    elif fact.rows and not fact.follows:
        said = f"先处理{fact.rows}（见 W117）：它没有读取，合计却可能加了它；处理好再核对这里。"
        hints = ()
    return "".join((said, *map(_hint, hints)))


def _mending(cause: Cause, then: Number) -> str:
    """Say what to do where one cell mends several sums."""
    cell = cause.at.cell if cause.at is not None else ""
    if cause.fault:
        return (
            f"请先核对{cause.name}（{cell}）：现在是 {_now(cause)}，{cause.fault}。"
            f"台账是 {plain(then)} 的，改为 {plain(then)}，与它有关的 {cause.sums} 处合计就都对了；"
            "不是的，填台账上的数，再核对合计。"
        )
    now = "空白" if cause.now is None else f" {plain(cause.now)} "
    return (
        f"改这一格即可：{cause.name}（{cell}）由{now}改为 {plain(then)}，"
        f"与它有关的 {cause.sums} 处合计就都对了。请先核对原始台账。"
    )


def lead(fact: Fact) -> str | None:
    """Return what heads the sums that one cell mends, None where a finding stands alone.

    Where the cell holds what no such cell can hold, arithmetic does not tell what belongs there.
    """
    cause = fact.cause
    if fact.together is not None:
        return _together(fact.together)
    if cause is None or cause.at is None or cause.then is None or not cause.leads:
        return None
    cell, then = cause.at.cell, plain(cause.then)
    below = f"下面 {cause.sums} 处合计就都对了"
    if cause.fault:
        return masked(
            f"先核对 {cell}：现在是 {_now(cause)}，{cause.fault}。改为 {then} 的，{below}；"
            f"台账上不是 {then} 的，合计也要改。"
        )
    swapped = (
        _hint(each) for each in fact.hints if isinstance(each, Swapped) and each.cell == cell
    )
    return masked(
        f"改 {cell}：{_now(cause)} → {then}，{below}。请先核对原始台账。{''.join(swapped)}"
    )


def _together(many: Together) -> str:
    """Return what heads many broken sums of one kind."""
    if many.first:
        return (
            f"{many.areas} 共 {many.count} 列勾稽不平。先改 {many.first} 的问题：那里与它自己的"
            "各项之和不等；改好后再看这里。"
        )
    fill = f"，再选中 {many.fill}，按 Ctrl+{'R 向右' if many.across else 'D 向下'}填充"
    formula = f"在 {many.cell} 输入 {many.formula}{fill if many.fill else '，其余照此'}"
    told = f"{many.areas} 共 {many.count} 处总计与各项之和不等，多半是一个原因。"
    if many.blank:
        return (
            f"{told}总计填了数，各项是空白：漏填的请补上；各项确实没有的填 0，再恢复总计的公式："
            f"{formula}。"
        )
    shifted = _hint(many.shifted) if many.shifted else ""
    return (
        f"{told}{shifted}各项无误的，恢复总计的公式：{formula}；"
        "各项也不对的（例如整块数字贴错了行列），先改各项。"
    )


def _now(cause: Cause) -> str:
    return "空白" if cause.now is None else plain(cause.now)


def _hint(hint: Hint) -> str:
    """Say what the likely cause of a broken sum is."""
    match hint:
        case Swapped(cell, now, then):
            return f"{cell} 的 {now} 可能是 {then}，两位数字颠倒了。"
        case Shifted(above):
            side = "上" if above else "下"
            return f"相邻几行的总计都等于{side}一行的合计，总计这一列可能错了一行。"
        case TypedOver(cell, formula, instead):
            return f"总计{instead}；恢复公式：在 {cell} 输入 {formula}。"
