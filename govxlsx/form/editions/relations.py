"""The prescribed sums: what kinds there are, and each of them."""

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Sum:
    """One prescribed sum: the totals add up to the parts. ``fields`` is in the form's order."""

    code: str
    field: str
    parts: tuple[str, ...]
    totals: tuple[str, ...]
    fields: tuple[str, ...]

    @property
    def is_total(self) -> bool:
        """Whether it tells of one total what its parts are; the balance of part three does not."""
        return self.totals == (self.field,)


@dataclass(frozen=True, slots=True)
class Relation:
    """One kind of prescribed sum, held for every row (or column) named in ``over``.

    In the table's frame, for each item of ``over``: the figures named in ``totals`` add up to those
    named in ``parts``. ``axis`` "row" means that ``over`` names rows and the others columns;
    "column" the reverse. A broken sum is reported at the item's figure named ``at``.
    """

    code: str
    table: str
    axis: str
    parts: tuple[str, ...]
    totals: tuple[str, ...]
    at: str
    over: tuple[str, ...]

    def field_id(self, item: str, other: str) -> str:
        """Return the id of the figure where ``item`` of ``over`` meets ``other``."""
        row, column = (item, other) if self.axis == "row" else (other, item)
        return f"{self.table}.{row}.{column}"

    def sum_of(self, item: str, order: Mapping[str, int]) -> Sum:
        """Return the sum of one item; ``order`` tells where in the form each figure stands."""
        parts = tuple(self.field_id(item, name) for name in self.parts)
        totals = tuple(self.field_id(item, name) for name in self.totals)
        return Sum(
            code=self.code,
            field=self.field_id(item, self.at),
            parts=parts,
            totals=totals,
            fields=tuple(sorted((*parts, *totals), key=order.__getitem__)),
        )
