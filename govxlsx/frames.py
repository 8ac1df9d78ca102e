"""The only door to pandas: a report's figures and narrative as frames.

pandas is imported when a frame is asked for: commands that need none start without it.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING

from govxlsx.editions.model import Edition
from govxlsx.figure import Figure, Number, Paragraph

if TYPE_CHECKING:
    import pandas as pd

_NARRATIVE = "narrative"


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
        import pandas as pd  # noqa: PLC0415

        rows: dict[str, dict[str, Number | None]] = {}
        columns: dict[str, None] = {}
        for field in self._edition.fields:
            if field.table == name:
                rows.setdefault(field.row, {})[field.column] = self._figures[field.id].value
                columns.setdefault(field.column)
        cells = [[row.get(column) for column in columns] for row in rows.values()]
        return pd.DataFrame(cells, list(rows), list(columns), dtype=object)

    def _words(self) -> pd.DataFrame:
        import pandas as pd  # noqa: PLC0415

        return pd.DataFrame(
            [
                (part, each.level, each.text, str(each.at or ""))
                for part, paragraphs in self._narrative.items()
                for each in paragraphs
            ],
            columns=["part", "level", "text", "cell"],
        )
