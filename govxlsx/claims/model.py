"""What a claim is, and what words, tokens and clauses are made of."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import ClassVar, NamedTuple

from govxlsx.report.figure import Number


class Claim(NamedTuple):
    """One figure that a text claims.

    ``field`` is the first reading, ``alternatives`` are the other honest ones. ``start`` and
    ``end`` are code points of the text, the end exclusive. ``value`` is in the field's unit: 件,
    万元 for ``disclosure.fees.amount``, 元 for ``fee.information_processing``.
    """

    field: str
    value: Number
    start: int
    end: int
    alternatives: tuple[str, ...] = ()


class Kind(int):
    """What part a word plays in a clause.

    No Enum: every word is asked dozens of times what it is, and in Python 3.11 the member of an
    Enum takes far longer to look up than an attribute. That was a seventh of reading a dense text.
    """

    # What stands in the form.
    # The noun, its meaning own (依申请公开), bare (申请), asked (申请公开) or topic.
    APPLICATION: ClassVar[Kind]
    RECEIVE: ClassVar[Kind]  # 收到, 受理; meaning: new (新收) or plain
    HANDLE: ClassVar[Kind]  # 办理, 处理: may be any stage
    CONCLUDE: ClassVar[Kind]  # 办结, 答复
    MOVE: ClassVar[Kind]  # 结转, its direction told by the years beside it
    CARRIED: ClassVar[Kind]  # carried in or out: made of a 结转 and its years
    GROUP: ClassVar[Kind]  # one of the six result groups
    ITEM: ClassVar[Kind]  # one item of a group
    APPLICANT: ClassVar[Kind]
    PROCEEDING: ClassVar[Kind]
    OUTCOME: ClassVar[Kind]
    UNDECIDED: ClassVar[Kind]  # under way: 尚未审结 of a case, carried out of an application
    DOCUMENT: ClassVar[Kind]  # 规章, 规范性文件
    ACT: ClassVar[Kind]  # 制发, 废止, 现行有效
    DECISION: ClassVar[Kind]  # 行政许可, 行政处罚, 行政强制
    COLUMN: ClassVar[Kind]  # a column of part two: 上一年项目数量, 本年增/减
    MONEY: ClassVar[Kind]
    REST: ClassVar[Kind]  # 其他: closes a list
    SUM: ClassVar[Kind]  # 合计: adds a list up
    # What turns a statement.
    NEGATION: ClassVar[Kind]
    WHOLE: ClassVar[Kind]  # 均, 全部
    EACH: ClassVar[Kind]  # 各, 分别: every one has its own number
    PART: ClassVar[Kind]  # 其中, 部分
    PRESENT: ClassVar[Kind]  # 本年
    LAST: ClassVar[Kind]  # 上年: with 结转 carried in, else last year's figures
    NEXT: ClassVar[Kind]  # 下年
    YEAR: ClassVar[Kind]  # a year in digits, the value tells which
    COMPARED: ClassVar[Kind]  # 较, 同比, 增加: what follows is no figure of this year
    REACHING: ClassVar[Kind]  # 增至: this year's figure again
    SINCE: ClassVar[Kind]  # figures of many years
    CAUSE: ClassVar[Kind]  # 因: what follows is why, up to what it brought about
    BRINGING: ClassVar[Kind]  # 引起, 被, 提起: what follows was brought about
    # What the form does not count.
    FOREIGN: ClassVar[Kind]  # speaks of something else: messages, publicity, other bodies
    OBJECT: ClassVar[Kind]  # a noun that is not counted, in the middle of our subject: 申请表, 专栏
    CHANNEL: ClassVar[Kind]  # 网络, 信函: how it came
    INFO: ClassVar[Kind]  # 政府信息公开: tells what a case is about
    CLIENT: ClassVar[Kind]  # 公民, 申请人: somebody
    JOIN: ClassVar[Kind]  # 、和
    FILL: ClassVar[Kind]  # says nothing here
    UNKNOWN: ClassVar[Kind]  # words that are in no list
    # What is counted, and what parts clauses.
    QUANTITY: ClassVar[Kind]  # a number of cases, documents or money
    FIGURE: ClassVar[Kind]  # any other number: a date, a share, people, "about"
    BRACKET: ClassVar[Kind]
    MARK: ClassVar[Kind]  # , ; : ( ) and the ends of sentences

    @staticmethod
    def of(names: str) -> frozenset[Kind]:
        """Return the kinds of some names, parted by blanks."""
        return frozenset(getattr(Kind, each) for each in names.split())

    def __repr__(self) -> str:
        return next(name for name, each in vars(Kind).items() if each is self)


for _number, _name in enumerate(Kind.__annotations__):
    setattr(Kind, _name, Kind(_number))


@dataclass(frozen=True, slots=True)
class Term:
    """Words that mean one thing, wherever they stand.

    ``words`` are written over folded text; (a|b) is a choice, [a|b] may be missing. ``meaning`` is
    the field, or the last step of one. ``alternatives`` are other fields that the same words may
    honestly mean. ``examples`` are sentences with the claims that they hold; they are run as tests.
    """

    kind: Kind
    meaning: str
    words: Sequence[str]
    alternatives: tuple[str, ...] = ()
    examples: Sequence[str] = ()


@dataclass(slots=True, eq=False)
class Token:
    """A word, a number or a mark where it stands in the folded text.

    ``value`` of years and numbers. Never changed, but not frozen: every text makes many of them,
    and is asked dozens of times what each is, which frozen or as a tuple takes twice as long.
    """

    kind: Kind
    start: int
    end: int
    meaning: str = ""
    value: Number = 0
    unit: str = ""


def moved(token: Token, by: int) -> Token:
    """Return a token as it stands so many characters further on."""
    start, end = token.start + by, token.end + by
    return Token(token.kind, start, end, token.meaning, token.value, token.unit)


def placed(claim: Claim, by: int) -> Claim:
    """Return a claim as it stands so many characters further on."""
    start, end = claim.start + by, claim.end + by
    return Claim(claim.field, claim.value, start, end, claim.alternatives)


class Piece(NamedTuple):
    """A number with the words before it and behind it, the number itself None at a clause's end.

    ``kinds`` are those of the words before it: what is not among them need not be looked for.
    ``terms`` are what it is of, the nearest first; ``past`` where it is another year's or a
    difference; ``reached`` where a comparison ends in it (增至83件).
    """

    left: list[Token]
    kinds: set[Kind]
    number: Token | None
    right: list[Token]
    terms: list[Token]
    behind: bool = False
    past: bool = False
    reached: bool = False


@dataclass(slots=True, eq=False)
class Clause:
    """What stands between two commas: its words, the mark before it, and what is in brackets.

    The ``value`` of a BRACKET is its place among ``brackets``. ``pieces`` are made of the words
    where these are phrases. Never changed, as a Token.
    """

    opener: str
    tokens: list[Token]
    brackets: list[list[Clause]]
    pieces: tuple[Piece, ...] = ()


@dataclass(slots=True, eq=False)
class Sentence:
    """A sentence, all places counted from where it begins. Never changed, as a Token.

    ``words`` are those of its ``clauses`` and their brackets; () where nothing in it may claim.
    Then ``steering`` are the rows of words that tell of what it speaks. ``channels`` tells how many
    of its numbers are of one channel each, ``concludes`` that it says what was done, ``results``
    that one of the six results is named; ``ours`` that it names applications and no cases,
    ``parting`` that it begins with 其中.
    """

    clauses: list[Clause]
    words: tuple[Token, ...] = ()
    steering: tuple[list[Token], ...] = ()
    channels: int = 0
    concludes: bool = False
    results: bool = False
    ours: bool = False
    parting: bool = False


Reading = tuple[str, tuple[str, ...]]
"""A claim field, and the other honest ones."""
