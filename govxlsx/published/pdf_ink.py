"""What pdfminer does not tell of signs: see-through, not drawn, cut off, or painted over."""

from collections.abc import Iterable
from typing import Any

from pdfminer.layout import LTPage
from pdfminer.pdfinterp import PDFPageInterpreter
from pdfminer.pdftypes import PDFObjRef, resolve1
from pdfminer.psparser import PSLiteral
from pdfminer.utils import apply_matrix_pt
from pdfplumber.page import Page

from govxlsx.published.pdf_over import Bounds, GraphicState, SeenSigns, common
from govxlsx.published.pdf_sight import FAINT, UNDRAWN
from govxlsx.published.styles.covers import Shown, faint

_NOT_DRAWN = (3, 7)
"""The rendering modes in which signs leave no mark, as those that were recognised on a picture."""

_OUTLINED = (1, 5)
"""The rendering modes in which signs have the colour of lines."""

_OPAQUE = 0.99
_PLAIN = ("Normal", "Compatible")


class _Interpreter(PDFPageInterpreter):
    device: SeenSigns
    around = GraphicState()
    """The state of what holds a form: what the form draws covers no more, and is cut there."""

    page: Bounds | None = None
    """The part of the page that is shown, before it is turned."""

    off: frozenset[int] = frozenset()
    """The layers that are not shown."""

    hidden: tuple[bool, ...] = ()
    """Whether what is marked around what is drawn belongs to such a layer."""

    def init_state(self, ctm: Any) -> None:
        super().init_state(ctm)
        self.graphicstate = state = GraphicState(
            self.around.alpha, self.around.clip, mixed=self.around.mixed
        )
        if self.page is not None:
            state.clip = self._box((self.page[:2], self.page[2:]))

    def dup(self) -> "_Interpreter":
        copied = _Interpreter(self.rsrcmgr, self.device)
        copied.off, copied.hidden = self.off, self.hidden
        if isinstance(self.graphicstate, GraphicState):
            copied.around = self.graphicstate
        return copied

    def do_gs(self, name: Any) -> None:
        states = resolve1(self.resources.get("ExtGState")) or {}
        given = resolve1(states.get(name.name if isinstance(name, PSLiteral) else name)) or {}
        alpha, mode, mask = (resolve1(given.get(key)) for key in ("ca", "BM", "SMask"))
        if isinstance(alpha, int | float):
            self._state.alpha = self.around.alpha * float(alpha)
        for told, plain in ((mode, _PLAIN), (mask, ("None",))):
            if told is not None and not (isinstance(told, PSLiteral) and told.name in plain):
                self._state.mixed = True

    @property
    def _state(self) -> GraphicState:
        state = self.graphicstate
        return state if isinstance(state, GraphicState) else self.around

    def do_BDC(self, tag: Any, props: Any) -> None:  # noqa: N802
        super().do_BDC(tag, props)
        layers = resolve1(self.resources.get("Properties")) or {}
        layer = layers.get(props.name) if isinstance(props, PSLiteral) else None
        self.hidden = (*self.hidden, getattr(tag, "name", "") == "OC" and self._is_off(layer))

    def do_BMC(self, tag: Any) -> None:  # noqa: N802
        super().do_BMC(tag)
        self.hidden = (*self.hidden, False)

    def do_EMC(self) -> None:  # noqa: N802
        super().do_EMC()
        self.hidden = self.hidden[:-1]

    def _is_off(self, layer: Any) -> bool:
        """Tell whether a layer is not shown, or none of the layers of a group."""
        if isinstance(layer, PDFObjRef) and layer.objid in self.off:
            return True
        held = (resolve1(layer) or {}).get("OCGs")
        each = resolve1(held)
        several = each if isinstance(each, list) else [held] if held is not None else []
        return bool(several) and all(
            isinstance(one, PDFObjRef) and one.objid in self.off for one in several
        )

    def do_W(self) -> None:  # noqa: N802
        points = [each[-2:] for each in self.curpath if len(each) > 2]
        if points:
            box = self._box(points)
            self._state.clip = common(self._state.clip or box, box)

    def do_W_a(self) -> None:  # noqa: N802
        self.do_W()

    def do_f(self) -> None:
        self._paint_over()
        super().do_f()

    def do_f_a(self) -> None:
        self._paint_over()
        super().do_f_a()

    def do_B(self) -> None:  # noqa: N802
        self._paint_over()
        super().do_B()

    def do_B_a(self) -> None:  # noqa: N802
        self._paint_over()
        super().do_B_a()

    def _paint_over(self) -> None:
        """Tell of a rectangle that is filled; several in one go may leave out what is in them."""
        shape = "".join(str(each[0]) for each in self.curpath)
        if shape in ("mlllh", "mllll", "mlll") and not isinstance(self._state.ncolor, str):
            self._cover([each[-2:] for each in self.curpath if len(each) > 2])

    def _cover(self, points: Iterable[Any]) -> None:
        state = self._state
        if state.alpha >= _OPAQUE and not state.mixed and not any(self.hidden):
            box = self._box(points)
            self.device.cover(common(state.clip or box, box))

    def do_Do(self, xobjid_arg: Any) -> None:  # noqa: N802
        drawn = resolve1(self.xobjmap.get(getattr(xobjid_arg, "name", "")))
        given = getattr(drawn, "attrs", {})
        kept = self.hidden
        self.hidden = (*kept, self._is_off(given.get("OC")))
        super().do_Do(xobjid_arg)
        picture = getattr(resolve1(given.get("Subtype")), "name", "") == "Image"
        if picture and not any(key in given for key in ("SMask", "Mask", "ImageMask")):
            self._cover(((0, 0), (0, 1), (1, 0), (1, 1)))
        self.hidden = kept

    def _box(self, points: Iterable[Any]) -> Bounds:
        """Return the box on the page around points."""
        across, up = zip(*(apply_matrix_pt(self.ctm, each) for each in points), strict=True)
        return min(across), min(up), max(across), max(up)

    def do_TJ(self, seq: Any) -> None:  # noqa: N802
        kept = self.graphicstate
        seen = faint(self._state.alpha)
        if self.textstate.render in _NOT_DRAWN or any(self.hidden):
            seen = Shown.NO
        if self.textstate.render in _OUTLINED or seen is not Shown.YES:
            self.graphicstate = kept.copy()
            told = {Shown.NO: UNDRAWN, Shown.UNSURE: FAINT, Shown.YES: kept.scolor}
            self.graphicstate.ncolor = told[seen]
        super().do_TJ(seq)
        self.graphicstate = kept


class SeenPage(Page):
    """A page whose signs have a colour of their own where they are not plainly seen."""

    @property
    def layout(self) -> LTPage:
        """What is drawn on the page. Raises what pdfminer does on a damaged file."""
        if not hasattr(self, "_layout"):
            manager = self.pdf.rsrcmgr
            device = SeenSigns(manager, self.page_number, self.pdf.laparams)
            interpreter = _Interpreter(manager, device)
            left, low, right, high = self.page_obj.cropbox
            interpreter.page = left, low, right, high
            interpreter.off = _layers_off(self.pdf.doc.catalog)
            interpreter.process_page(self.page_obj)
            self._layout = device.get_result()
        return self._layout


def _layers_off(catalog: dict[str, Any]) -> frozenset[int]:
    """Return the numbers of the layers that a file does not show at first."""
    given = resolve1(catalog.get("OCProperties")) or {}
    told = resolve1(given.get("D")) or {}
    off = resolve1(told.get("OFF")) or []
    if getattr(resolve1(told.get("BaseState")), "name", "") == "OFF":
        shown = {each.objid for each in resolve1(told.get("ON")) or []}
        off = [each for each in resolve1(given.get("OCGs")) or [] if each.objid not in shown]
    return frozenset(each.objid for each in off if isinstance(each, PDFObjRef))
