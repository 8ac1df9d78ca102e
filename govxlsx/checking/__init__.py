"""The checks: one rule a file, each a pure look at a report."""

from typing import TYPE_CHECKING

from govxlsx.lazily import exported

if TYPE_CHECKING:
    from govxlsx.checking.engine import check, unusable

__all__ = ["check", "unusable"]

__getattr__ = exported(__name__, dict.fromkeys(__all__, "engine"))
