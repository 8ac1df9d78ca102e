"""The figures that a Chinese text claims (contract: ``extract_claims`` and ``govxlsx claims``).

Words are declared beside the fields they speak of (``vocabulary/``); a sentence is read as terms
and quantities, and each quantity goes to the term that it stands at.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from govxlsx.lazily import exported

if TYPE_CHECKING:
    from govxlsx.claims.extraction import extract_claims
    from govxlsx.claims.fields import label, summed
    from govxlsx.claims.model import Claim

__all__ = ["Claim", "extract_claims", "label", "summed"]

__getattr__ = exported(
    __name__,
    {"Claim": "model", "extract_claims": "extraction", "label": "fields", "summed": "fields"},
)
