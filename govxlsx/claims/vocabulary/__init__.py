"""The words that speak of the form's figures: files beside what those words mean to the reader."""

from pathlib import Path

from govxlsx.claims.templates import terms

_IN_ORDER = ("applications", "proceedings", "results", "applicants", "disclosure", "asides")

TERMS = tuple(
    term
    for each in _IN_ORDER
    for term in terms(Path(__file__).with_name(f"{each}.txt").read_text(encoding="utf-8"))
)
"""Where one word is declared twice the earlier one is meant: special words before plain ones."""
