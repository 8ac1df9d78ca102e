"""Files a second over many workbooks, and the floor below which no program gets.

Every side works on one core, one file after the other, as in a worker of a batch. Our side and the
floor take every workbook; the plain script, which is slow and steady, every tenth.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path
from time import perf_counter
from xml.parsers import expat
from zipfile import ZIP_DEFLATED, ZipFile

import plain
import twin
from corpus import Workbook

from govxlsx import word
from govxlsx.checking import check
from govxlsx.checking.catalogue import RULES
from govxlsx.form.editions.model import Edition
from govxlsx.reading import read_bytes
from govxlsx.report.model import Report

SUMS = tuple(rule for rule in RULES if rule.code[0] in "WVS")
"""The families W1 to S3."""

_EVERY = 10


@dataclass(frozen=True, slots=True)
class Rates:
    """Files a second: ours by kind of work, the plain script's, and the floor's."""

    sums: float
    full: float
    build: float
    plain_check: float
    plain_build: float
    floor: float


@dataclass(frozen=True, slots=True)
class Task:
    """What the sides work on: a workbook, what docxtpl needs for it, and where documents go."""

    book: Workbook
    target: Path
    template: Path
    values: Mapping[str, list[str]]
    segments: bytes
    form: Edition


def _read(task: Task) -> Report:
    return read_bytes(task.book.path.read_bytes(), str(task.book.path))


def _sums(task: Task) -> None:
    check(_read(task), rules=SUMS)


def _full(task: Task) -> None:
    check(_read(task))


def _build(task: Task) -> None:
    report = _read(task)
    check(report)
    task.target.write_bytes(word.deliver(report))


def _plain(task: Task) -> None:
    plain.check(task.book.path, task.form)


def _plain_build(task: Task) -> None:
    plain.check(task.book.path, task.form)
    task.target.write_bytes(twin.render(task.template, task.values))


def _floor(task: Task) -> None:
    """Unzip a workbook, parse all its XML without a meaning, write a document from segments."""
    with ZipFile(BytesIO(task.book.path.read_bytes())) as package:
        for name in package.namelist():
            if name.endswith((".xml", ".rels")):
                expat.ParserCreate().Parse(package.read(name), True)
    with ZipFile(task.target, "w", ZIP_DEFLATED) as package:
        package.writestr("word/document.xml", task.segments)


_SIDES: dict[str, tuple[Callable[[Task], None], int]] = {
    "sums": (_sums, 1),
    "full": (_full, 1),
    "build": (_build, 1),
    "plain_check": (_plain, _EVERY),
    "plain_build": (_plain_build, _EVERY),
    "floor": (_floor, 1),
}
"""Each side, and which share of the workbooks it takes: every one, or every tenth."""


def _tasks(books: Sequence[Workbook], folder: Path) -> Iterator[Task]:
    templates: dict[str, Path] = {}
    for book in books:
        report = read_bytes(book.path.read_bytes(), str(book.path))
        if book.example not in templates:
            templates[book.example] = folder / f"{book.example}-plain.docx"
            twin.write_template(templates[book.example], report)
        made = word.deliver(report)
        with ZipFile(BytesIO(made)) as package:
            segments = package.read("word/document.xml")
        yield Task(
            book,
            folder / "made.docx",
            templates[book.example],
            twin.context(report, made),
            segments,
            report.form,
        )


def rates(books: Sequence[Workbook], folder: Path) -> Rates:
    """Measure every side over the workbooks, in turn. Nobody waits for the disk."""
    taken: dict[str, list[float]] = {name: [] for name in _SIDES}
    for number, task in enumerate(_tasks(books, folder)):
        for name, (work, every) in _SIDES.items():
            if number % every == 0:
                start = perf_counter()
                work(task)
                taken[name].append(perf_counter() - start)
    return Rates(**{name: len(each) / sum(each) for name, each in taken.items()})
