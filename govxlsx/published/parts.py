"""Where the parts of a report begin: by their titles and tables, never by their numbers."""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import takewhile

from rapidfuzz import fuzz

from govxlsx.form.editions import editions
from govxlsx.form.editions.model import Edition, Part
from govxlsx.patterns import regex
from govxlsx.published.content import DrawnTable, SourceItem, Text
from govxlsx.published.labels import unnumbered
from govxlsx.text import label_key

_LONGEST = 45
_NUMBERED = regex(
    r"[一二三四五六七八九十]{1,2}\s*[、.．，,]|第[一二三四五六七]部分|[1-9][、.．](?!\d)"
)
_ALIKE, _SAME = 78, 95
_WORDS = {
    "overview": regex("总体|概述|概况|基本情况"),
    "problems": regex("问题.*(改进|整改|措施|打算|计划|方向)"),
    "other": regex("其[他它].*(事项|情况)|需要(报告|说明)的.*事项"),
}
"""What a numbered title says that is worded in another way than the form's."""


@dataclass(frozen=True, slots=True)
class Outline:
    """The items of a report by part: what stands before part one, and in each part.

    ``titles`` has the title of each part as it is printed.
    """

    before: tuple[SourceItem, ...]
    parts: Mapping[str, tuple[SourceItem, ...]]
    titles: Mapping[str, str]


def outline(
    items: Sequence[SourceItem], edition: Edition, tables: Mapping[str, set[int]]
) -> Outline:
    """Divide a report; ``tables`` has the numbers of the grids of each table."""
    items = _body(items, edition, tables)
    places = _places(items, edition, tables)
    starts = sorted((at, numeral) for numeral, at in places.items())
    first = starts[0][0] if starts else len(items)
    parts: dict[str, tuple[SourceItem, ...]] = {}
    titles: dict[str, str] = {}
    for number, (at, numeral) in enumerate(starts):
        end = starts[number + 1][0] if number + 1 < len(starts) else len(items)
        item = items[at]
        if isinstance(item, Text):
            titles[numeral] = item.text
        parts[numeral] = tuple(items[at + isinstance(item, Text) : end])
    return Outline(tuple(items[:first]), parts, titles)


def is_numbered(text: str) -> bool:
    """Tell whether a line begins with the number of a part."""
    return _NUMBERED.match(text) is not None


def is_title(text: str, part: Part) -> bool:
    """Tell whether a paragraph is the title of a part, whatever its number."""
    if len(text) > _LONGEST or text.startswith(("（", "(")):
        return False
    numbered = is_numbered(text)
    key = re.sub(r"^第[一二三四五六七]部分", "", unnumbered(label_key(text)))
    names = [unnumbered(label_key(each)) for each in (part.title, *part.aliases)]
    likeness = max(fuzz.ratio(key, each) for each in names)
    if likeness >= (_ALIKE if numbered else _SAME):
        return True
    words = _WORDS.get(part.narrative)
    return numbered and words is not None and words.search(key) is not None


def is_part(text: str) -> bool:
    """Tell whether a line is the title of a part of the newest form, with a number."""
    return is_numbered(text) and any(is_title(text, part) for part in editions()[-1].parts)


def _places(
    items: Sequence[SourceItem], edition: Edition, tables: Mapping[str, set[int]]
) -> dict[str, int]:
    """Return where each part begins; a table part without title begins with its table."""
    grids = {each.number: at for at, each in enumerate(items) if isinstance(each, DrawnTable)}
    where = {
        table: [grids[number] for number in sorted(numbers) if number in grids]
        for table, numbers in tables.items()
    }
    every = [at for found in where.values() for at in found]
    first, last = min(every, default=len(items)), max(every, default=-1)
    found: dict[str, int] = {}
    floor = -1
    for part in edition.parts:
        at: int | None
        titles = [
            place
            for place, each in enumerate(items)
            if place > floor and isinstance(each, Text) and is_title(each.text, part)
        ]
        if part.table:
            grid = min(where.get(part.table, []), default=None)
            before = [each for each in titles if grid is None or each < grid]
            at = (before[0] if grid is None else _first_of_run(before)) if before else grid
        elif part.narrative == "overview":
            at = max((each for each in titles if each < first), default=None)
        else:
            at = min((each for each in titles if each > last), default=None)
        if at is not None:
            found[part.numeral] = at
            floor = max(floor, at)
    return found


def _first_of_run(places: Sequence[int]) -> int:
    """Return where the last title stands; a table's caption below it says the same once more."""
    last = places[-1]
    return last - 1 if last - 1 in places else last


def _body(
    items: Sequence[SourceItem], edition: Edition, tables: Mapping[str, set[int]]
) -> tuple[SourceItem, ...]:
    """Leave out what stands outside of the element that holds the whole report (a page's foot)."""
    places = _places(items, edition, tables)
    kept = [items[at].within for at in places.values()]
    numbers = set().union(*tables.values()) if tables else set()
    kept += [
        each.within for each in items if isinstance(each, DrawnTable) and each.number in numbers
    ]
    inside = _shared(kept)
    start = min(places.values(), default=0)
    return tuple(
        each for at, each in enumerate(items) if at < start or each.within[: len(inside)] == inside
    )


def _shared(paths: Iterable[tuple[int, ...]]) -> tuple[int, ...]:
    levels = zip(*paths, strict=False)
    return tuple(level[0] for level in takewhile(lambda level: len(set(level)) == 1, levels))
