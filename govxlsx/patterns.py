"""Regular expressions that are compiled when they are first used: one run uses half of them."""

import re
from collections.abc import Callable
from functools import cached_property, partial
from typing import TYPE_CHECKING, Any, AnyStr

if TYPE_CHECKING:

    def regex(
        source: AnyStr, flags: int = 0, *, needs: tuple[AnyStr, ...] = ()
    ) -> re.Pattern[AnyStr]:
        """Return the pattern of a regular expression; it is compiled when it is first used.

        ``needs``: all that it finds has one of these in it. Where a text has none of them, which is
        told in a tenth of the time, it is not searched.
        """

else:

    class regex:  # noqa: N801 - to its users it is a function
        """Stands for a pattern; what was once asked of it is its own, as fast as a pattern's."""

        def __init__(
            self, source: str | bytes, flags: int = 0, *, needs: tuple[str | bytes, ...] = ()
        ) -> None:
            self._given = source, flags
            self.needs = needs

        def __reduce__(self) -> tuple[Any, ...]:
            return partial(regex, needs=self.needs), self._given

        @cached_property
        def _compiled(self) -> re.Pattern[Any]:
            return re.compile(*self._given)

        def __getattr__(self, name: str) -> Any:
            scans = self.needs and name in ("search", "finditer")
            found = self._sparing(name) if scans else getattr(self._compiled, name)
            setattr(self, name, found)
            return found

        def _sparing(self, name: str) -> Callable[..., Any]:
            """Return the method that looks for what the pattern needs before it searches."""

            def scan(text: str | bytes, *span: int) -> Any:
                if self._is_met(text):
                    return getattr(self._compiled, name)(text, *span)
                return iter(()) if name == "finditer" else None

            return scan

        def _is_met(self, text: Any) -> bool:
            """Tell whether a text has what the pattern needs.

            That a character is missing is told in a tenth of a word's time.
            """
            return any(each[0] in text and each[-1] in text and each in text for each in self.needs)
