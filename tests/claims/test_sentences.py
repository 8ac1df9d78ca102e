"""Labelled paragraphs: what is missed of their claims, and what is found that is none."""

from decimal import Decimal

import pytest
from sentences import sentences

from govxlsx import extract_claims

KNOWN_MISSES = {
    "first": 0,
    "second": 0,
    "third": 0,
    "fourth": 0,
    "fifth": 0,
    "sixth": 0,
    "seventh": 0,
    "eighth": 0,
    "ninth": 2,
    "tenth": 0,
    "eleventh": 2,
    "twelfth": 2,
    "thirteenth": 3,
    "fourteenth": 2,
    "fifteenth": 2,
    "sixteenth": 2,
    "seventeenth": 2,
    "eighteenth": 0,
    "nineteenth": 0,
    "twentieth": 0,
    "twenty-first": 11,
    "twenty-second": 3,
    "twenty-third": 0,
    "twenty-fourth": 18,
    "twenty-fifth": 7,
    "twenty-sixth": 5,
    "twenty-seventh": 0,
    "twenty-eighth": 14,
    "twenty-ninth": 12,
    "thirtieth": 2,
    "thirty-first": 11,
    "thirty-second": 4,
    "thirty-third": 4,
    "thirty-fourth": 2,
    "thirty-fifth": 3,
    "thirty-sixth": 13,
    "thirty-seventh": 0,
    "neighbours": 0,
}


@pytest.mark.parametrize("name", list(KNOWN_MISSES))
def test_labelled_paragraphs(name: str) -> None:
    missed, false = [], []
    for each in sentences(name):
        said = set()
        for claim in extract_claims(each.text, each.year):
            fields = (claim.field, *claim.alternatives[:2])
            readings = {(field, Decimal(claim.value)) for field in fields}
            said |= readings & each.claims
            if not readings & (each.claims | each.open):
                false.append((each.text, claim))
        missed += [(each.text, claim) for claim in each.claims - said]
    assert false == []
    assert len(missed) <= KNOWN_MISSES[name], missed
