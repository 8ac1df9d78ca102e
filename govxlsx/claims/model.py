"""What a claim is, and what words, tokens and clauses are made of."""

from __future__ import annotations

from dataclasses import dataclass
from enum import IntEnum, auto
from typing import NamedTuple

from govxlsx.report.figure import Number


@dataclass(frozen=True, slots=True)
class Claim:
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


class Kind(IntEnum):
    """What part a word plays in a clause."""

    # What stands in the form.
    APPLICATION = (
        auto()
    )  # the noun; meaning: own (依申请公开), bare (申请), asked (申请公开), topic
    RECEIVE = auto()  # 收到, 受理; meaning: new (新收) or plain
    HANDLE = auto()  # 办理, 处理: may be any stage
    CONCLUDE = auto()  # 办结, 答复
    MOVE = auto()  # 结转, its direction told by the years beside it
    CARRIED = auto()  # carried in or out: made of a 结转 and its years
    GROUP = auto()  # one of the six result groups
    ITEM = auto()  # one item of a group
    APPLICANT = auto()
    PROCEEDING = auto()
    OUTCOME = auto()
    UNDECIDED = auto()  # under way: 尚未审结 of a case, carried out of an application
    DOCUMENT = auto()  # 规章, 规范性文件
    ACT = auto()  # 制发, 废止, 现行有效
    DECISION = auto()  # 行政许可, 行政处罚, 行政强制
    COLUMN = auto()  # a column of part two: 上一年项目数量, 本年增/减
    MONEY = auto()
    REST = auto()  # 其他: closes a list
    SUM = auto()  # 合计: adds a list up
    # What turns a statement.
    NEGATION = auto()
    WHOLE = auto()  # 均, 全部
    EACH = auto()  # 各, 分别: every one has its own number
    PART = auto()  # 其中, 部分
    PRESENT = auto()  # 本年
    LAST = auto()  # 上年: with 结转 carried in, else last year's figures
    NEXT = auto()  # 下年
    YEAR = auto()  # a year in digits, the value tells which
    COMPARED = auto()  # 较, 同比, 增加: what follows is no figure of this year
    REACHING = auto()  # 增至: this year's figure again
    SINCE = auto()  # figures of many years
    CAUSE = auto()  # 因: what follows is why, up to what it brought about
    BRINGING = auto()  # 引起, 被, 提起: what follows was brought about
    # What the form does not count.
    FOREIGN = auto()  # speaks of something else: messages, publicity, other bodies
    OBJECT = auto()  # a noun that is not counted, in the middle of our subject: 申请表, 专栏
    CHANNEL = auto()  # 网络, 信函: how it came
    INFO = auto()  # 政府信息公开: tells what a case is about
    CLIENT = auto()  # 公民, 申请人: somebody
    JOIN = auto()  # 、和
    FILL = auto()  # says nothing here
    UNKNOWN = auto()  # words that are in no list
    # What is counted, and what parts clauses.
    QUANTITY = auto()  # a number of cases, documents or money
    FIGURE = auto()  # any other number: a date, a share, people, "about"
    BRACKET = auto()
    MARK = auto()  # , ; : ( ) and the ends of sentences


@dataclass(frozen=True, slots=True)
class Term:
    """Words that mean one thing, wherever they stand.

    ``words`` are written over folded text and parted by blanks; (a|b) is a choice, [a|b] may be
    missing. ``meaning`` is the field, or the last step of one. ``alternatives`` are other fields
    that the same words may honestly mean. ``examples`` are sentences with the claims that they
    hold; they are run as tests.
    """

    kind: Kind
    meaning: str
    words: str
    alternatives: tuple[str, ...] = ()
    examples: tuple[tuple[str, dict[str, Number]], ...] = ()


class Token(NamedTuple):
    """A word, a number or a mark where it stands in the folded text.

    ``value`` of years and numbers. A tuple: every text makes many of them.
    """

    kind: Kind
    start: int
    end: int
    meaning: str = ""
    alternatives: tuple[str, ...] = ()
    value: Number = 0
    unit: str = ""


@dataclass(frozen=True, slots=True)
class Clause:
    """What stands between two commas: its words, the mark before it, and what is in brackets.

    The ``value`` of a BRACKET is its place among ``brackets``.
    """

    opener: str
    tokens: list[Token]
    brackets: list[list[Clause]]


Sentence = list[Clause]

Reading = tuple[str, tuple[str, ...]]
"""A claim field, and the other honest ones."""
