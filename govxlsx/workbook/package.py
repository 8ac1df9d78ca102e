"""The parts of a submitted package, and how they point to each other.

Source: ECMA-376 Part 2, 8 and 9 (parts, relationships). Which part is what, the relationships say;
where a part lies and what it is called, every program decides for itself.
"""

import posixpath
import zipfile
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import lru_cache

from govxlsx.workbook import guard, xml
from govxlsx.workbook.remembered import remembered

_PIECE = 1 << 18
_RELATIONSHIP = "http://schemas.openxmlformats.org/package/2006/relationships Relationship"


class Parts:
    """The parts of a package by name, whatever the case of their names."""

    def __init__(self, package: zipfile.ZipFile) -> None:
        self.package = package
        self.infos = {
            info.filename.replace("\\", "/").lstrip("/").lower(): info
            for info in package.infolist()
        }

    def __contains__(self, name: str) -> bool:
        return name.lower() in self.infos

    def pieces(self, name: str, size: int = _PIECE) -> Iterator[bytes]:
        """Yield a part's bytes in pieces. Raises UnusableWorkbookError (W104)."""
        return guard.chunks(self.package, self.infos[name.lower()].filename, size)

    def within(self, name: str, size: int) -> bool:
        """Tell whether a part may be read at one go; no more than its stated size is unpacked."""
        info = self.infos.get(name.lower())
        return info is not None and info.file_size <= size

    def size(self) -> int:
        """Return how many bytes the parts unpack to that may have to be read."""
        return sum(info.file_size for name, info in self.infos.items() if guard.is_read(name))

    def any_like(self, fragment: str) -> bool:
        """Tell whether the name of any part holds a fragment in lower case."""
        return any(fragment in name for name in self.infos)


@dataclass(slots=True)
class Targets:
    """The parts that a part is related to: (kind, part) by the relationship's id."""

    by_id: dict[str, tuple[str, str]] = field(default_factory=dict)

    def of_kind(self, kind: str) -> list[str]:
        """Return the parts of a kind: the last word of the relationship's type."""
        return [part for known, part in self.by_id.values() if known == kind]

    def first(self, kind: str, otherwise: str = "") -> str:
        """Return the first part of a kind."""
        return next(iter(self.of_kind(kind)), otherwise)


def targets(parts: Parts, owner: str) -> Targets | None:
    """Return what a part is related to, None where it has no relationships.

    ``owner`` "" stands for the package itself. Raises UnusableWorkbookError (W104).
    """
    folder, name = posixpath.split(owner)
    place = posixpath.join(folder, "_rels", f"{name}.rels")
    if place not in parts:
        return None
    listed = _relationships(parts.pieces(place))
    return Targets({key: (kind, _part(folder, target)) for key, kind, target in listed})


@remembered
def _relationships(pieces: Iterable[bytes]) -> list[tuple[str, str, str]]:
    """Return the id, the kind and the target of each relationship inside the package."""
    found: list[tuple[str, str, str]] = []

    def relationship(attributes: dict[str, str]) -> None:
        if attributes.get("TargetMode", "Internal") == "Internal":
            kind = posixpath.basename(attributes.get("Type", ""))
            found.append((attributes.get("Id", ""), kind, attributes.get("Target", "")))

    xml.parse(pieces, "_rels/.rels", {_RELATIONSHIP: relationship}, {})
    return found


@lru_cache(maxsize=256)
def _part(folder: str, target: str) -> str:
    path = target.replace("\\", "/").partition("#")[0]
    return posixpath.normpath(posixpath.join("/", folder, path)).lstrip("/")
