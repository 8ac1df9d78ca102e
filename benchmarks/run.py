"""Measures govxlsx against what would be written without it: ``make benchmark``.

The sides of a ratio run in turn, and the ratio of medians is printed, with the middle half of the
single values: other work on the machine slows both. Lines are printed as they are measured;
everything is written to a temporary folder. About ten minutes, with ``--quick`` one.
"""

import argparse
import os
import platform
import sys
import tempfile
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from importlib.metadata import version
from pathlib import Path
from statistics import median, quantiles

import fresh
import sides
from corpus import LENGTHS, TEXTS, Workbook, workbooks, worst

_LIBRARIES = ("pandas", "openpyxl", "python-calamine", "lxml", "python-docx", "docxtpl", "typer")


@dataclass(frozen=True, slots=True)
class Effort:
    """How much is measured: texts of each length, starts, files of a batch, repetitions."""

    texts: int
    starts: int
    files: int
    repeats: int


_WHOLE, _QUICK = Effort(TEXTS, 9, 3000, 2), Effort(10, 3, 40, 1)


_RATIOS = (
    ("W1 to S3", ("openpyxl, needed sheets", "openpyxl, all sheets")),
    ("full check", sides.PLAIN),
    ("check + build", ("openpyxl, needed sheets + docxtpl", "openpyxl, all sheets + docxtpl")),
)
"""What each of our sides is compared with."""


def _spread(values: Sequence[float]) -> str:
    if len(values) < 4:
        return f"{median(values):.3g} ({min(values):.3g}–{max(values):.3g})"
    low, middle, high = quantiles(values, n=4)
    return f"{middle:.3g} ({low:.3g}–{high:.3g})"


def _print(*cells: str) -> None:
    first, *others = cells
    print(first.ljust(46), *(each.rjust(22) for each in others), flush=True)


def starting(book: Workbook, folder: Path, times: int) -> None:
    """Start commands for one workbook, against importing pandas and openpyxl."""
    new = ("new", "--year", "2026", "--force", "-o", str(folder / "new.xlsx"))
    commands = {
        "--help": ("--help",),
        "explain T601": ("explain", "T601"),
        "rules": ("rules",),
        "new": new,
        "check": ("check", str(book.path)),
    }
    for title, bytecode in (("with bytecode", True), ("without bytecode", False)):
        _print(f"\nCold start, {title}", "processor s", "import pandas, openpyxl", "ratio")
        for name, arguments in commands.items():
            ours, other = [], []
            if bytecode:
                for command in (fresh.govxlsx(*arguments), fresh.imports()):
                    _start(command, folder, bytecode=True)  # it is made
            for _ in range(times if bytecode else max(1, times // 3)):
                ours.append(_start(fresh.govxlsx(*arguments), folder, bytecode=bytecode))
                other.append(_start(fresh.imports(), folder, bytecode=bytecode))
            ratio = f"{median(ours) / median(other):.2f}"
            _print(name, _spread(ours), _spread(other), ratio)


def _start(command: Sequence[str], folder: Path, *, bytecode: bool) -> float:
    if bytecode:
        environment = fresh.with_bytecode(str(folder / "bytecode"))
    else:
        environment = fresh.without_bytecode(tempfile.mkdtemp(dir=folder))
    return fresh.run(command, environment).processor


def costing(books: Sequence[Workbook], folder: Path) -> None:
    """Check and build in one process, against the plain scripts and the floor."""
    found = sides.taken(books, folder)
    _print(f"\n{books[0].length} characters, {len(books)} texts", "processor ms a file")
    for name, values in found.items():
        _print(name, _spread(values))
    middle = {name: median(values) for name, values in found.items()}
    for ours, others in _RATIOS:
        for other in others:
            ratio = sum(middle[each] for each in other.split(" + ")) / middle[ours]
            _print(f"{other} : {ours}", f"{ratio:.2f}")
    _print("check + build : floor", f"{middle['check + build'] / middle['floor']:.2f}")


def producing(books: Sequence[Workbook], folder: Path, repeats: int) -> None:
    """Run whole commands over many files, with one worker and with two, and the plain scripts.

    Two commands at the same time, each with one worker and half of the files, have nothing in
    common but the machine: what two workers can be.
    """
    inbox, made = str(books[0].path.parent), folder / "documents"
    script = [sys.executable, str(Path(__file__).with_name("plain.py"))]
    check = ("check", inbox, "--format", "json", "-o", str(folder / "found.json"), "--force")
    pages = ("check", inbox, "--format", "html", "-o", str(folder / "pages"), "--force")
    build = ("build", inbox, "-o", str(made), "--draft", "--force")
    halves = [
        fresh.govxlsx("build", half, "-o", f"{half} built", "--draft", "--force", "--jobs", "1")
        for half in _halves(books, folder)
    ]
    commands = {
        **{f"check, {n} workers": fresh.govxlsx(*check, "--jobs", str(n)) for n in (1, 2)},
        **{f"pages, {n} workers": fresh.govxlsx(*pages, "--jobs", str(n)) for n in (1, 2)},
        **{f"build, {n} workers": fresh.govxlsx(*build, "--jobs", str(n)) for n in (1, 2)},
        "plain openpyxl (every fifth file)": [*script, "openpyxl", str(_some(books, folder))],
        "plain calamine (every fifth file)": [*script, "calamine", str(_some(books, folder))],
    }
    environment = fresh.with_bytecode(str(folder / "bytecode"))
    both = "build, 2 commands of half the files"
    rounds = [
        {name: fresh.run(command, environment) for name, command in commands.items()}
        | {both: fresh.together(halves, environment)}
        for _ in range(repeats)
    ]
    title = f"\nWhole commands, {len(books)} files"
    _print(title, "wall s", "processor s", "parent MB", "largest process MB")
    walls: dict[str, list[float]] = {}
    for name in (*commands, both):
        runs = [each[name] for each in rounds]
        walls[name] = [each.wall for each in runs]
        processor = _spread([each.processor for each in runs])
        parent, largest = max(each.parent for each in runs), max(each.largest for each in runs)
        _print(name, _spread(walls[name]), processor, f"{parent:.0f}", f"{largest:.0f}")
    for name in ("check", "pages", "build"):
        one, two = (median(walls[f"{name}, {n} workers"]) for n in (1, 2))
        _print(f"two workers : one, {name}", f"{one / two:.2f}")
    at_once = median(walls["build, 1 workers"]) / median(walls[both])
    _print("two commands of half the files : one, build", f"{at_once:.2f}")


def _halves(books: Sequence[Workbook], folder: Path) -> Iterator[str]:
    """Yield two folders, each with every second file."""
    for number in range(2):
        half = folder / f"half {number}"
        half.mkdir()
        for book in books[number::2]:
            (half / book.path.name).hardlink_to(book.path)
        yield str(half)


def _some(books: Sequence[Workbook], folder: Path) -> Path:
    """Return a folder with every fifth file, for what is slow."""
    some = folder / "some"
    some.mkdir(exist_ok=True)
    for book in books[::5]:
        (some / book.path.name).write_bytes(book.path.read_bytes())
    return some


def enduring(source: Path, folder: Path, times: int) -> None:
    """Check the worst files, each from a cold start."""
    _print("\nWorst files", "wall s", "largest process MB", "exit status")
    for name, path in worst(folder, source).items():
        runs = [fresh.run(fresh.govxlsx("check", str(path))) for _ in range(times)]
        peak = max(each.largest for each in runs)
        statuses = "/".join(map(str, sorted({each.status for each in runs})))
        _print(name, _spread([each.wall for each in runs]), f"{peak:.0f}", statuses)


def main() -> None:
    """Measure everything, printing as it goes."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--quick", action="store_true", help="fewer workbooks and repetitions")
    effort = _QUICK if parser.parse_args().quick else _WHOLE
    versions = ", ".join(f"{library} {version(library)}" for library in _LIBRARIES)
    print(f"{os.cpu_count()} cores, {platform.python_implementation()}", end=" ")
    print(f"{platform.python_version()}, {platform.system()}; {versions}")
    print(f"Load of the machine before: {os.getloadavg()[0]:.1f}", flush=True)
    with tempfile.TemporaryDirectory(prefix="govxlsx-benchmark-") as name:
        folder = Path(name)
        texts = [workbooks(folder / str(each), each, effort.texts) for each in LENGTHS]
        starting(texts[1][0], folder, effort.starts)
        for books in texts:
            costing(books, folder)
        many = workbooks(folder / "many", LENGTHS[1], effort.files)
        producing(many, folder, effort.repeats)
        enduring(many[0].path, folder, effort.repeats)


if __name__ == "__main__":
    main()
