"""The archive: accepted workbooks with their documents and findings, and the register of all."""

from __future__ import annotations

from govxlsx.archive.entry import Submission
from govxlsx.archive.filing import Archive, Deposit, Filed
from govxlsx.archive.judging import judge
from govxlsx.archive.refusal import ArchiveError
from govxlsx.archive.register import Register
from govxlsx.archive.run import Answer, Found, NotRead, Run
from govxlsx.archive.verification import Verification, verify

__all__ = [
    "Answer",
    "Archive",
    "ArchiveError",
    "Deposit",
    "Filed",
    "Found",
    "NotRead",
    "Register",
    "Run",
    "Submission",
    "Verification",
    "judge",
    "verify",
]
