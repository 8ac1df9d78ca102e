"""Where the lines of running text end: web addresses, numbers and mail addresses stay whole.

Text is justified. What must stay whole and would lie over the end of its line is set a little
narrower, so that it has room there, or what stands before it is set a little wider, so that it
begins the next line: whatever changes the text less. Left alone, programs break an address behind
a slash or a hyphen, or tear the line before it apart.

Widths are ems of the text's size. They differ with the Latin face that stands in for Times New
Roman, so that a line may end a little elsewhere.
"""

from typing import NamedTuple

from govxlsx.patterns import regex
from govxlsx.word import page
from govxlsx.word.measures import usual_ems

_EM = 320
_TIGHTENING = page.TIGHTENING / _EM
_LINE = page.CHARACTERS * (1 + _TIGHTENING)

INDENT = page.INDENT / _EM
"""Where the first line of a paragraph begins."""

_NARROWEST = 0.5
"""To less than half its width nothing is squeezed: it could not be read."""

_LOOSEST = 0.6
"""More ems a character would tear the text apart: rather the line ends early."""

_MARGIN = 0.6
"""So much the programs differ on a line."""

_SHORT = 2.0
"""The first piece of what can be broken is wider than this."""

_OPENING, _CLOSING = "（《“‘〔【「", "，。；：！？、）》”’〕】」…"
_HELD = regex(rf"[{_OPENING}!-~](?:[!-~]|(?<=\d)[－—–）](?=\d)){{6,}}[{_CLOSING}]*")
"""Long words, with the marks that begin or end no line."""

_FIGURE = regex(rf"[{_OPENING}]*[\d.,%]+[{_CLOSING}]*")
"""A figure of whatever length breaks nowhere."""


class Span(NamedTuple):
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
    found = [each for each in _HELD.finditer(text) if not _FIGURE.fullmatch(each[0])]
    if not found:
        return (Span(text),)
    done: list[Span] = []
    at, last = start, 0
    for each in found:
        pieces, at = _held(text[last : each.start()], at, each[0])
        done += pieces
        last = each.end()
    return tuple(each for each in (*done, Span(text[last:])) if each.text)


def end(text: str, at: float = INDENT, wider: float = 0) -> float:
    """Return where on its line a text ends that begins at a place, its characters made wider."""
    return (at + _width(text) + wider * len(text)) % _LINE


def _width(text: str) -> float:
    return usual_ems(text) + len(text) * _TIGHTENING


def _held(before: str, begun: float, found: str) -> tuple[tuple[Span, ...], float]:
    """Set a word that stays whole and the text before it, which begins at a place on its line.

    Return both, and where on its line the word ends. One too long for a line breaks where programs
    break it.
    """
    bare = found.lstrip(_OPENING)
    word = bare.rstrip(_CLOSING)
    opening, closing = found[: len(found) - len(bare)], bare[len(word) :]
    at = end(before, begun)
    around, wide = _width(opening) + _width(closing), _width(word)
    room = _LINE - _MARGIN - at
    alone = min(1.0, (_LINE - _MARGIN - around) / wide)
    here = min(1.0, (room - around) / wide)
    wider = room / len(before) if before else _LOOSEST
    if alone < _NARROWEST:
        return (Span(before), Span(found, early=True)), end(found, at)
    if here == 1:
        text, scale = Span(before), 1.0
    elif here >= _NARROWEST and alone - here <= min(wider, _LOOSEST):
        text, scale = Span(before), here
    elif wider < _LOOSEST:
        at = end(before, begun, wider)
        at = 0.0 if _LINE - at < _SHORT else at
        text = Span(before, int(wider * _EM))
        scale = max(_NARROWEST, min(1.0, (_LINE - _MARGIN - around - at) / wide))
    else:
        text, at, scale = Span(before, early=True), 0.0, alone
    spans = (text, Span(opening), Span(word, scale=int(scale * 100), whole=True), Span(closing))
    return spans, (at + around + wide * scale) % _LINE
