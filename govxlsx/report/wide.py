"""Many reports as one pandas frame: a row for each report, a column for each figure of an edition.

Whatever is added up over figures or over reports is added up here, all rows in one operation.
pandas is imported when a frame is asked for: commands that need none start without it.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import cache
from operator import itemgetter
from typing import TYPE_CHECKING, NamedTuple

from govxlsx.form.editions import edition_by_id
from govxlsx.report.figure import Figure, Number
from govxlsx.report.model import Report

if TYPE_CHECKING:
    import numpy as np
    import pandas as pd


class Groups(NamedTuple):
    """Groups of the figures of an edition, one or more each, which follow one another.

    ``used`` are the columns of the frame that they name, ``order`` each group's among those,
    ``starts`` where in ``order`` each group starts; ``most`` is the size of the largest.
    """

    used: np.ndarray
    order: np.ndarray
    starts: np.ndarray
    most: int


_TOO_LARGE = 1 << 63
"""The first number that 64 bits do not hold."""


@cache
def _columns(edition_id: str) -> pd.Index[str]:
    import pandas as pd

    return pd.Index([field.id for field in edition_by_id(edition_id).fields], dtype=object)


def frame(reports: Sequence[Report]) -> pd.DataFrame:
    """Return the figures of reports: a row for each, in their order, a column for each field id.

    The columns are of dtype object, the cells int, Decimal or None (blank or unreadable). Without
    reports the frame is empty. Raises ValueError where the reports are of several editions.
    """
    import pandas as pd

    editions = {report.edition for report in reports}
    if not editions:
        return pd.DataFrame(dtype=object)
    if len(editions) > 1:
        raise ValueError(f"one frame holds one edition, not {sorted(editions)}")
    return of_rows(editions.pop(), list(map(row, reports)))


def row(report: Report) -> list[Number | None]:
    """Return the figures of a report in the form's order; None for one blank or unreadable."""
    return [figure.value for figure in _chosen(report.edition)(report.figures)]


@cache
def _chosen(edition_id: str) -> Callable[[Mapping[str, Figure]], tuple[Figure, ...]]:
    return itemgetter(*(field.id for field in edition_by_id(edition_id).fields))


def of_rows(edition_id: str, rows: Sequence[Sequence[Number | None]]) -> pd.DataFrame:
    """Return the frame of reports of one edition, given the row of each."""
    import numpy as np
    import pandas as pd

    columns = _columns(edition_id)
    cells = np.array(rows, dtype=object).reshape(len(rows), len(columns))
    return pd.DataFrame(cells, columns=columns.view(), dtype=cells.dtype, copy=False)


def total(frame: pd.DataFrame) -> pd.Series[int]:
    """Return the exact sum of each column of a frame, by field id; None where no row has a number.

    The series is of dtype object, its values int, Decimal or None.
    """
    import pandas as pd

    cells = frame.to_numpy()
    added = _filled(cells, len(cells)).sum(axis=0).astype(object)
    added[pd.isna(cells).all(axis=0)] = None
    return pd.Series(added, frame.columns, dtype=object)


def added(frame: pd.DataFrame, groups: Groups) -> list[list[Number]]:
    """Return, for each row of an edition's frame, the exact sum of each group; None counts 0.

    The result has a list for each row with a number for each group.
    """
    import numpy as np

    filled = _filled(frame.to_numpy()[:, groups.used], groups.most)
    ordered = filled[:, groups.order]
    sums: list[list[Number]] = np.add.reduceat(ordered, groups.starts, axis=1).tolist()
    return sums


def grouped(edition_id: str, groups: Sequence[tuple[str, ...]]) -> Groups:
    """Return groups of field ids of an edition as ``added`` takes them."""
    import numpy as np

    names = list(dict.fromkeys(name for group in groups for name in group))
    used = [_columns(edition_id).get_loc(name) for name in names]
    order = [names.index(name) for group in groups for name in group]
    sizes = list(map(len, groups))
    return Groups(np.array(used), np.array(order), np.cumsum([0, *sizes[:-1]]), max(sizes))


def _filled(cells: np.ndarray, most: int) -> np.ndarray:
    """Return the cells with 0 for None.

    They are 64-bit integers where all are whole and the sum of ``most`` of them cannot overflow,
    else the numbers themselves.
    """
    import numpy as np

    values = [0 if each is None else each for each in cells.ravel().tolist()]
    whole = set(map(type, values)) == {int}
    small = whole and max(map(abs, values)) * most < _TOO_LARGE
    return np.array(values, dtype=np.int64 if small else object).reshape(cells.shape)
