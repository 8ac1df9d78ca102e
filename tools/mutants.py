"""Changes one operator, comparison or number of a module at a time and asks whether a test notices.

usage: mutants.py [--sample N] [--seed WORD] [AREA…]      (``--sample 0``: every mutant there is)

An area's tests are run once, to see which of them come through which lines. Each mutant runs in a
fork of this process, in which the changed text stands in for the module's file: first the tests
that come through its line, the quickest first, then, where none of them fails, all of its area.
The sample of a seed is the same each time. Survivors are listed. Fails where an area has under
85 % killed.
"""

import argparse
import ast
import copy
import os
import pickle
import random
import signal
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from importlib.machinery import SourceFileLoader
from pathlib import Path
from types import CodeType
from typing import Any, NamedTuple

import pytest
from coverage import Coverage
from openpyxl import Workbook  # noqa: F401 - what is slow to import: once, not in every fork
from pandas import DataFrame  # noqa: F401

ROOT = Path(__file__).resolve().parent.parent
WANTED = 0.85
PATIENCE = 3  # times the processor time of all tests: a mutant that goes on for ever is killed

AREAS = {
    "arithmetic": (
        "report/arithmetic.py report/wide.py",
        "rules/test_s3* test_wide.py test_hints.py test_sums.py",
    ),
    "reading": (
        "reading/*.py",
        "test_data.py workbooks/test_[ces]* test_narrative.py workbooks/test_kinds_[fstv]* "
        "rules/test_[wv]* test_frames.py",
    ),
    "interchange": ("report/interchange.py", "test_interchange.py"),
    "checking": (
        "checking/*.py",
        "test_told.py test_hints.py test_prose.py test_bodies.py test_previous.py "
        "rules/test_?[0-9]* rules/test_wh* test_likeness.py test_rule_states.py "
        "test_failing_rule.py",
    ),
    "readback": ("word/readback.py", "test_readback.py"),
}
"""The modules of each area, and the tests that answer for them: the quickest first."""

NO_CODE = ("annotation", "returns", "decorator_list")
NO_RESULT = ("strict", "copy")
"""Arguments that guard or hasten, and change no result where nothing is wrong."""
OTHER: dict[type[Any], type[Any]] = {
    **{ast.Lt: ast.LtE, ast.LtE: ast.Lt, ast.Gt: ast.GtE, ast.GtE: ast.Gt},
    **{ast.Eq: ast.NotEq, ast.NotEq: ast.Eq, ast.In: ast.NotIn, ast.NotIn: ast.In},
    **{ast.Is: ast.IsNot, ast.IsNot: ast.Is, ast.And: ast.Or, ast.Or: ast.And},
    **{ast.Add: ast.Sub, ast.Sub: ast.Add, ast.Mult: ast.FloorDiv},
}


class Mutant(NamedTuple):
    """A module's text in which one expression stands in place of another."""

    path: Path
    line: int
    words: str
    text: bytes


def changed(node: Any) -> ast.expr | None:
    """Return an expression with one thing changed, None where nothing is to be changed."""
    new = copy.deepcopy(node)
    match new:
        case ast.Compare(ops=[operator]):
            new.ops = [OTHER[type(operator)]()]
        case ast.BinOp(op=operator) | ast.BoolOp(op=operator) if type(operator) in OTHER:
            new.op = OTHER[type(operator)]()
        case ast.UnaryOp(op=ast.Not()):
            new = new.operand
        case ast.Constant(value=bool() | int() as value):
            new.value = not value if isinstance(value, bool) else value + 1
        case ast.IfExp():
            new.body, new.orelse = new.orelse, new.body
        case _:
            return None
    return new  # type: ignore[no-any-return]


def expressions(node: ast.AST) -> Iterator[Any]:
    """Yield what stands below a node; types, decorators and f-strings (misplaced in 3.11) not."""
    if isinstance(node, ast.JoinedStr) or getattr(node, "arg", None) in NO_RESULT:
        return
    for name, value in ast.iter_fields(node):
        for each in value if isinstance(value, list) else [value]:
            if isinstance(each, ast.AST) and name not in NO_CODE:
                yield each
                yield from expressions(each)


def mutants(path: Path) -> Iterator[Mutant]:
    """Yield every mutant of a module."""
    text = path.read_bytes()
    lines = text.splitlines(keepends=True)
    for node in expressions(ast.parse(text)):
        if (new := changed(node)) is not None:
            begin = sum(map(len, lines[: node.lineno - 1])) + node.col_offset
            end = sum(map(len, lines[: node.end_lineno - 1])) + node.end_col_offset
            old, words = text[begin:end].decode(), f"({ast.unparse(new)})"
            told = f"{path.relative_to(ROOT)}:{node.lineno}: {old}  →  {words}"
            yield Mutant(path, node.lineno, told, text[:begin] + words.encode() + text[end:])


class Watch:
    """Notes which tests come through which lines of some modules, and how long each takes."""

    def __init__(self, paths: list[Path]) -> None:
        self.coverage = Coverage(data_file=None, config_file=False, include=list(map(str, paths)))
        self.seconds: dict[str, float] = {}

    @pytest.hookimpl(wrapper=True)
    def pytest_runtest_protocol(self, item: pytest.Item) -> Iterator[None]:
        """Note a test; one with parameters is one."""
        name, begin = item.nodeid.partition("[")[0], time.process_time()
        self.coverage.switch_context(name)
        try:
            return (yield)
        finally:
            self.seconds[name] = self.seconds.get(name, 0) + time.process_time() - begin


def forked(work: Callable[[], int]) -> bool:
    """Do some work in a fork without a voice; tell whether it returned 0."""
    child = os.fork()
    if not child:
        status = 1
        try:
            for stream in (1, 2):
                os.dup2(os.open(os.devnull, os.O_WRONLY), stream)
            status = work()
        finally:
            os._exit(status)
    return os.waitpid(child, 0)[1] == 0


def passed(tests: list[str], *plugins: object) -> int:
    """Return 0 where every test passes; the first that fails is the last."""
    return int(pytest.main(["-xq", "-n0", "-p", "no:cacheprovider", *tests], plugins=[*plugins]))


Lines = dict[str, dict[int, list[str]]]


def watched(paths: list[Path], tests: list[str]) -> tuple[Lines, float]:
    """Return the tests that come through each line, the quickest first, and how long all take."""
    with tempfile.TemporaryDirectory() as folder:
        kept = Path(folder) / "seen"

        def work() -> int:
            watch = Watch(paths)
            watch.coverage.start()
            status = passed(tests, watch)
            watch.coverage.stop()
            data = watch.coverage.get_data()
            lines = {
                path: {
                    line: sorted(filter(None, names), key=watch.seconds.__getitem__)
                    for line, names in data.contexts_by_lineno(path).items()
                }
                for path in data.measured_files()
            }
            kept.write_bytes(pickle.dumps((lines, time.process_time())))
            return status

        if not forked(work):
            raise SystemExit("the tests fail without any change")
        return pickle.loads(kept.read_bytes())  # type: ignore[no-any-return]


def survives(mutant: Mutant, tests: list[str], patience: float) -> bool:
    """Tell whether every test passes in a fork that imports the mutant."""

    def work() -> int:
        signal.setitimer(signal.ITIMER_PROF, patience)
        usual = SourceFileLoader.get_code

        def get_code(loader: SourceFileLoader, name: str) -> CodeType | None:
            if Path(loader.path) == mutant.path:
                return compile(mutant.text, loader.path, "exec", dont_inherit=True)
            return usual(loader, name)

        SourceFileLoader.get_code = get_code  # type: ignore[method-assign]
        return passed(tests)

    return forked(work)


def near(mutant: Mutant, lines: Lines) -> list[str]:
    """Return the tests that come through a mutant's line, or the last before it that is run."""
    of_module = lines.get(str(mutant.path), {})
    return of_module.get(max((each for each in of_module if each <= mutant.line), default=0), [])


def survivors(area: str, sample: int, seed: str) -> tuple[list[Mutant], int]:
    """Return the mutants of an area that no test notices, and how many were tried."""
    modules, named = (each.split() for each in AREAS[area])
    paths = [path for each in modules for path in sorted((ROOT / "govxlsx").glob(each))]
    chosen = [mutant for path in paths for mutant in mutants(path)]
    if 0 < sample < len(chosen):
        chosen = random.Random(area + seed).sample(chosen, sample)
    tests = [str(path) for each in named for path in sorted((ROOT / "tests").glob(each))]
    lines, seconds = watched(paths, tests)

    def lives(mutant: Mutant) -> bool:
        stages = (near(mutant, lines), tests)
        return all(survives(mutant, each, PATIENCE * seconds) for each in stages if each)

    with ThreadPoolExecutor(os.cpu_count()) as lanes:
        alive = lanes.map(lives, chosen)
        return [each for each, lives in zip(chosen, alive, strict=True) if lives], len(chosen)


def main() -> int:
    """Run the areas and print the share killed of each."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--sample", type=int, default=40)
    parser.add_argument("--seed", default="")
    parser.add_argument("areas", nargs="*", default=AREAS)
    given = parser.parse_args()
    os.chdir(ROOT)
    sys.path.insert(0, str(ROOT))
    weak = 0
    for area in given.areas:
        living, count = survivors(area, given.sample, given.seed)
        killed = 1 - len(living) / count
        weak += killed < WANTED
        words = (each.words for each in living)
        print(f"{area}: {killed:.0%} of {count}", *words, sep="\n  ", flush=True)
    return weak


if __name__ == "__main__":
    raise SystemExit(main())
