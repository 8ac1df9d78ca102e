"""Which files a command works on: what was typed, folders recursively, globs."""

from __future__ import annotations

import glob
import os
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from govxlsx.desk.naming import ANNOTATED, TITLE
from govxlsx.published.kinds import is_published

READ = frozenset({".xlsx", ".xlsm"})
REFUSED = frozenset({".xls", ".et", ".csv", ".ods", ".zip"})


@dataclass(frozen=True, slots=True)
class Intake:
    """``files`` are to be read (or refused with a reason), ``skipped`` are none of our business."""

    files: tuple[str, ...]
    skipped: tuple[str, ...]


def _wanted(path: Path) -> bool:
    return path.suffix.lower() in READ | REFUSED


def _in_folder(folder: Path) -> Iterable[Path]:
    for path in _shown(folder):
        report = path.suffix.lower() == ".docx" and TITLE in path.name
        if not (report or ANNOTATED in path.stem):
            yield path


def _published(folder: Path) -> Iterable[Path]:
    return (path for path in _shown(folder) if is_published(path.name))


def _shown(folder: Path) -> Iterable[Path]:
    """Yield the files of a folder and those below that are neither hidden nor temporary."""
    for path in sorted(folder.rglob("*")):
        inside = path.relative_to(folder).parts
        ignored = path.name.startswith("~$") or any(part.startswith(".") for part in inside)
        if path.is_file() and not ignored:
            yield path


def _expanded(typed: Iterable[str], in_folder: Callable[[Path], Iterable[Path]]) -> Iterator[str]:
    for each in typed:
        found: Iterable[Path | str] = (each,)
        if os.path.isdir(each):  # noqa: PTH112 - never raises, however long the path
            found = in_folder(Path(each))
        elif not os.path.exists(each) and glob.has_magic(each):  # noqa: PTH110
            found = sorted(glob.glob(each, recursive=True)) or (each,)  # noqa: PTH207
        yield from map(str, found)


def collect(typed: Iterable[str]) -> Intake:
    """Expand what was typed; a path that is not there stays in ``files``, to be told of."""
    files: dict[str, None] = {}
    skipped: dict[str, None] = {}
    for one in _expanded(typed, _in_folder):
        known = _wanted(Path(one)) or not os.path.exists(one)  # noqa: PTH110
        (files if known else skipped).setdefault(one)
    return Intake(tuple(files), tuple(skipped))


def collect_published(typed: Iterable[str]) -> tuple[str, ...]:
    """Expand what was typed; of folders only pages, documents and texts are taken."""
    return tuple(dict.fromkeys(_expanded(typed, _published)))
