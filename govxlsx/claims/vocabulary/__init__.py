"""The words that speak of the form's figures, beside the fields that they speak of."""

from __future__ import annotations

from govxlsx.claims.model import Term
from govxlsx.claims.vocabulary import (
    applicants,
    applications,
    asides,
    disclosure,
    proceedings,
    results,
)

TERMS: tuple[Term, ...] = (
    *applications.TERMS,
    *proceedings.TERMS,
    *results.TERMS,
    *applicants.TERMS,
    *disclosure.TERMS,
    *asides.TERMS,
)
"""Where one word is declared twice the earlier one is meant: special words before plain ones."""
