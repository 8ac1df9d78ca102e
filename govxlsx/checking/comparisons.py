"""What a text says of figures and of their change since last year: a small grammar.

A subject is a phrase with a number ("收到政府信息公开申请120件"); a change is what may follow it
("，较上年增长20%"). Only exact numbers count, only 较上年 and its like, only per cent.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from govxlsx.claims import numerals
from govxlsx.patterns import regex

_NUMBER = r"[0-9０-９]+(?:[,，][0-9０-９]{3})*(?:[.．][0-9０-９]+)?"
_GAP = r"[^，,。；;：:、（）()0-9０-９%％]"
_DECISION = r"(?:的)?(?:处理)?(?:决定)?(?:书)?(?:案件)?"
_APPLICATIONS = tuple(
    f"applications.{row}.total" for row in ("received", "carried_in", "concluded")
)
_RECEIVED, _CARRIED_IN, _CONCLUDED = _APPLICATIONS
_DIRECT, _AFTER = (
    "proceedings.direct_litigation.total",
    "proceedings.litigation_after_reconsideration.total",
)

Summands = tuple[str, ...]
"""Figures that a number may be the sum of."""


@dataclass(frozen=True, slots=True)
class CountedSubject:
    """Words before a number, and the figures that it may then be, the first reading first."""

    label: str
    words: str
    readings: tuple[Summands, ...]


SUBJECTS = (
    CountedSubject(
        "新收申请", rf"(?:新收到?|收到|接收|接到){_GAP}{{0,16}}申请{_GAP}{{0,6}}", ((_RECEIVED,),)
    ),
    CountedSubject(
        "受理申请",
        rf"(?:受理|处理|办理){_GAP}{{0,16}}申请{_GAP}{{0,6}}",
        ((_RECEIVED,), (_RECEIVED, _CARRIED_IN), (_CONCLUDED,)),
    ),
    CountedSubject("办结申请", rf"(?:办结|答复|办理完毕|办理完成){_GAP}{{0,16}}", ((_CONCLUDED,),)),
    CountedSubject(
        "结转下年度",
        rf"结转(?:至|到)?(?:下|次|明)一?年{_GAP}{{0,8}}",
        (("applications.carried_out.total",),),
    ),
    CountedSubject(
        "行政复议", rf"行政复议{_GAP}{{0,8}}", (("proceedings.reconsideration.total",),)
    ),
    CountedSubject(
        "行政诉讼", rf"行政诉讼{_GAP}{{0,8}}", ((_DIRECT, _AFTER), (_DIRECT,), (_AFTER,))
    ),
    CountedSubject(
        "制发规范性文件",
        rf"(?:制发|印发|制定|出台)(?:行政)?规范性文件{_GAP}{{0,4}}",
        (("disclosure.normative_documents.issued",), ("disclosure.normative_documents.produced",)),
    ),
    CountedSubject(
        "行政许可", rf"行政许可{_DECISION}{_GAP}{{0,4}}", (("disclosure.licensing.decisions",),)
    ),
    CountedSubject(
        "行政处罚", rf"行政处罚{_DECISION}{_GAP}{{0,4}}", (("disclosure.penalties.decisions",),)
    ),
    CountedSubject(
        "行政强制", rf"行政强制{_DECISION}{_GAP}{{0,4}}", (("disclosure.coercion.decisions",),)
    ),
)

_SUBJECT = regex("|".join(rf"(?P<s{number}>{each.words})" for number, each in enumerate(SUBJECTS)))
_COUNT = regex(rf"({_NUMBER})[ \u3000]*(?:件|条|宗|份|个|项)(?:次)?")
_BETWEEN = regex(r"(?:[（(][^（()）]{0,30}[）)])?[，,]?(?:数量|总量|总数)?")
_CHANGE = regex(
    r"(?:同比|[较比]上一?年(?:度)?(?:同期)?(?:相比)?|[较比]去年(?:同期)?(?:相比)?|与(?:上|去)年(?:度|同期)?相比"
    r"|[较比]((?:19|20)[0-9]{2})年(?:度|同期)?(?:相比)?)[，,]?(?:总体|总量|数量)?"
    r"(?:(增长|增加|上升|提高|提升|上涨)|下降|减少|降低|下滑|回落)了?"
    rf"({_NUMBER})[ \u3000]*[%％]"
)
_SENTENCE_END = regex("[。；;！？\n]")


@dataclass(frozen=True, slots=True)
class Told:
    """A subject as a text tells it: its number, and where the phrase begins."""

    subject: CountedSubject
    number: Decimal
    start: int


@dataclass(frozen=True, slots=True)
class PercentChange:
    """A change in per cent, signed, written with so many decimals; ``year`` if the text names it.

    ``told`` are the subjects of the sentence before it, the one it stands beside first.
    """

    told: tuple[Told, ...]
    percent: Decimal
    decimals: int
    year: int | None
    end: int


def changes(text: str) -> Iterator[PercentChange]:
    """Yield the changes whose subject stands right before them, in order."""
    done = 0
    for match in _CHANGE.finditer(text):
        ends = [each.end() for each in _SENTENCE_END.finditer(text, done, match.start())]
        begin, done = (ends or [done])[-1], match.end()
        told, size = list(_subjects(text, begin, match.start())), numerals.exact(match[3])
        if size is None or not told or not _BETWEEN.fullmatch(text, told[-1][1], match.start()):
            continue
        yield PercentChange(
            told=tuple(each for each, _ in reversed(told)),
            percent=size if match[2] else -size,
            decimals=max(0, -int(size.as_tuple().exponent)),
            year=int(match[1]) if match[1] else None,
            end=match.end(),
        )


def _subjects(text: str, begin: int, end: int) -> Iterator[tuple[Told, int]]:
    """Yield the subjects of a stretch that a number follows, and where the number ends."""
    for match in _SUBJECT.finditer(text, begin, end):
        count = _COUNT.match(text, match.end(), end)
        if count is not None and (number := numerals.exact(count[1])) is not None:
            subject = SUBJECTS[int((match.lastgroup or "s0")[1:])]
            yield Told(subject, number, match.start()), count.end()
