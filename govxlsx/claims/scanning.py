"""From a text to its words, numbers and marks: one scan, the longest word first."""

import re
from functools import cache

from govxlsx.claims import numerals
from govxlsx.claims.lexicon import Prefix, lexicon
from govxlsx.claims.model import Kind, Term, Token
from govxlsx.claims.quantities import NUMERALS, TOLD, quantity
from govxlsx.claims.templates import expand
from govxlsx.claims.topics import SPOKEN_OF
from govxlsx.claims.units import words
from govxlsx.claims.vocabulary import TERMS
from govxlsx.claims.vocabulary.applicants import PERSON
from govxlsx.patterns import regex

TELLING = frozenset((Kind.QUANTITY, Kind.NEGATION))
"""Without a token of these kinds a sentence claims nothing."""

_MARKS = {**dict.fromkeys(",;:()。!?\n", ""), "…": ",", "—": ",", "|": ","}
"""What parts clauses, and as what."""

_SKIPPED = frozenset('"[]《》')
_ALONE = NUMERALS.union(_SKIPPED, _MARKS)
"""Characters that mean something by themselves where no longer word begins."""

_DROPPED = frozenset(words("年 月 日 号 时 天 个月 个工作日 季度 小时 分钟"))
"""Units of time: a date beside a figure says nothing of it."""

_TERMS_OF_DAYS = ("日", "天", "个工作日")

_PARTED = (Kind.QUANTITY, Kind.CONCLUDE)
WITHIN = "within"
"""What 中 says behind a number: what follows is of a part of it. 其余7件中维持6件."""

BODY = "body"
"""What an unknown word means that ends as the names of bodies do: 住建局."""

_BODIES = frozenset("局委厅办事镇乡道区县市院校站所队室部会馆司科股")


@cache
def _begun() -> dict[str, Prefix]:
    """Return how words, numbers and marks go on by the character that they begin with."""
    return dict.fromkeys(_ALONE, Prefix(None, {})) | lexicon()


@cache
def _telling() -> re.Pattern[str]:
    """Return the pattern of what any text must hold that claims something.

    That is a count, a negation, or who applied, told of all. It is made of the units and of the
    vocabulary, but for words that hold another; what stands before 年 and the like counts nothing.
    One character is tested by a set, for which a text is searched fastest, and looked back at.
    """
    spelled = {word: term for term in TERMS if term.kind in TELLING for word in expand(term.words)}
    denials: dict[str, list[str]] = {}
    for word in spelled:
        if word != "零" and sum(each in word for each in spelled) == 1:
            denials.setdefault(word[0], []).append(re.escape(word[1:]))
    persons = [word for term in TERMS if term.meaning == PERSON for word in expand(term.words)]
    heads = "".join(dict.fromkeys([*denials, *(word[-2] for word in persons)]))
    counted = "|".join(map(re.escape, sorted(TOLD - {""})))
    rest = "|".join(f"(?<={head})(?:{'|'.join(each)})" for head, each in denials.items())
    who = "|".join(f"(?<={word[:-1]}){word[-1]}" for word in persons)
    return re.compile(
        f"[0-9{numerals.NUMERALS}{heads}]"
        f"(?:(?<=[0-9])(?![0-9.]*[年月日号])|(?<=零)|(?<=[{numerals.NUMERALS}])(?:{counted}|有[一二三四五六七八九])|{rest}|{who})"
    )


def told_at(text: str, start: int = 0) -> int:
    """Return where a folded text may have a token of the kinds TELLING or PERSON, else -1."""
    found = _telling().search(text, start)
    return found.start() if found is not None else -1


@cache
def _speaking() -> re.Pattern[str]:
    """Return the pattern of how the words begin that may tell of what is spoken.

    No such word is a single character; three are enough to tell them from most others.
    """
    begun = [each for term in TERMS if term.kind in SPOKEN_OF for each in expand(term.words, 3)]
    heads, seconds = ("".join(sorted({each[at] for each in begun})) for at in (0, 1))
    behind: dict[str, dict[str, None]] = {}
    for each in begun:
        behind.setdefault(each[0], {})[re.escape(each[1:])] = None
    words = "|".join(f"{head}(?:{'|'.join(rest)})" for head, rest in behind.items())
    return re.compile(f"(?=[{re.escape(heads)}][{re.escape(seconds)}])(?:{words})")


def may_speak(clause: str) -> bool:
    """Tell whether a clause of a folded text may have a token of the kinds SPOKEN_OF."""
    return _speaking().search(clause) is not None


def tokens(text: str) -> list[Token]:
    """Return the words, numbers and marks of a sentence of a folded text.

    Words that say nothing are left out; what is in no list is UNKNOWN.
    """
    begun = _begun()
    found: list[Token] = []
    at = unknown = 0  # what is in no list goes from the latter to the former
    end = len(text)
    closed = f"{text}\n"
    while at < end:
        each = text[at]
        prefix = begun.get(each)
        if prefix is None:
            at += 1
            continue
        term, behind = _longest(closed, at, prefix)
        token: Token | None = None
        if behind <= at + 1 and each in _ALONE and (own := _of_character(text, at)):
            token, behind = own
        elif term is None:
            at += 1
            continue
        elif term.kind is not Kind.FILL:
            token = Token(term.kind, at, behind, term.meaning or text[at:behind])
        if unknown < at:
            body = BODY if text[at - 1] in _BODIES else ""
            found.append(Token(Kind.UNKNOWN, unknown, at, body))
        if token is not None:
            found.append(token)
        elif each == "中" and found and found[-1].end == at and _is_parted(found):
            found.append(Token(Kind.PART, at, behind, WITHIN))
        at = unknown = behind
    if unknown < end:
        found.append(Token(Kind.UNKNOWN, unknown, end))
    return found


def _is_parted(found: list[Token]) -> bool:
    """Tell whether 中 behind the last word says that parts of a number follow: 39件申请中."""
    if found[-1].kind is Kind.APPLICATION:
        return len(found) > 1 and found[-2].kind is Kind.QUANTITY
    return found[-1].kind in _PARTED


def _longest(text: str, at: int, prefix: Prefix) -> tuple[Term | None, int]:
    """Return the term of the longest word that begins at a place, if any, and where it ends.

    The text ends with a character that is in no word.
    """
    found, further = prefix
    behind = place = at + 1
    while (longer := further.get(text[place])) is not None:
        term, further = longer
        place += 1
        if term is not None:
            found, behind = term, place
    if found is not None and text[behind] in _OTHERWISE and text[at : behind + 1] in _OTHERS:
        cut = f"{text[: behind - 1]}\n"
        return _longest(cut, at, prefix) if behind - at > 1 else (None, behind)
    return found, behind


_OTHERS = frozenset(
    words(
        "涉诉讼 共收取 共收集 共收录 共收缴 共收费 未结转 无需要 办理中心 处理中心 费用支 "
        "费用预 费用决 在办结 在办理 查办理 督办理 转办理 协办理 所收费 所收取 所收集 "
        "都市 都区 都县 都江 都匀 都昌 全椒 全南 已办理 已办结 已办复 已办完 已办毕 已办妥 已办件"
    )
)
"""Words that begin with one of the vocabulary and are others."""

_OTHERWISE = frozenset(each[-1] for each in _OTHERS)


def _within(time: Token, text: str) -> Token | None:
    """Return 20个工作日内 as one way among others of answering; any other time says nothing."""
    if time.unit in _TERMS_OF_DAYS and text[time.end : time.end + 1] in ("内", "后"):
        return Token(Kind.CHANNEL, time.start, time.end + 1)
    return None


def _of_character(text: str, at: int) -> tuple[Token | None, int] | None:
    """Return the token of a mark or a numeral and where the next begins, None where it is a word.

    Quotes and titles say nothing.
    """
    each = text[at]
    if each in _MARKS:
        return Token(Kind.MARK, at, at + 1, _MARKS[each] or each), at + 1
    if each in _SKIPPED:
        title = _TITLE.match(text, at)
        return None, title.end() if title is not None else at + 1
    token = quantity(text, at)
    if token is None:
        digits = _DIGITS.match(text, at) if "0" <= each <= "9" else None
        return (None, digits.end()) if digits is not None else None
    of_time = token.kind is Kind.FIGURE and token.unit in _DROPPED
    return _within(token, text) if of_time else token, token.end


_DIGITS = regex(r"[\d.,]+")
_TITLE = regex("《[^》]{0,78}(?<!告知书)(?<!答复书)(?<!决定书)(?<!申请[表书])》|《")
