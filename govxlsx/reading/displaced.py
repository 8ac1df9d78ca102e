"""Figures that the sums prove to stand a place aside: a cell was deleted or inserted among them.

Deleting a cell of a column with "shift up" leaves the last one blank, and each figure below it in
the row of another. Where every sum that is broken by that holds as soon as the figures are put
back, they are not read as they stand.
"""

from collections.abc import Iterator, Mapping
from itertools import groupby

from govxlsx.addresses import address, areas_text, lines, position
from govxlsx.form.editions.model import Edition
from govxlsx.form.editions.relations import Sum
from govxlsx.reading.guesses import Displacement, Ids, moved_back, moved_on
from govxlsx.reading.search import quoted
from govxlsx.reading.sums import and_totals, gap, of_table
from govxlsx.report.figure import Figure, Number, State
from govxlsx.report.model import Notice, Remark

_MOST_BLANKS = 3
"""No more cells are deleted or inserted at once than a person would not notice."""

_TOO_SMALL = 3
"""So many totals below their parts prove that they are none: a blank part makes no total less."""

_ALONG = {
    True: {"what": "列", "against": "行名的行", "back": "上移", "on": "下移"},
    False: {"what": "行", "against": "表头的列", "back": "左移", "on": "右移"},
}


def displaced(
    edition: Edition,
    table_id: str,
    figures: Mapping[str, Figure],
    own: Mapping[str, tuple[str, ...]],
) -> Remark | None:
    """Return a remark upon figures of a table that stand aside, None where none does.

    Its ``fields`` are all that cannot be read for it. ``own`` has the parts of totals that are the
    template's own sums: these hold wherever their parts stand, and are lost with them.
    """
    table = _Table(edition, table_id, figures, own)
    if len(table.broken) < 2:
        return None
    best = max(table.proven(), default=None, key=lambda each: (each[0], len(each[1].values)))
    return table.remark(best[1]) if best is not None and not table.only_blank() else None


class _Table:
    """The figures of one table that can be read, and which of its sums they break."""

    def __init__(
        self,
        edition: Edition,
        table_id: str,
        figures: Mapping[str, Figure],
        own: Mapping[str, tuple[str, ...]],
    ) -> None:
        self.edition, self.figures, self.own = edition, figures, own
        self.values = {
            field_id: figure.value or 0
            for field_id, figure in figures.items()
            if figure.readable and figure.at is not None
        }
        self.sums = [
            each
            for each in of_table(edition.id, table_id)
            if all(one in self.values and one not in own for one in each.fields)
        ]
        gaps = enumerate(gap(each, self.values) for each in self.sums)
        self.broken = {place for place, over in gaps if over}
        self.holders: dict[str, list[int]] = {}
        for place, each in enumerate(self.sums):
            for one in each.fields:
                self.holders.setdefault(one, []).append(place)

    def proven(self) -> Iterator[tuple[int, Displacement]]:
        """Yield the guesses that hold, each with how many broken sums prove it."""
        for guesses in self._guesses():
            for guess in guesses:
                held = self._tried(guess)
                if held is None:
                    break  # a guess that moves more moves what contradicts this one, too
                if held[0]:
                    yield held

    def _guesses(self) -> Iterator[Iterator[Displacement]]:
        """Yield the ways in which figures may have been moved to leave the blanks there are.

        Each moves more figures than the one before it.
        """
        for upright in (True, False):
            ordered = self._lines(upright)
            runs: dict[tuple[int, int], list[Ids]] = {}
            for line in ordered:
                for run in self._blanks(line):
                    runs.setdefault(run, []).append(line)
            for (start, count), beside in sorted(runs.items()):
                sets: dict[tuple[Ids, ...], None] = dict.fromkeys((each,) for each in beside)
                if len({len(line) for line in beside}) == 1:
                    sets[tuple(beside)] = None
                for each in sets:
                    yield moved_back(each, upright, start, count, self.values)
                    yield moved_on(each, upright, start, count, self.values)

    def _lines(self, upright: bool) -> list[Ids]:
        places = ((each, self.figures[each].at) for each in self.values)
        held = {position(at.cell): each for each, at in places if at is not None}
        return [tuple(held[at] for at in line) for line in lines(held, upright=upright)]

    def _blanks(self, line: Ids) -> Iterator[tuple[int, int]]:
        """Yield the runs of blanks of a line: where it begins, how many."""
        place = 0
        for blank, run in groupby(line, lambda each: self.figures[each].state is State.BLANK):
            count = len(list(run))
            if blank and count <= _MOST_BLANKS:
                yield place, count
            place += count

    def _tried(self, guess: Displacement) -> tuple[int, Displacement] | None:
        """Return how many broken sums hold by a guess that do not tell what is lost, and the guess.

        What is lost has its value then, where the sums tell it. 0 where nothing is proved, None
        where a sum of which nothing is lost does not hold.
        """
        values: dict[str, Number | None] = {**self.values, **guess.values}
        touched = dict.fromkeys(each for one in guess.values for each in self.holders.get(one, ()))
        gone = {one for one, value in guess.values.items() if value is None}
        waiting, held, pushed_out = [*touched], 0, 0
        for place, lost, over in self._settled(values, waiting):
            each = self.sums[place]
            if lost is not None:
                if (values[lost] or 0) < 0:
                    return 0, guess  # less than nothing was lost
                pushed_out += self._too_small(each, guess.values)
            elif not over:
                held += place in self.broken
            elif not gone.isdisjoint(each.fields) or self._may_move(guess, each):
                return 0, guess
            else:
                return None
        pushed_out += sum(self._too_small(self.sums[each], guess.values) for each in waiting)
        held = held or (pushed_out if pushed_out >= _TOO_SMALL else 0)
        if not self._mends_all(guess) or self._fills_blanks(guess, values):
            held = 0
        return held, guess._replace(values={each: values[each] for each in guess.values})

    def _settled(
        self, values: dict[str, Number | None], waiting: list[int]
    ) -> Iterator[tuple[int, str | None, Number]]:
        """Yield sums that lack one figure at most: which, what is lost of it, how much it differs.

        What is lost has its value in ``values`` from then on; others stay ``waiting``.
        """
        while waiting:
            left: list[int] = []
            for place in waiting:
                each = self.sums[place]
                lost = [one for one in each.fields if values[one] is None]
                if len(lost) > 1:
                    left.append(place)
                    continue
                over = gap(each, values)
                if lost:
                    values[lost[0]] = -over if lost[0] in each.totals else over
                yield place, lost[0] if lost else None, over
            if len(left) == len(waiting):
                return
            waiting[:] = left

    def only_blank(self) -> bool:
        """Tell whether every sum would hold if nothing but the blanks were filled."""
        blank = (each for each in self.values if self.figures[each].state is State.BLANK)
        values, waiting = {**self.values, **dict.fromkeys(blank)}, [*range(len(self.sums))]
        for _, lost, over in self._settled(values, waiting):
            if over if lost is None else (values[lost] or 0) < 0:
                return False
        return not waiting

    def _too_small(self, one: Sum, values: Mapping[str, Number | None]) -> bool:
        """Tell whether a total is lost, and less than its parts where another stands now."""
        lost = [each for each in one.totals if values.get(each, 0) is None]
        given = any(self.figures[each].state is not State.BLANK for each in lost)
        return given and gap(one, self.values) < 0

    @staticmethod
    def _may_move(guess: Displacement, one: Sum) -> bool:
        """Tell whether a guess that moves more moves more of a sum than this one does."""
        still = {each for line in guess.lines for each in line} - guess.values.keys()
        return not still.isdisjoint(one.fields)

    def _fills_blanks(self, guess: Displacement, values: Mapping[str, Number | None]) -> bool:
        """Tell whether only blanks would change: then they were left blank, and nothing moved."""
        return all(
            values[each] in (None, self.values[each]) or self.figures[each].state is State.BLANK
            for each in guess.values
        )

    def _mends_all(self, guess: Displacement) -> bool:
        """Tell whether a guess touches every broken sum of the table."""
        return not any(
            guess.values.keys().isdisjoint(self.sums[each].fields) for each in self.broken
        )

    def _aside(self, guess: Displacement) -> list[str]:
        """Return the figures that stand aside: not those at the end that would be what they are."""
        count = len(guess.values) // len(guess.lines)
        moved = [*guess.values]
        parts = [moved[each : each + count] for each in range(0, len(moved), count)]
        if not guess.back:
            parts = [each[::-1] for each in parts]
        while all(guess.values[each[0]] == self.values[each[0]] for each in parts):
            parts = [each[1:] for each in parts]
        return [each for part in parts for each in part]

    def remark(self, guess: Displacement) -> Remark:
        """Return the remark upon figures that stand aside."""
        moved = self._aside(guess)
        places = {each: self.figures[each].at for each in moved}
        sheet = next(at.sheet for at in places.values() if at is not None)
        cells = sorted(
            position(at.cell)
            for each, at in places.items()
            if at is not None and self.figures[each].state is not State.BLANK
        )
        fields = self.edition.field_by_id
        names = [fields[line[0]] for line in guess.lines]
        labels = [each.column_label if guess.upright else each.row_label for each in names]
        along = _ALONG[guess.upright]
        words = {
            **along,
            "moved": along["back" if guess.back else "on"],
            "count": str(len(guess.lines)),
            "names": quoted(labels),
            "areas": areas_text(cells),
        }
        where = tuple(address(*at) for at in cells)
        return Remark(Notice.SHIFTED, sheet, where, (*and_totals(moved, self.own),), words)
