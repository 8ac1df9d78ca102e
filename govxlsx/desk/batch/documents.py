"""Documents of a batch: made where the file is checked, set aside until they have a name."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from govxlsx.checking.finding import Outcome
from govxlsx.desk import naming
from govxlsx.errors import GovxlsxError
from govxlsx.output import SUFFIX, remove, set_aside, sync
from govxlsx.report.model import Report
from govxlsx.version import MAKER

if TYPE_CHECKING:
    from govxlsx.word.properties import Origin


@dataclass(frozen=True, slots=True)
class Documents:
    """How documents are made. ``mark`` begins the names of this run's files not yet in place.

    With ``wait`` none is made before all reports have been compared.
    """

    folder: str | None
    mark: str
    draft: bool = False
    strict: bool = False
    force: bool = False
    resume: bool = False
    wait: bool = False

    def place(self, path: str) -> Path:
        """Return the folder for a file's document."""
        return Path(path).parent if self.folder is None else Path(self.folder)

    def aside(self, path: str, number: int) -> Path:
        """Return where a file's document may lie before it has its name.

        Never the same twice: a worker that was given up may still write its own.
        """
        return self.place(path) / f"{self.mark}{number}-{os.urandom(4).hex()}{SUFFIX}"

    def left(self, folder: Path, numbers: range) -> Iterator[Path]:
        """Yield what lies aside in a folder of the files with these positions."""
        with suppress(OSError):
            for each in folder.iterdir():
                number = each.name.removeprefix(self.mark).partition("-")[0]
                if each.name.startswith(self.mark) and int(number) in numbers:
                    yield each


@dataclass(frozen=True, slots=True)
class WantedDocument:
    """A document on its way. ``plain`` is the name that it has if no other wants it.

    It lies ``aside``; or it is ``there`` already (perhaps more than once); or it ``failed``. Else
    it is put off until all names are known; ``refused`` then says why ``plain`` cannot be had,
    ``as_draft`` is the name if comparing the reports makes a draft of it.
    """

    plain: str
    sha256: str
    draft: bool = False
    aside: str = ""
    there: tuple[str, ...] = ()
    failed: str = ""
    refused: str = ""
    as_draft: str = ""


def stops(outcome: Outcome, *, strict: bool) -> bool:
    """Tell whether a report's findings stop its document."""
    return outcome.status == "errors" or (strict and outcome.unexplained)


def wanted(
    options: Documents, root: str, number: int, report: Report, outcome: Outcome
) -> WantedDocument | None:
    """Tell what document a report is to have: it is to be made ``aside``, is there, or must wait.

    None where its findings stop it. ``number`` is the file's position in the intake; relative paths
    start from ``root``, which only a cluster has.
    """
    held = stops(outcome, strict=options.strict)
    if held and not options.draft:
        return None
    source = Path(report.source)
    folder = None if options.folder is None else Path(options.folder)
    plain = str(naming.document_path(source, report, folder, draft=held))
    as_draft = str(naming.document_path(source, report, folder, draft=True))
    found = WantedDocument(plain, report.sha256, held, as_draft=as_draft)
    there = tuple(_there(root, source, found)) if options.resume else ()
    if there:
        return replace(found, there=there)
    refused, later = _obstacle(options, root, found)
    if later:
        return replace(found, refused=refused)
    return replace(found, aside=str(options.aside(report.source, number)))


def made(root: str, orders: Sequence[tuple[Report, WantedDocument]]) -> list[WantedDocument]:
    """Make the documents that are to be set aside, read them back, and set them aside.

    All are made before the first is read back: what each stage needs stays in the processor's
    cache. They have yet to be synced, but on a cluster: its machine has to do that.
    """
    from govxlsx.word.fill import document

    drafted = [document(report, draft=each.draft) if each.aside else b"" for report, each in orders]
    return [
        _set_aside(root, each, report, data) if each.aside else each
        for data, (report, each) in zip(drafted, orders, strict=True)
    ]


def _set_aside(root: str, order: WantedDocument, report: Report, data: bytes) -> WantedDocument:
    from govxlsx import word

    try:
        word.confirm(data, report)
        set_aside(Path(root, order.aside), (data,), Path(order.plain), synced=bool(root))
    except GovxlsxError as error:
        return _failed(root, order, error)
    return order


def synced(root: str, document: WantedDocument) -> WantedDocument:
    """Sync a document where it was set aside; return it as failed where that fails."""
    if not document.aside:
        return document
    try:
        sync(Path(root, document.aside), Path(document.plain))
    except GovxlsxError as error:
        return _failed(root, document, error)
    return document


def _failed(root: str, document: WantedDocument, error: GovxlsxError) -> WantedDocument:
    remove(Path(root, document.aside))  # on a full disk a part of it lies there
    return replace(document, aside="", failed=str(error))


def _there(root: str, source: Path, found: WantedDocument) -> Iterator[str]:
    """Yield the documents that this version has made of this very file."""
    plain = Path(found.plain)
    path, number = plain, 0
    while number < 2 or _exists(root, path):
        origin = _origin(root, path)
        if origin is not None and (origin.sha256, origin.maker) == (found.sha256, MAKER):
            yield str(path)
        number += 1
        path = naming.with_source(plain, source, number)


def _origin(root: str, path: str | Path) -> Origin | None:
    from govxlsx.word.properties import origin

    return origin(Path(root, path))


def _exists(root: str, path: str | Path) -> bool:
    return os.path.exists(Path(root, path))  # noqa: PTH110 - False for a name too long


def _obstacle(options: Documents, root: str, found: WantedDocument) -> tuple[str, bool]:
    """Return why the wished name cannot be had, if so, and whether that is settled later."""
    if not _exists(root, found.plain):
        return "", options.wait
    origin = _origin(root, found.plain) if options.resume else None
    own = origin is not None and origin.sha256 == found.sha256
    if options.force:  # what is another file's may be wanted by that file, if it is in the batch
        return "", options.wait or (options.resume and not own)
    why = ""
    if origin is not None and own:
        why = f"是由{f' {origin.maker} ' if origin.maker else '较早的版本'}生成的，现在是 {MAKER}，"
    elif options.resume:
        why = "不是由这份工作簿现在的内容生成的，"
    return f"“{found.plain}”已经存在，{why}没有改动它。要替换的，请加 --force。", True
