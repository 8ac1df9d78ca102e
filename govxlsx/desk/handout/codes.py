"""Codes by which a body proves who it is: random, and typed from paper without a mistake."""

from __future__ import annotations

import secrets

ALPHABET = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ"
"""32 characters, five bits each; 0 and O, 1 and I are left out."""

_GROUPS, _GROUP = 3, 4


def new_code() -> str:
    """Return a code of 60 random bits, as K7WQ-3MXD-9RTF."""
    groups = ("".join(secrets.choice(ALPHABET) for _ in range(_GROUP)) for _ in range(_GROUPS))
    return "-".join(groups)
