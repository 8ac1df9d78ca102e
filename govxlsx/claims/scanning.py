"""From a text to its words, numbers and marks: one scan, the longest word first."""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from govxlsx.claims import numerals, units
from govxlsx.claims.model import Kind, Term, Token
from govxlsx.claims.templates import expand
from govxlsx.claims.vocabulary import TERMS

COUNTED = frozenset((*units.CASES, "次", ""))
"""Units of what the form counts; "" where a number stands alone. 接受申请9次 is met."""

TELLING = frozenset((Kind.QUANTITY, Kind.NEGATION))
"""Without a token of these kinds a sentence claims nothing."""

_TOLD = COUNTED.union(units.MONEY, ("部",))
"""Units of numbers that may be claims."""

_MARKS = {
    **dict.fromkeys(",;:()。!?\n", ""),
    "…": ",",
    "—": ",",
}
"""What parts clauses, and as what."""

_NUMERALS = frozenset(f"0123456789{numerals.NUMERALS}")
_SKIPPED = frozenset('"[]《')
_DROPPED = frozenset(
    ("年", "月", "日", "号", "时", "天", "个月", "个工作日", "季度", "小时", "分钟")
)
"""Units of time: a date beside a figure says nothing of it."""

_TERMS_OF_DAYS = ("日", "天", "个工作日")

_PARTED = (Kind.QUANTITY, Kind.CONCLUDE)
WITHIN = "within"
"""What 中 says behind a number: what follows is of a part of it. 其余7件中维持6件."""

BODY = "body"
"""What an unknown word means that ends as the names of bodies do: 住建局."""

_BODIES = frozenset("局委厅办事镇乡道区县市院校站所队室部会馆司")

_ORDINAL = ("第", "之", "-", "~")
_UP_TO = ("至", "到")
"""What goes before a number of an order, and between the ends of a range."""


class Lexicon(NamedTuple):
    """Every word with its term, and how long the words are that begin with some characters.

    ``sizes`` has the lengths by the first two characters, ``longer`` those from four on by the
    first four; in ``sizes`` 4 stands for all of these. Long ones come first. ``single`` has the
    characters that are words, numerals, or passed over.
    """

    words: dict[str, Term]
    sizes: dict[str, tuple[int, ...]]
    longer: dict[str, tuple[int, ...]]
    single: frozenset[str]


_HEAD, _LONG = 2, 4
"""So many characters tell whether a word begins, and which long one may."""


@cache
def lexicon() -> Lexicon:
    """Return all words of the vocabulary; where one is declared twice, the earlier term has it."""
    words: dict[str, Term] = {}
    for term in TERMS:
        for word in expand(term.words):
            words.setdefault(word, term)
    sizes: dict[str, set[int]] = {}
    longer: dict[str, set[int]] = {}
    for word in words:
        size = len(word)
        if size >= _HEAD:
            sizes.setdefault(word[:_HEAD], set()).add(min(size, _LONG))
        if size >= _LONG:
            longer.setdefault(word[:_LONG], set()).add(size)
    single = frozenset((*_NUMERALS, *_SKIPPED, *(each for each in words if len(each) == 1)))
    return Lexicon(words, _falling(sizes), _falling(longer), single)


def _falling(sizes: dict[str, set[int]]) -> dict[str, tuple[int, ...]]:
    return {head: tuple(sorted(each, reverse=True)) for head, each in sizes.items()}


@cache
def _number() -> re.Pattern[str]:
    counted = sorted((*units.CASES, *units.PUBLISHED, *units.OTHER, *units.MONEY), key=len)
    listed = "|".join(re.escape(each) for each in reversed(counted) if each not in _BOUND)
    bound = "|".join(rf"{re.escape(unit)}{behind}" for unit, behind in _BOUND.items())
    return re.compile(
        rf"(?P<number>{numerals.DIGITS}|[{numerals.NUMERALS}]{{1,40}})"
        rf"(?P<rough>[余多几来])?(?P<unit>{listed}|{bound})?(?P<more>[余多]|以[上下内])?"
    )


_BOUND = {
    "个": "(?![百工月部方栏机单乡镇街县区市省专类板主环科村平])",
    "万": "(?![余多人次条件])",
    "案": "(?=[,;。(、]|$)",
    "起": "(?![草步点])",
    "部": "(?![门分])",
    "名": "(?!义)",
    "人": "(?![民大])",
    "处": "(?![罚理])",
}
"""Units that are units only where no other word begins with them."""


_CENTURIES = ("1", "2", "二")
"""With these begins a year."""


@cache
def _year() -> re.Pattern[str]:
    return re.compile("((?:19|20)[0-9]{2}|二〇[〇一二三四五六七八九]{2})年度?")


@cache
def _alone() -> re.Pattern[str]:
    return re.compile(r"发生|记录|[,;。:、()转\n]|$")


@cache
def _telling() -> re.Pattern[str]:
    """Return the pattern of what any text must hold that claims something: a count or a negation.

    It is made of the units and of the vocabulary; what stands before 年 and the like counts
    nothing. The first character is tested by a set, for which a text is searched fastest, and
    looked back at.
    """
    denials = [
        word for word, term in lexicon().words.items() if term.kind in TELLING and word[0] != "零"
    ]
    heads = "".join(dict.fromkeys(word[0] for word in denials))
    counted = "|".join(map(re.escape, sorted(_TOLD - {""})))
    rest = "|".join(rf"(?<={word[0]}){re.escape(word[1:])}" for word in denials)
    return re.compile(
        f"[0-9{numerals.NUMERALS}{heads}]"
        f"(?:(?<=[0-9])(?![0-9.]*[年月日号])|(?<=零)|(?<=[{numerals.NUMERALS}])(?:{counted})|{rest})"
    )


def may_tell(text: str, start: int, end: int) -> bool:
    """Tell whether a stretch of a folded text may have a token of the kinds TELLING."""
    return _telling().search(text, start, end) is not None


def tokens(text: str, start: int, end: int) -> list[Token]:
    """Return the words, numbers and marks between two places of a folded text.

    Words that say nothing are left out; what is in no list is UNKNOWN.
    """
    known = lexicon()
    words, sizes, single = known.words, known.sizes, known.single
    found: list[Token] = []
    at = unknown = start  # what is in no list goes from the latter to the former
    while at < end:
        token: Token | None = None
        head = text[at : at + _HEAD]
        if head in sizes and (word := _longest(text, at, end, known)):
            term, behind = words[word], at + len(word)
            if term.kind is not Kind.FILL:
                token = Token(term.kind, at, behind, term.meaning or word, term.alternatives)
        elif (each := head[0]) in _MARKS:
            token, behind = Token(Kind.MARK, at, at + 1, _MARKS[each] or each), at + 1
        elif each in single:
            token, behind = _of_character(text, at, end, words.get(each))
        else:
            behind = 0
        if not behind:
            at += 1
            continue
        if unknown < at:
            body = BODY if text[at - 1] in _BODIES else ""
            found.append(Token(Kind.UNKNOWN, unknown, at, body))
        if token is not None:
            found.append(token)
        elif head[0] == "中" and found and found[-1].end == at and found[-1].kind in _PARTED:
            found.append(Token(Kind.PART, at, behind, WITHIN))
        at = unknown = behind
    if unknown < end:
        found.append(Token(Kind.UNKNOWN, unknown, end))
    return found


def _longest(text: str, at: int, end: int, known: Lexicon) -> str:
    """Return the longest word that begins at a place, "" for none of two characters at least."""
    sizes = known.sizes[text[at : at + _HEAD]]
    if sizes[0] == _LONG:
        sizes = *known.longer.get(text[at : at + _LONG], ()), *sizes[1:]
    for size in sizes:
        word = text[at : at + size]
        if word not in known.words or at + size > end:
            continue
        if word not in _UNLESS or text[at + size : at + size + 1] not in _UNLESS[word]:
            return word
    return ""


def _within(time: Token, text: str) -> Token | None:
    """Return 20个工作日内 as one way among others of answering; any other time says nothing."""
    if time.unit in _TERMS_OF_DAYS and text[time.end : time.end + 1] == "内":
        return Token(Kind.CHANNEL, time.start, time.end + 1)
    return None


def _of_character(text: str, at: int, end: int, term: Term | None) -> tuple[Token | None, int]:
    """Return the token that one character begins and where the next begins; 0 where it is none.

    It is a numeral, a word by itself, or what is passed over.
    """
    each = text[at]
    if each in _NUMERALS:
        token = _quantity(text, at, end)
        if token is not None:
            of_time = token.kind is Kind.FIGURE and token.unit in _DROPPED
            return _within(token, text) if of_time else token, token.end
    if term is not None and term.kind is not Kind.FILL:
        return Token(term.kind, at, at + 1, term.meaning or each, term.alternatives), at + 1
    if term is not None:
        return None, at + 1
    if each in _SKIPPED:
        return None, _past_title(text, at, end) if each == "《" else at + 1
    return None, _past_digits(text, at, end) if "0" <= each <= "9" else 0


_UNLESS = {
    "未结": ("转",),
    "办理中": ("心",),
    "处理中": ("心",),
    "费用": ("支", "预", "决"),
}
"""Words that are none where a character follows that makes others of them."""


def _past_digits(text: str, at: int, end: int) -> int:
    while at < end and (text[at].isdecimal() or text[at] in ".,"):
        at += 1
    return at


def _past_title(text: str, at: int, end: int) -> int:
    close = text.find("》", at, min(end, at + 80))
    return close + 1 if close > 0 else at + 1


def _quantity(text: str, at: int, end: int) -> Token | None:
    """Return the year or the number that begins at a place, None where it is neither."""
    year = _year().match(text, at, end) if text[at] in _CENTURIES else None
    if year is not None:
        return Token(Kind.YEAR, at, year.end(), value=numerals.value(year[1]) or 0)
    found = _number().match(text, at, end)
    if found is None:
        return None
    number, rough, unit, more = found.groups("")
    digits = text[at].isdecimal() and text[at].isascii()
    alone = not unit and not _alone().match(text, found.end())
    if not digits and not unit and not rough and (number != "零" or alone):
        return None
    value = numerals.value(number)
    if value is None:
        return Token(Kind.FIGURE, at, found.end(), unit=unit) if digits or unit else None
    ordinal = _is_ordinal(text, at, unit)
    exact = not (rough or more or ordinal)
    usable = exact and not alone and unit in _TOLD
    kind = Kind.QUANTITY if usable else Kind.FIGURE
    return Token(kind, at, found.end(), value=value if usable else 0, unit=unit)


def _is_ordinal(text: str, at: int, unit: str) -> bool:
    """Tell whether a number is one of an order or of a range: 第3条, 3至5件; not 收到1条."""
    last = text[at - 1 : at]
    if last in _UP_TO:
        return text[at - 2 : at - 1] in _NUMERALS
    return last in _ORDINAL and (unit not in ("件", "份") or last == "第")
