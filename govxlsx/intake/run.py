"""Mails are dealt with, some at a time: judged, filed, answered by drafts and entered, or none.

Drafts are put where they belong before the register knows the mail. A run that is killed between
does the same mails again, and their drafts are the same by name and content.
"""

import shutil
from collections import Counter, deque
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, fields
from datetime import datetime, timedelta
from functools import partial
from itertools import repeat
from pathlib import Path

from govxlsx.checking.rule import Severity
from govxlsx.desk.archive.correspondence import Correspondence, MailHead, Received
from govxlsx.desk.archive.entry import DOCUMENT, Submission
from govxlsx.desk.archive.filing import Archive, Deposit, Filed
from govxlsx.desk.archive.judging import Judging
from govxlsx.desk.batch.crew import Crew
from govxlsx.desk.batch.runner import LARGEST, Runner
from govxlsx.desk.naming import safe_name
from govxlsx.desk.notices.draft import Deliver
from govxlsx.desk.previous import Previous
from govxlsx.desk.roster.model import Roster
from govxlsx.intake.doubts import doubts
from govxlsx.intake.due import due
from govxlsx.intake.judging import Judged, Submitted, judged, lost, meant
from govxlsx.intake.letter import Attachment, Mail, MailError
from govxlsx.intake.reply import Handled, drafts
from govxlsx.output import reported

_GROUP = 20
_UNDATED = "{}，看不出是哪天收到的，按处理的这一天登记"


@dataclass(frozen=True, slots=True)
class Dealt:
    """What became of a mail. With ``problem`` it was not entered: it is done again next time."""

    letter: Mail
    became: str
    submissions: tuple[Filed, ...] = ()
    unclear: tuple[str, ...] = ()
    problem: str = ""


@dataclass(frozen=True, slots=True)
class MailRun:
    """What a run works with. ``spool`` is a folder of its own, ``deliver`` None without drafts."""

    archive: Archive
    crew: Crew
    spool: Path
    clock: Callable[[], datetime]
    previous: Previous | None = None
    roster: Roster | None = None
    strict: bool = False
    deliver: Deliver | None = None

    def over(self, letters: Iterable[Mail]) -> Iterator[Dealt]:
        """Deal with mails that are not known yet; each is told of once it is safe.

        Those that came before the source failed are dealt with first. Raises MailError.
        """
        judging = Judging(str(self.spool), self.previous, self.roster, self.strict)
        work = partial(judged, annotated=self.deliver is not None)
        runner = Runner(self.crew, work, self.crew.share(judging), lost)
        waiting: deque[Mail] = deque()
        answers: deque[Judged] = deque()
        ready: list[tuple[Mail, Submitted]] = []
        failed: list[MailError] = []

        def spooled() -> Iterator[str]:
            try:
                for each in self._new(letters):
                    waiting.append(each)
                    yield from self._spooled(each)
            except MailError as error:
                failed.append(error)

        def complete() -> None:
            while waiting and len(waiting[0].workbooks) <= len(answers):
                letter = waiting.popleft()
                ready.append(
                    (letter, meant([(each, answers.popleft()) for each in letter.workbooks]))
                )

        chunks = repeat(LARGEST if self.crew.width > 1 else 1)
        for found in runner.answers(spooled(), chunks):
            answers.extend(found)
            complete()
            while len(ready) >= _GROUP:
                yield from self._settled(ready[:_GROUP])
                del ready[:_GROUP]
        complete()
        for start in range(0, len(ready), _GROUP):
            yield from self._settled(ready[start : start + _GROUP])
        if failed:
            raise failed[0]

    def _new(self, letters: Iterable[Mail]) -> Iterator[Mail]:
        """Yield the mails that the register does not know, each once."""
        mails = Correspondence(self.archive.register)
        seen: set[str] = set()
        for each in letters:
            if not mails.known(each.key) and each.key not in seen:
                seen.add(each.key)
                yield each
            elif each.place is not None and each.key not in seen:
                with self.archive.register.writing():
                    mails.lies_at(each.key, each.place)

    def _spooled(self, letter: Mail) -> Iterator[str]:
        """Put the workbooks of a mail into the spool; yield their paths, relative to it."""
        folder = _folder(letter)
        for number, each in enumerate(letter.workbooks, 1):
            stem, _, suffix = each.name.rpartition(".")
            name = f"{number}/{safe_name(stem or '工作簿')[:60]}.{safe_name(suffix)[:8]}"
            path = self.spool / folder / name
            with reported(path):
                path.parent.mkdir(parents=True, exist_ok=True)
                path.write_bytes(each.data)
            yield f"{folder}/{name}"

    def _settled(self, group: list[tuple[Mail, Submitted]]) -> list[Dealt]:
        """File, answer and enter some mails in one transaction."""
        done: list[Dealt] = []
        whole: list[tuple[Mail, Submitted]] = []
        for letter, held in group:
            problems = [one.deposit for _, one in held if isinstance(one.deposit, str)]
            if problems:
                done.append(Dealt(letter, "没有处理", problem="；".join(problems)))
            else:
                whole.append((letter, held))
        each_one = (one.deposit for _, held in whole for _, one in held)
        deposits = [each for each in each_one if isinstance(each, Deposit)]
        days = [self._moment(letter) for letter, held in whole for _ in held]
        mails = Correspondence(self.archive.register)

        def enter(filed: list[Filed]) -> None:
            rest = deque(filed)
            for letter, held in whole:
                mine = [rest.popleft() for _ in held]
                if not mails.known(letter.key):  # by another run meanwhile
                    done.append(self._dealt(letter, held, mine))

        self.archive.file(deposits, self.clock(), days, enter)
        for letter, _ in group:
            shutil.rmtree(self.spool / _folder(letter), ignore_errors=True)
        return done

    def _moment(self, letter: Mail) -> datetime | None:
        """Return when a mail was sent; one from the future is counted when it is seen."""
        if letter.sent is None or letter.sent > self.clock() + timedelta(days=1):
            return None
        return letter.sent

    def _dealt(self, letter: Mail, held: Submitted, filed: list[Filed]) -> Dealt:
        problems = [each.problem for each in filed if each.problem is not None]
        if problems:
            return Dealt(letter, "没有处理", problem="；".join(problems))
        handled = [
            self._handled(letter, file, one, each)
            for (file, one), each in zip(held, filed, strict=True)
        ]
        entries = [each.deposit.entry for _, each in held if isinstance(each.deposit, Deposit)]
        unclear = tuple(doubts(letter, handled, entries, self.roster))
        if handled and self._moment(letter) is None:
            told = "邮件没有日期，或者读不出来"
            if letter.sent is not None:
                told = f"邮件写的日期是 {letter.sent:%Y-%m-%d}，还没有到"
            unclear += (_UNDATED.format(told),)
        names: list[str] = []
        if self.deliver is not None:
            for draft in drafts(letter, handled):
                self.deliver(draft)
                names.append(draft.name)
        alike = Counter(map(_became, handled)).items()
        outcomes = (f"{told}（{times} 份）" if times > 1 else told for told, times in alike)
        became = "；".join(outcomes) or "没有工作簿"
        mails = Correspondence(self.archive.register)
        received = Received(
            **{each.name: getattr(letter, each.name) for each in fields(MailHead)},
            key=letter.key,
            seen=self.clock(),
            became=became,
            unclear="；".join(unclear),
            draft="；".join(names),
        )
        mails.record(received, ((each.name, each.sha256) for each in letter.workbooks))
        if letter.place is not None:
            mails.lies_at(letter.key, letter.place)
        return Dealt(letter, became, tuple(filed), unclear)

    def _handled(self, letter: Mail, file: Attachment, one: Judged, filed: Filed) -> Handled:
        submission = filed.submission
        assert submission is not None, "it was entered in this transaction"
        document = None
        if isinstance(one.deposit, Deposit) and submission.accepted:
            document = one.deposit.content(DOCUMENT)
        received = (self._moment(letter) or self.clock()).date()
        told = due(submission, received, self.roster, self.archive.register)
        made = one.copy, document
        outdated = self._is_outdated(filed, submission)
        return Handled(file, submission, received, told.deadline, *made, outdated, told.wanted)

    def _is_outdated(self, filed: Filed, given: Submission) -> bool:
        """Tell whether an accepted report came after a later one of the same body and year."""
        if not given.accepted or given.replaced_by is None:
            return False
        current = self.archive.register.find(given.replaced_by)
        return filed.again or (current is not None and current.id < given.id)


def _folder(letter: Mail) -> str:
    """Return where a mail's workbooks lie: the register names them by it ever after."""
    return f"{safe_name(letter.address or '邮件')[:40]} {letter.key[:10]}"


def _became(handled: Handled) -> str:
    entry = handled.submission
    if entry.outcome == "unusable":
        return f"{handled.file.name}：不能用"
    if entry.accepted:
        return f"{entry.about}：已接收"
    errors = sum(each.severity == Severity.ERROR for each in entry.findings)
    return f"{entry.about}：已退回，{errors} 处错误"
