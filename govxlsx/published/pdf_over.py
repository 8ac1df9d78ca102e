"""Signs that are painted over later, or cut off by what bounds the drawing."""

from collections import defaultdict
from typing import Any

from pdfminer.converter import PDFPageAggregator
from pdfminer.layout import LTChar
from pdfminer.pdfinterp import PDFGraphicState

from govxlsx.published.pdf_sight import FAINT, UNDRAWN
from govxlsx.published.refusal import TOO_LARGE, refused

Bounds = tuple[float, float, float, float]
"""Left, bottom, right and top, in points."""

_THIN = 3.0
"""What is less high or wide, in points, covers no sign."""

_SQUARE = 40.0
"""The side, in points, of the squares by which signs are looked for; none is larger."""

_EDGE, _CORE = 0.1, 0.35
"""Within these shares of a sign's box from its sides is none of its ink, or only some of it."""


_MOST_SIGNS, _MOST_SHAPES = 20_000, 8_000
"""More signs or shapes than these are on no page: tables drawn in dots have 7,000."""


class GraphicState(PDFGraphicState):
    """A graphic state with what bounds the drawing, and how what is drawn covers what is below.

    ``alpha`` is the share that it covers; ``mixed`` tells that colours are mixed.
    """

    def __init__(
        self, alpha: float = 1.0, clip: Bounds | None = None, *, mixed: bool = False
    ) -> None:
        super().__init__()
        self.alpha, self.clip, self.mixed = alpha, clip, mixed

    def copy(self) -> "GraphicState":
        """Return a state that is the same."""
        copied = GraphicState()
        copied.__dict__.update(self.__dict__)
        return copied


class SeenSigns(PDFPageAggregator):
    """Takes in what is drawn on a page in its order; signs have a colour of their own if unseen."""

    def begin_page(self, page: Any, ctm: Any) -> None:
        """Take in that nothing is drawn so far."""
        super().begin_page(page, ctm)
        self.squares: dict[tuple[int, int], list[LTChar]] = defaultdict(list)
        self.signs = self.shapes = 0

    def render_char(self, *given: Any) -> float:
        """Take in a sign; one that is cut off may be one of a figure's digits."""
        along = super().render_char(*given)
        self.signs += 1
        self._weigh()
        sign = self.cur_item._objs[-1]
        if isinstance(sign, LTChar):
            clip = getattr(sign.graphicstate, "clip", None)
            if clip is not None and not _holds(clip, _within(sign.bbox, _CORE)):
                sign.graphicstate = _coloured(FAINT)
            left, low, right, high = sign.bbox
            square = int((left + right) / 2 // _SQUARE), int((low + high) / 2 // _SQUARE)
            self.squares[square].append(sign)
        return along

    def paint_path(self, *given: Any) -> None:
        """Take in a shape."""
        super().paint_path(*given)
        self.shapes += 1
        self._weigh()

    def _weigh(self) -> None:
        if self.signs > _MOST_SIGNS or self.shapes > _MOST_SHAPES:
            raise refused(f"{TOO_LARGE}：PDF 第 {self.pageno} 页的文字或线条过于繁密")

    def cover(self, box: Bounds) -> None:
        """Take in that a box is painted over what is drawn so far."""
        left, low, right, high = box
        if right - left < _THIN or high - low < _THIN:
            return
        first, last, lowest, highest = (int(each // _SQUARE) for each in (left, right, low, high))
        for square in [
            (across, up)
            for across, up in self.squares
            if first - 1 <= across <= last + 1 and lowest - 1 <= up <= highest + 1
        ]:
            self.squares[square] = [
                each for each in self.squares[square] if not self._covered(each, box)
            ]

    def _covered(self, sign: LTChar, box: Bounds) -> bool:
        if _holds(box, _within(sign.bbox, _EDGE)):
            sign.graphicstate = _coloured(UNDRAWN)
            return True
        left, low, right, high = _within(sign.bbox, _CORE)
        if left < box[2] and box[0] < right and low < box[3] and box[1] < high:
            sign.graphicstate = _coloured(FAINT)
        return False


def common(one: Bounds, other: Bounds) -> Bounds:
    """Return what two boxes have in common."""
    low = max(one[0], other[0]), max(one[1], other[1])
    return *low, min(one[2], other[2]), min(one[3], other[3])


def _coloured(colour: float) -> PDFGraphicState:
    state = PDFGraphicState()
    state.ncolor = colour
    return state


def _within(box: Bounds, share: float) -> Bounds:
    across, up = share * (box[2] - box[0]), share * (box[3] - box[1])
    return box[0] + across, box[1] + up, box[2] - across, box[3] - up


def _holds(box: Bounds, other: Bounds) -> bool:
    return box[0] <= other[0] and box[1] <= other[1] and other[2] <= box[2] and other[3] <= box[3]
