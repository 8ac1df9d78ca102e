"""What the register remembers of filings on the page: by which code, when, from where.

Codes are not kept, but what scrypt (RFC 7914) makes of them.
"""

import hashlib
import unicodedata
from dataclasses import astuple, dataclass
from datetime import datetime

from govxlsx.desk.archive import sql
from govxlsx.desk.archive.entry import Submission
from govxlsx.desk.archive.register import Register
from govxlsx.desk.roster.model import Body
from govxlsx.report.identity import agency_key

_COST, _BLOCK = 1 << 14, 8
"""scrypt's N and r: 16 MB and about 40 ms a code."""


@dataclass(frozen=True, slots=True)
class Filing:
    """Who files: by which hashed code, whose it is, the name of the file, from which address."""

    code: str
    body: str
    name: str
    address: str


@dataclass(frozen=True, slots=True)
class Receipt:
    """One filing that the register knows. ``number`` is the submission's, ``seen`` local time."""

    number: int
    sha256: str
    agency: str
    year: int | None
    filing: Filing
    seen: datetime


def folded(code: str) -> str:
    """Return a code as it is compared: width, case, gaps and dashes do not count."""
    plain = unicodedata.normalize("NFKC", code).upper()
    return "".join(each for each in plain if each.isalnum())


def hashed(code: str, body: Body) -> str:
    """Return what the register keeps of a body's code."""
    salt = f"govxlsx:{agency_key(body.name)}".encode()
    made = hashlib.scrypt(folded(code).encode(), salt=salt, n=_COST, r=_BLOCK, p=1, dklen=32)
    return made.hex()


class Receipts:
    """The filings that a register knows."""

    def __init__(self, register: Register) -> None:
        self.register = register

    def of(self, sha256: str, code: str) -> Receipt | None:
        """Return the first receipt for a workbook that was filed by a (hashed) code."""
        return next(iter(self._receipts(sql.RECEIPT_OF, (sha256, code))), None)

    def by(self, code: str) -> tuple[Receipt, ...]:
        """Return what was filed by a (hashed) code, the first one first."""
        return self._receipts(sql.RECEIPTS_OF_CODE, (code,))

    def record(self, submission: Submission, filing: Filing, seen: datetime) -> None:
        """Enter a filing of a submission (in ``Register.writing``)."""
        values = (submission.id, *astuple(filing), seen.isoformat())
        self.register.rows(sql.INSERT_RECEIPT, values)

    def _receipts(self, statement: str, values: tuple[str, ...]) -> tuple[Receipt, ...]:
        if not self.register.has(sql.RECEIPTS):
            return ()
        found = self.register.rows(statement, values)
        return tuple(
            Receipt(number, sha256, agency, year, Filing(*filing), datetime.fromisoformat(seen))
            for number, sha256, agency, year, *filing, seen in found
        )
