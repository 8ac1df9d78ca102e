"""What a file costs on each side, in processor time: ours, the plain scripts, and the floor.

All work in one process, one file after the other, the sides in turn, as in a worker of a batch.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path
from time import process_time
from xml.parsers import expat
from zipfile import ZIP_DEFLATED, ZipFile

import plain
import twin
from corpus import Workbook

from govxlsx import word
from govxlsx.checking import catalogue, check
from govxlsx.reading import read_bytes
from govxlsx.report.model import Report

_SELDOM = 10
"""The slow and steady sides take every tenth file."""


@dataclass(frozen=True, slots=True)
class Task:
    """A workbook, its report, and what is needed to make its document in the other ways."""

    book: Workbook
    report: Report
    target: Path
    template: Path
    values: Mapping[str, list[str]]
    document: bytes


def _read(task: Task) -> Report:
    return read_bytes(task.book.path.read_bytes(), str(task.book.path))


def _sums(task: Task) -> None:
    rules = tuple(rule for rule in catalogue.checks() if rule.code[0] in "WVS")
    check(_read(task), rules=rules)


def _full(task: Task) -> None:
    check(_read(task))


def _build(task: Task) -> None:
    report = _read(task)
    check(report)
    task.target.write_bytes(word.deliver(report))


def _openpyxl(task: Task) -> None:
    plain.check(task.book.path, task.report.form, "openpyxl")


def _calamine(task: Task) -> None:
    plain.check(task.book.path, task.report.form, "calamine")


def _docxtpl(task: Task) -> None:
    task.target.write_bytes(twin.render(task.template, task.values))


def _floor(task: Task) -> None:
    """Unzip a workbook, parse each part once without a meaning, deflate a document at level 1."""
    with ZipFile(BytesIO(task.book.path.read_bytes())) as package:
        for name in package.namelist():
            if name.endswith((".xml", ".rels")):
                expat.ParserCreate().Parse(package.read(name), True)
    with ZipFile(task.target, "w", ZIP_DEFLATED, compresslevel=1) as package:
        package.writestr("word/document.xml", task.document)


SIDES: dict[str, tuple[Callable[[Task], None], int]] = {
    "W1 to S3": (_sums, 1),
    "full check": (_full, 1),
    "check + build": (_build, 1),
    "pandas, openpyxl": (_openpyxl, 1),
    "pandas, calamine": (_calamine, 1),
    "docxtpl": (_docxtpl, _SELDOM),
    "floor": (_floor, 1),
}
"""Each side, and which share of the workbooks it takes: every one, or every tenth."""


def _task(book: Workbook, folder: Path, seldom: bool) -> Task:
    report = read_bytes(book.path.read_bytes(), str(book.path))
    made = word.deliver(report)
    template = folder / "plain.docx"
    if seldom:
        twin.write_template(template, report)
    with ZipFile(BytesIO(made)) as package:
        document = package.read("word/document.xml")
    values = twin.context(report, made)
    return Task(book, report, folder / "made.docx", template, values, document)


def _tasks(books: Sequence[Workbook], folder: Path) -> Iterator[Task]:
    for number, book in enumerate(books):
        yield _task(book, folder, number % _SELDOM == 0)


def taken(books: Sequence[Workbook], folder: Path) -> dict[str, list[float]]:
    """Return the milliseconds of each file on each side. Nobody waits for the disk.

    Raises RuntimeError where a plain script finds other sums broken than the check does.
    """
    found: dict[str, list[float]] = {name: [] for name in SIDES}
    warm = _task(books[0], folder, True)
    for work, _ in SIDES.values():
        work(warm)  # what a running process has done already
    for number, task in enumerate(_tasks(books, folder)):
        for name, (work, every) in SIDES.items():
            if number % every == 0:
                start = process_time()
                work(task)
                found[name].append((process_time() - start) * 1000)
        _agree(task)
    return found


def _agree(task: Task) -> None:
    ours = sum(
        each.code in ("S301", "S302", "S303", "S304") for each in check(task.report).findings
    )
    for engine in plain.ENGINES:
        if plain.check(task.book.path, task.report.form, engine) != ours:
            raise RuntimeError(f"{task.book.path}: the sides find different sums broken")
