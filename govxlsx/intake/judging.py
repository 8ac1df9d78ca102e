"""Workbooks of mails are judged as submissions, wherever a worker runs."""

from pathlib import Path
from typing import NamedTuple

from govxlsx.checking.examination import Result
from govxlsx.desk.archive.filing import Deposit
from govxlsx.desk.archive.judging import Judging
from govxlsx.desk.batch.crew import taken
from govxlsx.desk.batch.work import reason
from govxlsx.errors import GovxlsxError
from govxlsx.intake.letter import Attachment


class Judged(NamedTuple):
    """A judged submission with its annotated copy, or why it could not be judged."""

    deposit: Deposit | str
    copy: bytes | None = None

    @property
    def is_blank(self) -> bool:
        """True of a form as it was handed out."""
        return isinstance(self.deposit, Deposit) and any(
            each.code == "W121" for each in self.deposit.entry.findings
        )


Submitted = list[tuple[Attachment, Judged]]
"""The workbooks of a mail that count as submitted."""


def judged(shared: object, paths: tuple[str, ...], *, annotated: bool) -> list[Judged]:
    """Check submissions and make their documents, wherever a worker runs.

    ``annotated`` asks for copies of returned ones.
    """
    judging: Judging = taken(shared)
    return [
        Judged(deposit, _copy(judging.root, result, deposit) if annotated else None)
        for result, deposit in judging.over(paths)
    ]


def _copy(root: str, result: Result, deposit: Deposit | str) -> bytes | None:
    from govxlsx.showing.annotation import annotate

    if result.outcome is None or isinstance(deposit, str) or deposit.entry.accepted:
        return None
    try:
        return annotate(Path(root, result.path).read_bytes(), result.outcome, result.report)
    except GovxlsxError:
        return None  # the text of the answer tells everything


def lost(path: str, error: BaseException) -> Judged:
    """Say of a submission that no worker survives why it was not judged."""
    return Judged(f"{reason(error)}，没有处理“{path}”，邮件没有登记。")


def meant(held: Submitted) -> Submitted:
    """Leave aside blank forms where something filled lies beside them.

    Mail programs put what was attached to a mail into the answer as well.
    """
    return [each for each in held if not each[1].is_blank] or held
