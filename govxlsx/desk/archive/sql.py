"""All SQL of the register: its tables (``tables.sql``), and every statement that is run on them."""

from pathlib import Path

APPLICATION = 0x676F7678
"""What marks the file as a register: "govx"."""

MAILS, MENDS, RECEIPTS, SENT = 2, 3, 4, 5
"""The versions that added mails, mends, what was filed on the page, when one was sent."""

SCHEMA = SENT
"""The version of the tables."""

COLUMNS = (
    *("sha256", "size", "path", "agency", "year", "edition", "template", "tool", "catalogue"),
    *("outcome", "accepted", "error_code", "error"),
)
"""The columns of ``submission`` that are attributes of an entry."""

JUDGED = (*COLUMNS[3:], "agency_key")
"""Those that a later look at the same bytes may change."""


def versions() -> list[list[str]]:
    """Return the statements that make the first version of the tables, and what each adds to it."""
    text = Path(__file__).with_name("tables.sql").read_text(encoding="utf-8")
    parts = text.split("-- version ")[1:]
    return [part.partition("\n")[2].strip().split(";\n") for part in parts]


def _insert(table: str, *columns: str) -> str:
    return f"INSERT INTO {table} ({', '.join(columns)}) VALUES ({', '.join('?' * len(columns))})"


_RECEIPT = """
SELECT submission.id, submission.sha256, submission.agency, submission.year, receipt.code,
    receipt.body, receipt.name, receipt.address, receipt.seen
FROM receipt JOIN submission ON submission.id = receipt.submission
"""
INSERT_RECEIPT = _insert("receipt", "submission", "code", "body", "name", "address", "seen")
RECEIPT_OF = f"{_RECEIPT} WHERE submission.sha256 = ? AND receipt.code = ? ORDER BY receipt.id"
RECEIPTS_OF_CODE = f"{_RECEIPT} WHERE receipt.code = ? ORDER BY receipt.id"

LETTER_COLUMNS = (
    *("key", "message_id", "source", "sender", "address", "subject", "sent", "seen"),
    *("became", "unclear", "draft"),
)
INSERT_LETTER = _insert("letter", *LETTER_COLUMNS)
LETTERS = f"SELECT {', '.join(LETTER_COLUMNS)} FROM letter ORDER BY id"
LETTER_ID = "SELECT id FROM letter WHERE key = ?"
INSERT_PLACE = "INSERT OR IGNORE INTO letter_place VALUES (?, ?, ?, ?)"
KNOWN_LETTER_PLACE = """
SELECT 1 FROM letter_place WHERE mailbox = ? AND uidvalidity = ? AND uid = ?
"""
INSERT_ENCLOSED = "INSERT INTO enclosed VALUES (?, ?, ?, ?)"

_SENT = "submission.sent"


def without_sent(statement: str) -> str:
    """Return a statement for a register that does not know when on its day one was sent."""
    return statement.replace(_SENT, "NULL")


_SELECT = f"""
SELECT id, first_seen, received, {_SENT}, {", ".join(COLUMNS)},
    (SELECT later.sha256 FROM submission AS later WHERE later.id = submission.replaced_by)
FROM submission
"""
PAGE = f"{_SELECT} WHERE id > :after AND (:year IS NULL OR year = :year) ORDER BY id LIMIT :most"
BY_NUMBER = f"{_SELECT} WHERE id = :id"
BY_HASH = f"{_SELECT} WHERE sha256 = :sha256"
_FINDING = ("code", "severity", "sheet", "cell", "message", "explained", "fix", "lead", "item")
_OF_FINDING = "FROM finding WHERE submission = ? ORDER BY place"
FINDINGS = f"SELECT {', '.join(_FINDING)} {_OF_FINDING}"
FINDINGS_WITHOUT_MENDS = f"SELECT {', '.join(_FINDING[:6])} {_OF_FINDING}"
FILES = "SELECT kind, place, sha256, size FROM file WHERE submission = ? ORDER BY place"
REPLACED = f"""{_SELECT}
WHERE accepted AND replaced_by = (SELECT id FROM submission WHERE sha256 = :sha256) ORDER BY id
"""
STORED = """
SELECT place, file.size, file.sha256, agency, year, edition, kind,
    (SELECT later.sha256 FROM submission AS later WHERE later.id = submission.replaced_by)
FROM file JOIN submission ON submission.id = file.submission ORDER BY place
"""
TOTALS = "SELECT count(*), coalesce(sum(accepted), 0) FROM submission"
GROUPS = "SELECT DISTINCT agency_key, year FROM submission WHERE agency_key <> '' AND year"
KNOWN_PLACE = "SELECT 1 FROM file WHERE place = ?"

_INSERTED = (*COLUMNS, "agency_key", "first_seen", "received", "sent")
INSERT = f"""
INSERT INTO submission ({", ".join(_INSERTED)})
VALUES ({", ".join(f":{name}" for name in _INSERTED)})
"""
JUDGE_AGAIN = f"""
UPDATE submission SET {", ".join(f"{name} = :{name}" for name in JUDGED)}, replaced_by = NULL
WHERE id = :id
"""
FORGET = ("DELETE FROM finding WHERE submission = ?", "DELETE FROM file WHERE submission = ?")
INSERT_FINDING = _insert("finding", "submission", "place", *_FINDING)
INSERT_FILE = _insert("file", "submission", "kind", "place", "sha256", "size")
ARRIVED = """
INSERT INTO arrival (submission, path, seen, received, tool, catalogue, outcome)
SELECT id, :path, :seen, :received, :tool, :catalogue, :outcome
FROM submission WHERE sha256 = :sha256
"""
RECEIVED_EARLIER = """
UPDATE submission SET received = :received, sent = :sent
WHERE sha256 = :sha256 AND :received < coalesce(received, substr(first_seen, 1, 10))
"""
REFOLD = """
UPDATE submission SET agency_key = :agency_key WHERE year = :year AND agency_key <> :agency_key
AND replace(replace(agency_key, '[', '('), ']', ')') = :agency_key
"""
"""Up to version 1.0 square brackets made another agency."""

IN_ORDER = f"""
SELECT id, accepted, replaced_by FROM submission WHERE agency_key = ? AND year = ?
ORDER BY coalesce(received, substr(first_seen, 1, 10)),
    coalesce({_SENT}, strftime('%Y-%m-%dT%H:%M:%SZ', first_seen)), id
"""
"""As ``Submission.order`` has it."""

REPLACE = "UPDATE submission SET replaced_by = ? WHERE id = ?"
