"""The batch as one workbook: who, what is wrong, the figures, the shares, who is missing."""

from __future__ import annotations

from govxlsx.desk.summary.book import workbook
from govxlsx.desk.summary.gathering import Asked, gathered
from govxlsx.desk.summary.material import Material

__all__ = ["Asked", "Material", "gathered", "workbook"]
