"""Which body a report is of: two spellings of its name are one agency."""

from __future__ import annotations

from govxlsx.text import label_key

_ONE_BRACKET = str.maketrans("[]", "()")


def agency_key(name: str) -> str:
    """Return what an agency's name is compared by, "" for a blank one.

    White space, width and case do not count, nor does the kind of brackets: 〔〕, （） and [] are
    alike.
    """
    return label_key(name).translate(_ONE_BRACKET)
