"""Names that a package offers and that are imported when they are used, each from its module.

What starts quickly needs one module of a room, not all that the room's door names.
"""

from __future__ import annotations

import sys

TYPE_CHECKING = False
if TYPE_CHECKING:  # nothing is imported before the command line is ready for Ctrl-C
    from collections.abc import Callable, Mapping
    from typing import Any


def exported(package: str, homes: Mapping[str, str]) -> Callable[[str], Any]:
    """Return a package's ``__getattr__``: ``homes`` tells in which of its modules each name is."""

    def imported(name: str) -> Any:
        if name not in homes:
            raise AttributeError(f"module {package!r} has no attribute {name!r}")
        home = f"{package}.{homes[name]}"
        __import__(home)
        found = getattr(sys.modules[home], name)
        setattr(sys.modules[package], name, found)
        return found

    return imported
