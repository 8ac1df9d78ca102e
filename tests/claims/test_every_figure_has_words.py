"""The vocabulary has words for every figure of every edition; what lacks them is named."""

import pytest

from govxlsx.claims import summed
from govxlsx.claims.vocabulary import TERMS
from govxlsx.form.editions import editions
from govxlsx.form.editions.model import Edition
from govxlsx.form.editions.tables import Field

UNTOLD = {"disclosure.fees.previous_items", "disclosure.fees.change"}
"""The number of kinds of fees: no report tells it in its text."""


def unspoken(edition: Edition) -> list[str]:
    """Return the figures for which the vocabulary has no words.

    Of part three, only totals are told in texts.
    """
    meanings = {each for term in TERMS for each in (term.meaning, *term.alternatives) if each}
    alone = {summed(edition.id, each) for each in meanings}
    steps = {each.rpartition(".")[2] for each in meanings} | {"pending", "total"}

    def told(field: Field) -> bool:
        if field.table == "applications":
            return field.column != "total" or (field.id,) in alone
        return (field.id,) in alone or {field.row.rpartition(".")[2], field.column} <= steps

    return [field.id for field in edition.fields if not told(field)]


@pytest.mark.parametrize("edition", editions(), ids=lambda edition: edition.id)
def test_every_figure_has_words(edition: Edition) -> None:
    assert set(unspoken(edition)) <= UNTOLD
