"""How faint signs are drawn, which pdfminer does not tell: see-through, or not drawn at all."""

from typing import Any

from pdfminer.converter import PDFPageAggregator
from pdfminer.layout import LTPage
from pdfminer.pdfinterp import PDFGraphicState, PDFPageInterpreter
from pdfminer.pdftypes import resolve1
from pdfminer.psparser import PSLiteral
from pdfplumber.page import Page

from govxlsx.published.pdf_sight import FAINT, UNDRAWN
from govxlsx.published.styles.covers import Shown, faint

_NOT_DRAWN = (3, 7)
"""The rendering modes in which signs leave no mark, as those that were recognised on a picture."""


class _State(PDFGraphicState):
    """A graphic state that also has the share of what is drawn that covers what is below."""

    def __init__(self, alpha: float) -> None:
        super().__init__()
        self.alpha = alpha

    def copy(self) -> "_State":
        copied = _State(self.alpha)
        copied.__dict__.update(self.__dict__)
        return copied


class _Interpreter(PDFPageInterpreter):
    around = 1.0
    """How much what holds a form covers: the form covers no more."""

    def init_state(self, ctm: Any) -> None:
        super().init_state(ctm)
        self.graphicstate = _State(self.around)

    def dup(self) -> "_Interpreter":
        copied = _Interpreter(self.rsrcmgr, self.device)
        copied.around = getattr(self.graphicstate, "alpha", 1.0)
        return copied

    def do_gs(self, name: Any) -> None:
        states = resolve1(self.resources.get("ExtGState")) or {}
        given = resolve1(states.get(name.name if isinstance(name, PSLiteral) else name)) or {}
        alpha = resolve1(given.get("ca"))
        if isinstance(alpha, int | float) and isinstance(self.graphicstate, _State):
            self.graphicstate.alpha = self.around * float(alpha)

    def do_TJ(self, seq: Any) -> None:  # noqa: N802
        kept = self.graphicstate
        seen = faint(getattr(kept, "alpha", 1.0))
        if self.textstate.render in _NOT_DRAWN:
            seen = Shown.NO
        if seen is not Shown.YES:
            self.graphicstate = kept.copy()
            self.graphicstate.ncolor = UNDRAWN if seen is Shown.NO else FAINT
        super().do_TJ(seq)
        self.graphicstate = kept


class SeenPage(Page):
    """A page whose signs have a colour of their own where they are faint."""

    @property
    def layout(self) -> LTPage:
        """What is drawn on the page. Raises what pdfminer does on a damaged file."""
        if not hasattr(self, "_layout"):
            manager = self.pdf.rsrcmgr
            device = PDFPageAggregator(manager, self.page_number, self.pdf.laparams)
            _Interpreter(manager, device).process_page(self.page_obj)
            self._layout = device.get_result()
        return self._layout
