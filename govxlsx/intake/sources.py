"""Where mails are: .eml, .msg, .mbox, folders of them, a Maildir. Nothing is ever changed there."""

import re
from collections.abc import Callable, Iterator
from contextlib import suppress
from datetime import UTC, datetime
from pathlib import Path

from govxlsx.intake import parsing
from govxlsx.intake.letter import Mail, MailError
from govxlsx.patterns import regex
from govxlsx.text import speakable

_SUFFIXES = frozenset({".eml", ".msg", ".mbox", ".mbx"})
_FROM = regex(rb"^From [^\n]*\n", re.MULTILINE)
_QUOTED = regex(rb"^>(>*From )", re.MULTILINE)
_MAILDIR = ("cur", "new")
_OTHERS = (".msg", ".mbox", ".mbx")
_HEAD = 1 << 16
_LAST = datetime.max.replace(tzinfo=UTC)

Say = Callable[[str], None]


def letters(path: Path, say: Say) -> Iterator[Mail]:
    """Return the mails of a file or folder; ``say`` is told of what cannot be read.

    The files of a folder are read in the order in which their mails were sent, whatever their names
    are; those whose head has no date come last. Raises MailError at once where there is nothing of
    the kind.
    """
    if not path.exists():
        raise MailError(f"没有“{path}”这个文件或文件夹，请检查路径。")
    files = [path] if path.is_file() else sorted(_in_folder(path), key=_sent)
    if not files:
        raise MailError(
            f"“{path}”里没有邮件（.eml、.msg、.mbox 文件，或者 Maildir 的 cur、new 文件夹）。"
        )
    return (mail for each in files for mail in _of_file(each, say))


def _in_folder(folder: Path) -> Iterator[Path]:
    """Yield the mails below a folder; in the folders of a Maildir every file is one."""
    for path in sorted(folder.rglob("*")):
        if not path.is_file():
            continue
        parent = path.parent
        maildir = parent.name in _MAILDIR and all(
            (parent.parent / each).is_dir() for each in _MAILDIR
        )
        if maildir or (path.suffix.lower() in _SUFFIXES and not path.name.startswith(".")):
            yield path


def _sent(path: Path) -> datetime:
    """Return when a file's mail was sent, as far as its head tells it."""
    if path.suffix.lower() in _OTHERS:
        return _LAST
    with suppress(OSError), path.open("rb") as file:
        return parsing.sent(file.read(_HEAD)) or _LAST
    return _LAST


def _of_file(path: Path, say: Say) -> Iterator[Mail]:
    source, suffix = speakable(str(path)), path.suffix.lower()
    try:
        data = path.read_bytes()
        if suffix == ".msg":
            yield parsing.letter_of_outlook(data, source)
        elif suffix in (".mbox", ".mbx"):
            yield from _of_mbox(data, source)
        elif data.strip():
            found = parsing.letter(data, source)
            if found.workbooks or found.message_id or found.address or found.subject or found.sent:
                yield found
            else:
                say(f"“{path}”不是邮件，没有处理。请给出从邮箱里另存的 .eml、.msg 或 .mbox 文件。")
        else:
            say(f"“{path}”是空文件，里面没有邮件。请从邮箱里重新另存一次。")
    except OSError:
        say(f"读不出“{path}”：没有权限，或者正被别的程序打开。")
    except MailError as error:
        say(str(error))


def _of_mbox(data: bytes, source: str) -> Iterator[Mail]:
    """Yield the mails of an mbox file: each begins with a line From …, quoted ones do not."""
    starts = [
        found
        for found in _FROM.finditer(data)
        if found.start() == 0 or data[: found.start()].endswith((b"\n\n", b"\r\n\r\n"))
    ]
    ends = [found.start() for found in starts[1:]] + [len(data)]
    for number, (found, end) in enumerate(zip(starts, ends, strict=True), 1):
        content = _QUOTED.sub(rb"\1", data[found.end() : end])
        yield parsing.letter(content, f"{source} 第 {number} 封")
