"""The figures that a Chinese text claims (contract: ``extract_claims`` and ``govxlsx claims``).

A sentence takes these steps. Where it is misjudged, look at the first whose outcome is not what the
words mean; ``sentences.sentence(fold(text).text, year)`` shows the outcome of 2 to 5.

1. ``extraction`` folds the text (``folding``) and finds the sentences that count or deny; of what
   stands before them in the paragraph it takes the last clause that tells of what is spoken. In
   the end it leaves out what is said to be of something else.
2. ``scanning`` makes ``Token``s: the words of ``vocabulary/`` (written as ``templates``, found by
   ``lexicon``), numbers (``quantities``, ``numerals``, ``units``) and marks. A missing or wrong
   word is mended in ``vocabulary/``.
3. ``clauses``: what stands between two commas, and the brackets in it.
4. ``phrases``: several words become one (``together``); why something was is left out (``causes``).
5. ``pieces``: each number with the words before it and behind it (``predicates``).
6. ``reading`` goes through clauses and pieces with what is known so far, the ``Thread`` of
   ``topics``. A number is read in ``counting``: ``naming`` tells what it is of, ``claiming`` what
   it claims of that, ``heads/`` which field that is, ``sums`` reads money, ``parts`` and ``ways``
   know numbers that are parts of others, ``unnamed`` reads those that name nothing. Words without
   a number are read in ``zeros`` (``denials``) and ``wholes``: nothing, or all of what was told
   before.
7. ``bases``: whether the first number is what came in or what was accepted.

``fields`` tells which figures of the form a claim adds up; ``listing`` serves the rules on totals.
"""

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
