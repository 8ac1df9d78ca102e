"""Which worksheet is which: by the title in its first rows, else by its name."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cache, lru_cache

from govxlsx.addresses import Position, address
from govxlsx.form import layout
from govxlsx.form.editions import edition_by_id, editions
from govxlsx.form.editions.model import Edition
from govxlsx.patterns import regex
from govxlsx.reading.titles import put_back
from govxlsx.report.model import Notice, Remark
from govxlsx.text import label_key
from govxlsx.workbook import Sheet

_TITLE_ROWS = 8
_TITLE_COLUMNS = 8
_NAMED = 3
_COPY = regex(r"[（(]\d+[)）]$")

_OWN = (
    *(layout.GUIDE, layout.BASICS, layout.EXPLANATIONS, layout.CONTROL),
    *(layout.RESULTS, layout.SHARES),
)
"""The sheets that hold no part of the form; they are called the same in every edition."""
_WITHOUT_CONTENT = (layout.GUIDE, layout.CONTROL)
"""Sheets of which nothing is read: a copy of one leaves nothing open."""


@dataclass(frozen=True, slots=True, eq=False)
class _Names:
    """What sheets are called, folded: titles and names of parts lead to their keys.

    ``official`` has the name of each part's sheet in the edition that is told, by its key.
    """

    titles: dict[str, str]
    own: dict[str, str]
    names: dict[str, str]
    official: dict[str, str]


@cache
def _names(edition_id: str | None) -> _Names:
    """Return what sheets are called in any edition.

    Where one is told, its own titles and names go before those that others have for its parts.
    """
    parts = [part for edition in editions() for part in edition.parts]
    own_parts = edition_by_id(edition_id).parts if edition_id is not None else ()
    official = {part.key: part.sheet for part in own_parts}
    if official:
        parts = [*(part for part in parts if part.key in official), *own_parts]
    titles = {label_key(title): part.key for part in parts for title in (part.title, *part.aliases)}
    own = {label_key(name): name for name in _OWN}
    sheets = {label_key(part.sheet): part.key for part in parts}
    return _Names(titles, own, {**sheets, **own}, official)


@dataclass(slots=True)
class FormSheets:
    """The worksheets of the form by the key of their part, the rest, and what was noticed.

    What is no part of the form goes by its official sheet name.
    """

    sheets: dict[str, Sheet] = field(default_factory=dict)
    titles: dict[str, Position] = field(default_factory=dict)
    others: list[Sheet] = field(default_factory=list)
    remarks: list[Remark] = field(default_factory=list)


def _by_title(sheet: Sheet, name: str | None, names: _Names) -> tuple[str, Position] | None:
    """Return the key and the title's place; 基本信息 and the like only as first text.

    ``name`` is the key by the sheet's name. 填报说明 and 校验 name the parts: below their first
    cell there is no title.
    """
    letters, listing = sheet.lettering(), name in _WITHOUT_CONTENT
    texts = letters.texts
    places = [at for at in ((0, 0),) if at in texts] if listing else texts
    return letters.once((names, listing), lambda: _title_at(texts, places, names))


def _title_at(
    texts: Mapping[Position, str], places: Iterable[Position], names: _Names
) -> tuple[str, Position] | None:
    first = True
    for at in places:
        if at[0] >= _TITLE_ROWS:
            return None
        if at[1] < _TITLE_COLUMNS and len(texts[at]) < 60:
            text = label_key(texts[at])
            key = names.titles.get(text) or (names.own.get(text) if first else None)
            if key is not None:
                return key, at
            first = False
    return None


@lru_cache(maxsize=128)
def _by_name(name: str, names: _Names) -> str | None:
    return names.names.get(label_key(_COPY.sub("", name.strip())))


def titled(text: str) -> str | None:
    """Return the key of the part whose title, or the name of whose sheet, a text is."""
    names, key = _names(None), label_key(text)
    return names.titles.get(key) or names.names.get(key)


def recognised(sheet: Sheet) -> bool:
    """Tell whether a worksheet belongs to the form."""
    names = _names(None)
    name = _by_name(sheet.name, names)
    return name is not None or _by_title(sheet, name, names) is not None


def bind(sheets: Iterable[Sheet], edition: Edition | None = None) -> FormSheets:
    """Tell the sheets apart. A visible sheet goes before a hidden one, then the official name.

    While the edition is not told, the titles and names of all of them count, and nothing is
    remarked upon.
    """
    names = _names(edition.id if edition is not None else None)
    bound = FormSheets()
    candidates: dict[str, list[Sheet]] = {}
    titles: dict[int, Position] = {}
    twice: dict[str, list[str]] = {}
    named: dict[str, str | None] = {}
    for sheet in sheets:
        named[sheet.name] = key = _by_name(sheet.name, names)
        title = _by_title(sheet, key, names)
        if title is not None:
            key, titles[id(sheet)] = title
        if key is None:
            bound.others.append(sheet)
        else:
            candidates.setdefault(key, []).append(sheet)
    _part_by_name(candidates, titles, names)
    if edition is not None:
        bound.remarks.extend(put_back(candidates, named, edition))
    for key, found in candidates.items():
        name = names.official.get(key, key)
        if len(found) > 1:
            found.sort(key=lambda one: (one.hidden, id(one) not in titles, one.name != name))
        chosen, *rest = found
        bound.sheets[key] = chosen
        if id(chosen) in titles:
            bound.titles[key] = titles[id(chosen)]
        visible = [sheet.name for sheet in rest if not sheet.hidden]
        if visible and key not in _WITHOUT_CONTENT:
            twice[name] = [chosen.name, *visible]
        if edition is not None and chosen.name != name:
            renamed = Remark(Notice.SHEET_RENAMED, chosen.name, words={"official": name})
            bound.remarks.append(renamed)
        bound.others.extend(sheet for sheet in rest if sheet.hidden or key in _WITHOUT_CONTENT)
    if edition is not None:
        bound.remarks.extend(_twice(twice))
        bound.remarks.extend(_missing(bound, edition))
    return bound


def _part_by_name(
    candidates: dict[str, list[Sheet]], titles: dict[int, Position], names: _Names
) -> None:
    """Tell by its name which part a sheet is that has the title of another, where each is lacking.

    The other has a sheet of its own, and nothing else is the part that the name says.
    """
    for found in [each for each in candidates.values() if len(each) > 1]:
        for sheet in [*found]:
            key = _by_name(sheet.name, names)
            if key is not None and key not in candidates and len(found) > 1:
                found.remove(sheet)
                candidates[key] = [sheet]
                titles.pop(id(sheet), None)


def is_this_form(bound: FormSheets) -> bool:
    """Tell whether a workbook is this form: at least two of its parts are there."""
    return len(bound.sheets.keys() - set(_OWN)) >= 2


def what_it_is(found: Iterable[Sheet], bound: FormSheets) -> tuple[str, dict[str, str]]:
    """Return the case of W106 for a workbook that is not this form, and its words.

    Parts that were put below each other in one sheet are told, and a part that came alone.
    """
    titles = _names(None).titles
    for sheet in found:
        places = {titles[key]: at[0] for key, at in sheet.labels().items() if key in titles and at}
        if len(places) > 1 and not sheet.hidden and sheet.name not in _OWN:
            named = "、".join(address(*at) for at in sorted(places.values()))
            words = {"sheet": sheet.name, "places": named, "count": str(len(places))}
            return "together", words
    alone = [sheet.name for key, sheet in bound.sheets.items() if key not in _OWN]
    return ("single", {"sheet": alone[0]}) if alone else ("", {})


def _twice(twice: Mapping[str, list[str]]) -> Iterator[Remark]:
    """Remark upon sheets that are there several times: a whole set that was copied is one cause."""
    if not twice:
        return
    official = {"official": "\n".join(twice)}
    told = {name: "、".join(f"“{each}”" for each in found) for name, found in twice.items()}
    if len(twice) == 1:
        ((name, names),) = told.items()
        words = {"told": f"“{name}”有不止一张：{names}", "keep": "一张", "drop": "另一张"}
    else:
        listed = "；".join(told.values())
        words = {
            "told": f"有 {len(twice)} 种表各有不止一张：{listed}",
            "keep": "一套",
            "drop": "另一套",
        }
    yield Remark(Notice.SHEET_TWICE, next(iter(twice.values()))[1], words=words | official)


def _missing(bound: FormSheets, edition: Edition) -> Iterator[Remark]:
    """Remark upon sheets that are not there; those of which nothing is known are one remark."""
    parts = ((part.key, part.sheet, (part.title, *part.aliases)) for part in edition.parts)
    strangers = [sheet.name for sheet in bound.others if not sheet.hidden]
    unknown: list[str] = []
    for key, name, titles in ((layout.BASICS, layout.BASICS, ()), *parts):
        if key in bound.sheets:
            continue
        if within := _within(bound, titles):
            yield _absent([name], f"“{name}”这张工作表{within}")
        else:
            unknown.append(name)
    if len(unknown) > 1:
        named = "、".join(f"“{each}”" for each in unknown)
        hint = f"（有不认识的表“{'”、“'.join(strangers[:_NAMED])}”，是不是它们？）"
        rename = "是它们的，双击标签，改成上面的名字；不是的，"
        told = f" {len(unknown)} 张工作表：{named}{hint if strangers else ''}"
        yield _absent(unknown, told, rename if strangers else "")
    elif unknown:
        name = unknown[0]
        hint = f"（有一张不认识的表“{strangers[0]}”，是不是它？）" if strangers else ""
        rename = f"是它的，双击它的标签，改名为“{name}”；不是的，" if strangers else ""
        yield _absent(unknown, f"“{name}”这张工作表{hint}", rename)


def _absent(names: Iterable[str], told: str, rename: str = "") -> Remark:
    words = {"told": told, "rename": rename, "official": "\n".join(names)}
    return Remark(Notice.SHEET_MISSING, "", words=words)


def _within(bound: FormSheets, titles: Iterable[str]) -> str:
    """Tell in which other part's sheet a part's title stands, "" where it stands in none."""
    folded = [label_key(title) for title in titles]
    for key, sheet in bound.sheets.items():
        if key in _OWN or sheet.hidden:
            continue
        for at in (at for each in folded for at in sheet.labels().get(each, ())):
            return f"（“{sheet.name}”的 {address(*at)} 是它的标题：每一部分要单独放一张工作表）"
    return ""
