"""What a text speaks of while it is read: the topic, what was named last, the list in hand."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, fields
from operator import attrgetter
from typing import ClassVar

from govxlsx.claims.fields import summed
from govxlsx.claims.model import Claim, Kind, Sentence, Token, moved, placed
from govxlsx.claims.vocabulary.applications import ACCEPTED, BARE, CONCLUDED, NEW, OWN, RECEIVED
from govxlsx.claims.vocabulary.asides import BODIES, CORRESPONDENCE, LETTER
from govxlsx.claims.vocabulary.disclosure import ABOUT_DOCUMENTS, AMOUNT, DECISIONS, FEE, POWERS
from govxlsx.claims.vocabulary.proceedings import DEFENDED, LITIGATION


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

_CLOSED = (Topic.PROCEEDINGS, Topic.ELSEWHERE)
"""Where a 结转 is not of applications."""

_LISTED = 32
"""So many fields of a list are remembered."""


_CASES = 4
"""So many totals of proceedings are remembered."""


@dataclass(slots=True, eq=False)
class Thread:
    """What is known where a clause begins; every number and every word moves it on.

    ``counts`` are the text's by where they begin: sentences are read with others in their places.
    ``at``: where in the text the sentence begins from which the places of tokens and claims are
    counted. ``bound``: what is foreign are other bodies' figures or what was published, so that a
    noun of ours beside it is theirs; ``matter`` that it is another matter than disclosure, asked
    of us, so that 政府信息公开申请 beside it is ours, ``documents`` that it is documents that were
    published or looked through. ``listed`` are the fields claimed last, from ``begun`` on those of
    this sentence, ``total`` the claim of which the next clause may speak as a whole, ``terms``
    what the last number was of, ``fee`` where a fee was named in this sentence, ``channels`` how
    many numbers of it are of one channel each, ``results`` that one of the six results is named in
    it. ``named`` is what the clause before named without a number, ``parted`` that 其中 was read,
    ``split`` are the numbers that may be parts of a whole told behind them, ``unsaid`` where parts
    were claimed as the whole, ``theirs`` what single bodies had, ``cases`` the totals of
    proceedings told so far, ``came`` what came in, ``compared`` that the last number was a
    difference or a share, ``dated`` that it was another year's, ``decided`` that cases were told
    that the body decides, ``powers`` that it is how many powers it has. ``apart`` are the fields
    told before what came in as a part: told again they are of the part.
    """

    edition: str
    counts: Mapping[int, int]
    at: int = 0
    topic: Topic = Topic.OPEN
    proceeding: str = ""
    document: str = ""
    act: str = ""
    decision: str = ""
    listed: tuple[str, ...] = ()
    begun: int = 0
    terms: tuple[Token, ...] = ()
    cases: tuple[Claim, ...] = ()
    came: Claim | None = None
    # What a sentence begins without.
    bound: bool = False
    matter: bool = False
    documents: bool = False
    total: Claim | None = None
    fee: Token | None = None
    channels: int = 0
    concludes: bool = False
    results: bool = False
    past: bool = False
    denied: bool = False
    parted: bool = False
    named: tuple[Token, ...] = ()
    split: tuple[Claim, ...] = ()
    unsaid: tuple[int, ...] = ()
    dated: bool = False
    decided: bool = False
    theirs: tuple[Claim, ...] = ()
    powers: bool = False
    compared: bool = False
    apart: tuple[str, ...] = ()

    def copied(self) -> Thread:
        """Return what is known, to be moved on by itself."""
        return Thread(*_all(self))

    @property
    def in_hand(self) -> tuple[str, ...]:
        """The fields claimed in this sentence."""
        return self.listed[self.begun :]

    def knows(self, name: str) -> bool:
        """Tell whether the edition has a claim field."""
        return name == FEE or bool(summed(self.edition, name))

    def counted(self, number: Token) -> Token:
        """Return a number of the sentence with the value that the text has for it."""
        value = self.counts.get(self.at + number.start)
        if value is None or number.kind is not Kind.QUANTITY:
            return number
        return Token(number.kind, number.start, number.end, number.meaning, value, number.unit)

    def is_parted(self) -> bool:
        """Tell whether parts of the applications are told: 其中市直部门12件."""
        return self.parted and self.topic is Topic.APPLICATIONS

    def open(self, sentence: Sentence, at: int) -> None:
        """Begin a sentence at a place: nothing foreign is left but a doubt.

        Where it begins with 其中, it tells parts of what the sentence before it listed.
        """
        if self.topic is Topic.ELSEWHERE:
            self.topic = Topic.STALE
        if not sentence.parting:
            self.begun, self.split, self.powers = len(self.listed), (), False
        if sentence.clauses and at != self.at:
            back = self.at - at
            self.at = at
            self.terms = tuple([moved(each, back) for each in self.terms])
            self.cases = tuple([placed(each, back) for each in self.cases])
            self.split = tuple([placed(each, back) for each in self.split])
            self.came = placed(self.came, back) if self.came is not None else None
        self.bound = self.matter = self.documents = self.past = self.denied = self.parted = False
        self.dated = self.decided = self.compared = False
        self.total = self.fee = None
        self.named = self.unsaid = self.theirs = self.apart = ()
        self.channels = sentence.channels
        self.concludes = sentence.concludes
        self.results = sentence.results

    def tell(self, claims: list[Claim], terms: tuple[Token, ...]) -> None:
        """Go on behind a number: what it claims is the end of the list in hand."""
        self.terms = terms
        self.total = claims[0] if len(claims) == 1 and claims[0].value else None
        if claims:
            if self.topic is Topic.OPEN and claims[0].field.startswith("applications."):
                self.topic = Topic.APPLICATIONS
            self.add(map(_listed, claims))
            for each in claims:
                if each.field == RECEIVED:
                    self.came = each
                elif _is_cases(each):
                    self.cases = (*self.cases, each)[-_CASES:]
        elif not self.parted:
            self.listed, self.begun = (), 0

    def add(self, fields: Iterable[str]) -> None:
        """Add fields to those claimed last."""
        self.listed = (*self.listed, *fields)[-_LISTED:]

    def leave(self) -> None:
        """Go on to what the form does not count, so that a noun of ours beside it is theirs."""
        self.topic, self.bound = Topic.ELSEWHERE, True

    def follow(self, tokens: list[Token]) -> None:
        """Go on behind a row of tokens, which tell what is spoken of."""
        foreign = led = False
        last: Token | None = None
        for each in tokens:
            kind = each.kind
            led = led or kind in _LEADING
            if kind in _SILENT:
                if kind is Kind.INFO and last is not None and last.kind is Kind.ACT:
                    # 发布信息47条 is no document that was issued.
                    self.act = ""
            elif kind is not Kind.FOREIGN:
                self._follow(each, last, foreign=foreign, led=led)
            elif each.meaning != BODIES or not self.is_parted():
                foreign = foreign or each.meaning not in (CORRESPONDENCE, LETTER)
                self.topic, self.bound = Topic.ELSEWHERE, foreign
                self.matter, self.listed = False, ()
                self.documents = each.meaning == ABOUT_DOCUMENTS
                self.powers = each.meaning == POWERS
                self.decision = each.meaning if each.meaning in DECISIONS else ""
            last = each

    def _follow(self, token: Token, last: Token | None, *, foreign: bool, led: bool) -> None:
        kind = token.kind
        if kind is Kind.APPLICATION:
            self._noun(token, last, foreign=foreign, led=led)
        elif kind is Kind.RECEIVE or kind is Kind.CARRIED:
            if self._is_ours(token, last, foreign=foreign):
                self.topic = Topic.APPLICATIONS
        elif kind is Kind.PROCEEDING:
            self.topic, self.bound = Topic.PROCEEDINGS, False
            self.proceeding = LITIGATION if token.meaning == DEFENDED else token.meaning
        elif kind is Kind.DOCUMENT:
            self.topic, self.bound, self.document = Topic.DOCUMENTS, False, token.meaning
        elif kind is Kind.DECISION:
            self.topic, self.bound, self.decision = Topic.DECISIONS, False, token.meaning
        elif kind is Kind.MONEY and token.meaning == AMOUNT:
            self.topic, self.decision, self.fee = Topic.DECISIONS, "fees", None
        elif kind is Kind.MONEY and token.meaning == FEE:
            self.fee = token
        elif kind is Kind.ACT:
            self.act = token.meaning
            if self.documents and self.topic is Topic.ELSEWHERE:
                self.topic, self.bound = Topic.DOCUMENTS, False
                self.document = "normative_documents"

    def _is_ours(self, token: Token, last: Token | None, *, foreign: bool) -> bool:
        """Tell whether 新收 or a 结转 is of applications."""
        if token.kind is Kind.CARRIED:
            return self.topic not in _CLOSED and (last is None or last.kind is not Kind.DOCUMENT)
        cases = self.parted and self.topic is Topic.PROCEEDINGS
        return token.meaning == NEW and not foreign and not cases

    def _noun(self, token: Token, last: Token | None, *, foreign: bool, led: bool) -> None:
        """Take in 申请: of another matter where an unknown word stands right before it."""
        bare = token.meaning == BARE
        if self.topic is Topic.DOCUMENTS and not led and self._is_beside_documents(token):
            self.leave()
            return
        if bare and last is not None and last.end == token.start and last.kind in OF_ANOTHER:
            self.leave()
            self.matter, self.listed = True, ()
            return
        theirs = self.topic is Topic.ELSEWHERE and not led
        others = self.bound and not (self.matter and token.meaning == OWN)
        if not (foreign or (theirs and (others or bare))):
            self.topic, self.bound = Topic.APPLICATIONS, False

    def _is_beside_documents(self, token: Token) -> bool:
        """Tell whether it is how documents are open: 公开文件9件，依申请公开0件，不予公开5件."""
        beside = bool(self.terms) and self.terms[0].start >= 0
        return beside and token.end - token.start == len("依申请公开")


_all = attrgetter(*(each.name for each in fields(Thread)))

OF_ANOTHER = (Kind.UNKNOWN, Kind.OBJECT, Kind.FOREIGN, Kind.DECISION, Kind.DOCUMENT, Kind.MONEY)
"""What 申请 alone is of where it stands right before it: 行政许可申请."""

_LEADING = frozenset((Kind.RECEIVE, Kind.HANDLE, Kind.CONCLUDE))
_SILENT = Kind.of(
    "UNKNOWN JOIN WHOLE INFO CLIENT PRESENT OBJECT CAUSE BRINGING PART NEGATION GROUP ITEM "
    "OUTCOME UNDECIDED APPLICANT CONCLUDE HANDLE"
)


SPOKEN_OF = Kind.of("FOREIGN APPLICATION RECEIVE CARRIED PROCEEDING DOCUMENT DECISION MONEY")
"""Words that may tell of what is spoken."""


def steers(tokens: list[Token]) -> bool:
    """Tell whether a row of tokens may tell of what is spoken."""
    return not SPOKEN_OF.isdisjoint([each.kind for each in tokens])


def _is_cases(claim: Claim) -> bool:
    return claim.field.startswith("proceedings.") and claim.field.count(".") == 1


def _listed(claim: Claim) -> str:
    """Return what a claim is remembered as: what was handled is the base of what follows."""
    return ACCEPTED if ACCEPTED in claim.alternatives and claim.field == CONCLUDED else claim.field
