"""Work in stages, through each of which several pieces of it go one after the other.

What a stage needs (code, patterns, what is remembered) is then in the processor's cache, which is
smaller than all of it.
"""

from collections.abc import Generator, Iterable
from typing import TypeVar

_T = TypeVar("_T")

Staged = Generator[None, None, _T]
"""Work that stops between its stages, and returns what it has made."""


def at_one_go(work: Staged[_T]) -> _T:
    """Do one piece of work from its beginning to its end. Raises what it raises."""
    return together((work,))[0]


def together(works: Iterable[Staged[_T]]) -> list[_T]:
    """Do pieces of work stage by stage; return what each has made. Raises what one of them raises.

    Each goes on where it stands: those with fewer stages are done earlier.
    """
    found: dict[int, _T] = {}
    begun = dict(enumerate(works))
    count = len(begun)
    while begun:
        for place, work in [*begun.items()]:
            try:
                next(work)
            except StopIteration as end:
                found[place] = end.value
                del begun[place]
    return [found[place] for place in range(count)]
