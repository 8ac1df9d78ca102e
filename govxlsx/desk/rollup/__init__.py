"""The roll-up: the cell-by-cell sum of the bodies of an area, each counted once."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from govxlsx.desk.rollup.addition import RolledUp, add_up, amount
from govxlsx.desk.rollup.choice import Choice, LeftOut, Wanted
from govxlsx.desk.rollup.choosing import choose
from govxlsx.desk.rollup.comparison import OwnComparison, compare
from govxlsx.desk.rollup.submission import Candidate, Pile
from govxlsx.errors import UsageError
from govxlsx.form.editions import edition_of_year
from govxlsx.report.figure import Number
from govxlsx.report.identity import year_told
from govxlsx.report.model import Report


@dataclass(frozen=True)
class Rollup:
    """What was counted for a year, and its sum."""

    year: int
    choice: Choice
    sum: RolledUp


def roll_up(pile: Pile, wanted: Wanted, year: int | None = None) -> Rollup:
    """Choose what is counted and add it up.

    Without ``year`` all submissions must be of one year. Raises UsageError where they are not, or
    where no report is left to be counted.
    """
    year = _the_year(pile.submissions) if year is None else year
    edition = edition_of_year(year)
    if edition is None:
        raise UsageError(f"没有 {year} 年度的表，请检查 --year。")
    fitting, others = _sorted_out(pile.submissions, year, edition.id)
    choice = choose(fitting, wanted)
    choice.left_out.extend(others)
    if wanted.roster is not None:
        arrived = {wanted.roster.find(each.name) for each in others if each.blocking}
        names = {body.name for body in arrived if body is not None}
        choice.missing = [each for each in choice.missing if each.name not in names]
    frame = pile.frames.get(edition.id)
    if frame is None or not choice.counted:
        reasons = "".join(f"{each.name}：{each.reason}。" for each in choice.left_out[:5])
        raise UsageError(f"没有可以计入汇总的 {year} 年度报告。{reasons}")
    return Rollup(year, choice, add_up(edition, choice.counted, frame))


def _the_year(submissions: Sequence[Candidate]) -> int:
    if not submissions:
        raise UsageError("没有可以汇总的报告：给的文件都不能用，或者就是 --against 的那一份。")
    years = Counter(each.year for each in submissions if each.year is not None)
    if not years:
        raise UsageError("没有一份报告写明年度，无法汇总；请检查各工作簿“基本信息”中的报告年度。")
    if len(years) > 1:
        counts = "、".join(f"{year} 年度 {count} 份" for year, count in sorted(years.items()))
        common = years.most_common(1)[0][0]
        rare = next(each for each in submissions if each.year not in (None, common))
        raise UsageError(
            f"不同年度的报告不能相加：{counts}（例如 {rare.path} 是 {rare.year} 年度的）。"
            f"请去掉其他年度的文件，或者用 --year {common} 只汇总一个年度。"
        )
    return next(iter(years))


def _sorted_out(
    submissions: Sequence[Candidate], year: int, edition: str
) -> tuple[list[Candidate], list[LeftOut]]:
    """Return the submissions of the year on its edition, and the others with the reason."""
    fitting: list[Candidate] = []
    others: list[LeftOut] = []
    for each in submissions:
        name = each.agency.name or each.path
        if each.year is None:
            others.append(LeftOut(each, name, "报告年度没有填或者不明，没有计入", blocking=True))
        elif each.year != year:
            others.append(LeftOut(each, name, f"是 {each.year} 年度的，不是 {year} 年度的"))
        elif each.edition != edition:
            reason = f"用的是 {each.edition} 版的表，{year} 年度应当用 {edition} 版，不能相加"
            others.append(LeftOut(each, name, reason, blocking=True))
        else:
            fitting.append(each)
    return fitting, others


def against(own: Report, rollup: Rollup, pile: Pile) -> OwnComparison:
    """Compare a government's own report with the sum of its bodies.

    Raises UsageError where it is of another year or edition.
    """
    result = rollup.sum
    if (own.year, own.edition) != (rollup.year, result.edition.id):
        raise UsageError(
            f"--against 的“{own.source}”是{year_told(own.year)}、{own.edition} 版的，"
            f"汇总的是 {rollup.year} 年度、{result.edition.id} 版的，不能比较。"
        )
    others = {
        each.submission.path: _figures(each.submission, pile, result)
        for each in rollup.choice.left_out
        if each.submission.edition == own.edition and each.submission.row >= 0
    }
    return compare(own, result, rollup.choice, others)


def _figures(submission: Candidate, pile: Pile, result: RolledUp) -> Mapping[str, Number | None]:
    frame = pile.frames[submission.edition]
    values = dict(zip(frame.columns, frame.iloc[submission.row], strict=True))
    own = {field: amount(submission.odd[field], unit) for field, unit in result.units.items()}
    return {**values, **own}
