"""Where the figures of a table stand: found by their labels, never by their addresses."""

from functools import cache, lru_cache

from govxlsx.addresses import Area, Position, address
from govxlsx.form import layout
from govxlsx.form.editions import edition_by_id
from govxlsx.form.editions.model import Edition, Part
from govxlsx.form.grid import grid
from govxlsx.reading import blocks
from govxlsx.reading.search import Located, Search
from govxlsx.text import label_key
from govxlsx.workbook import Sheet


def find(sheet: Sheet, edition: Edition, part: Part) -> Located:
    """Find every figure of a part's table in its sheet.

    A figure whose labels are not found, or found more than once, has no position; a remark says
    so. Inserted, moved or swapped rows and columns are followed. What is returned is shared.
    """
    known, labels = _known(edition.id, part.table), sheet.labels()
    seen = tuple((key, tuple(places)) for key, places in labels.items() if key in known)
    found = _settled(edition.id, part.table, seen)
    return found or _searched(Search(sheet, labels, edition, part))


@cache
def _known(edition_id: str, table_id: str) -> frozenset[str]:
    """Return every text that a search of the table asks for, as it is found in the index."""
    edition = edition_by_id(edition_id)
    texts = {layout.NOTE_LABEL, *(box.text for box in grid(edition, table_id).boxes if box.text)}
    for block in edition.table(table_id).blocks:
        texts.update(block.aliases)
        for path in (*block.row_paths.values(), *block.column_paths.values()):
            texts.update(text for node in path for text in (node.label, *node.aliases))
    return frozenset(map(label_key, texts))


@lru_cache(maxsize=64)
def _settled(
    edition_id: str, table_id: str, seen: tuple[tuple[str, tuple[Position, ...]], ...]
) -> Located | None:
    """Return what a search finds where nothing but the labels ``seen`` decides, None elsewhere.

    Nearly every sheet bears the template's labels where the template has them.
    """
    edition = edition_by_id(edition_id)
    search = Search(Sheet("", ""), dict(seen), edition, edition.part_of_table(table_id))
    found = _searched(search)
    return found if search.settled and not found.remarks else None


def _searched(search: Search) -> Located:
    table, found = search.edition.table(search.part.table), search.found
    tops = [blocks.top(search, block) for block in table.blocks]
    starts = sorted(top for top in tops if top is not None)
    for block, top in zip(table.blocks, tops, strict=True):
        if top is None:
            continue
        below = next((start for start in starts if start > top), search.bottom)
        blocks.find(search, block, range(top, below))
    _mark_headings(search)
    places = layout.places(search.edition.id)
    found.figures = {at: field_id for field_id, at in found.fields.items()}
    if found.figures:
        rows, columns = zip(*found.figures, strict=True)
        found.area = Area(min(rows), min(columns), max(rows), max(columns))
    given = ((field_id, address(*at)) for field_id, at in found.fields.items())
    found.moved = [(field_id, cell) for field_id, cell in given if places[field_id].cell != cell]
    return found


def _mark_headings(search: Search) -> None:
    """Mark the labels that lead to no figure (corner, banner, groups) as read."""
    for box in grid(search.edition, search.part.table).boxes:
        if box.text:
            search.found.labels.update(search.index.get(label_key(box.text), ()))
