"""Part four: one row of fifteen figures, or three rows of five, with a label before them or not."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import takewhile

from govxlsx.form.editions import edition_by_id
from govxlsx.form.editions.tables import Node
from govxlsx.published.bound import BY_HEADER, BY_ORDER, Bound, row_place
from govxlsx.published.columns import beneath, is_above
from govxlsx.published.content import DrawnCell, DrawnTable
from govxlsx.published.labels import EXACT, Vocabulary, of_form
from govxlsx.published.lines import is_wordy, known_share
from govxlsx.report.model import Notice
from govxlsx.text import label_key, trim

TABLE = "proceedings"


@cache
def _groups(edition_id: str) -> dict[str, tuple[Node, ...]]:
    """Return the path of labels to each group: 行政复议; 行政诉讼, 复议后起诉."""
    paths = edition_by_id(edition_id).table(TABLE).blocks[0].column_paths.values()
    return {".".join(node.id for node in path[:-1] if node.id): path[:-1] for path in paths}


@cache
def _outcomes(edition_id: str) -> tuple[Node, ...]:
    return next(iter(_groups(edition_id).values()))[-1].children


@cache
def _vocabularies(edition_id: str) -> tuple[Vocabulary, Vocabulary]:
    groups = ((path[-1].label, name) for name, path in _groups(edition_id).items())
    return Vocabulary(groups), Vocabulary((each.label, each.id) for each in _outcomes(edition_id))


@dataclass(frozen=True, slots=True)
class _Row:
    """A row of figures below a header of part four; ``strange`` is what is none of the form's."""

    grid: DrawnTable
    row: int
    cells: tuple[DrawnCell, ...]
    groups: tuple[tuple[str, DrawnCell], ...]
    outcomes: tuple[tuple[str, DrawnCell], ...]
    strange: tuple[DrawnCell, ...] = ()


def bind(bound: Bound, grids: Sequence[DrawnTable]) -> None:
    """Bind the figures of part four."""
    edition = bound.edition
    names = tuple(_groups(edition.id))
    rows: dict[str, list[_Row]] = {name: [] for name in names}
    told: set[str] = set()
    for row in _rows(grids, edition.id):
        fields, how, reason = _fields(row, edition.id)
        if reason:
            _unread(bound, row, reason)
            told.update(name for name, _ in row.groups)
            told.update(names if not row.groups else ())
            continue
        for group in dict.fromkeys(each.rpartition(".")[0] for each, _ in fields):
            rows[group.partition(".")[2]].append(row)
        taken = {each: cell for each, cell in fields if each not in bound.figures}
        for field_id, cell in taken.items():
            bound.take(field_id, row.grid, cell, f"{EXACT}，{how}")
        for above in row.strange if how == BY_ORDER else ():
            below = [each for each, cell in fields if is_above(above, cell)]
            if below:
                label = trim(above.text.replace("\n", ""))
                bound.say_of_columns({(label, row_place(row.grid, above.row)): below})
        if how == BY_HEADER:
            place = row_place(row.grid, row.row)
            bound.say(
                Notice.COLUMNS_ELSEWHERE, taken, row="行政复议、行政诉讼", place=place, how=how
            )
    _settle(bound, rows, told)


def _settle(bound: Bound, rows: dict[str, list[_Row]], told: set[str]) -> None:
    """Leave unread what stands there twice, and tell what was not found."""
    missing = []
    for name, found in rows.items():
        fields = [f"{TABLE}.{name}.{each.id}" for each in _outcomes(bound.edition.id)]
        if not found and name not in told:
            missing.extend(fields)
        texts = {tuple(trim(cell.text) for cell in row.cells) for row in found}
        if len(texts) > 1:
            for each in fields:
                bound.figures.pop(each, None)
                bound.spots.pop(each, None)
            _unread(bound, found[0], f"这些数出现了 {len(found)} 次而且不同", fields)
    if missing:
        part = bound.edition.part_of_table(TABLE)
        bound.say(Notice.TABLE_MISSING, missing, part=part.title)


def _unread(bound: Bound, row: _Row, reason: str, fields: Sequence[str] = ()) -> None:
    if not fields:
        groups = [name for name, _ in row.groups] or list(_groups(bound.edition.id))
        outcomes = _outcomes(bound.edition.id)
        fields = [f"{TABLE}.{group}.{each.id}" for group in groups for each in outcomes]
    words = {"row": "行政复议、行政诉讼", "label": "数字", "reason": reason}
    bound.say(Notice.ROW_UNREAD, fields, place=row_place(row.grid, row.row), **words)


def _rows(grids: Sequence[DrawnTable], edition_id: str) -> Iterator[_Row]:
    """Yield the rows of figures: those without words below a header that names outcomes."""
    group_names, outcome_names = _vocabularies(edition_id)
    carried: tuple[DrawnTable, list[DrawnCell]] | None = None
    for grid in grids:
        header: list[DrawnCell] = []
        if _heads(list(grid.cells), outcome_names):
            carried = None
        if carried is not None and not any(is_wordy(each.text) for each in grid.cells):
            header, carried = carried[1], None  # the row of figures has come onto the next page
        elif known_share(grid, group_names, outcome_names, form=of_form()) < 0.5:
            continue
        ended = False
        for row, cells in grid.rows.items():
            labels = tuple(takewhile(lambda each: is_wordy(each.text), cells))
            figures = cells[len(labels) :]
            if not _follow(labels, figures, edition_id) or not _heads(header, outcome_names):
                if labels or any(is_wordy(each.text) for each in cells):
                    header = [*(() if ended else header), *cells]
                    ended = False
                continue
            if any(trim(each.text) for each in figures) or (len(figures) >= 5 and not ended):
                ended = True
                yield _row(grid, row, figures, header, edition_id, labels)
        if not ended and _heads(header, outcome_names):
            carried = grid, header


def _follow(labels: Sequence[DrawnCell], figures: Sequence[DrawnCell], edition_id: str) -> bool:
    """Tell whether a row has figures alone, or behind a group's name or the word for them all."""
    group_names, outcome_names = _vocabularies(edition_id)
    if any(is_wordy(each.text) or outcome_names.match(each.text) for each in figures):
        return False
    if not labels:
        return True
    whole = len(_groups(edition_id)) * len(_outcomes(edition_id))
    named = group_names.match(labels[-1].text) is not None and len(figures) < whole
    return any(trim(each.text) for each in figures) and (named or len(figures) == whole)


def _row(
    grid: DrawnTable,
    row: int,
    cells: tuple[DrawnCell, ...],
    header: list[DrawnCell],
    edition: str,
    labels: Sequence[DrawnCell] = (),
) -> _Row:
    group_names, outcome_names = _vocabularies(edition)
    ordered = sorted(header, key=lambda each: (each.column, each.row))
    if not grid.ruled:
        ordered = sorted(header, key=lambda each: (each.row, each.column))
    named = (*labels, *ordered)
    groups = {m.name: c for c in reversed(named) if (m := group_names.match(c.text)) is not None}
    found = list(reversed(groups.items()))
    outcomes = [(m.name, c) for c in ordered if (m := outcome_names.match(c.text)) is not None]
    first = min(cell.row for _, cell in (*found, *outcomes))
    strange = (
        each
        for each in (header if grid.ruled else ())
        if each.row >= first
        and is_wordy(each.text)
        and label_key(each.text) not in of_form()
        and not any(book.is_sure_of(each.text) for book in (group_names, outcome_names))
    )
    return _Row(grid, row, cells, tuple(found), tuple(outcomes), tuple(strange))


def _heads(header: list[DrawnCell], outcomes: Vocabulary) -> bool:
    """Tell whether cells are the header of part four: they name three outcomes at least."""
    matches = (outcomes.match(each.text) for each in header)
    return len({match.name for match in matches if match is not None}) > 2


def _fields(row: _Row, edition_id: str) -> tuple[list[tuple[str, DrawnCell]], str, str]:
    """Return the fields of a row with their cells, how they were told, or the reason why not."""
    names, outcomes = tuple(_groups(edition_id)), [each.id for each in _outcomes(edition_id)]
    groups = [name for name, _ in row.groups]
    if len(row.cells) == len(names) * len(outcomes):
        printed, named = list(names), groups == [each for each in names if each in groups]
    else:
        printed, named = groups, bool(groups)
    wanted = [(group, outcome) for group in printed for outcome in outcomes]
    agrees = _agree(row, wanted)
    if named and agrees and len(row.cells) == len(wanted):
        fields = [f"{TABLE}.{group}.{outcome}" for group, outcome in wanted]
        return list(zip(fields, row.cells, strict=True)), BY_ORDER, ""
    found = _by_header(row, names, outcomes)
    if found is not None:
        return found, BY_HEADER, ""
    if len(row.cells) != len(wanted):
        return [], "", f"有 {len(row.cells)} 格，应有 {len(wanted) or 15} 格"
    return [], "", "表头的次序与格式不同，各格又对不上表头"


def _agree(row: _Row, wanted: list[tuple[str, str]]) -> bool:
    """Tell whether the header does not contradict the order of the columns."""
    named = [name for name, _ in row.outcomes]
    if not row.grid.ruled and len(named) != len(wanted):
        return True
    expected = [outcome for _, outcome in wanted]
    if len(named) == len(expected):
        return named == expected
    remaining = iter(expected)
    return all(name in remaining for name in named)


def _by_header(
    row: _Row, names: Sequence[str], outcomes: Sequence[str]
) -> list[tuple[str, DrawnCell]] | None:
    """Bind by the header alone, in which each outcome stands below one group."""
    header = []
    for name, above in row.outcomes:
        group = [each for each, cell in row.groups if cell.column <= above.column < cell.end]
        if len(group) != 1:
            return None
        header.append((f"{TABLE}.{group[0]}.{name}", above))
    wanted = [f"{TABLE}.{group}.{outcome}" for group in names for outcome in outcomes]
    found = beneath(row.cells, header, wanted) if row.grid.ruled else None
    return list(found.items()) if found is not None else None
