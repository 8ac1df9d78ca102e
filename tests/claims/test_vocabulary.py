"""Every term's own examples, run as they stand beside the term, and every word of every term."""

from decimal import Decimal

import pytest

from govxlsx.claims import extract_claims, summed
from govxlsx.claims.folding import fold
from govxlsx.claims.model import Kind, Term
from govxlsx.claims.scanning import tokens
from govxlsx.claims.templates import expand
from govxlsx.claims.vocabulary import TERMS
from govxlsx.form.editions import editions

OWNERS = {word: term for term in reversed(TERMS) for word in expand(term.words)}
WITH_EXAMPLES = [term for term in TERMS if term.examples]
FIELDS = (Kind.CARRIED, Kind.GROUP, Kind.ITEM, Kind.APPLICANT, Kind.PROCEEDING, Kind.MONEY)


@pytest.mark.parametrize("term", WITH_EXAMPLES, ids=lambda term: f"{term.kind!r}-{term.meaning}")
def test_examples(term: Term) -> None:
    for example in term.examples:
        text, _, told = example.partition(" →")
        pairs = (each.split() for each in told.split(",") if told)
        expected = {field: Decimal(value) for field, value in pairs}
        claims = extract_claims(text, 2024, "2021")
        assert {claim.field: claim.value for claim in claims} == expected, text


@pytest.mark.parametrize("term", TERMS, ids=lambda term: f"{term.kind!r}-{term.meaning}")
def test_every_word_is_read_as_its_own_term(term: Term) -> None:
    read = 0
    for word in expand(term.words):
        assert fold(word).text == word
        if OWNERS[word] is not term or word == "零":  # alone it is the number
            continue
        read += 1
        found = tokens(word)
        if term.kind is Kind.FILL:
            assert found == [], word
        else:
            assert [(each.kind, each.start, each.end) for each in found] == [
                (term.kind, 0, len(word))
            ], word
    assert read, "earlier terms have all of its words"


@pytest.mark.parametrize(
    "term", [term for term in TERMS if term.kind in FIELDS and "." in term.meaning], ids=str
)
def test_a_term_names_figures_of_an_edition(term: Term) -> None:
    for name in (term.meaning, *term.alternatives):
        known = [edition.id for edition in editions() if summed(edition.id, name)]
        assert known or name == "fee.information_processing"


def test_templates_spell_out_choices_and_what_may_be_missing() -> None:
    assert list(expand(["上[一]年(转|结转)", "无"])) == [
        "上年转",
        "上年结转",
        "上一年转",
        "上一年结转",
        "无",
    ]
    assert list(expand(["a(b[c|d]|)e"])) == ["abe", "abce", "abde", "ae"]
