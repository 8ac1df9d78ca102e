"""A report as a few hundred bytes: enough to find the reports that are like it."""

from __future__ import annotations

from array import array
from dataclasses import dataclass, replace
from functools import cache
from hashlib import blake2b

from govxlsx.checking.likeness.gist import gist
from govxlsx.form.editions import edition_by_id
from govxlsx.report.identity import agency_key
from govxlsx.report.model import Report

SLOTS = 510
"""How many values a sketch has; a share told from them is right within about two hundredths."""

SIZE = SLOTS * array("I").itemsize
"""How many bytes a sketch has."""

SHORTEST = 120
"""Texts with fewer characters of their own are too short to say who wrote them."""

EVIDENCE = 6
"""How many digits the figures other than 0 must have together. One application received and
answered is the whole year of many a small body: that two report the same says nothing."""

_SEED = 1
_WIDTH = 4
"""Characters of a shingle. Four UTF-16 characters are one 64-bit number: no hash is needed."""


@dataclass(frozen=True, slots=True)
class Signature:
    """What is kept of a report to compare it with others; about 2 KB, to be pickled.

    ``sketch`` is the MinHash of its own words, b"" where they are too few. ``figures`` is the
    digest of its figures, b"" where too few of them say anything. ``explained`` are the agency's
    explanations of the B9 warnings, code and text.
    """

    agency: str
    year: int | None
    edition: str
    source: str
    sketch: bytes = b""
    figures: bytes = b""
    explained: tuple[tuple[str, str], ...] = ()

    @property
    def owner(self) -> str:
        """The agency's name folded for comparison; "" where it is not given."""
        key = agency_key(self.agency)
        return self.agency if key == self.agency else key  # one text, as a rule

    def brief(self) -> Signature:
        """Return it with a digest in place of the sketch, which is kept elsewhere.

        Two digests are equal where the sketches are; b"" stays b"".
        """
        return replace(self, sketch=self.sketch and blake2b(self.sketch, digest_size=16).digest())


def signature(report: Report) -> Signature:
    """Return a report's signature. Pure: may be computed in any process."""
    return Signature(
        agency=report.agency.name,
        year=report.year,
        edition=report.edition,
        source=report.source,
        sketch=sketch(gist(report)),
        figures=_figures(report),
        explained=tuple(
            (each.code, each.text) for each in report.explanations if each.code.startswith("B9")
        ),
    )


def sketch(text: str) -> bytes:
    """Return the MinHash of a text, SLOTS 32-bit numbers; b"" for a text that is too short."""
    if len(text) < SHORTEST:
        return b""
    from rensa import RMinHash  # type: ignore[import-untyped]

    held = shingles(text)
    ends = (0, len(held))
    matrix = RMinHash.digest_matrix_from_flat_token_hashes(held, ends, SLOTS, _SEED)
    return array("I", matrix.to_rows()[0]).tobytes()


def shingles(text: str) -> memoryview[int]:
    """Return every run of four characters of a text as a number; their order means nothing."""
    data, held = text.encode("utf-16-le", "ignore"), bytearray()
    for start in range(0, 2 * _WIDTH, 2):
        end = start + (len(data) - start) // (2 * _WIDTH) * (2 * _WIDTH)
        held += data[start:end]
    return memoryview(held).cast("Q")


def _figures(report: Report) -> bytes:
    written = {field_id: figure.text or "0" for field_id, figure in report.figures.items()}
    telling = sum(len(written[each]) for each in _free(report.edition) if written[each] != "0")
    if telling < EVIDENCE:
        return b""
    fields = edition_by_id(report.edition).field_by_id
    text = "\n".join((report.edition, *(written[each] for each in fields)))
    return blake2b(text.encode("utf-8", "replace"), digest_size=16).digest()


@cache
def _free(edition_id: str) -> tuple[str, ...]:
    """Return the figures that no prescribed sum determines."""
    edition = edition_by_id(edition_id)
    bound = {each.field for each in edition.sums}
    return tuple(each.id for each in edition.fields if each.id not in bound)
