"""What small parts say is remembered by their bytes: workbooks of one template share many parts."""

from collections.abc import Callable, Iterable
from functools import lru_cache
from itertools import chain
from typing import TypeVar

_T = TypeVar("_T")


class Content(bytes):
    """What is remembered by its bytes: told apart by its length, for to compare is faster."""

    __slots__ = ()

    def __hash__(self) -> int:
        return len(self)


LARGEST = 1 << 16
"""The largest part, in bytes, that is remembered."""

MOST = 64
"""How many parts are remembered of a kind."""


def remembered(look: Callable[[Iterable[bytes]], _T]) -> Callable[[Iterable[bytes]], _T]:
    """Return ``look``, a function of a part's bytes alone, with a memory for small parts.

    What it returns is shared: nobody may change it. Errors are not remembered.
    """

    @lru_cache(maxsize=MOST)
    def known(content: Content) -> _T:
        return look((content,))

    def found(pieces: Iterable[bytes]) -> _T:
        rest = iter(pieces)
        first, second = next(rest, b""), next(rest, b"")
        if not second and len(first) <= LARGEST:
            return known(Content(first))
        return look(chain((first, second), rest))

    return found
