"""The form's sums in words: what should equal what, and how it turned out."""

from collections.abc import Iterator

from govxlsx.addresses import sum_areas
from govxlsx.report.arithmetic import Tally
from govxlsx.report.figure import Number, plain
from govxlsx.showing.page.markup import Element, tag
from govxlsx.showing.page.subject import NumberedFinding, Subject

_SHORT = 7
"""Up to so many parts are added up before the reader's eyes; of more only the sum is told."""


def mark(tally: Tally) -> str:
    """Return the mark of a sum: ✓ it holds, ✗ it is broken, — it cannot be added up."""
    if not tally.computed:
        return "—"
    return "✗" if tally.broken else "✓"


def explain(subject: Subject, tally: Tally) -> str:
    """Tell what a sum asks for and how it turned out."""
    each = tally.sum
    name = subject.case.name(each.field)
    parts, totals = _area(subject, each.parts), _area(subject, each.totals)
    wanted = f"{name}（{totals}）应等于 {parts} 之和"
    if not each.is_total:
        wanted = f"{name}：{parts} 之和应等于 {totals} 之和"
    found, expected = tally.found, tally.expected
    if not tally.computed:
        return f"{wanted}；其中有读不出的数，没有核算。"
    added = _added(subject, each.parts, expected)
    there = f"表中是 {'空白' if tally.blank else plain(found)}"
    if not each.is_total:
        there = _added(subject, each.totals, found)
    return f"{wanted}：{added}；{there}，{_verdict(found, expected)}。"


def _verdict(found: Number, expected: Number) -> str:
    if found == expected:
        return "相符"
    return f"多 {plain(found - expected)}" if found > expected else f"少 {plain(expected - found)}"


def _area(subject: Subject, fields: tuple[str, ...]) -> str:
    places = [at for each in fields if (at := subject.report.figures[each].at) is not None]
    if len(places) == len(fields):
        return sum_areas(tuple(at.cell for at in places))
    return "、".join(map(subject.case.name, fields))


def _added(subject: Subject, fields: tuple[str, ...], result: Number) -> str:
    if len(fields) > _SHORT:
        return f"{len(fields)} 格相加得 {plain(result)}"
    values = [subject.report.figures[each].value or 0 for each in fields]
    terms = (plain(each) if each >= 0 else f"（{plain(each)}）" for each in values)
    return f"{'＋'.join(terms)}＝{plain(result)}"


def beneath(subject: Subject, table: str) -> Iterator[Element]:
    """Yield the sums of a table as text, broken ones first."""
    tallies = [each for each in subject.case.tallies if each.sum.field.partition(".")[0] == table]
    if not tallies:
        return
    wrong = [each for each in tallies if mark(each) == "✗"]
    unknown = [each for each in tallies if mark(each) == "—"]
    right = [each for each in tallies if mark(each) == "✓"]
    yield tag("h5", "合计核算")
    yield tag(
        "p",
        f"核算合计 {len(tallies)} 处：相符 {len(right)}、不符 {len(wrong)}、"
        f"没有核算 {len(unknown)}。",
    )
    if wrong or unknown:
        yield tag("ul", *(_line(subject, each) for each in (*wrong, *unknown)), class_="sums")
    if right and subject.alone:
        lines = tag("ul", *(_line(subject, each) for each in right), class_="sums")
        yield tag("details", tag("summary", f"相符的 {len(right)} 处"), lines)


def _line(subject: Subject, tally: Tally) -> Element:
    problem = _problem(subject, tally)
    return tag(
        "li",
        tag("span", mark(tally), aria_hidden="true", class_="sign"),
        " ",
        explain(subject, tally),
        tag("a", f"见第 {problem.number} 条", href=f"#{problem.anchor}") if problem else None,
        class_="broken" if mark(tally) == "✗" else None,
    )


def _problem(subject: Subject, tally: Tally) -> NumberedFinding | None:
    same = (tally.sum.code, tally.sum.field)
    return next(
        (each for each in subject.problems if (each.finding.code, each.finding.field) == same), None
    )
