"""Measures govxlsx against what would be written without it: ``make benchmark``.

The two sides of a ratio run in turn, and medians are compared: other work on the machine slows
both. Everything is written to a temporary folder.
"""

from __future__ import annotations

import argparse
import os
import platform
import tempfile
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from importlib.metadata import version
from pathlib import Path
from statistics import median
from time import perf_counter

import fresh
import plain
import twin
from corpus import Workbook, workbooks, worst
from rich.console import Console
from rich.table import Table
from throughput import rates

from govxlsx import word
from govxlsx.checking.examination import Result, examine
from govxlsx.report.figure import State
from govxlsx.report.model import Report

_LIBRARIES = ("pandas", "openpyxl", "lxml", "python-docx", "docxtpl", "typer", "rich")
_TURN = 10
_SUMS = frozenset(("S301", "S302", "S303", "S304"))


@dataclass(frozen=True, slots=True)
class Line:
    """One line of the result: ours and the other side as read, and the ratio with its target."""

    name: str
    ours: str
    other: str
    ratio: str
    target: str
    reached: bool


def _compared(name: str, ours: Sequence[float], other: Sequence[float], target: float) -> Line:
    ratio = median(ours) / median(other)
    mine, theirs = (f"{median(each) * 1000:.1f} ms" for each in (ours, other))
    return Line(name, mine, theirs, f"{ratio:.3f}", f"≤ {target}", ratio <= target)


def _examined(path: Path) -> tuple[float, Result]:
    start = perf_counter()
    (result,) = examine([str(path)])
    return perf_counter() - start, result


def _report(result: Result) -> Report:
    if result.report is None:
        raise RuntimeError(f"{result.path} was not read: {result.error}")
    return result.report


def _plain_numbers(result: Result) -> bool:
    """Tell whether a script that knows numbers only can read every figure."""
    states = {figure.state for figure in _report(result).figures.values()}
    return states <= {State.NUMBER, State.BLANK}


def _broken(result: Result) -> int:
    findings = result.outcome.findings if result.outcome is not None else ()
    return sum(each.code in _SUMS for each in findings)


def checking(books: Sequence[Workbook]) -> Line:
    """Read and check the workbooks, against pandas reading them with openpyxl.

    The sides take turns after every few workbooks, as in a process that checks many.
    """
    ours: list[float] = []
    other: list[float] = []
    _examined(books[0].path)  # what a running process has done already
    for first in range(0, len(books), _TURN):
        turn = books[first : first + _TURN]
        results = [_examined(book.path) for book in turn]
        ours.extend(taken for taken, _ in results)
        for book, (_, result) in zip(turn, results, strict=True):
            reading, broken = plain.check(book.path, _report(result).form)
            if _plain_numbers(result) and broken != _broken(result):
                raise RuntimeError(f"{book.path}: the two sides find different sums broken")
            other.append(reading)
    return _compared("read and check : pandas.read_excel alone", ours, other, 0.2)


def building(books: Sequence[Workbook], folder: Path) -> Line:
    """Build each report's document and read it back, against docxtpl rendering the same texts."""
    ours: list[float] = []
    other: list[float] = []
    templates: dict[str, Path] = {}
    for book in books:
        report = _report(_examined(book.path)[1])
        if book.example not in templates:
            templates[book.example] = folder / f"{book.example}.docx"
            twin.write_template(templates[book.example], report)
        start = perf_counter()
        data = word.deliver(report)
        ours.append(perf_counter() - start)
        values = twin.context(report, data)
        start = perf_counter()
        rendered = twin.render(templates[book.example], values)
        other.append(perf_counter() - start)
        word.confirm(rendered, report)
    return _compared("build and read back : docxtpl render", ours, other, 0.1)


def producing(books: Sequence[Workbook], folder: Path) -> Iterator[Line]:
    """Compare files a second over many workbooks: with the plain script, and with the floor."""
    found = rates(books, folder)
    sides = (
        ("check W1 to S3 : plain pandas script", found.sums, found.plain_check, 12),
        ("full check : plain pandas script", found.full, found.plain_check, 6),
        ("full check + build : plain pandas + docxtpl", found.build, found.plain_build, 20),
    )
    for name, ours, other, least in sides:
        ratio = ours / other
        yield Line(
            name,
            f"{ours:.0f} files/s",
            f"{other:.1f} files/s",
            f"{ratio:.1f}",
            f">= {least}",
            ratio >= least,
        )
    ratio = found.floor / found.build
    yield Line(
        "floor (unzip, parse, write segments) : full check + build",
        f"{found.build:.0f} files/s",
        f"{found.floor:.0f} files/s",
        f"{ratio:.1f}",
        "<= 2.5",
        ratio <= 2.5,
    )


def starting(path: Path, times: int) -> Line:
    """Start the program for one workbook, against importing pandas and openpyxl."""
    commands = (fresh.check(path), fresh.imports())
    for command in commands:
        fresh.seconds(command)  # compiles, and fills the disk's cache
    taken = [[fresh.seconds(command) for command in commands] for _ in range(times)]
    ours, other = zip(*taken, strict=True)
    return _compared("cold check : python -c 'import pandas, openpyxl'", ours, other, 1.33)


def enduring(source: Path, folder: Path, times: int) -> Iterator[Line]:
    """Check the worst files, each from a cold start."""
    for name, path in worst(folder, source).items():
        runs = [fresh.run(fresh.check(path)) for _ in range(times)]
        taken = median(each.seconds for each in runs)
        peak = max(each.megabytes for each in runs)
        status = "/".join(map(str, sorted({each.status for each in runs})))
        yield Line(
            f"cold check : {name}",
            f"{taken:.2f} s, {peak:.0f} MB",
            f"exit {status}",
            "",
            "< 2 s, < 200 MB",
            taken < 2 and peak < 200,
        )


def _table(lines: Sequence[Line]) -> Table:
    table = Table(title="govxlsx : the other side (medians)", title_justify="left")
    table.add_column("measured", overflow="fold")
    for heading in ("govxlsx", "other", "ratio", "target", "reached"):
        table.add_column(heading, justify="right")
    for line in lines:
        reached = "yes" if line.reached else "NO"
        table.add_row(line.name, line.ours, line.other, line.ratio, line.target, reached)
    return table


def main() -> None:
    """Measure everything and print the table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--quick", action="store_true", help="fewer workbooks and repetitions")
    quick = parser.parse_args().quick
    count, many, starts, repeats = (24, 60, 5, 1) if quick else (200, 2000, 15, 3)
    with tempfile.TemporaryDirectory(prefix="govxlsx-benchmark-") as name:
        folder = Path(name)
        every = workbooks(folder, many)
        books = every[:count]
        lines = [
            checking(books),
            building(books, folder),
            starting(books[0].path, starts),
            *producing(every, folder),
            *enduring(books[0].path, folder, repeats),
        ]
    versions = ", ".join(f"{library} {version(library)}" for library in _LIBRARIES)
    console = Console(width=110)
    console.print(_table(lines))
    console.print(
        f"{count} workbooks, {many} for files a second, {starts} cold starts; "
        f"{os.cpu_count()} cores, "
        f"{platform.python_implementation()} {platform.python_version()}, {platform.system()}; "
        f"{versions}",
        highlight=False,
    )


if __name__ == "__main__":
    main()
