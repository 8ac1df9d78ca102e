"""With ``wide`` the only door to pandas: a report's figures and narrative as frames.

pandas is imported when a frame is asked for: commands that need none start without it.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from govxlsx.form.editions import edition_by_id
from govxlsx.form.editions.model import Edition
from govxlsx.report.figure import Figure, Paragraph

if TYPE_CHECKING:
    import pandas as pd

_NARRATIVE = "narrative"


@dataclass(frozen=True, slots=True)
class _Outline:
    """A table's frame without its figures: the field of each cell row by row, None for none."""

    rows: pd.Index[str]
    columns: pd.Index[str]
    fields: tuple[str | None, ...]


@cache
def _outline(edition_id: str, name: str) -> _Outline:
    import pandas as pd

    rows: dict[str, dict[str, str]] = {}
    columns: dict[str, None] = {}
    for field in edition_by_id(edition_id).fields_of[name]:
        rows.setdefault(field.row, {})[field.column] = field.id
        columns.setdefault(field.column)
    fields = tuple(row.get(column) for row in rows.values() for column in columns)
    return _Outline(pd.Index(list(rows)), pd.Index(list(columns)), fields)


class Frames(Mapping[str, "pd.DataFrame"]):
    """The frames disclosure, applications, proceedings and narrative, each made when asked for.

    The first three have row and column ids as index and columns, cells int, Decimal or None in
    object columns. The frame narrative has a row for each paragraph: part, level, text, cell.
    """

    def __init__(
        self,
        edition: Edition,
        figures: Mapping[str, Figure],
        narrative: Mapping[str, tuple[Paragraph, ...]],
    ) -> None:
        self._edition, self._figures, self._narrative = edition, figures, narrative
        self._made: dict[str, pd.DataFrame] = {}

    def __iter__(self) -> Iterator[str]:
        yield from (table.id for table in self._edition.tables)
        yield _NARRATIVE

    def __len__(self) -> int:
        return len(self._edition.tables) + 1

    def __getitem__(self, name: str) -> pd.DataFrame:
        if name not in self._made:
            if name not in tuple(self):
                raise KeyError(name)
            self._made[name] = self._words() if name == _NARRATIVE else self._table(name)
        return self._made[name]

    def _table(self, name: str) -> pd.DataFrame:
        import pandas as pd

        outline = _outline(self._edition.id, name)
        given = [None if each is None else self._figures[each].value for each in outline.fields]
        shape = (len(outline.rows), len(outline.columns))
        cells = pd.array(given, dtype=object).to_numpy().reshape(shape)
        return pd.DataFrame(cells, outline.rows.view(), outline.columns.view(), copy=False)

    def _words(self) -> pd.DataFrame:
        import pandas as pd

        return pd.DataFrame(
            [
                (part, each.level, each.text, str(each.at or ""))
                for part, paragraphs in self._narrative.items()
                for each in paragraphs
            ],
            columns=["part", "level", "text", "cell"],
        )
