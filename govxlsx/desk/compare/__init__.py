"""Reports side by side: several years of one agency, or several versions of one report."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from govxlsx.desk.compare.figures import Line, lines
from govxlsx.desk.compare.ratios import Share, shares
from govxlsx.desk.compare.series import Series, results, through
from govxlsx.desk.compare.texts import ComparedPart, passages
from govxlsx.report import arithmetic
from govxlsx.report.identity import agency_key, name_told
from govxlsx.report.model import Report


@dataclass(frozen=True, slots=True)
class Texts:
    """The text of one report beside that of the next; the labels say which two."""

    before: str
    after: str
    passages: tuple[ComparedPart, ...]


@dataclass(frozen=True, slots=True)
class Comparison:
    """Reports side by side, by year. ``labels`` name the columns, one for each report.

    ``remarks`` are sentences on the reports as a whole. ``through`` and ``results`` are what the
    plots show: applications received and concluded, and how they were concluded. ``shares`` are
    the metrics.
    """

    reports: tuple[Report, ...]
    labels: tuple[str, ...]
    remarks: tuple[str, ...]
    lines: tuple[Line, ...]
    texts: tuple[Texts, ...]
    through: tuple[Series, ...]
    results: tuple[Series, ...]
    shares: tuple[Share, ...]

    @property
    def steps(self) -> tuple[str, ...]:
        """What the differences from each report to the next are called."""
        return tuple(f"{after}比{before}" for before, after in pairwise(self.labels))

    @property
    def title(self) -> str:
        """The comparison's name: the agency and the years."""
        names = dict.fromkeys(name_told(each.agency.shown) for each in self.reports)
        return f"{'、'.join(names)}：{'、'.join(self.labels)}"


def compare(reports: Sequence[Report]) -> Comparison:
    """Compare two or more reports: by year where the years differ, else in the order given."""
    ordered = sorted(reports, key=lambda each: each.year or 0)
    labels = _labels(ordered)
    return Comparison(
        reports=tuple(ordered),
        labels=labels,
        remarks=tuple(_remarks(ordered, labels)),
        lines=lines(ordered),
        texts=tuple(
            Texts(*names, passages(*pair))
            for names, pair in zip(pairwise(labels), pairwise(ordered), strict=True)
        ),
        through=through(ordered),
        results=results(ordered),
        shares=shares(ordered),
    )


def _labels(reports: Sequence[Report]) -> tuple[str, ...]:
    """Name each report by its year, and by its place among those of the same year."""
    years = [f"{each.year}年" if each.year is not None else "年度不明" for each in reports]
    counts, seen = Counter(years), Counter[str]()
    labels = []
    for year in years:
        seen[year] += 1
        labels.append(year if counts[year] == 1 else f"{year}第{seen[year]}份")
    return tuple(labels)


def _remarks(reports: Sequence[Report], labels: Sequence[str]) -> Iterator[str]:
    if len({agency_key(each.agency.name) for each in reports}) > 1:
        names = "、".join(dict.fromkeys(each.agency.shown or "（没有填）" for each in reports))
        yield f"这些报告不是同一个机关的：{names}。"
    if len({each.edition for each in reports}) > 1:
        told = "、".join(
            f"{label}是 {each.edition} 版" for label, each in zip(labels, reports, strict=True)
        )
        yield f"表式不同：{told}。只在一版表中有的行，另一版记“无此项”。"
    for label, report in zip(labels, reports, strict=True):
        yield _sums(label, report)
    for (before, last), (after, this) in pairwise(zip(labels, reports, strict=True)):
        if last.year is not None and this.year == last.year + 1:
            yield from _carried(before, last, after, this)


def _sums(label: str, report: Report) -> str:
    tallies = arithmetic.tally(report)
    broken = sum(each.broken for each in tallies)
    unknown = sum(not each.computed for each in tallies)
    if not broken and not unknown:
        return f"{label}的 {len(tallies)} 处合计都对。"
    more = f"，{unknown} 处有读不出的数字，没有核算" if unknown else ""
    return f"{label}的 {len(tallies)} 处合计中 {broken} 处不对{more}；用 govxlsx check 查看。"


def _carried(before: str, last: Report, after: str, this: Report) -> Iterator[str]:
    given = last.figures["applications.carried_out.total"]
    taken = this.figures["applications.carried_in.total"]
    if given.value is not None and taken.value is not None:
        verdict = "一致" if given.value == taken.value else "不一致"
        yield (
            f"{before}“四、结转下年度继续办理”{given.text} 件，"
            f"{after}“二、上年结转”{taken.text} 件，{verdict}。"
        )
