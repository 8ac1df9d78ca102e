"""The checks: one rule a file, each a pure look at a report."""

from __future__ import annotations

from govxlsx.checking.engine import check, unusable

__all__ = ["check", "unusable"]
