"""Where the lines of running text end: web addresses, numbers and mail addresses stay whole.

Text is justified. What must stay whole and would lie over the end of its line is set a little
narrower, so that it has room there, or what stands before it is set a little wider, so that it
begins the next line: whatever changes the text less. Left alone, programs break an address behind
a slash or a hyphen, or tear the line before it apart.

Widths are ems of the text's size. They differ with the Latin face that stands in for Times New
Roman, so that a line may end a little elsewhere.
"""

from __future__ import annotations

from dataclasses import dataclass

from govxlsx.patterns import regex
from govxlsx.word import flow, page

_EM = 320
_LINE = page.TEXT_WIDTH / _EM
_TIGHTENING = page.TIGHTENING / _EM

INDENT = page.INDENT / _EM
"""Where the first line of a paragraph begins."""

_NARROWEST = 0.5
"""To less than half its width nothing is squeezed: it could not be read."""

_LOOSEST = 0.5
"""Half an em more a character would be torn apart: rather the line ends early."""

_MARGIN = 0.6
"""So much the programs differ on a line."""

_SHORT = 2.0
"""The first piece of what can be broken is wider than this."""

_LATIN = r"(?:[!-~]|(?<=\d)[－—–](?=\d)|（0\d{2,3}）(?=\d))"
_HELD = regex(rf"{_LATIN}{{7}}")
_UNITS = regex(rf"(?s)([（《“‘〔【「]*)({_LATIN}+|.)([，。；：！？、）》”’〕】」…]*)")


@dataclass(frozen=True, slots=True)
class Span:
    """A piece of text, what each of its characters is wider (twips), and its scale in per cent.

    ``whole`` is one that no line's end may part; ``early`` one whose last line ends early.
    """

    text: str
    wider: int = 0
    scale: int = 100
    whole: bool = False
    early: bool = False


def spans(text: str, start: float = INDENT) -> tuple[Span, ...]:
    """Return a text in pieces that end its lines well; ``start`` is where it begins on its line."""
    if not _HELD.search(text):
        return (Span(text),)
    setting = _Setting(start)
    for unit in _UNITS.finditer(text):
        if _HELD.match(unit[2]):
            setting.hold(unit[1], unit[2], unit[3])
        else:
            setting.add(unit[0])
    setting.close()
    return tuple(each for each in setting.spans if each.text)


def end(text: str, at: float = INDENT, wider: float = 0) -> float:
    """Return where on its line a text ends that begins at a place, its characters made wider."""
    for unit in _UNITS.finditer(text):
        wide = _width(unit[0]) + wider * len(unit[0])
        at = at + wide if at + wide <= _LINE else wide
    return at


def _width(text: str) -> float:
    return flow.width(text) + len(text) * _TIGHTENING


class _Setting:
    """Sets a text unit by unit; what stands before the next whole word can still be widened."""

    def __init__(self, start: float) -> None:
        self.spans: list[Span] = []
        self._before, self._begun = "", start

    def add(self, unit: str) -> None:
        """Take what may be broken, or is too short to do harm."""
        self._before += unit

    def close(self, wider: float = 0, *, early: bool = False) -> None:
        """End the piece before a whole word, its characters so much wider."""
        self.spans.append(Span(self._before, int(wider * _EM), early=early))
        self._before = ""

    def hold(self, opening: str, word: str, closing: str) -> None:
        """Take a word that stays whole, with the marks before and behind it."""
        at = end(self._before, self._begun)
        around, wide = _width(opening) + _width(closing), _width(word)
        room = _LINE - _MARGIN - at
        alone = min(1.0, (_LINE - _MARGIN - around) / wide)
        here = min(1.0, (room - around) / wide)
        wider = room / len(self._before) if self._before else _LOOSEST
        scale = here
        if here == 1 or alone < _NARROWEST:
            self.close()
            scale = 1.0
        elif here >= _NARROWEST and alone - here <= min(wider, _LOOSEST):
            self.close()
        elif wider < _LOOSEST:
            at = end(self._before, self._begun, wider)
            at = 0.0 if _LINE - at < _SHORT else at
            scale = max(_NARROWEST, min(1.0, (_LINE - _MARGIN - around - at) / wide))
            self.close(wider)
        else:
            at, scale = 0.0, alone
            self.close(early=True)
        self.spans += [Span(opening), Span(word, 0, int(scale * 100), whole=True), Span(closing)]
        self._begun = (at + around + wide * scale) % _LINE
