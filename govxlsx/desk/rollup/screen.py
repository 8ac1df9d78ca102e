"""What ``govxlsx rollup`` tells: who is missing first, then what is not counted, then the rest."""

from collections.abc import Iterable
from itertools import islice
from pathlib import Path

from govxlsx.desk.rollup import Rollup
from govxlsx.desk.rollup.choice import Choice, Wanted
from govxlsx.desk.rollup.comparison import OwnComparison, OwnDifference
from govxlsx.desk.rollup.submission import Pile
from govxlsx.form.editions.model import Edition
from govxlsx.form.layout import places
from govxlsx.patterns import regex
from govxlsx.report.figure import Number, plain
from govxlsx.report.model import Report
from govxlsx.showing.screen import AMBER, GREEN, Screen

_NAMED = 20
"""So many names are told of one reason; the sheet 分机关数据 has them all."""

_GUESSES = 3
_ASIDE = regex(r"(?<=.)（[^）]*）$")
"""What a label explains in brackets at its end; the cell tells well enough."""


def tell(page: Screen, result: Rollup, pile: Pile, wanted: Wanted) -> None:
    """Print what was counted and what was not."""
    choice, edition = result.choice, result.sum.edition
    name = wanted.agency or "（没有用 --agency 写明汇总哪个政府）"
    page.line(f"{name}，{result.year} 年度，{edition.id} 版的表", "bold")
    _missing(page, choice, wanted)
    _faulty(page, choice, pile)
    _left_out(page, choice)
    for each in choice.notices:
        page.line(f"注意：{each}", AMBER)
    _unadded(page, result)
    blocked = sum(each.blocking for each in choice.left_out)
    parts = [f"计入 {len(choice.counted)} 个机关"]
    if wanted.roster is not None:
        parts.append(f"没有报送 {len(choice.missing)} 个")
    parts.append(f"有错误没有计入 {blocked} 份")
    parts.append(f"不能用 {len(pile.unusable)} 份")
    parts.append(f"其他不计入 {len(choice.left_out) - blocked} 份")
    page.line(f"汇总：{'，'.join(parts)}。", "bold")


def _missing(page: Screen, choice: Choice, wanted: Wanted) -> None:
    if wanted.roster is None:
        page.line("没有提供名册（--roster），不知道还有谁没有报送。", AMBER)
    elif not choice.missing:
        page.line("名册中应当计入的机关都已报送。")
    else:
        page.line(f"没有报送的机关 {len(choice.missing)} 个，汇总数中没有它们：", "bold red")
        rows = [(each.name, each.kind, each.note) for each in choice.missing]
        noted = any(note for _, _, note in rows)
        labels = ("机关", "类别", "备注") if noted else ("机关", "类别")
        page.table(labels, [row[: len(labels)] for row in rows])


def _faulty(page: Screen, choice: Choice, pile: Pile) -> None:
    """Print the submissions with errors: those left out, those in a draft, the unusable."""
    blocked = [
        (each.name, each.submission.path, each.reason) for each in choice.left_out if each.blocking
    ]
    if blocked:
        page.line(
            f"有错误、没有计入的 {len(blocked)} 份（改正后重新汇总，或者用 --draft）：", "bold red"
        )
        page.table(("机关", "文件", "原因"), blocked)
    noted = [(each.name, each.submission.path, each.note) for each in choice.counted if each.note]
    if noted:
        page.line(f"有错误、按草稿计入的 {len(noted)} 份：", "bold red")
        page.table(("机关", "文件", "错误"), noted)
    if pile.unusable:
        page.line(f"不能用的文件 {len(pile.unusable)} 个：", "bold red")
        for path, sentence in pile.unusable:
            page.line(f"{path}：{sentence}", indent=2)


def _left_out(page: Screen, choice: Choice) -> None:
    reasons: dict[str, list[str]] = {}
    for each in choice.left_out:
        if not each.blocking:
            reasons.setdefault(each.reason, []).append(f"{each.name}（{each.submission.path}）")
    for reason, names in reasons.items():
        page.line(f"不计入：{_some(names)}：{reason}。")


def _some(names: Iterable[str]) -> str:
    held = list(names)
    more = f" 等 {len(held)} 份，全部列在“分机关数据”中" if len(held) > _NAMED else ""
    return f"{'、'.join(islice(held, _NAMED))}{more}"


def _unadded(page: Screen, result: Rollup) -> None:
    if result.sum.unadded:
        page.line(f"有 {len(result.sum.unadded)} 格没有加进去：", "bold red")
        rows = [
            (each.name, str(places(result.sum.edition.id)[each.field]), each.reason)
            for each in result.sum.unadded
        ]
        page.table(("机关", "单元格", "原因"), rows)


def compared(page: Screen, source: str, found: OwnComparison, result: Rollup) -> None:
    """Print the cells in which the government's own figures are not the sum."""
    word = "提醒" if found.claims else "说明"
    scope = (
        "它的统计范围是“本行政区域”，应当等于各机关之和"
        if found.claims
        else "它的统计范围不是“本行政区域”，不一定等于各机关之和"
    )
    count = len(found.differences)
    if not count:
        page.line(f"与 {source} 逐格比较：{found.compared} 格全部相同。", f"bold {GREEN}")
    else:
        page.line(
            f"{word}：与 {source} 逐格比较，{found.compared} 格中有 {count} 格不同（{scope}）：",
            f"bold {AMBER}",
        )
        edition = result.sum.edition
        rows = [_difference(edition, each) for each in found.differences]
        guessed = any(each.guesses for each in found.differences)
        labels = ("单元格", "项目", "本级", "汇总", "差额", "可能的原因")[: 6 if guessed else 5]
        rows = [row[: len(labels)] for row in rows]
        page.table(labels, rows, right=("本级", "汇总", "差额"))
    for each in found.overall:
        page.line(f"可以解释其中 {len(each.gaps)} 格：“{each.name}”{each.deed}。", indent=2)
    absent = len(result.choice.missing) + sum(each.blocking for each in result.choice.left_out)
    if count and absent:
        page.line(f"还有 {absent} 个机关没有报送或没有计入，差额也可能由此产生。", indent=2)
    for field, figure in found.unlike:
        cell = str(places(result.sum.edition.id)[field])
        page.line(f"{cell} 是“{figure.raw}”，没有单位或不是数字，没有比较。", indent=2)


def _difference(edition: Edition, each: OwnDifference) -> tuple[str, ...]:
    field = edition.field_by_id[each.field]
    guesses = [f"“{one.name}”{one.deed}" for one in each.guesses]
    likely = "；或".join(guesses) if len(guesses) <= _GUESSES else "有几个机关的数都等于差额"
    return (
        str(places(edition.id)[each.field]),
        f"{_ASIDE.sub('', field.row_label)}，{_ASIDE.sub('', field.column_label)}",
        _text(each.own),
        _text(each.sum),
        f"{'+' if each.gap > 0 else ''}{plain(each.gap)}",
        likely,
    )


def _text(value: Number | None) -> str:
    return "（空）" if value is None else plain(value)


def written(page: Screen, output: Path, words: Report | None, wanted: Wanted) -> None:
    """Print where the workbook is, and what is left to be filled in."""
    page.line(f"已生成 {output}", "bold")
    if words is not None:
        page.line(f"文字部分、备注和联系方式沿用 {words.source}。")
    else:
        page.line("文字部分和联系方式空着：请在文件里填写后，再检查、生成文档。")
    if not wanted.agency and words is None:
        page.line("机关名称空着：请填写，或者用 --agency 重新汇总。", AMBER)
