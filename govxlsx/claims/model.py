"""What a claim is, and what the vocabulary that finds claims is made of."""

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


class Role(IntEnum):
    """What part a term plays in a sentence."""

    APPLICATION = auto()  # the noun: an application for information
    STAGE = auto()  # received, carried in, concluded, carried out
    RECEIVING = auto()  # 收到, 受理: receives what the noun says
    CARRYING = auto()  # 结转, with no year beside it
    GROUP = auto()  # one of the six result groups
    ITEM = auto()  # one item of a group
    APPLICANT = auto()
    PROCEEDING = auto()
    OUTCOME = auto()
    UNDECIDED = auto()  # still under way: 尚未审结 of a proceeding, 结转 of an application
    DOCUMENT = auto()  # 规章, 规范性文件
    ACT = auto()  # 制发, 废止, 现行有效: what happened to documents
    DECISION = auto()  # 行政许可, 行政处罚, 行政强制
    MONEY = auto()
    REST = auto()  # 其他: of the list that it closes
    TOTAL = auto()  # 合计: of the list before it
    NEGATION = auto()
    WHOLE = auto()  # 均, 全部
    COLUMN = auto()  # a column of part two: 上一年项目数量, 本年增/减
    PAST = auto()  # last year's figure, or a comparison with it
    REACHING = auto()  # 下降到: this year's figure again
    PRESENT = auto()  # 本年: this year again
    SINCE = auto()  # figures of many years: 自2008年以来
    YEAR = auto()
    FOREIGN = auto()  # speaks of something else: messages, petitions, channels, other bodies
    ASIDE = auto()  # a channel or an authority: parts a number from what stands before it
    QUANTITY = auto()  # a number of cases, documents or money
    FIGURE = auto()  # any other number: a date, a share, people, "about"


@dataclass(frozen=True, slots=True)
class Term:
    """Words that mean one thing, wherever they stand.

    ``pattern`` is a regular expression over folded text. ``meaning`` is the field or the last step
    of one. ``alternatives`` are other fields that the same words may honestly mean. ``examples``
    are sentences with the claims that they hold; they are run as tests. ``key`` is a word that
    every match holds: a text without it is not searched.
    """

    role: Role
    meaning: str
    pattern: str
    alternatives: tuple[str, ...] = ()
    examples: tuple[tuple[str, dict[str, Number]], ...] = ()
    key: str = ""


class Token(NamedTuple):
    """A term or a quantity where it stands in the folded text; ``value`` of years and numbers.

    A tuple: every text makes many of them.
    """

    role: Role
    start: int
    end: int
    term: Term | None = None
    value: Number = 0
    unit: str = ""

    @property
    def meaning(self) -> str:
        """What the term means; "" for quantities and years."""
        return self.term.meaning if self.term is not None else ""

    @property
    def alternatives(self) -> tuple[str, ...]:
        """The term's other honest readings."""
        return self.term.alternatives if self.term is not None else ()


Reading = tuple[str, tuple[str, ...]]
"""A claim field, and the other honest ones."""
