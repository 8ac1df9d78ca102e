"""What is printed in which cell: a figure wider than its cell reaches over the line beside it."""

from collections.abc import Iterator, Sequence
from itertools import pairwise

from govxlsx.patterns import regex
from govxlsx.published import asides
from govxlsx.published.pdf_lines import TextLine, lines
from govxlsx.published.pdf_signs import Sign

Rectangle = tuple[float, float, float, float]
"""Left, top, right and bottom, in points."""

_FIGURE = frozenset("0123456789.,-+")
_DIGITS, _WORDY = regex(r"[\d,，]+$"), regex("[\u4e00-\u9fff]")
_PADDING = 12.0
"""Word leaves hardly less of a cell free, in points, on both sides together."""

_SQUARES = 40
_EDGE = 1.0
"""A cell so near to the edge of its page, in points, goes on beyond it."""

_SPECK = 3.0
"""A smaller picture, in points, shows no digit."""

_OVER = 0.05
"""Signs that share more, by their size, are printed over one another."""

_BEYOND = 0.15
"""A sign is on a line where it reaches farther, by its size, to both sides."""

_NEAR = 0.1
"""Signs that stand nearer to one another, by their size, are of one figure."""


def is_inside(sign: Sign, box: Rectangle) -> bool:
    """Tell whether the middle of a sign is in a box."""
    across, down = (sign["x0"] + sign["x1"]) / 2, (sign["top"] + sign["bottom"]) / 2
    return bool(box[0] <= across < box[2] and box[1] <= down < box[3])


def texts_of(
    boxes: Sequence[Rectangle],
    signs: Sequence[Sign],
    pictures: Sequence[Sign],
    page: Rectangle,
    *,
    wraps: bool,
) -> dict[Rectangle, str]:
    """Return what each cell of a page shows; ``wraps`` tells that figures may go on over lines."""
    held = held_in(boxes, signs)
    several = {box: list(lines(held[box])) for box in boxes}
    # One cell that has two figures, one below the other, tells that others may.
    wraps = wraps and all(map(_is_full, several, several.values()))
    texts = {box: text_of(box, several[box], page, wraps=wraps) for box in boxes}
    return {box: pictured(box, text, pictures) for box, text in texts.items()}


def held_in(boxes: Sequence[Rectangle], signs: Sequence[Sign]) -> dict[Rectangle, list[Sign]]:
    """Return the signs of each cell.

    A figure over the line between cells is that of the one cell in whose middle it stands; where
    it may be two figures that touch, each of the cells has it as what is no figure.
    """
    held: dict[Rectangle, list[Sign]] = {box: [] for box in boxes}
    owner: dict[int, Rectangle] = {}
    near = _Near(boxes)
    for each in signs:
        for box in near.of(each):
            if is_inside(each, box):
                held[box].append(each)
                owner[id(each)] = box
    for run in _runs([each for each in signs if each["text"] in _FIGURE]):
        own = [owner.get(id(each)) for each in run]
        boxes_of = {box for box in own if box is not None}
        if len(set(own)) < 2 or not boxes_of:
            continue
        middle = [box for box in boxes_of if run[0]["x0"] <= (box[0] + box[2]) / 2 <= run[-1]["x1"]]
        one = middle if len(middle) == 1 and _is_one(run, own) else []
        unsure = {**run[0], "text": asides.astray("".join(each["text"] for each in run))}
        for box in boxes_of:
            rest = [each for each in held[box] if each not in run]
            held[box] = [*rest, *(run if [box] == one else [] if one else [unsure])]
    return held


def _is_one(run: Sequence[Sign], own: Sequence[Rectangle | None]) -> bool:
    """Tell whether signs that touch are of one figure: then one of them is on each line.

    Those of two figures may end and begin at a line, or be printed over one another.
    """
    for (before, here), (after, there) in pairwise(zip(run, own, strict=True)):
        over, beyond = _OVER * after["size"], _BEYOND * after["size"]
        if after["x0"] < before["x1"] - over and before["text"] != after["text"]:
            return False
        if here == there:
            continue
        line = here[2] if here is not None else there[0] if there is not None else 0.0
        if before["x1"] < line + beyond and after["x0"] > line - beyond:
            return False
    return True


def pictured(box: Rectangle, text: str, pictures: Sequence[Sign]) -> str:
    """Return a cell's text with a mark for a picture in it, where that may be of a figure."""
    wide, high = box[2] - box[0], box[3] - box[1]
    held = any(
        is_inside(each, box) and _SPECK < each["width"] <= wide and _SPECK < each["height"] <= high
        for each in pictures
    )
    return f"{text}{asides.PICTURE}" if held and not _WORDY.search(asides.without(text)) else text


class _Near:
    """Boxes by the squares of a grid that they reach into, to find those near a sign."""

    def __init__(self, boxes: Sequence[Rectangle]) -> None:
        self.left, self.top = (min(box[side] for box in boxes) for side in (0, 1))
        far = max(max(box[2] - self.left, box[3] - self.top) for box in boxes)
        self.step = max(far / _SQUARES, 1.0)
        self.squares: dict[tuple[int, int], list[Rectangle]] = {}
        for box in boxes:
            first, last = self._square(box[0], box[1]), self._square(box[2], box[3])
            for across in range(first[0], last[0] + 1):
                for down in range(first[1], last[1] + 1):
                    self.squares.setdefault((across, down), []).append(box)

    def of(self, sign: Sign) -> list[Rectangle]:
        """Return the boxes in whose square the middle of a sign is."""
        across, down = (sign["x0"] + sign["x1"]) / 2, (sign["top"] + sign["bottom"]) / 2
        return self.squares.get(self._square(across, down), [])

    def _square(self, across: float, down: float) -> tuple[int, int]:
        return int((across - self.left) // self.step), int((down - self.top) // self.step)


def text_of(
    box: Rectangle, found: Sequence[TextLine], page: Rectangle, *, wraps: bool = True
) -> str:
    """Return what is printed in a cell, line by line.

    A figure that is too wide for its cell is one, though in several lines, where the program that
    printed it ``wraps`` figures: browsers do not. In a cell that goes on beyond the page, one that
    ends at the edge may be cut.
    """
    one = wraps and _is_parted(found) and _is_full(box, found)
    text = ("" if one else "\n").join(each.text for each in found)
    if min(box[0] - page[0], page[2] - box[2]) > _EDGE or _WORDY.search(text):
        return text
    near = [min(each.left - page[0], page[2] - each.right) < each.size / 2 for each in found]
    return asides.at_edge(text) if any(near) else text


def _is_parted(found: Sequence[TextLine]) -> bool:
    return len(found) > 1 and all(_DIGITS.match(each.text) for each in found)


def _is_full(box: Rectangle, found: Sequence[TextLine]) -> bool:
    """Tell whether no digit more has a place in the lines of a figure but the last."""
    return not _is_parted(found) or all(
        box[2] - box[0] - (each.right - each.left)
        < (each.right - each.left) / len(each.text) + _PADDING
        for each in found[:-1]
    )


def _runs(signs: Sequence[Sign]) -> Iterator[list[Sign]]:
    """Yield the signs that stand close together in a line."""
    run: list[Sign] = []
    for each in sorted(signs, key=lambda sign: (round(sign["bottom"]), sign["x0"])):
        if run and not (
            round(each["bottom"]) == round(run[-1]["bottom"])
            and each["x0"] - run[-1]["x1"] < _NEAR * each["size"]
        ):
            yield run
            run = []
        run.append(each)
    if run:
        yield run
