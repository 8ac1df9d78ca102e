"""Bars drawn as SVG: a group of bars for each report, side by side or piled up."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction

from govxlsx.desk.compare.series import Series
from govxlsx.report.figure import plain
from govxlsx.showing.page.markup import Element, tag

_WIDTH, _HEIGHT = 640, 320
_LEFT, _RIGHT, _TOP, _BOTTOM = 70, 10, 20, 60
_INSIDE = _HEIGHT - _TOP - _BOTTOM
_TICKS = 4
_KINDS = 7
"""So many colours are told apart."""


@dataclass(frozen=True, slots=True)
class _Scale:
    """From 0 to ``top``, which is a round number of ``_TICKS`` steps."""

    top: int

    def height(self, value: Fraction | int) -> int:
        """Return how high a value stands, in pixels."""
        return int(max(Fraction(value), Fraction(0)) / self.top * _INSIDE)


def bars(title: str, labels: Sequence[str], series: Sequence[Series], *, piled: bool) -> Element:
    """Return a figure with the plot, its legend, and a sentence for those who do not see it."""
    groups = [[Fraction(each.values[at] or 0) for each in series] for at in range(len(labels))]
    tops = (sum(group, Fraction(0)) if piled else max(group) for group in groups)
    highest = max(tops, default=Fraction(0))
    scale = _Scale(_round(highest))
    room = (_WIDTH - _LEFT - _RIGHT) // max(1, len(labels))
    drawn = (
        mark
        for at, group in enumerate(groups)
        for mark in _group(group, series, at, room, scale, piled=piled)
    )
    names = (
        tag(
            "text",
            label,
            x=_LEFT + at * room + room // 2,
            y=_HEIGHT - _BOTTOM + 22,
            text_anchor="middle",
        )
        for at, label in enumerate(labels)
    )
    picture = tag(
        "svg",
        *_axis(scale),
        *drawn,
        *names,
        viewBox=f"0 0 {_WIDTH} {_HEIGHT}",
        role="img",
        aria_label=f"{title}：{_spoken(labels, series)}",
    )
    legend = (
        tag("li", tag("span", class_=f"swatch c{at % _KINDS}", aria_hidden="true"), each.label)
        for at, each in enumerate(series)
    )
    return tag(
        "figure",
        tag("figcaption", f"{title}（件）"),
        picture,
        tag("ul", *legend, class_="legend"),
        class_="plot",
    )


def _round(highest: Fraction) -> int:
    """Return the least of 4, 8, 20, 40, 80, 200 … that is not below the highest value."""
    unit = 1
    while True:
        for step in (1, 2, 5):
            if step * unit * _TICKS >= highest:
                return step * unit * _TICKS
        unit *= 10


def _axis(scale: _Scale) -> Iterator[Element]:
    for tick in range(_TICKS + 1):
        value = scale.top * tick // _TICKS
        height = _HEIGHT - _BOTTOM - scale.height(value)
        yield tag("line", x1=_LEFT, x2=_WIDTH - _RIGHT, y1=height, y2=height, class_="rule")
        yield tag("text", str(value), x=_LEFT - 8, y=height + 4, text_anchor="end")


def _group(
    values: Sequence[Fraction],
    series: Sequence[Series],
    at: int,
    room: int,
    scale: _Scale,
    *,
    piled: bool,
) -> Iterator[Element]:
    """Yield the bars of one report, and the value over each that stands by itself."""
    many = 1 if piled else max(1, len(values))
    wide = min(90, room * 7 // 10 // many)
    left = _LEFT + at * room + (room - wide * many) // 2
    floor = _HEIGHT - _BOTTOM
    for number, value in enumerate(values):
        tall = scale.height(value)
        x = left if piled else left + number * wide
        told = series[number].values[at]
        if told is not None:
            hover = tag("title", f"{series[number].label} {plain(told)}")
            yield tag(
                "rect",
                hover,
                x=x,
                y=floor - tall,
                width=wide - 2,
                height=tall,
                class_=f"c{number % _KINDS}",
            )
            if not piled:
                middle = x + (wide - 2) // 2
                yield tag("text", plain(told), x=middle, y=floor - tall - 5, text_anchor="middle")
        if piled:
            floor -= tall


def _spoken(labels: Sequence[str], series: Sequence[Series]) -> str:
    return "；".join(
        f"{label} "
        + "、".join(
            f"{each.label} {plain(value)}" if value is not None else f"{each.label} 没有填"
            for each in series
            for value in (each.values[at],)
        )
        for at, label in enumerate(labels)
    )
