"""Grids become the figures of an edition: nothing is repaired, nothing guessed, all is told."""

from collections.abc import Sequence

from govxlsx.form.editions import edition_by_id, edition_of_year, editions
from govxlsx.form.editions.model import Edition
from govxlsx.published import labels, proceedings
from govxlsx.published.bound import Bound
from govxlsx.published.content import DrawnTable
from govxlsx.published.lines import LabelledRow
from govxlsx.published.refusal import refused
from govxlsx.published.tables import APPLICATIONS, DISCLOSURE, TableBinding, lines_of
from govxlsx.report.model import Notice

_ONE_ROW, _REST = "other", "other.rest"
"""The ids of （六） where it is one row, and of the row that takes its figures in a hybrid."""

_SEVERAL = 8
"""So many rows that stand there twice, with other figures, are another report's."""


def bind(grids: Sequence[DrawnTable], year: int | None) -> tuple[Bound, dict[str, str]]:
    """Bind the figures of the three tables; also returns the edition of each table.

    ``year`` decides only where the labels leave the edition open. Raises PublishedError where
    several reports stand in one source.
    """
    applications = lines_of(grids, APPLICATIONS)
    _refuse_several(applications)
    printed = {
        DISCLOSURE: _edition_of_disclosure(grids),
        APPLICATIONS: _edition_of_applications(applications),
    }
    by_year = (edition_of_year(year) if year is not None else None) or editions()[-1]
    edition = edition_by_id(printed[DISCLOSURE] or printed[APPLICATIONS] or by_year.id)
    bound = Bound(edition)
    TableBinding(bound, DISCLOSURE, lines_of(grids, DISCLOSURE, edition.id)).bind({})
    _bind_applications(bound, applications, printed[APPLICATIONS])
    proceedings.bind(bound, grids)
    tables = {table: found or edition.id for table, found in printed.items()}
    return bound, {**tables, proceedings.TABLE: edition.id}


def _refuse_several(given: Sequence[LabelledRow]) -> None:
    texts: dict[str, set[tuple[str, ...]]] = {}
    for line in given:
        if line.match.sure and len(line.figures) == 7:
            texts.setdefault(line.row, set()).add(line.texts)
    if sum(len(each) > 1 for each in texts.values()) >= _SEVERAL:
        raise refused(
            "这个文件里有不止一份报告（同一张表出现了几次，数字不同）：请把每份报告单独保存成一个文件"
        )


def _edition_of_disclosure(grids: Sequence[DrawnTable]) -> str | None:
    """Return the edition whose labels of part two the grids bear; None where that is open."""
    scores = {}
    for edition in editions():
        above = labels.all_columns(edition.id, DISCLOSURE)
        found = lines_of(grids, DISCLOSURE, edition.id)
        rows = {line.row for line in found if line.match.sure}
        header = {
            (line.row, match.name)
            for line in found
            for cell in line.header
            if (match := above.match(cell.text)) is not None and match.sure
        }
        scores[edition.id] = len(rows) + len(header)
    best = max(scores.values())
    leading = [each for each, score in scores.items() if score == best]
    return leading[0] if best and len(leading) == 1 else None


def _edition_of_applications(given: Sequence[LabelledRow]) -> str | None:
    """Return the edition by （六）: one row, or three."""
    rows = {line.row for line in given}
    for edition in editions():
        own = _own_rows(edition)
        if any(row in rows for row in own if row != _ONE_ROW):
            return edition.id
    one = [edition.id for edition in editions() if _ONE_ROW in _own_rows(edition)]
    whole = any(line.row == _ONE_ROW and line.label.rows == 1 for line in given)
    return one[0] if whole else None


def _own_rows(edition: Edition) -> set[str]:
    rows = (row for block in edition.table(APPLICATIONS).blocks for row in block.row_paths)
    return set(filter(_is_sixth, rows))


def _bind_applications(bound: Bound, given: list[LabelledRow], printed: str | None) -> None:
    own = _own_rows(bound.edition)
    hybrid = printed is not None and printed != bound.edition.id
    if hybrid and _REST in own:
        binding = TableBinding(bound, APPLICATIONS, given)
        spared = own - {_REST}
        binding.rows = [row for row in binding.rows if row not in spared]
        binding.bind({_REST: _ONE_ROW})
        fields = [each for row in sorted(own) for each in binding.fields(row)]
        bound.say(Notice.HYBRID, fields)
        return
    kept = [line for line in given if line.row in own or not _is_sixth(line.row)]
    TableBinding(bound, APPLICATIONS, kept).bind({})


def _is_sixth(row: str) -> bool:
    return row == _ONE_ROW or row.startswith(f"{_ONE_ROW}.")
