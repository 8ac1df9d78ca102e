"""Names of files that are made: from agency and year, valid on Windows, never twice the same."""

import os
import unicodedata
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import count, tee
from pathlib import Path

from govxlsx.patterns import regex
from govxlsx.personal import masked
from govxlsx.report.model import Report

REGISTER = "register.sqlite"
"""The file that makes a folder an archive."""

TYPES = {
    ".xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    ".xlsm": "application/vnd.ms-excel.sheet.macroEnabled.12",
    ".docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    ".eml": "message/rfc822",
}
"""What files are called on their way, by the end of their names."""

TITLE = "政府信息公开工作年度报告"
DRAFT = "（草稿）"
ANNOTATED = "（校验结果）"
_FORBIDDEN = regex(r'[\\/:*?"<>|]')
_DEVICES = frozenset(
    {"CON", "PRN", "AUX", "NUL", "CONIN$", "CONOUT$", "CLOCK$"}
    | {f"{port}{n}" for port in ("COM", "LPT") for n in "0123456789¹²³"}
)
"""Names that Windows keeps for itself, with any ending (learn.microsoft.com, Naming Files)."""

_LONGEST, _MOST_BYTES = 80, 235
"""Characters and bytes of a name: with its suffix it stays below the 255 that file systems take."""

_NUMBERED = 16
"""Bytes that are left for a number after a name."""


def safe_name(text: str, most: int = _MOST_BYTES) -> str:
    """Return text that is the name of a file or folder on every system, "_" where none is left.

    Control and direction marks go, what is not Unicode, and what begins a lock or a hidden file;
    persons' numbers are masked. ``most`` counts bytes in UTF-8.
    """
    visible = "".join(
        " " if each.isspace() else each
        for each in unicodedata.normalize("NFC", text)
        if each.isspace() or unicodedata.category(each)[0] != "C"
    )
    name = _trimmed(_cut(_trimmed(_FORBIDDEN.sub("_", masked(visible))), most))
    if name.split(".")[0].rstrip().upper() in _DEVICES:
        name = f"_{name}"
    return name or "_"


def _trimmed(name: str) -> str:
    return _BEGINNING.sub("", name).rstrip(" .")


_BEGINNING = regex(r"^(?:~\$|[ .])+")


def _cut(name: str, most: int) -> str:
    """Return as much of a name as so many bytes hold."""
    return name.encode()[:most].decode(errors="ignore")


def report_name(agency: str, year: int | None, ending: str = "") -> str:
    """Return 机关2026年政府信息公开工作年度报告, at most 80 characters with ``ending``."""
    tail = f"{year}年{TITLE}{ending}" if year else f"{TITLE}{ending}"
    head = safe_name(agency) if agency.strip() else ""
    return (
        f"{_cut(head[: _LONGEST - len(tail)], _MOST_BYTES - len(tail.encode())).rstrip(' .')}{tail}"
    )


def document_path(source: Path, report: Report, folder: Path | None, *, draft: bool) -> Path:
    """Return where a report's document goes if no other takes its name."""
    name = report_name(report.agency.shown, report.year, DRAFT if draft else "")
    return (folder or source.parent) / f"{name}.docx"


def with_source(path: Path, source: Path, number: int = 1) -> Path:
    """Return a document's path with its source's name added; from ``number`` 2 on also that."""
    ending = numbered(f"（{safe_name(source.stem)}）"[-_LONGEST // 2 :], number)
    head = path.stem[: _LONGEST - len(ending)]
    return path.with_name(f"{_cut(head, _MOST_BYTES - len(ending.encode()))}{ending}.docx")


def unused(taken: set[str], named: Callable[[int], str]) -> str:
    """Return the first of named(1), named(2) … that is not taken, and take it; case does not count.

    ``taken`` holds case-folded names.
    """
    found = next(name for each in count(1) if (name := named(each)).casefold() not in taken)
    taken.add(found.casefold())
    return found


def numbered(stem: str, number: int) -> str:
    """Return a name with a number behind it, from the second on."""
    return f"{stem} ({number})" if number > 1 else stem


def distinct(stems: Iterable[str]) -> Iterator[str]:
    """Yield names, of which no two are the same: equal ones get a number."""
    given, same = tee(stems)
    return map(numbered, given, ordinals(same, numbered, ()))


def ordinals(
    stems: Iterable[str], named: Callable[[str, int], str], taken: Iterable[str]
) -> Iterator[int]:
    """Yield the number that each name gets so that no two are the same; case does not count.

    Of many that are alike each is tried from where the one before it was found free.
    """
    seen, last = set(taken), dict[str, int]()
    for stem in stems:
        key = stem.casefold()
        start = last.get(key, 1)
        number = next(each for each in count(start) if named(key, each).casefold() not in seen)
        seen.add(named(key, number).casefold())
        if number > 1:
            last[key] = number
        yield number


def annotated_paths(sources: Sequence[Path], folder: Path) -> list[Path]:
    """Return where the annotated copy of each workbook goes; equal names get a number."""
    most = _MOST_BYTES - len(f"{ANNOTATED} (9999)".encode())
    names = distinct(f"{safe_name(each.stem, most)}{ANNOTATED}" for each in sources)
    return [folder / f"{name}{each.suffix}" for name, each in zip(names, sources, strict=True)]


PUBLISHED = "（公布网页）"
"""How the name of the archived page ends that is to be published; that of the check has none."""

_MARK, _LONGEST_BODY = 12, 150
"""Characters of a workbook's SHA-256; bytes of a body's name beside which year and title fit."""


def archived_stem(agency: str, year: int, sha256: str) -> str:
    """Return the place of a submission's files, relative to the archive and without suffix.

    It ends in the first characters of the workbook's SHA-256: another submission has another one,
    and storing the same again finds what is there.
    """
    name = safe_name(agency, _LONGEST_BODY)
    return f"{year}/{name}/{report_name(name, year, f'（{sha256[:_MARK]}）')}"


def nameable(place: str) -> bool:
    """Tell whether the file system's encoding has all characters of a name."""
    try:
        os.fsencode(place)
    except UnicodeEncodeError:
        return False
    return True


INDEX = "index"


def page_ordinals(sources: Iterable[str]) -> dict[int, int]:
    """Return by position which page of its name each file's is, where it is not the first."""
    found = ordinals(map(_page_stem, sources), _page, (INDEX,))
    return {number: ordinal for number, ordinal in enumerate(found) if ordinal > 1}


def page_name(source: str, ordinal: int = 1) -> str:
    """Return the name of a file's own page: the file's, with a number where others have it."""
    return f"{_page(_page_stem(source), ordinal)}.html"


def _page_stem(source: str) -> str:
    return safe_name(Path(source).stem, _MOST_BYTES - _NUMBERED)


def _page(stem: str, ordinal: int) -> str:
    return f"{stem}（{ordinal}）" if ordinal > 1 else stem
