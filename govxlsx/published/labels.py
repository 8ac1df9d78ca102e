"""The form's labels as published reports write them: exact, without numbering, alike."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache, lru_cache

from rapidfuzz import fuzz

from govxlsx.form.editions import edition_by_id, editions
from govxlsx.form.editions.tables import Block, Node
from govxlsx.patterns import regex
from govxlsx.text import label_key

EXACT, UNNUMBERED, NOTED, ALIKE = "标签一致", "标签一致（序号不计）", "标签后有附注", "标签相近"
"""How a label was recognised. What is only alike is told."""

_ENOUGH, _MARGIN = 80, 5
_LONGEST = 80
_NUMBERING = regex(r"^(?:\([一二三四五六七八九十]+\)|[一二三四五六七八九十]+\.|\d{1,2}[.)]?)")
_YEAR = regex(r"[(\[]?(?:19|20)\d\d(?:年度?)?[)\]]?年?")
_CHINESE = regex("[\u4e00-\u9fff]")


@dataclass(frozen=True, slots=True)
class Match:
    """What a text names, and how that was told."""

    name: str
    how: str

    @property
    def sure(self) -> bool:
        """False where the label is only alike."""
        return self.how != ALIKE


def _key(text: str) -> str:
    """Return a folded label; 合计 is another word for 总计."""
    return label_key(text).replace("合计", "总计")


def unnumbered(key: str) -> str:
    """Return a folded label without the numbering before it."""
    return _NUMBERING.sub("", key)


class Vocabulary:
    """Labels and what they name, to be found in a text."""

    def __init__(self, labels: Iterable[tuple[str, str]], *, cut: bool = False) -> None:
        """Take in labels, each with its name; with ``cut`` the start of a label is enough."""
        self.exact: dict[str, str] = {}
        self.bare: dict[str, str | None] = {}
        self.cut = cut
        for label, name in labels:
            key = _key(label)
            self.exact.setdefault(key, name)
            bare = unnumbered(key)
            self.bare[bare] = name if self.bare.get(bare, name) == name else None
        self.match = lru_cache(maxsize=4096)(self._match)

    def is_sure_of(self, text: str) -> bool:
        """Tell whether a text is a label, and not only alike."""
        match = self.match(text)
        return match is not None and match.sure

    def _match(self, text: str) -> Match | None:
        key = _key(text)
        if not key or len(key) > _LONGEST or not _CHINESE.search(key):
            return None
        if key in self.exact:
            return Match(self.exact[key], EXACT)
        bare = unnumbered(key)
        for each in (bare, *_without_year(key)):
            if self.bare.get(each):
                return Match(str(self.bare[each]), UNNUMBERED)
        return self._noted(bare) or (self._cut(key) if self.cut else None) or self._alike(key)

    def _noted(self, bare: str) -> Match | None:
        """Find a label with a note in brackets behind it."""
        start, bracket, _ = bare.partition("(")
        name = self.bare.get(start) if bracket else None
        return Match(name, NOTED) if name else None

    def _cut(self, key: str) -> Match | None:
        names = {name for each, name in self.exact.items() if each.startswith(key)}
        return Match(names.pop(), NOTED) if len(names) == 1 and len(key) > 1 else None

    def _alike(self, key: str) -> Match | None:
        """Find the label that is most alike: numbering does not count, nor a note behind."""
        bare = unnumbered(key)
        best: dict[str, float] = {}
        for each, name in self.bare.items():
            if name is not None:
                score = fuzz.ratio(bare, each)
                best[name] = max(score, best.get(name, 0))
        first, second = sorted((*best.values(), 0.0, 0.0), reverse=True)[:2]
        if first < _ENOUGH or first - second < _MARGIN:
            return None
        return Match(next(name for name, score in best.items() if score == first), ALIKE)


def _without_year(key: str) -> tuple[str, ...]:
    """Return how a label with a year in it may be meant: 本年(2023)制发件数, 2023年项目数量."""
    if not re.search(r"(?:19|20)\d\d", key):
        return ()
    return _YEAR.sub("", key), _YEAR.sub("本年", key)


def _labels(node: Node) -> tuple[str, ...]:
    return (node.label, *node.aliases)


@cache
def rows(table: str, *edition_ids: str) -> Vocabulary:
    """Return the row labels of a table in some editions; what they name is the id of the row."""
    return Vocabulary(
        (label, row)
        for edition_id in edition_ids
        for block in edition_by_id(edition_id).table(table).blocks
        for row, path in block.row_paths.items()
        if path
        for label in _labels(path[-1])
    )


def _of_columns(blocks: Iterable[Block]) -> Vocabulary:
    return Vocabulary(
        (
            (label, column)
            for block in blocks
            for column, path in block.column_paths.items()
            for label in _labels(path[-1])
        ),
        cut=True,
    )


@cache
def columns(edition_id: str, table: str, row: str) -> Vocabulary:
    """Return the column labels above a row; what they name is the id of the column."""
    return _of_columns((block_of(edition_id, table, row),))


@cache
def all_columns(edition_id: str, table: str) -> Vocabulary:
    """Return the column labels of a whole table."""
    return _of_columns(edition_by_id(edition_id).table(table).blocks)


@cache
def block_of(edition_id: str, table: str, row: str) -> Block:
    """Return the block of a table that has a row."""
    blocks = edition_by_id(edition_id).table(table).blocks
    return next(block for block in blocks if row in block.row_paths)


@cache
def of_form() -> frozenset[str]:
    """Return every label of every edition, folded: none of them is a text."""
    return of_columns() | _keys(node for block in _blocks() for node in block.rows)


@cache
def of_columns() -> frozenset[str]:
    """Return every label above the figures, of every edition, folded."""
    above = {text for block in _blocks() for text in (block.title, block.corner, block.banner)}
    named = _keys(node for block in _blocks() for node in block.columns)
    return named | frozenset(label_key(text) for text in above if text)


def _blocks() -> Iterator[Block]:
    return (block for form in editions() for table in form.tables for block in table.blocks)


def _keys(nodes: Iterable[Node]) -> frozenset[str]:
    waiting, keys = list(nodes), set()
    while waiting:
        node = waiting.pop()
        keys |= {label_key(each) for each in _labels(node)}
        waiting.extend(node.children)
    return frozenset(keys)
