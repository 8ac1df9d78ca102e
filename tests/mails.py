"""Mails as they are really sent, and the workbooks in them, for the tests of the mailbox."""

import hashlib
from base64 import b64encode
from dataclasses import replace
from functools import cache
from pathlib import Path

from reports import AGENCY, balanced, made

OPERATOR = "xxgk@yongning.gov.cn"
PART = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
WRONG = {"applications.disclosed.total": 1}


@cache
def workbook(
    agency: str = AGENCY.name, *, wrong: bool = False, other: str = "", year: int = 2024
) -> bytes:
    """Return a filled workbook; ``wrong`` plants an error, ``other`` tells versions apart."""
    narrative = {"other": f"本年度没有收取信息处理费。{other}"}
    figures = WRONG if wrong else {}
    body = replace(AGENCY, name=agency)
    return made(balanced("2021", year=year, agency=body, narrative=narrative, figures=figures))


def mail(
    *parts: bytes,
    sender: str = "zhang@x.cn",
    subject: str = "年度报告",
    message_id: str = "",
    day: str = "Wed, 20 Jan 2025 09:12:00 +0800",
    more: bytes = b"",
    text: str = "请查收。",
) -> bytes:
    """Return the bytes of a mail with the given parts, headers and all."""
    told = hashlib.sha256(b"".join(parts) + subject.encode() + text.encode()).hexdigest()[:16]
    head = (
        f"From: {sender}\r\nTo: {OPERATOR}\r\nDate: {day}\r\n"
        f"Message-ID: {message_id or f'<{told}@x.cn>'}\r\nMIME-Version: 1.0\r\n"
    ).encode("utf-8", "surrogateescape")
    head += b"Subject: " + encoded(subject) + b"\r\n" + more
    first = b"Content-Type: text/plain; charset=utf-8\r\n\r\n" + text.encode()
    body = b"".join(b"--B\r\n" + each + b"\r\n" for each in (first, *parts)) + b"--B--\r\n"
    return head + b'Content-Type: multipart/mixed; boundary="B"\r\n\r\n' + body


def encoded(text: str, charset: str = "utf-8", label: str = "") -> bytes:
    """Return an encoded word."""
    return f"=?{label or charset}?B?{b64encode(text.encode(charset)).decode()}?=".encode()


def part(data: bytes, name: bytes, kind: str = PART) -> bytes:
    """Return an attachment whose Content-Disposition ends in ``name`` as it stands."""
    content = b64encode(data)
    lines = b"\r\n".join(content[at : at + 76] for at in range(0, len(content), 76))
    disposition = b"Content-Disposition: attachment" + (b"; " + name if name else b"")
    head = f"Content-Type: {kind}\r\nContent-Transfer-Encoding: base64\r\n".encode()
    return head + disposition + b"\r\n\r\n" + lines


def plain(data: bytes, name: str = "报告.xlsx") -> bytes:
    """Return an attachment whose name is an encoded word in quotes."""
    return part(data, b'filename="' + encoded(name) + b'"')


def put(folder: Path, *mails: bytes) -> Path:
    """Write mails as .eml files."""
    folder.mkdir(parents=True, exist_ok=True)
    for number, each in enumerate(mails, 1):
        (folder / f"{number:03d}.eml").write_bytes(each)
    return folder
