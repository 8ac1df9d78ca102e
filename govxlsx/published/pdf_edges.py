"""Tables that a page has cut without a line: browsers draw none where a row goes over the page."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Any

_WIDE = 5.0
"""A shorter line, in points, is the end of one that is as thick."""

_SEVERAL = 3
"""So many upright lines that end side by side are those of a table."""

Edge = dict[str, Any]


def open_ends(edges: Sequence[Edge], near: float) -> list[Edge]:
    """Return the lines that are missing where the upright ones of a table begin or end.

    Edges less than ``near`` points apart are one.
    """
    across = [e for e in edges if e["orientation"] == "h" and e["x1"] - e["x0"] > _WIDE]
    upright = [e for e in edges if e["orientation"] == "v" and e["bottom"] - e["top"] > _WIDE]
    return [
        line
        for end in ("top", "bottom")
        for line in _ends(upright, end, near)
        if not any(_meets(each, line, near) for each in across)
    ]


def _ends(upright: Sequence[Edge], end: str, near: float) -> Iterator[Edge]:
    """Yield a line through the ends of the upright ones of each height."""
    held: list[Edge] = []
    for each in sorted(upright, key=lambda edge: float(edge[end])):
        if held and each[end] - held[0][end] > near:
            yield from _line(held, end, near)
            held = []
        held.append(each)
    yield from _line(held, end, near)


def _line(held: Sequence[Edge], end: str, near: float) -> Iterator[Edge]:
    places = sorted(each["x0"] for each in held)
    apart = sum(after - before > near for before, after in pairwise(places))
    if apart + 1 >= _SEVERAL:
        left, right, at = places[0], places[-1], held[0][end]
        given = {"x0": left, "x1": right, "top": at, "bottom": at}
        yield {"object_type": "line", **given, "width": right - left, "height": 0.0}


def _meets(edge: Edge, line: Edge, near: float) -> bool:
    beside = edge["x0"] < line["x1"] and edge["x1"] > line["x0"]
    return bool(beside and abs(edge["top"] - line["top"]) <= near)
