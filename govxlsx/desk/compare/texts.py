"""The text side by side: what was added, removed and rewritten, paragraph by paragraph."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from enum import StrEnum
from itertools import groupby

from govxlsx.checking.likeness.shares import share
from govxlsx.patterns import regex
from govxlsx.personal import masked
from govxlsx.report.model import NARRATIVES, Report

_ALIKE = 45
"""From which share (%) on two paragraphs are one paragraph rewritten."""
_AHEAD = 40
"""So many paragraphs on, what a paragraph became is looked for."""
_LONGEST = 2_000
"""A sentence of more tokens is not compared within: that would take minutes."""
_SHORTEST = 2
"""Fewer common characters between two changes only tear the sentence into crumbs."""

_SENTENCE = regex("[^。；！？]*[。；！？]?")
_TOKEN = regex(r"[0-9０-９]+(?:[.．,，][0-9０-９]+)*[%％]?|[A-Za-z]+|.", re.DOTALL)


class ChangeKind(StrEnum):
    """What became of a paragraph or of a stretch of text."""

    SAME = "same"
    CHANGED = "changed"
    REMOVED = "removed"
    ADDED = "added"


@dataclass(frozen=True, slots=True)
class Stretch:
    """A stretch of text that is the same, removed or added."""

    kind: ChangeKind
    text: str


@dataclass(frozen=True, slots=True)
class Change:
    """A paragraph as it was and as it is; ``pieces`` in reading order."""

    kind: ChangeKind
    pieces: tuple[Stretch, ...]

    @property
    def before(self) -> str:
        """The paragraph in the earlier report, "" where it is new."""
        return "".join(each.text for each in self.pieces if each.kind is not ChangeKind.ADDED)

    @property
    def after(self) -> str:
        """The paragraph in the later report, "" where it is gone."""
        return "".join(each.text for each in self.pieces if each.kind is not ChangeKind.REMOVED)


@dataclass(frozen=True, slots=True)
class ComparedPart:
    """One part of the text, or a table's 备注."""

    title: str
    changes: tuple[Change, ...]

    @property
    def changed(self) -> bool:
        """True where the two reports do not say the same."""
        return any(each.kind is not ChangeKind.SAME for each in self.changes)


def passages(before: Report, after: Report) -> tuple[ComparedPart, ...]:
    """Compare the text of two reports; persons' numbers are masked. Empty parts are left out."""
    titles = {part.narrative: part.title for part in after.form.parts if part.narrative}
    made = [
        ComparedPart(
            titles.get(key, "开头段落"), tuple(_changes(_told(before, key), _told(after, key)))
        )
        for key in NARRATIVES
    ]
    for part in after.form.parts:
        if part.table:
            noted = (_noted(before, part.numeral), _noted(after, part.numeral))
            made.append(ComparedPart(f"{part.title}（备注）", tuple(_changes(*noted))))
    return tuple(each for each in made if each.changes)


def _told(report: Report, key: str) -> list[str]:
    return [masked(each.text) for each in report.narrative.get(key, ())]


def _noted(report: Report, numeral: str) -> list[str]:
    note = report.notes.get(numeral)
    return [masked(note.text)] if note is not None and note.text else []


def _changes(before: Sequence[str], after: Sequence[str]) -> Iterator[Change]:
    matcher = SequenceMatcher(None, before, after, autojunk=False)
    for name, start, end, first, last in matcher.get_opcodes():
        if name == "equal":
            for text in before[start:end]:
                yield _whole(ChangeKind.SAME, text)
        else:
            yield from _rewritten(before[start:end], after[first:last])


def _rewritten(before: Sequence[str], after: Sequence[str]) -> Iterator[Change]:
    """Pair each paragraph with the one most like it; what is left is removed or added."""
    place = 0
    for text in before:
        shares = [share(text, other) for other in after[place : place + _AHEAD]]
        best = max(shares, default=0)
        if best < _ALIKE:
            yield _whole(ChangeKind.REMOVED, text)
            continue
        found = place + shares.index(best)
        for other in after[place:found]:
            yield _whole(ChangeKind.ADDED, other)
        yield Change(ChangeKind.CHANGED, pieces(text, after[found]))
        place = found + 1
    for other in after[place:]:
        yield _whole(ChangeKind.ADDED, other)


def _whole(kind: ChangeKind, text: str) -> Change:
    return Change(kind, (Stretch(kind, text),))


def pieces(before: str, after: str) -> tuple[Stretch, ...]:
    """Compare two texts sentence by sentence, and within the sentences that differ."""
    found: list[Stretch] = []
    for same, gone, come in _steps(_SENTENCE.findall(before), _SENTENCE.findall(after)):
        found.extend([Stretch(ChangeKind.SAME, gone)] if same else _within(gone, come))
    return _joined(found)


def _steps(old: Sequence[str], new: Sequence[str]) -> list[tuple[bool, str, str]]:
    """Return the runs of pieces in their order: whether they are the same, the old, the new."""
    codes = SequenceMatcher(None, old, new, autojunk=False).get_opcodes()
    return [
        (name == "equal", "".join(old[start:end]), "".join(new[first:last]))
        for name, start, end, first, last in codes
    ]


def _within(before: str, after: str) -> Iterator[Stretch]:
    old, new = _TOKEN.findall(before), _TOKEN.findall(after)
    alike = max(len(old), len(new)) <= _LONGEST and share(before, after) >= _ALIKE
    if not alike:
        yield from (Stretch(ChangeKind.REMOVED, before), Stretch(ChangeKind.ADDED, after))
        return
    steps = _steps(old, new)
    for number, (same, gone, come) in enumerate(steps):
        inside = 0 < number < len(steps) - 1
        if same and not (inside and len(gone) < _SHORTEST):
            yield Stretch(ChangeKind.SAME, gone)
        else:
            yield from (Stretch(ChangeKind.REMOVED, gone), Stretch(ChangeKind.ADDED, come))


def _joined(found: Sequence[Stretch]) -> tuple[Stretch, ...]:
    """Join neighbours of one kind; between two stretches that stay, removed comes before added."""
    joined: list[Stretch] = []
    for same, held in groupby(found, key=lambda each: each.kind is ChangeKind.SAME):
        run = list(held)
        for kind in (ChangeKind.SAME,) if same else (ChangeKind.REMOVED, ChangeKind.ADDED):
            text = "".join(each.text for each in run if each.kind is kind)
            if text:
                joined.append(Stretch(kind, text))
    return tuple(joined)


def shortened(given: Sequence[Stretch], most: int = 24) -> tuple[Stretch, ...]:
    """Return a changed paragraph with what stays the same cut down to what stands by a change."""
    last = len(given) - 1
    return tuple(
        Stretch(ChangeKind.SAME, _cut(each.text, most, start=place > 0, end=place < last))
        if each.kind is ChangeKind.SAME
        else each
        for place, each in enumerate(given)
    )


def _cut(text: str, most: int, *, start: bool, end: bool) -> str:
    if len(text) <= 2 * most + 2:
        return text
    return f"{text[:most] if start else ''}……{text[-most:] if end else ''}"
