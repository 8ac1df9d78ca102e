"""From a text to its words, numbers and marks: one scan, the longest word first."""

from __future__ import annotations

import re
from functools import cache

from govxlsx.claims import numerals, units
from govxlsx.claims.lexicon import Prefix, lexicon
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
_ALONE = _NUMERALS.union(_SKIPPED, _MARKS)
"""Characters that mean something by themselves where no longer word begins."""

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


@cache
def _begun() -> dict[str, Prefix]:
    """Return how words, numbers and marks go on by the character that they begin with."""
    return dict.fromkeys(_ALONE, Prefix(None, {})) | lexicon()


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
        word
        for term in TERMS
        if term.kind in TELLING
        for word in expand(term.words)
        if word[0] != "零"
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
    begun = _begun()
    found: list[Token] = []
    at = unknown = start  # what is in no list goes from the latter to the former
    while at < end:
        each = text[at]
        if each not in begun:
            at += 1
            continue
        term, behind = _longest(text, at, end, begun[each])
        token: Token | None = None
        if each in _ALONE and behind <= at + 1 and (own := _of_character(text, at, end)):
            token, behind = own
        elif term is not None and term.kind is not Kind.FILL:
            meaning = term.meaning or text[at:behind]
            token = Token(term.kind, at, behind, meaning, term.alternatives)
        if not behind:
            at += 1
            continue
        if unknown < at:
            body = BODY if text[at - 1] in _BODIES else ""
            found.append(Token(Kind.UNKNOWN, unknown, at, body))
        if token is not None:
            found.append(token)
        elif each == "中" and found and found[-1].end == at and found[-1].kind in _PARTED:
            found.append(Token(Kind.PART, at, behind, WITHIN))
        at = unknown = behind
    if unknown < end:
        found.append(Token(Kind.UNKNOWN, unknown, end))
    return found


def _longest(text: str, at: int, end: int, prefix: Prefix) -> tuple[Term | None, int]:
    """Return the term of the longest word that begins at a place, and where it ends; 0 for none."""
    first, further = prefix
    found, behind, place = first, at + 1 if first is not None else 0, at + 1
    while place < end and (longer := further.get(text[place])) is not None:
        term, further = longer
        place += 1
        if term is not None:
            found, behind = term, place
    if behind and text[behind : behind + 1] in _OTHERWISE and text[at : behind + 1] in _OTHERS:
        return _longest(text, at, behind - 1, prefix)
    return found, behind


_OTHERS = frozenset(
    (
        "涉诉讼",
        "共收取",
        "共收集",
        "共收录",
        "共收缴",
        "共收费",
        "未结转",
        "无需要",
        "办理中心",
        "处理中心",
        "费用支",
        "费用预",
        "费用决",
    )
)
"""Words that begin with one of the vocabulary and are others."""

_OTHERWISE = frozenset(each[-1] for each in _OTHERS)


def _within(time: Token, text: str) -> Token | None:
    """Return 20个工作日内 as one way among others of answering; any other time says nothing."""
    if time.unit in _TERMS_OF_DAYS and text[time.end : time.end + 1] in ("内", "后"):
        return Token(Kind.CHANNEL, time.start, time.end + 1)
    return None


def _of_character(text: str, at: int, end: int) -> tuple[Token | None, int] | None:
    """Return the token of a mark or a numeral and where the next begins, None where it is a word.

    Quotes and titles say nothing.
    """
    each = text[at]
    if each in _MARKS:
        return Token(Kind.MARK, at, at + 1, _MARKS[each] or each), at + 1
    if each in _SKIPPED:
        return None, _past_title(text, at, end) if each == "《" else at + 1
    token = _quantity(text, at, end)
    if token is None:
        return (None, _past_digits(text, at, end)) if "0" <= each <= "9" else None
    of_time = token.kind is Kind.FIGURE and token.unit in _DROPPED
    return _within(token, text) if of_time else token, token.end


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
    if not unit and text[found.end() : found.end() + 1] == "、" and _opens(text, at):
        return Token(Kind.FIGURE, at, found.end() + 1)
    usable = exact and not alone and unit in _TOLD
    kind = Kind.QUANTITY if usable else Kind.FIGURE
    return Token(kind, at, found.end(), value=value if usable else 0, unit=unit)


def _opens(text: str, at: int) -> bool:
    """Tell whether a number begins a sentence, as that of a point does: 3、不予公开."""
    return not at or text[at - 1] in "。;\n"


def _is_ordinal(text: str, at: int, unit: str) -> bool:
    """Tell whether a number is one of an order or of a range: 第3条, 3至5件; not 收到1条."""
    last = text[at - 1 : at]
    if last in _UP_TO:
        return text[at - 2 : at - 1] in _NUMERALS
    return last in _ORDINAL and (unit not in ("件", "份") or last == "第")
