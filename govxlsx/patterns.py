"""Regular expressions that are compiled when they are first used: one run uses half of them."""

from __future__ import annotations

import re
from functools import cached_property
from typing import TYPE_CHECKING, Any, AnyStr

if TYPE_CHECKING:

    def regex(source: AnyStr, flags: int = 0) -> re.Pattern[AnyStr]:
        """Return the pattern of a regular expression; it is compiled when it is first used."""

else:

    class regex:  # noqa: N801 - to its users it is a function
        """Stands for a pattern; what was once asked of it is its own, as fast as a pattern's."""

        def __init__(self, source: str | bytes, flags: int = 0) -> None:
            self._given = source, flags

        def __reduce__(self) -> tuple[type[regex], tuple[str | bytes, int]]:
            return regex, self._given

        @cached_property
        def _compiled(self) -> re.Pattern[Any]:
            return re.compile(*self._given)

        def __getattr__(self, name: str) -> Any:
            found = getattr(self._compiled, name)
            setattr(self, name, found)
            return found
