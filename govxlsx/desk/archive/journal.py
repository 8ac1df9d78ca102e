"""What is about to be put in place, written down first, so that a killed run can be undone.

The file ``.staging/intent.json`` names the places that the run is about to fill. Until the register
knows them, they are nobody's: the next one who holds the register's lock removes them. The
submitted workbooks stay where the operator has them, so the run is simply done again.
"""

import json
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path

from govxlsx.desk.archive.entry import StoredFile
from govxlsx.desk.archive.refusal import ArchiveError
from govxlsx.desk.archive.register import Register
from govxlsx.output import make_folders, reported, sweep, sync_folder, write_pieces
from govxlsx.regular import digest

STAGING = ".staging"
_INTENT = "intent.json"


def pending(folder: Path) -> bool:
    """Tell whether a run is under way, or was killed before its end."""
    return (folder / STAGING).exists()


def announce(folder: Path, files: Sequence[StoredFile]) -> None:
    """Write down what is about to be put in place. Raises OutputError."""
    make_folders(folder / STAGING)
    places = {each.place: each.sha256 for each in files}
    text = json.dumps(places, ensure_ascii=False, indent=1)
    write_pieces(folder / STAGING / _INTENT, [text.encode()], force=True, durable=True)


def announced(folder: Path) -> dict[str, str]:
    """Return the places that were about to be filled, with the SHA-256 of what belongs there."""
    try:
        text = (folder / STAGING / _INTENT).read_bytes()
    except FileNotFoundError:
        return {}
    try:
        return {str(place): str(sha256) for place, sha256 in json.loads(text).items()}
    except (ValueError, AttributeError) as error:
        raise ArchiveError(
            f"“{folder / STAGING / _INTENT}”读不懂，它被改动过。请用 govxlsx verify 核对归档，"
            "再删除这个文件。"
        ) from error


def undo(folder: Path, register: Register) -> None:
    """Remove what a killed run left: staged files, and files in place that nobody knows.

    To be called by the holder of the register's lock. Raises OutputError.
    """
    for place, sha256 in announced(folder).items():
        path = folder / place
        with reported(path):
            inside = path.resolve().is_relative_to(folder.resolve())
        if inside and not register.knows(place) and _holds(path, sha256):
            _remove(path)
            sync_folder(path.parent)
            _remove_empty(folder, path.parent)
    staging = folder / STAGING
    for each in staging.iterdir() if staging.is_dir() else ():
        if each.name != _INTENT:
            _remove(each)
    sweep(folder, sole=True)


def finished(folder: Path) -> None:
    """Forget what was announced: everything is in place and known. Raises OutputError."""
    _remove(folder / STAGING / _INTENT)
    with suppress(OSError):
        (folder / STAGING).rmdir()


def _holds(path: Path, sha256: str) -> bool:
    with reported(path):
        return path.is_file() and digest(path)[0] == sha256


def _remove(path: Path) -> None:
    with reported(path):
        path.unlink(missing_ok=True)


def _remove_empty(root: Path, folder: Path) -> None:
    with suppress(OSError):
        while folder != root:
            folder.rmdir()
            folder = folder.parent
