"""Is what was published what was accepted: figures by field, texts by their difference, titles."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

from govxlsx.form import layout
from govxlsx.patterns import regex
from govxlsx.personal import excerpt, masked
from govxlsx.published.assembly import Published
from govxlsx.published.prose import unmarked
from govxlsx.report.figure import Figure
from govxlsx.report.identity import agency_key
from govxlsx.report.model import Notice, Report
from govxlsx.text import label_key, quoted
from govxlsx.word import opening

_SPACE = regex(r"\s+")
_AROUND = 8


@dataclass(frozen=True, slots=True)
class Difference:
    """One difference: what is published and where, what was accepted and where.

    ``other`` is one that makes it another report: of another agency, or of another year.
    """

    about: str
    found: str
    expected: str
    at: str = ""
    accepted_at: str = ""
    other: bool = False

    @property
    def sentence(self) -> str:
        """The difference in words, numbers of persons masked."""
        there = f"（{self.at}）" if self.at else ""
        here = f"（{self.accepted_at}）" if self.accepted_at else ""
        return masked(f"{self.about}：公布的{there}是{self.found}，认可的{here}是{self.expected}。")


def differences(published: Published, report: Report) -> list[Difference]:
    """Return every difference between a published report and the accepted one.

    Where all words follow one another as they should, none of them is told of: a line of the text
    may look like the title of another part.
    """
    accepted = {part.numeral: part.title for part in report.form.parts}
    same = _running(published.report, published.titles) == _running(report, accepted)
    return [
        *_whose(published, report),
        *(() if same else _titles(published, report)),
        *_labels(published.report),
        *_figures(published, report),
        *(() if same else _texts(published, report)),
    ]


def _running(report: Report, titles: Mapping[str, str]) -> list[str]:
    """Return what is printed but the tables, a paragraph each, whatever part it was taken for."""
    said = [*opening.paragraphs(report)]
    for part in report.form.parts:
        note = report.notes.get(part.numeral)
        said.append(titles.get(part.numeral, ""))
        said += [each.text for each in report.narrative.get(part.narrative, ())]
        said += [unmarked(note.text)] if note is not None else []
    return [_SPACE.sub("", each) for each in said]


def _whose(published: Published, report: Report) -> Iterator[Difference]:
    found = published.report
    if agency_key(found.agency.name) != agency_key(report.agency.name):
        name = quoted(found.agency.name) if found.agency.name else "没有认出"
        expected = quoted(report.agency.name)
        yield Difference("标题中的机关名称", name, expected, other=bool(found.agency.name))
    if published.year != report.year:
        year = "没有写明" if published.year is None else str(published.year)
        other = published.year is not None
        yield Difference("标题中的年度", year, str(report.year), other=other)


def _labels(found: Report) -> Iterator[Difference]:
    for each in found.remarks:
        if each.notice is Notice.LABEL_ALIKE:
            label, row, at = (each.words[key] for key in ("label", "row", "place"))
            yield Difference("行名", quoted(label), quoted(row), at)
        elif each.notice is Notice.COLUMN_OTHERWISE:
            label, column, at = (each.words[key] for key in ("label", "column", "place"))
            yield Difference("列名", quoted(label), quoted(column), at)


def _titles(published: Published, report: Report) -> Iterator[Difference]:
    for part in report.form.parts:
        title = published.titles.get(part.numeral, "")
        if label_key(title) != label_key(part.title):
            told = quoted(title) if title else "没有找到"
            yield Difference(f"第{part.numeral}部分的标题", told, quoted(part.title))


def _figures(published: Published, report: Report) -> Iterator[Difference]:
    if published.report.edition != report.edition:
        yield Difference(
            "表的版本", f" {published.report.edition} 版", f" {report.edition} 版，数字没有逐个比较"
        )
        return
    places = layout.places(report.edition)
    for field in report.form.fields:
        wanted, found = report.figures[field.id], published.report.figures[field.id]
        spot = published.spots.get(field.id)
        if spot is not None and _same(found, wanted):
            continue
        if spot is None and wanted.value is None and wanted.readable:
            continue
        told = "没有读出" if spot is None else quoted(spot.text)
        at = wanted.at or places[field.id]
        yield Difference(field.place, told, quoted(wanted.text), str(spot or ""), str(at))


def _same(found: Figure, wanted: Figure) -> bool:
    if found.unit or wanted.unit or not found.readable or not wanted.readable:
        return _SPACE.sub("", found.raw) == _SPACE.sub("", wanted.raw)
    return found.value == wanted.value


def _texts(published: Published, report: Report) -> Iterator[Difference]:
    found = published.report
    yield from _compared("开头段落", opening.paragraphs(found), opening.paragraphs(report))
    for part in report.form.parts:
        if part.narrative:
            told = [each.text for each in found.narrative.get(part.narrative, ())]
            wanted = [each.text for each in report.narrative.get(part.narrative, ())]
            yield from _compared(f"“{part.title}”的文字", told, wanted)
        else:
            notes = (found.notes.get(part.numeral), report.notes.get(part.numeral))
            told, wanted = ([unmarked(each.text)] if each else [] for each in notes)
            yield from _compared(f"“{part.title}”的备注", told, wanted)


def _compared(about: str, found: Sequence[str], wanted: Sequence[str]) -> Iterator[Difference]:
    """Yield where paragraphs differ; white space does not count, PDF has none of its own."""
    told, expected = ([_SPACE.sub("", each) for each in texts] for texts in (found, wanted))
    matcher = SequenceMatcher(None, expected, told, autojunk=False)
    for kind, first, last, start, end in matcher.get_opcodes():
        if kind == "equal":
            continue
        pairs = min(last - first, end - start)
        for number in range(pairs):
            at = f"第 {start + number + 1} 段"
            shown = _stretch(told[start + number], expected[first + number])
            yield Difference(about, *shown, at, f"第 {first + number + 1} 段")
        for number in range(first + pairs, last):
            text = quoted(expected[number])
            yield Difference(about, "没有这一段", text, "", f"第 {number + 1} 段")
        for number in range(start + pairs, end):
            text = quoted(told[number])
            yield Difference(about, text, "没有这一段", f"第 {number + 1} 段")


def _stretch(found: str, wanted: str) -> tuple[str, str]:
    """Return the stretch of two paragraphs that differs, with some signs around."""
    head = next(
        (at for at, (a, b) in enumerate(zip(found, wanted, strict=False)) if a != b),
        min(len(found), len(wanted)),
    )
    most = min(len(found), len(wanted)) - head
    tail = next(
        (at for at in range(most) if found[len(found) - 1 - at] != wanted[len(wanted) - 1 - at]),
        most,
    )
    start = max(0, head - _AROUND)
    ends = (len(text) - max(0, tail - _AROUND) for text in (found, wanted))
    left, right = (
        quoted(excerpt(text, start, end)) for text, end in zip((found, wanted), ends, strict=True)
    )
    return left, right
