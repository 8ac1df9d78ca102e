"""What the sentences of one text leave for the next: the subject spoken of, the list in hand."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import IntEnum, auto

from govxlsx.claims.fields import summed
from govxlsx.claims.model import Role, Token
from govxlsx.claims.vocabulary.applications import CARRIED_IN, RECEIVED
from govxlsx.claims.vocabulary.disclosure import AMOUNT, FEE
from govxlsx.form.editions.model import Edition


class Subject(IntEnum):
    """What a text speaks of at the moment."""

    OPEN = auto()  # nothing yet
    APPLICATIONS = auto()
    PROCEEDINGS = auto()
    DOCUMENTS = auto()
    DECISIONS = auto()
    ELSEWHERE = auto()  # what the form does not count


_SUBJECTS = {
    Role.APPLICATION: Subject.APPLICATIONS,
    Role.PROCEEDING: Subject.PROCEEDINGS,
    Role.DOCUMENT: Subject.DOCUMENTS,
    Role.DECISION: Subject.DECISIONS,
    Role.FOREIGN: Subject.ELSEWHERE,
}


@dataclass
class Context:
    """The subject, what was named last, and the fields just claimed.

    ``others``: what is foreign are other bodies' figures.
    """

    form: Edition
    year: int
    subject: Subject = Subject.OPEN
    proceeding: str = ""
    document: str = ""
    decision: str = ""
    act: str = ""
    listed: list[str] = field(default_factory=list)
    others: bool = False

    def follow(self, token: Token) -> None:
        """Take in what a term says of the subject."""
        role = token.role
        if role in _SUBJECTS:
            self.subject = _SUBJECTS[role]
        if role is Role.FOREIGN:
            self.listed, self.others = [], token.meaning == "elsewhere"
        elif role is Role.STAGE and token.meaning in (RECEIVED, CARRIED_IN):
            if self.subject is not Subject.ELSEWHERE or token.meaning == RECEIVED:
                self.subject = Subject.APPLICATIONS
        elif role is Role.PROCEEDING:
            self.proceeding = token.meaning
        elif role is Role.DOCUMENT:
            self.document = token.meaning
        elif role is Role.DECISION:
            self.decision = token.meaning
        elif role is Role.MONEY and token.meaning == AMOUNT:
            self.subject, self.decision = Subject.DECISIONS, "fees"
        elif role is Role.ACT:
            self.act = token.meaning

    def begin(self) -> None:
        """Begin a sentence: what was foreign in the last one need not be in this one."""
        if self.subject is Subject.ELSEWHERE:
            self.subject = Subject.OPEN

    def turn(self) -> None:
        """Go on behind a semicolon: other bodies' figures end there."""
        if self.subject is Subject.ELSEWHERE and self.others:
            self.subject = Subject.OPEN

    def knows(self, name: str) -> bool:
        """Tell whether the edition has a claim field."""
        return name == FEE or bool(summed(self.form.id, name))
