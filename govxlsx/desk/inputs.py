"""Which files a command works on: what was typed, folders recursively, globs."""

from __future__ import annotations

import glob
import os
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from govxlsx.desk.naming import ANNOTATED, TITLE

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
    for path in sorted(folder.rglob("*")):
        inside = path.relative_to(folder).parts
        report = path.suffix.lower() == ".docx" and TITLE in path.name
        own = report or ANNOTATED in path.stem
        ignored = path.name.startswith("~$") or own or any(part.startswith(".") for part in inside)
        if path.is_file() and not ignored:
            yield path


def collect(typed: Iterable[str]) -> Intake:
    """Expand what was typed; a path that is not there stays in ``files``, to be told of."""
    files: dict[str, None] = {}
    skipped: dict[str, None] = {}
    for each in typed:
        found: Iterable[Path | str] = (each,)
        if os.path.isdir(each):  # noqa: PTH112 - never raises, however long the path
            found = _in_folder(Path(each))
        elif not os.path.exists(each) and glob.has_magic(each):  # noqa: PTH110
            found = sorted(glob.glob(each, recursive=True)) or (each,)  # noqa: PTH207
        for one in found:
            known = _wanted(Path(one)) or not os.path.exists(one)  # noqa: PTH110
            (files if known else skipped).setdefault(str(one))
    return Intake(tuple(files), tuple(skipped))
