"""Every term's own examples, run as they stand beside the term."""

from __future__ import annotations

import re
from collections import Counter

import pytest

from govxlsx.claims import extract_claims, summed
from govxlsx.claims.folding import fold
from govxlsx.claims.model import Role, Term
from govxlsx.claims.vocabulary import TERMS
from govxlsx.form.editions import editions

WITH_EXAMPLES = [term for term in TERMS if term.examples]
FIELDS = {
    Role.GROUP,
    Role.ITEM,
    Role.APPLICANT,
    Role.STAGE,
    Role.PROCEEDING,
    Role.MONEY,
}


@pytest.mark.parametrize("term", WITH_EXAMPLES, ids=lambda term: f"{term.role.name}-{term.meaning}")
def test_examples(term: Term) -> None:
    for text, expected in term.examples:
        claims = extract_claims(text, 2024, "2021")
        assert {claim.field: claim.value for claim in claims} == expected, text


@pytest.mark.parametrize("term", WITH_EXAMPLES, ids=lambda term: f"{term.role.name}-{term.meaning}")
def test_the_pattern_is_met_in_its_examples(term: Term) -> None:
    found = [re.search(term.pattern, fold(text).text) for text, _ in term.examples]
    assert any(found)
    assert all(term.key in each.group() for each in found if each is not None)


@pytest.mark.parametrize(
    "term", [term for term in TERMS if term.role in FIELDS], ids=lambda term: term.meaning
)
def test_a_term_names_figures_of_an_edition(term: Term) -> None:
    for name in (term.meaning, *term.alternatives):
        known = [edition.id for edition in editions() if summed(edition.id, name)]
        assert known or name == "fee.information_processing"


def test_no_pattern_is_declared_twice() -> None:
    counts = Counter(term.pattern for term in TERMS)
    assert [pattern for pattern, count in counts.items() if count > 1] == []
