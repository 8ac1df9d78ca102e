"""The only door to pandas: a report's figures and narrative as frames.

pandas is imported when a frame is asked for: commands that need none start without it.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from govxlsx.editions.model import Edition
from govxlsx.figure import Figure, Number, Paragraph

if TYPE_CHECKING:
    import pandas as pd


def of(
    edition: Edition,
    figures: Mapping[str, Figure],
    narrative: Mapping[str, tuple[Paragraph, ...]],
) -> dict[str, pd.DataFrame]:
    """Return the frames disclosure, applications, proceedings and narrative.

    The first three have row and column ids as index and columns, cells int, Decimal or None in
    object columns. The frame narrative has a row for each paragraph: part, level, text, cell.
    """
    import pandas as pd  # noqa: PLC0415

    frames = {}
    for table in edition.tables:
        rows: dict[str, dict[str, Number | None]] = {}
        columns: dict[str, None] = {}
        for field in edition.fields:
            if field.table == table.id:
                rows.setdefault(field.row, {})[field.column] = figures[field.id].value
                columns.setdefault(field.column)
        cells = [[row.get(column) for column in columns] for row in rows.values()]
        frames[table.id] = pd.DataFrame(cells, list(rows), list(columns), dtype=object)
    frames["narrative"] = pd.DataFrame(
        [
            (part, each.level, each.text, str(each.at or ""))
            for part, paragraphs in narrative.items()
            for each in paragraphs
        ],
        columns=["part", "level", "text", "cell"],
    )
    return frames
