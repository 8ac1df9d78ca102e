"""The words that speak of the form's figures, beside the fields that they speak of."""

from govxlsx.claims.vocabulary import (
    applicants,
    applications,
    asides,
    disclosure,
    proceedings,
    results,
)

_IN_ORDER = (applications, proceedings, results, applicants, disclosure, asides)

TERMS = tuple(term for each in _IN_ORDER for term in each.TERMS)
"""Where one word is declared twice the earlier one is meant: special words before plain ones."""
