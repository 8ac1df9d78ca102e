"""On which edition of the form a workbook is made: its labels tell, then its stamp and year."""

from collections.abc import Iterable, Iterator, Mapping
from functools import cache, partial

from govxlsx.errors import UnusableWorkbookError
from govxlsx.form.editions import edition_by_id, edition_of_year, editions
from govxlsx.form.editions.model import Edition
from govxlsx.form.grid import grid
from govxlsx.patterns import regex
from govxlsx.reading.mixed import strangers
from govxlsx.report.model import Notice, Remark
from govxlsx.text import label_key
from govxlsx.workbook import Lettering, Sheet

_STAMP = regex(r"(\d{4})\.(\d{1,3})")
_ENOUGH = 0.5
_NEAR = 0.05
"""Editions whose labels are met as often, but for this share, are told apart by stamp and year: a
label that was lost by accident must not decide."""


@cache
def _labels(edition_id: str) -> frozenset[str]:
    edition = edition_by_id(edition_id)
    return frozenset(
        label_key(box.text)
        for table in edition.tables
        for box in grid(edition, table.id).boxes
        if box.text
    )


def _score(edition_id: str, present: Iterable[Lettering]) -> float:
    """Return the share of an edition's labels that sheets bear."""
    known, borne = _labels(edition_id), set[str]()
    for each in present:
        borne |= each.once(edition_id, partial(_borne, each, edition_id))
    return len(borne) / len(known)


def _borne(letters: Lettering, edition_id: str) -> frozenset[str]:
    return _labels(edition_id) & letters.labels.keys()


def tell(sheets: Mapping[str, Sheet], stamp: str, year: int | None) -> Edition:
    """Return the edition whose labels the sheets bear; they are given by the key of their part.

    Where the labels leave it open, the stamp decides, then the year. Raises UnusableWorkbookError
    (W107) where nothing tells.
    """
    tables = {table.id for edition in editions() for table in edition.tables}
    present = [sheets[name].lettering() for name in tables & sheets.keys()]
    scores = {edition.id: _score(edition.id, present) for edition in editions()}
    best = max(scores.values())
    least = best - _NEAR if best >= _ENOUGH else 0
    near = [edition for edition in editions() if scores[edition.id] >= least]
    beside = [other for each in near for _, other in strangers(sheets, each)]
    near += (each for each in editions() if each in beside and each not in near)
    match = _STAMP.fullmatch(stamp)
    for edition in near:
        if match is not None and edition.id == match[1]:
            return edition
    by_year = edition_of_year(year) if year is not None else None
    if by_year is not None and by_year in near:
        return by_year
    leading = [edition for edition in near if scores[edition.id] == best]
    if best >= _ENOUGH and len(leading) == 1:
        return leading[0]
    raise UnusableWorkbookError("W107")


def stamp_remarks(
    stamp: str, edition: Edition, sheet: str, cells: tuple[str, ...]
) -> Iterator[Remark]:
    """Yield what is to be said of the template's stamp: nothing where it is the current one."""
    match = _STAMP.fullmatch(stamp)
    remark = partial(
        Remark, sheet=sheet, cells=cells, words={"stamp": stamp, "current": edition.stamp}
    )
    if match is None:
        yield remark(Notice.STAMP_MISSING)
        return
    known = {each.id for each in editions()}
    revision = int(match[2])
    later_edition = match[1] > max(known)
    if later_edition or (match[1] == edition.id and revision > edition.revision):
        yield remark(Notice.STAMP_NEWER)
    elif match[1] == edition.id and revision < edition.revision:
        yield remark(Notice.STAMP_OLDER)
    elif match[1] != edition.id:
        yield remark(Notice.STAMP_MISSING)


def year_remarks(year: int | None, edition: Edition, sheet: str, cell: str) -> Iterator[Remark]:
    """Yield a remark where the report's year belongs to another edition."""
    if year is not None and not edition.covers(year):
        wanted = edition_of_year(year)
        words = {
            "year": str(year),
            "edition": edition.id,
            "wanted": wanted.id if wanted is not None else "",
        }
        yield Remark(Notice.WRONG_EDITION, sheet, (cell,), words=words)


def table_remark(sheet: Sheet, other: Edition, edition: Edition) -> Remark:
    """Return the remark upon a sheet whose table is of another edition than the workbook's."""
    words = {"year": "", "edition": other.id, "wanted": edition.id}
    return Remark(Notice.WRONG_EDITION, sheet.name, ("A1",), words=words)
