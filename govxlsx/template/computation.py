"""How a line of 校验 is computed: formulas, and what they give now."""

from __future__ import annotations

from dataclasses import dataclass

from govxlsx.report.figure import Number


@dataclass(frozen=True, slots=True)
class Computed:
    """A formula without its equals sign, and the number that it gives now."""

    formula: str
    value: Number


@dataclass(frozen=True, slots=True)
class Computation:
    """A line's verdict: ``formula`` gives it, ``result`` is what it gives now.

    ``found`` and ``expected`` are None where the line compares no numbers.
    """

    formula: str
    result: str
    found: Computed | None = None
    expected: Computed | None = None
