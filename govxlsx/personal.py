"""Numbers that belong to a person: identity cards, bank cards, mobile phones; found and masked.

Sources: GB 11643-1999 《公民身份号码》 (structure; check digit after ISO 7064 MOD 11-2); ISO/IEC
7812-1 (issuer numbers and the check digit of cards); 工业和信息化部 numbering plan (mobile).
"""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from govxlsx.patterns import regex


class NumberKind(StrEnum):
    """What a number is."""

    IDENTITY = "identity number"
    DOUBTFUL_IDENTITY = "identity number, old or mistyped"
    CARD = "bank card"
    MOBILE = "mobile phone"


@dataclass(frozen=True, slots=True)
class Found:
    """A number in a text: what it is, where, and how it may be shown."""

    kind: NumberKind
    start: int
    end: int
    digits: str
    shown: str


_DIGIT, _GAP = "[0-9０-９]", "[ \u00a0\u3000-]"
_RUN = regex(
    f"{_DIGIT}(?<![0-9A-Za-z０-９]{_DIGIT})(?:{_GAP}?{_DIGIT}){{10,}}(?:{_GAP}?[XxＸｘ])?"
    r"(?![0-9A-Za-z０-９])(?!\.[0-9])"
)
"""Eleven digits or more, single gaps between them. The first digit is tested before the look
behind, so that the search can run over a text at full speed."""

_ANY_RUN = regex(
    f"{_DIGIT}(?<![0-9０-９]{_DIGIT})(?:{_GAP}?{_DIGIT}){{10,}}(?:{_GAP}?[XxＸｘ])?"
    r"(?![0-9０-９])(?!\.[0-9])"
)
"""The same with letters beside it, as names have them."""

_CHECK_SUM = regex("[0-9a-fA-F]{32,}")
"""Hexadecimal digits; with letters among them, digits in a row are no number of a person."""

_PROVINCES = (
    "(?:(?:11|12|31)(?:0[12])|50(?:0[0-3])"
    "|(?:13|14|15|2[1-3]|3[2-7]|4[1-6]|5[1-4]|6[1-5])[0-9]{2}|(?:71|8[123])00)"
)
_EIGHTEEN = regex(_PROVINCES + r"[0-9]{2}((?:19|20)[0-9]{2})([0-9]{2})([0-9]{2})[0-9]{3}[0-9X]")
_FIFTEEN = regex(_PROVINCES + r"[0-9]{2}([3-9][0-9])([0-9]{2})([0-9]{2})[0-9]{3}")
_MOBILE = regex("1[3-9][0-9]{9}")
_CARD = regex(r"62[0-9]{14,17}|9558[0-9]{15}|6013[0-9]{15}")
_FOREIGN_CARD = regex(r"(?:4[0-9]|5[1-5]|35)[0-9]{14}")
_GANSU_FILE = regex(r"62(?:0[1-9]|1[0-2]|29|30)[0-9]{2}(?:19|20)[0-9]{2}")
_ABOUT_CARD = regex("卡|账号|帐号|账户|帐户|银行")
_ABOUT_IDENTITY = regex("身份|证件号")
_ABOUT_OTHER = regex("信用代码|机构代码|编号|案号|文号|单号|流水号")
_WEIGHTS = (7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2)
_GROUPS = {
    (3, 4, 4): NumberKind.MOBILE,
    (2, 3, 4, 4): NumberKind.MOBILE,
    (4, 3, 4, 4): NumberKind.MOBILE,
    (6, 8, 4): NumberKind.IDENTITY,
    (4, 4, 4, 4, 2): NumberKind.IDENTITY,
    (3, 3, 4, 4, 4): NumberKind.IDENTITY,
    (4, 4, 4, 4): NumberKind.CARD,
    (4, 4, 4, 4, 1): NumberKind.CARD,
    (4, 4, 4, 4, 3): NumberKind.CARD,
    (6, 13): NumberKind.CARD,
}
"""In which groups such numbers are written; other groups are other numbers side by side."""

_INSIDE = regex(f"(?:{_DIGIT}|{_GAP})(?:{_DIGIT}|{_GAP}|[XxＸｘ])")
_AROUND = 40
"""No number is longer, whatever its gaps."""

_LATEST_BIRTH = 2014
"""From the next year on, region + date + serial is a file's number rather than a child's."""

_WEB_ADDRESS = regex(r"(?:://|[wW]{3}\.)[^\s\u3000-\u9fff\uff00-\uffef]*$")


def places(text: str) -> Iterator[int]:
    """Yield where a text has so many digits in a row that ``find`` may find something."""
    return (each.start() for each in _RUN.finditer(text))


def find(text: str) -> Iterator[Found]:
    """Yield the persons' numbers of a text, in order; half and full width, with gaps or without.

    ``start`` and ``end`` are code points. Numbers inside web addresses, and valid by chance beside
    words such as 信用代码 or 编号, are none.
    """
    return _scan(text, sure=True)


def masked(text: str) -> str:
    """Return the text with every person's number masked.

    More is masked than ``find`` finds: what is quoted has lost the words that stood around it.
    """
    if _ANY_RUN.search(text) is None:
        return text
    parts, done = [], 0
    for each in _scan(text, sure=False):
        parts += [text[done : each.start], each.shown]
        done = each.end
    return "".join((*parts, text[done:]))


def excerpt(text: str, start: int, end: int) -> str:
    """Return a stretch of a text without the part of a person's number that its ends cut through.

    ``masked`` would not know the rest of it, which may lack but one digit.
    """
    for at in (start, end):
        if 0 < at < len(text) and _INSIDE.fullmatch(text[at - 1 : at + 1]):
            left = max(0, at - _AROUND)
            for each in _scan(text[left : at + _AROUND], sure=False):
                begun, done = left + each.start, left + each.end
                if begun < start < done:
                    start = min(done, end)
                if begun < end < done:
                    end = max(begun, start)
    return text[start:end]


def _scan(text: str, *, sure: bool) -> Iterator[Found]:
    runs = list((_RUN if sure else _ANY_RUN).finditer(text))
    sums = [
        each.span()
        for each in (_CHECK_SUM.finditer(text) if runs and not sure else ())
        if not each[0].isdecimal()
    ]
    for run in runs:
        if any(start <= run.start() < end for start, end in sums):
            continue
        if _WEB_ADDRESS.search(text, max(0, run.start() - 300), run.start()):
            continue
        for start, end in _pieces(run):
            digits = _digits(text[start:end])
            before = text[max(0, start - 16) : start]
            kind = _kind(digits, before) if sure else _kind_by_shape(digits)
            if kind is None and not sure and digits.endswith("X"):  # a letter that only follows it
                digits = digits[:-1]
                kind = _kind_by_shape(digits)
                if kind is not None:
                    yield Found(kind, start, end - 1, digits, mask(digits))
            elif kind is not None:
                yield Found(kind, start, end, digits, mask(digits))


def _digits(text: str) -> str:
    """Return a number's digits (and its X), of a mobile phone without the country's code."""
    plain = unicodedata.normalize("NFKC", text).upper()
    return re.sub("^(?:86|0086)(?=1[0-9]{10}$)", "", re.sub("[^0-9X]", "", plain))


def mask(digits: str) -> str:
    """Return a number's first four (a mobile's first three) and last two characters."""
    first = 3 if len(digits) < 14 else 4
    return digits[:first] + "*" * (len(digits) - first - 2) + digits[-2:]


def _pieces(run: re.Match[str]) -> Iterator[tuple[int, int]]:
    """Yield what in a run may be one number: all of it, or what stands between its gaps."""
    parts = [(each.start(), each.end()) for each in re.finditer(f"[^{_GAP[1:]}+", run[0])]
    whole = tuple(end - start for start, end in parts)
    if len(parts) == 1 or whole in _GROUPS:
        yield run.span()
        return
    for start, end in parts:
        if end - start >= 11:
            yield run.start() + start, run.start() + end


def _kind(digits: str, before: str) -> NumberKind | None:
    """Tell what a number is by itself and by the words before it."""
    if _MOBILE.fullmatch(digits):
        return NumberKind.MOBILE
    other = _ABOUT_OTHER.search(before) is not None
    year = _birth(digits)
    if year is not None:
        told = _ABOUT_IDENTITY.search(before) is not None
        if told or (year <= _LATEST_BIRTH and not other):
            if _is_checked(digits):
                return NumberKind.IDENTITY
            if told or len(digits) == 15:
                return NumberKind.DOUBTFUL_IDENTITY
    about_card = _ABOUT_CARD.search(before) is not None
    if other or not _is_card(digits):
        return None
    doubtful = _FOREIGN_CARD.fullmatch(digits) or _GANSU_FILE.match(digits)
    return NumberKind.CARD if about_card or not doubtful else None


def _kind_by_shape(digits: str) -> NumberKind | None:
    """Tell what a number may be."""
    if _MOBILE.fullmatch(digits):
        return NumberKind.MOBILE
    if _birth(digits) is not None:
        return NumberKind.DOUBTFUL_IDENTITY
    return NumberKind.CARD if _is_card(digits) else None


def _birth(digits: str) -> int | None:
    """Return the year of birth in a number built as an identity number, None in any other."""
    match = _EIGHTEEN.fullmatch(digits) or _FIFTEEN.fullmatch(digits)
    if match is None:
        return None
    year = int(match[1]) if len(digits) == 18 else 1900 + int(match[1])
    return year if _is_date(year, int(match[2]), int(match[3])) else None


def _is_checked(digits: str) -> bool:
    """Tell whether the eighteenth character is the one asked for (ISO 7064 MOD 11-2)."""
    rest = sum(weight * int(digit) for weight, digit in zip(_WEIGHTS, digits, strict=False)) % 11
    return len(digits) == 18 and digits[-1] == "10X98765432"[rest]


def _is_card(digits: str) -> bool:
    """Tell whether a number has a card's issuer and check digit (ISO/IEC 7812-1, annex B)."""
    if not (_CARD.fullmatch(digits) or _FOREIGN_CARD.fullmatch(digits)):
        return False
    doubled = (int(digit) * 2 for digit in digits[-2::-2])
    total = sum(map(int, digits[::-2])) + sum(each - 9 if each > 9 else each for each in doubled)
    return total % 10 == 0


def _is_date(year: int, month: int, day: int) -> bool:
    try:
        date(year, month, day)
    except ValueError:
        return False
    return True
