"""Titles that two sheets have of each other: what stands below them tells what the sheets are."""

from collections.abc import Iterator, Mapping
from functools import cache

from govxlsx.form.editions import edition_by_id
from govxlsx.form.editions.model import Edition
from govxlsx.report.model import Notice, Remark
from govxlsx.text import label_key
from govxlsx.workbook import Sheet


def put_back(
    candidates: dict[str, list[Sheet]], named: Mapping[str, str | None], edition: Edition
) -> Iterator[Remark]:
    """Yield a remark upon each of two sheets with tables whose titles were swapped.

    They become the parts that their names tell: ``candidates`` has the sheets by the part of their
    title, ``named`` the parts of their names.
    """
    tables = {part.key: part for part in edition.parts if part.table}
    pairs = [(key, named[found[0].name] or "") for key, found in candidates.items()]
    for key, other in pairs:
        if key >= other or (other, key) not in pairs or not {key, other} <= tables.keys():
            continue
        if len(candidates[key]) != 1 or len(candidates[other]) != 1:
            continue
        one, two = candidates[key][0], candidates[other][0]
        if _is(one, tables[other].table, tables[key].table, edition) and _is(
            two, tables[key].table, tables[other].table, edition
        ):
            candidates[key], candidates[other] = [two], [one]
            for sheet, title in ((one, tables[key].title), (two, tables[other].title)):
                words = {"official": sheet.name, "title": title}
                yield Remark(Notice.SHEET_RENAMED, sheet.name, words=words)


def _is(sheet: Sheet, table: str, other: str, edition: Edition) -> bool:
    """Tell whether a sheet has more of the labels of a table than of those of another."""
    own, foreign = (_labels(edition.id, each) for each in (table, other))
    return len(own & sheet.labels().keys()) > len(foreign & sheet.labels().keys())


@cache
def _labels(edition_id: str, table: str) -> frozenset[str]:
    fields = [each for each in edition_by_id(edition_id).fields if each.id.startswith(f"{table}.")]
    return frozenset(
        label_key(label) for each in fields for label in (each.row_label, each.column_label)
    )
