"""What a text speaks of while it is read: the topic, what was named last, the list in hand."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar, NamedTuple

from govxlsx.claims.fields import summed
from govxlsx.claims.model import Claim, Kind, Token
from govxlsx.claims.vocabulary.applications import ACCEPTED, BARE, CONCLUDED, NEW, OWN
from govxlsx.claims.vocabulary.asides import BODIES, CORRESPONDENCE, LETTER
from govxlsx.claims.vocabulary.disclosure import AMOUNT, FEE


class Topic(int):
    """What a text speaks of at the moment. No Enum, as Kind is none."""

    OPEN: ClassVar[Topic]  # nothing yet
    STALE: ClassVar[Topic]  # what the form does not count, a sentence ago
    APPLICATIONS: ClassVar[Topic]
    PROCEEDINGS: ClassVar[Topic]
    DOCUMENTS: ClassVar[Topic]
    DECISIONS: ClassVar[Topic]
    ELSEWHERE: ClassVar[Topic]  # what the form does not count


for _number, _name in enumerate(Topic.__annotations__):
    setattr(Topic, _name, Topic(_number))

_SPOKEN_OF = (Kind.PROCEEDING, Kind.DOCUMENT, Kind.DECISION)
_CLOSED = (Topic.PROCEEDINGS, Topic.ELSEWHERE)
"""Where a 结转 is not of applications."""

LISTED_FIELDS = 32
"""So many fields of a list are remembered."""


_CASES = 4
"""So many totals of proceedings are remembered."""


class Thread(NamedTuple):
    """What is known where a clause begins. Every step returns the next one.

    ``bound``: what is foreign are other bodies' figures or what was published, so that a noun of
    ours beside it is theirs; ``matter`` that it is another matter than disclosure, asked of us,
    so that 政府信息公开申请 beside it is ours. ``listed`` are the fields claimed last, ``total``
    the claim of which the next clause may speak as a whole, ``terms`` what the last number was
    of, ``fee`` where a fee was named in this sentence, ``channels`` how many numbers of it are of
    one channel each, ``results`` that one of the six results is named in it. ``named`` is what the
    clause before named without a number, ``parted`` that 其中 was read, ``split`` are the numbers
    that may be parts of a whole told behind them, ``unsaid`` where parts were claimed as the
    whole, ``theirs`` what single bodies had, ``cases`` the totals of proceedings told so far,
    ``compared`` that the last number was a difference or a share, ``dated`` that it was another
    year's, ``decided`` that cases were told that the body decides.
    """

    edition: str
    year: int
    topic: Topic = Topic.OPEN
    bound: bool = False
    matter: bool = False
    proceeding: str = ""
    document: str = ""
    act: str = ""
    decision: str = ""
    listed: tuple[str, ...] = ()
    total: Claim | None = None
    terms: tuple[Token, ...] = ()
    fee: Token | None = None
    channels: int = 0
    concludes: bool = False
    results: bool = False
    past: bool = False
    begun: int = 0
    denied: bool = False
    parted: bool = False
    named: tuple[Token, ...] = ()
    split: tuple[Claim, ...] = ()
    unsaid: tuple[int, ...] = ()
    dated: bool = False
    decided: bool = False
    cases: tuple[Claim, ...] = ()
    theirs: tuple[Claim, ...] = ()
    compared: bool = False

    def knows(self, name: str) -> bool:
        """Tell whether the edition has a claim field."""
        return name == FEE or bool(summed(self.edition, name))

    def is_parted(self) -> bool:
        """Tell whether parts of the applications are told: 其中市直部门12件."""
        return self.parted and self.topic is Topic.APPLICATIONS

    def opened(
        self, *, channels: int, concludes: bool, results: bool, parts: bool = False
    ) -> Thread:
        """Return the thread where a sentence begins: nothing foreign is left but a doubt.

        Where it begins with 其中, it tells parts of what the sentence before it listed.
        """
        stale = self.topic in (Topic.ELSEWHERE, Topic.STALE)
        return Thread(
            self.edition,
            self.year,
            Topic.STALE if stale else self.topic,
            proceeding=self.proceeding,
            document=self.document,
            act=self.act,
            decision=self.decision,
            listed=self.listed,
            begun=self.begun if parts else len(self.listed),
            split=self.split if parts else (),
            terms=self.terms,
            cases=self.cases,
            channels=channels,
            concludes=concludes,
            results=results,
        )

    def told(self, claims: list[Claim], terms: tuple[Token, ...]) -> Thread:
        """Return the thread behind a number: what it claims is the end of the list in hand."""
        if not claims:
            if self.parted:
                return self._replace(total=None, terms=terms)
            return self._replace(listed=(), total=None, begun=0, terms=terms)
        listed = (*self.listed, *map(_listed, claims))
        cases = (*self.cases, *filter(_is_cases, claims))
        return self._replace(
            topic=_begun(self.topic, claims[0].field),
            listed=listed[-LISTED_FIELDS:],
            cases=cases[-_CASES:],
            total=claims[0] if len(claims) == 1 and claims[0].value else None,
            terms=terms,
        )

    def following(self, tokens: list[Token]) -> Thread:
        """Return the thread behind a row of tokens, which tell what is spoken of."""
        thread = self
        foreign = led = False
        last: Token | None = None
        for each in tokens:
            led = led or each.kind in _LEADING
            if each.kind in _SILENT:
                if each.kind is Kind.INFO and last is not None and last.kind is Kind.ACT:
                    # 发布信息47条 is no document that was issued.
                    thread = thread._replace(act="")
                last = each
                continue
            if each.kind is Kind.FOREIGN and each.meaning == BODIES and thread.is_parted():
                last = each
                continue
            if each.kind is Kind.FOREIGN:
                foreign = foreign or each.meaning not in (CORRESPONDENCE, LETTER)
                thread = thread._replace(
                    topic=Topic.ELSEWHERE, bound=foreign, matter=False, listed=()
                )
            else:
                thread = thread._following(each, last, foreign=foreign, led=led)
            last = each
        return thread

    def _following(self, token: Token, last: Token | None, *, foreign: bool, led: bool) -> Thread:
        kind = token.kind
        if kind is Kind.APPLICATION:
            return self._noun(token, last, foreign=foreign, led=led)
        ours = not foreign and not (self.parted and self.topic is Topic.PROCEEDINGS)
        received = kind is Kind.RECEIVE and token.meaning == NEW and ours
        documents = last is not None and last.kind is Kind.DOCUMENT
        if received or (kind is Kind.CARRIED and self.topic not in _CLOSED and not documents):
            known = self.topic is Topic.APPLICATIONS
            return self if known else self._replace(topic=Topic.APPLICATIONS)
        if kind in _SPOKEN_OF:
            return self._cased(token)
        if kind is Kind.MONEY and token.meaning == AMOUNT:
            return self._replace(topic=Topic.DECISIONS, decision="fees", fee=None)
        if kind is Kind.MONEY and token.meaning == FEE:
            return self._replace(fee=token)
        return self._replace(act=token.meaning) if kind is Kind.ACT else self

    def _cased(self, token: Token) -> Thread:
        """Take in which proceeding, document or decision was named last."""
        if token.kind is Kind.PROCEEDING:
            return self._replace(topic=Topic.PROCEEDINGS, bound=False, proceeding=token.meaning)
        if token.kind is Kind.DOCUMENT:
            return self._replace(topic=Topic.DOCUMENTS, bound=False, document=token.meaning)
        return self._replace(topic=Topic.DECISIONS, bound=False, decision=token.meaning)

    def _noun(self, token: Token, last: Token | None, *, foreign: bool, led: bool) -> Thread:
        """Take in 申请: of another matter where an unknown word stands right before it."""
        beside = last is not None and last.end == token.start
        if token.meaning == BARE and beside and last is not None and last.kind in OF_ANOTHER:
            return self._replace(topic=Topic.ELSEWHERE, bound=True, matter=True, listed=())
        theirs = self.topic is Topic.ELSEWHERE and not led
        others = self.bound and not (self.matter and token.meaning == OWN)
        if foreign or (theirs and (others or token.meaning == BARE)):
            return self
        if self.topic is Topic.APPLICATIONS and not self.bound:
            return self
        return self._replace(topic=Topic.APPLICATIONS, bound=False)


_PLACES = {name: place for place, name in enumerate(Thread._fields)}


def _replaced(thread: Thread, **changes: Any) -> Thread:
    """Return a thread with some fields changed, in half the time that a NamedTuple's own takes."""
    fields = list(thread)
    for name, value in changes.items():
        fields[_PLACES[name]] = value
    return tuple.__new__(Thread, fields)


if not TYPE_CHECKING:
    Thread._replace = _replaced

OF_ANOTHER = (Kind.UNKNOWN, Kind.OBJECT, Kind.FOREIGN, Kind.DECISION, Kind.DOCUMENT, Kind.MONEY)
"""What 申请 alone is of where it stands right before it: 行政许可申请."""

_LEADING = frozenset((Kind.RECEIVE, Kind.HANDLE, Kind.CONCLUDE))
_SILENT = frozenset(
    (
        Kind.UNKNOWN,
        Kind.JOIN,
        Kind.WHOLE,
        Kind.INFO,
        Kind.CLIENT,
        Kind.PRESENT,
        Kind.OBJECT,
        Kind.CAUSE,
        Kind.BRINGING,
        Kind.PART,
        Kind.NEGATION,
        Kind.GROUP,
        Kind.ITEM,
        Kind.OUTCOME,
        Kind.UNDECIDED,
        Kind.APPLICANT,
        Kind.CONCLUDE,
        Kind.HANDLE,
    )
)


def _begun(topic: Topic, field: str) -> Topic:
    """Return the topic behind a claim, which opens one where there is none yet."""
    return (
        Topic.APPLICATIONS if topic is Topic.OPEN and field.startswith("applications.") else topic
    )


def steers(tokens: list[Token]) -> bool:
    """Tell whether a row of tokens says anything of what is spoken of."""
    return not _SILENT.issuperset([each.kind for each in tokens])


def _is_cases(claim: Claim) -> bool:
    return claim.field.startswith("proceedings.") and claim.field.count(".") == 1


def _listed(claim: Claim) -> str:
    """Return what a claim is remembered as: what was handled is the base of what follows."""
    return ACCEPTED if ACCEPTED in claim.alternatives and claim.field == CONCLUDED else claim.field
