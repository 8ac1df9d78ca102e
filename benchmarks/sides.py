"""What a file costs on each side, in processor time: ours, the plain scripts, and the floor.

All work in one process, the sides in turn, each with as many files at once as a worker of a batch
gets: ours opens, reads, checks and writes these in stages, the others take them one by one.
"""

import gc
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from io import BytesIO
from pathlib import Path
from time import process_time
from xml.parsers import expat
from zipfile import ZIP_DEFLATED, ZipFile

import plain
import twin
from corpus import Workbook

from govxlsx import process, word
from govxlsx.checking import catalogue, check
from govxlsx.checking.engine import check_together, opened
from govxlsx.checking.examination import Result, examine_together
from govxlsx.claims.sentences import sentence
from govxlsx.desk.batch.runner import LARGEST
from govxlsx.reading import opening, read_bytes
from govxlsx.report.model import Report
from govxlsx.stages import together
from govxlsx.word.fill import document


@dataclass(frozen=True, slots=True)
class Task:
    """A workbook, its report, and what is needed to make its document in the other ways."""

    book: Workbook
    report: Report
    target: Path
    template: Path
    values: Mapping[str, list[str]]
    document: bytes


Tasks = Sequence[Task]


def _sums(tasks: Tasks) -> None:
    rules = tuple(rule for rule in catalogue.checks() if rule.code[0] in "WVS")
    books = together(opening(each.book.path.read_bytes(), str(each.book.path)) for each in tasks)
    reports = together(each.reading() for each in books)
    check_together(list(map(opened, reports)), rules)


def _full(tasks: Tasks) -> Sequence[Result]:
    return examine_together([str(each.book.path) for each in tasks])


def _build(tasks: Tasks) -> None:
    reports = [each.report for each in _full(tasks) if each.report is not None]
    made = list(map(document, reports))
    for task, report, data in zip(tasks, reports, made, strict=True):
        word.confirm(data, report)
        task.target.write_bytes(data)


def _singly(work: Callable[[Task], None]) -> Callable[[Tasks], None]:
    def done(tasks: Tasks) -> None:
        for each in tasks:
            work(each)

    return done


def _plain(engine: str, every: bool, task: Task) -> None:
    plain.check(task.book.path, task.report.form, engine, every=every)


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


PLAIN = {
    f"{engine}, {sheets} sheets": _singly(partial(_plain, engine, every))
    for engine in plain.ENGINES
    for sheets, every in (("needed", False), ("all", True))
}
"""The plain scripts: pandas with each engine."""

OURS: dict[str, Callable[[Tasks], object]] = {
    "W1 to S3": _sums,
    "full check": _full,
    "check + build": _build,
}

SIDES: dict[str, Callable[[Tasks], object]] = {
    **OURS,
    **PLAIN,
    "docxtpl": _singly(_docxtpl),
    "floor": _singly(_floor),
}

_SELDOM = {"docxtpl": 10}
"""What is slow and steady takes every tenth file."""


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


def _tasks(books: Sequence[Workbook], folder: Path) -> Iterator[Tasks]:
    for start in range(0, len(books), LARGEST):
        some = books[start : start + LARGEST]
        yield [_task(book, folder, at % _SELDOM["docxtpl"] == 0) for at, book in enumerate(some)]


def taken(books: Sequence[Workbook], folder: Path) -> dict[str, list[float]]:
    """Return the milliseconds of a file on each side, some files at once. Nobody waits for disks.

    Raises RuntimeError where a plain script finds other sums broken than the check does.
    """
    found: dict[str, list[float]] = {name: [] for name in SIDES}
    warm = [_task(books[0], folder, True)]
    for work in SIDES.values():
        work(warm)  # what a running process has done already
    gc.collect()
    gc.freeze()
    for tasks in _tasks(books, folder):
        for name, work in SIDES.items():
            found[name].append(_milliseconds(name, work, tasks[:: _SELDOM.get(name, 1)]))
        for each in tasks:
            _agree(each)
    return found


def _milliseconds(name: str, work: Callable[[Tasks], object], tasks: Tasks) -> float:
    """Return what a side takes for a file: ours as in a worker, the others as in a script.

    A worker looks for garbage seldom. It meets a text once: here two of our sides are given each,
    so what was made of its sentences is forgotten.
    """
    before = gc.get_threshold()
    sentence.cache_clear()
    gc.collect()
    if name in OURS:
        process.begin()
    start = process_time()
    work(tasks)
    taken = process_time() - start
    gc.set_threshold(*before)
    return taken * 1000 / len(tasks)


def _agree(task: Task) -> None:
    ours = sum(
        each.code in ("S301", "S302", "S303", "S304") for each in check(task.report).findings
    )
    for engine in plain.ENGINES:
        if plain.check(task.book.path, task.report.form, engine, every=True) != ours:
            raise RuntimeError(f"{task.book.path}: the sides find different sums broken")
