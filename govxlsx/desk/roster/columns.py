"""The columns of a roster: which there are, and what their headings are called."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from govxlsx.addresses import column_letters
from govxlsx.desk.roster.rows import RosterError, Row
from govxlsx.text import label_key, trim

HEADINGS = {
    "name": ("机关名称", "name", "单位名称"),
    "kind": ("机关类别", "kind"),
    "parent": ("上级机关", "parent"),
    "aliases": ("别名", "aliases"),
    "contact": ("联系人", "contact"),
    "phone": ("电话", "phone", "联系电话"),
    "email": ("邮箱", "email", "电子邮箱"),
    "deadline": ("期限", "deadline", "报送期限"),
    "code": ("编码", "code"),
}
"""The columns, each with its headings; the first one is what it is called."""

_REQUIRED = ("name", "kind", "parent")
_KNOWN = {label_key(name): column for column, names in HEADINGS.items() for name in names}
_TITLES = 5
"""Within so many rows the headings stand; above them there may be a title."""


@dataclass(frozen=True, slots=True)
class Columns:
    """Where each column is, counted from 0; and the faults found so far, in order."""

    places: dict[str, int]
    faults: list[str] = field(default_factory=list)

    def cell(self, row: Row, column: str) -> str:
        """Return what a row has in a column, "" where it has nothing."""
        place = self.places.get(column)
        return trim(row.cells[place]) if place is not None and place < len(row.cells) else ""

    def at(self, number: int, column: str) -> str:
        """Return how a cell is named to people: 第 3 行 B 列."""
        place = self.places.get(column)
        letters = f" {column_letters(place)} 列" if place is not None else ""
        return f"第 {number} 行{letters}"


def split(rows: Sequence[Row], source: str) -> tuple[Columns, Sequence[Row]]:
    """Tell the row of the headings from those below. Raises RosterError."""
    if not rows:
        raise RosterError(f"名册“{source}”是空的。{wanted()}")
    top = next((n for n, row in enumerate(rows[:_TITLES]) if _is_head(row)), 0)
    return Columns(_places(rows[top], source)), rows[top + 1 :]


def wanted() -> str:
    """Return which headings a roster has."""
    required = "、".join(f"{HEADINGS[each][0]}（{each}）" for each in _REQUIRED)
    optional = "、".join(names[0] for name, names in HEADINGS.items() if name not in _REQUIRED)
    return f"第一行应当是表头：{required}，还可以有{optional}。"


def _is_head(row: Row) -> bool:
    return sum(label_key(cell) in _KNOWN for cell in row.cells) > 1


def _places(head: Row, source: str) -> dict[str, int]:
    found: dict[str, int] = {}
    for place, cell in enumerate(head.cells):
        column = _KNOWN.get(label_key(cell))
        if column in found:
            raise RosterError(
                f"名册“{source}”的表头中“{HEADINGS[column][0]}”（{column}）出现了两次："
                f"{column_letters(found[column])} 列和 {column_letters(place)} 列，请只留一列。"
            )
        if column is not None:
            found[column] = place
    for column in _REQUIRED:
        if column not in found:
            raise RosterError(
                f"名册“{source}”的表头中没有“{HEADINGS[column][0]}”（{column}）这一列。{wanted()}"
            )
    return found
