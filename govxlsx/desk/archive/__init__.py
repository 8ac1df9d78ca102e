"""The archive: accepted workbooks with their documents and findings, and the register of all."""

from govxlsx.desk.archive.entry import Submission
from govxlsx.desk.archive.filing import Archive, Deposit, Filed
from govxlsx.desk.archive.judging import Judging, judge
from govxlsx.desk.archive.refusal import ArchiveError
from govxlsx.desk.archive.register import Register
from govxlsx.desk.archive.run import Run
from govxlsx.desk.archive.verification import Verification, verify

__all__ = [
    "Archive",
    "ArchiveError",
    "Deposit",
    "Filed",
    "Judging",
    "Register",
    "Run",
    "Submission",
    "Verification",
    "judge",
    "verify",
]
