"""Words that stand together: numbers at their words, an answer at its result, two groups as one.

Each function takes a clause's tokens and returns them with several made one; see ``phrases``.
"""

from dataclasses import replace
from itertools import takewhile

from govxlsx.claims.model import Kind, Token
from govxlsx.claims.scanning import BODY
from govxlsx.claims.units import MONEY
from govxlsx.claims.vocabulary.applications import BARE, OWN, PEOPLE
from govxlsx.claims.vocabulary.asides import ACTS, ASKING, ELSEWHERE, FORM, LETTER
from govxlsx.claims.vocabulary.proceedings import DEFENDED, LITIGATION
from govxlsx.claims.vocabulary.results import BOTH, DISCLOSED, LISTED, PARTLY

RESULTS = (Kind.GROUP, Kind.ITEM, Kind.OUTCOME)
ANSWERS = (Kind.HANDLE, Kind.CONCLUDE, Kind.COLUMN)
"""What tells how something ended, and that it did."""

LETTERS = ("告知书", "答复书", "决定书")
"""In which a result is told: 不予公开告知书4份."""

CLIENTS = (Kind.APPLICANT, Kind.CLIENT)
_NEAR = 4
"""So many characters may stand between a result and what was done: 以不予处理方式答复."""

_REACH = 40
"""So many words before 分别 may share the numbers behind it."""


def distributed(tokens: list[Token]) -> list[Token]:
    """Return the tokens with every number at its word: 复议、诉讼分别为3件、2件."""
    apiece = (at for at, each in enumerate(tokens) if each.meaning in _APIECE)
    place = next(apiece, len(tokens))
    shared = _shared(tokens, place + 1)
    row = [each for each in tokens[place + 1 + len(shared) :] if each.kind is not Kind.JOIN]
    numbers = list(takewhile(lambda each: each.kind is Kind.QUANTITY, row))
    words: list[list[Token]] = [[]]
    start = place
    while start > max(0, place - _REACH) and tokens[start - 1].kind not in _NUMBERS:
        start -= 1
        if tokens[start].kind is Kind.JOIN:
            words.append([])
        else:
            words[-1].insert(0, tokens[start])
    if shared and len(numbers) > 1 and len(words) != len(numbers):
        # 1月至3月分别收到申请2件、0件、4件: each is of one month.
        apart = {each.start for each in numbers}
        return [replace(one, kind=Kind.FIGURE) if one.start in apart else one for one in tokens]
    if len(words) == 1 < len(numbers) and (words[0] or numbers[0].unit in MONEY):
        # 收到申请数依次为6件、9件、3件, 收取费用分别为60元、120元: none is all.
        apart = {each.start for each in numbers}
        return [_of_a_part(one) if one.start in apart else one for one in tokens]
    if len(numbers) < 2 or len(words) != len(numbers):
        return tokens
    words = _under_one_noun(words)
    if (shared and all(map(_names_a_body, words))) or all(map(_is_by_a_body, words)):
        numbers = [replace(each, kind=Kind.FIGURE) for each in numbers]
    told: list[Token] = []
    for word, number in zip(reversed(words), numbers, strict=True):
        if told and word:
            told.append(Token(Kind.JOIN, word[0].start, word[0].start, "、"))
        told += (*word, *shared, number)
    last = next(at for at, each in enumerate(tokens) if each.start == numbers[-1].start)
    return [*tokens[:start], *told, *tokens[last + 1 :]]


def _under_one_noun(words: list[list[Token]]) -> list[list[Token]]:
    """Return words, the last first, with the cases that they are of at the first.

    维持、纠正的复议案件依次为4件、1件.
    """
    last = words[0]
    kinds = {each.kind for word in words for each in word} - {Kind.PRESENT}
    if len(last) < 2 or last[-1].kind is not Kind.PROCEEDING or not kinds <= _ENDED:
        return words
    return [last[:-1], *words[1:-1], [last[-1], *words[-1]]]


_ENDED = Kind.of("OUTCOME UNDECIDED REST GROUP PROCEEDING")


def _of_a_part(number: Token) -> Token:
    return replace(number, kind=Kind.FIGURE, value=0)


def _names_a_body(word: list[Token]) -> bool:
    """Tell whether words name nothing that the form knows: 教育局、民政局分别收到申请9件、4件."""
    return {each.kind for each in word} <= {Kind.UNKNOWN, Kind.INFO, Kind.PRESENT}


def _is_by_a_body(word: list[Token]) -> bool:
    """Tell whether words name a body: 教育局、民政局收到的申请分别为30件、22件."""
    return any(each.meaning == BODY for each in word)


def _shared(tokens: list[Token], at: int) -> list[Token]:
    """Return the words between 分别 and its numbers: 分别收到申请21件、28件."""
    found = list(takewhile(lambda each: each.kind in _SHARED, tokens[at : at + _REACH]))
    return found if at + len(found) < len(tokens) else []


_SHARED = Kind.of("APPLICATION RECEIVE HANDLE CONCLUDE BRINGING INFO PROCEEDING DECISION OUTCOME")
_NUMBERS = (Kind.QUANTITY, Kind.FIGURE)
_APIECE = ("分别", "分别为", "分别是", "依次", "依次为", "各为", "各有")


def single(tokens: list[Token]) -> list[Token]:
    """Return the tokens with 1名申请人 made foreign: what he applied for is a part of all.

    Behind 收到 they are left out: 收到29名申请人提交的申请41件, 收到9个自然人的11件申请 are all.
    全年有7名申请人提交申请11件 may be of all, too.
    """
    found: list[Token] = []
    numbers = sum(each.kind is Kind.QUANTITY for each in tokens)
    for each in tokens:
        last = found[-1] if found else None
        if last is not None and numbers > 1 and last.unit == "个" and each.kind in CLIENTS:
            last = replace(last, kind=Kind.FIGURE, unit=_PEOPLE[0])
        if last is not None and last.kind is Kind.FIGURE and each.kind in CLIENTS:
            if last.unit in _PEOPLE and any(one.kind is Kind.RECEIVE for one in found):
                found.pop()
                continue
            if last.unit in _PEOPLE:
                if numbers == 1 and {one.kind for one in found[:-1]} == {Kind.PRESENT}:
                    found[-1] = Token(Kind.RECEIVE, last.start, each.end, PEOPLE)
                    continue
                found[-1] = Token(Kind.FOREIGN, last.start, each.end, ELSEWHERE)
                continue
        found.append(each)
    return found


_PEOPLE = ("名", "位", "人")


def counted(tokens: list[Token]) -> list[Token]:
    """Return the tokens with every number behind its applicant: 受理2件自然人、1件企业的申请."""
    found = list(tokens)
    for at in range(len(tokens) - 4):
        row = tokens[at : at + 5]
        if tuple(each.kind for each in row) == _COUNTED_APART:
            found[at : at + 5] = [row[1], row[0], row[2], row[4], row[3]]
    return found


_COUNTED_APART = (Kind.QUANTITY, Kind.APPLICANT, Kind.JOIN, Kind.QUANTITY, Kind.APPLICANT)


def lettered(tokens: list[Token]) -> list[Token]:
    """Return the tokens with 来信 beside other channels told as one of them: 网络、来信、当面."""
    row = [each for each in tokens if each.kind is not Kind.QUANTITY]
    kinds = [each.kind for each in row]
    told: set[int] = set()
    for at, each in enumerate(row):
        beside = kinds[at + 1 : at + 3] == [Kind.JOIN, Kind.CHANNEL]
        beside = beside or kinds[max(0, at - 2) : at] == [Kind.CHANNEL, Kind.JOIN]
        if beside and each.kind is Kind.FOREIGN and each.meaning == LETTER:
            kinds[at] = Kind.CHANNEL
            told.add(each.start)
    return [replace(each, kind=Kind.CHANNEL) if each.start in told else each for each in tokens]


def filed(tokens: list[Token]) -> list[Token]:
    """Return the tokens with a form that was received told as the application: 收到申请书9份."""
    found: list[Token] = []
    received = False
    for at, each in enumerate(tokens):
        received = received or each.kind is Kind.RECEIVE
        near = tokens[max(0, at - 1) : at + 2]
        counted = at + 1 == len(tokens) or any(one.kind is Kind.QUANTITY for one in near)
        is_form = each.kind is Kind.OBJECT and each.meaning == FORM
        told = is_form and received and counted
        found.append(replace(each, kind=Kind.APPLICATION, meaning=OWN) if told else each)
    return found


def asked(tokens: list[Token]) -> list[Token]:
    """Return the tokens without what is asked for: 要求公开低保名单的申请, 涉及工伤的申请.

    A clause that begins with 涉及 names no more than that: 涉及财政资金9件.
    """
    tokens = _about(tokens)
    found: list[Token] = []
    begun = -1
    asking = False
    for each in tokens:
        kind = each.kind
        if kind is Kind.CAUSE:
            begun, asking = len(found) + 1, each.meaning.startswith((*ASKING, "涉及"))
        elif begun >= 0 and kind not in _ASKED_FOR and not (asking and kind in CLIENTS):
            if kind is Kind.APPLICATION or (asking and begun == 1 and kind is Kind.QUANTITY):
                del found[begun:]
            begun = -1
        found.append(each)
    return found


_ASKED_FOR = Kind.of("FOREIGN OBJECT UNKNOWN INFO DECISION DOCUMENT JOIN CHANNEL")
"""What an application may be about."""


def _about(tokens: list[Token]) -> list[Token]:
    """Return the tokens with 公开工资信息的申请 made one: a part of all, as one channel has it."""
    at = next((at for at, each in enumerate(tokens) if each.kind is Kind.GROUP), 0)
    row = [*takewhile(lambda each: each.kind in _ASKED_FOR, tokens[at + 1 :])]
    end = at + 1 + len(row)
    strange = any(each.kind is Kind.UNKNOWN for each in row)
    led = all(each.kind in (Kind.PART, Kind.JOIN) for each in tokens[:at])
    if tokens[at].meaning != LISTED or not (strange and led) or end >= len(tokens):
        return tokens
    if tokens[end].meaning != BARE:
        return tokens
    part = Token(Kind.CHANNEL, tokens[at].start, tokens[end].end, "公开")
    return [*tokens[:at], part, *tokens[end + 1 :]]


def cases(tokens: list[Token], *, acts: bool) -> list[Token]:
    """Return the tokens with 应诉 told as litigation, its unit telling that it was named so.

    ``acts``: cases over other acts may be among them.
    """
    if any(each.meaning == DEFENDED for each in tokens):
        tokens = [
            replace(each, meaning=LITIGATION, unit=DEFENDED) if each.meaning == DEFENDED else each
            for each in tokens
        ]
    return over_acts(tokens) if acts else tokens


def over_acts(tokens: list[Token], *, told: bool = False) -> list[Token]:
    """Return the tokens with cases over other acts told as foreign: 因行政处罚引发的行政诉讼2件.

    ``told``: they go on from such acts.
    """
    found: list[Token] = []
    why = acts = told
    for each in tokens:
        other = each.kind is Kind.FOREIGN and each.meaning == ACTS
        if each.kind is Kind.CAUSE or other:
            why, acts = True, acts or other
        elif why and each.kind is Kind.DECISION:
            acts = True
        elif each.kind in _OURS:
            why = acts = False
        foreign = acts and each.kind is Kind.PROCEEDING
        found.append(replace(each, kind=Kind.FOREIGN, meaning=ACTS) if foreign else each)
    return found


_OURS = (Kind.INFO, Kind.APPLICATION, Kind.CONCLUDE, Kind.GROUP)
"""What cases are over that are of applications."""


def answered(tokens: list[Token]) -> list[Token]:
    """Return the tokens with 不予公开答复 made one: the answer is told by its result."""
    found: list[Token] = []
    for each in tokens:
        aside = found[-1] if len(found) > 1 and _is_aside(found[-1]) else None
        last = found[-2] if aside else found[-1] if found else each
        told = last.kind in RESULTS and last.meaning != LISTED
        sent = each.kind is Kind.OBJECT and each.meaning in LETTERS
        behind = aside.end if aside and aside.kind is Kind.INFO else last.end
        if told and (sent or each.kind in ANSWERS) and each.start - behind <= _NEAR:
            found[-2 if aside else -1 :] = [replace(last, end=each.end)]
        else:
            found.append(each)
    return found


def _is_aside(token: Token) -> bool:
    """Tell whether a word may stand between a result and 答复: 不掌握信息答复, 不予公开类答复."""
    return token.kind is Kind.INFO or token.meaning == "类"


def joined(tokens: list[Token]) -> list[Token]:
    """Return the tokens with 予以公开和部分公开 made one group."""
    found: list[Token] = []
    for each in tokens:
        found.append(each)
        row = found[-3:]
        both = [one.kind for one in row] == [Kind.GROUP, Kind.JOIN, Kind.GROUP]
        if both and each.meaning == PARTLY and row[0].meaning in (DISCLOSED, LISTED):
            found[-3:] = [Token(Kind.GROUP, row[0].start, each.end, BOTH)]
    return found
