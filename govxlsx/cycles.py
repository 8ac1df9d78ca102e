"""How often the interpreter looks for objects that hold each other."""

from __future__ import annotations

import gc

_OBJECTS = 50_000
"""So many are made in between. At the interpreter's own 700 it looks a thousand times while pandas
and our modules are imported, a tenth of what a cold check takes; almost nothing here is cyclic."""


def look_seldom() -> None:
    """Have this process look for cycles seldom."""
    gc.set_threshold(_OBJECTS)
