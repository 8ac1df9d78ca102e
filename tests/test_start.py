"""What a command imports: only what it needs, for the rest would make every start slower."""

import subprocess
import sys
from functools import cache
from pathlib import Path

import pytest
from command import ROOT, environment

HEAVY = {
    *("pandas", "numpy", "openpyxl", "lxml", "docx", "xlsxwriter", "rapidfuzz", "rensa"),
    *("pdfplumber", "distributed", "imap_tools", "pydantic", "pygments"),
    *("rich.console", "rich.markdown", "rich.progress", "typer.rich_utils"),
    *("asyncio", "concurrent.futures.process", "email", "http", "multiprocessing"),
    *("sqlite3", "ssl", "unittest", "urllib.request", "xml.sax"),
}
REPORT = str(ROOT / "examples/2021-suqian-city/report.xlsx")
FORM = {
    "__main__",
    "commands",
    "errors",
    "interruption",
    "lazily",
    "output",
    "patterns",
    "process",
    "regular",
}
FORM |= {"showing", "version"}
KNOWS = FORM | {"addresses", "checking", "form", "personal", "report", "rules"}


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("start")


@cache
def imported(*arguments: str, cwd: Path) -> set[str]:
    """Return the modules that a command has imported when it is done."""
    code = (
        f"import sys; sys.argv = ['govxlsx', *{arguments!r}]; from govxlsx.__main__ import run; "
        "run(); print('\\n'.join(sys.modules), file=sys.stderr)"
    )
    done = subprocess.run(
        [sys.executable, "-c", code],
        capture_output=True,
        check=True,
        cwd=cwd,
        encoding="utf-8",
        env=environment(),
    )
    return set(done.stderr.split())


def rooms(modules: set[str]) -> set[str]:
    """Return the rooms of this package that some modules are of."""
    return {name.split(".")[1] for name in modules if name.startswith("govxlsx.")}


@pytest.mark.parametrize("typed", [(), ("--help",), ("-h",), ("--version",)], ids=" ".join)
def test_help_imports_no_command(typed: tuple[str, ...], tmp_path: Path) -> None:
    modules = imported(*typed, cwd=tmp_path)
    assert not modules & HEAVY
    assert rooms(modules) <= FORM
    commands = {name for name in modules if name.startswith("govxlsx.commands.")}
    assert {name.rpartition(".")[2] for name in commands} == {
        *("chinese", "completion", "listing", "streams"),
    }


@pytest.mark.parametrize(
    ("typed", "heavy", "others"),
    [
        (("new", "--help"), set(), {"desk", "form", "report", "addresses", "personal"}),
        (("check", "--help"), set(), KNOWS | {"deflate", "desk", "published", "workbook"}),
        (("claims", "--help"), set(), {"form"}),
        (("explain", "S301"), set(), KNOWS),
        (("explain", "T601"), set(), KNOWS | {"claims", "text"}),
        (("rules",), set(), KNOWS | {"claims", "deflate", "reading", "stages", "text", "workbook"}),
        (
            ("rules", "--format", "json"),
            set(),
            KNOWS | {"claims", "deflate", "reading", "stages", "text", "workbook"},
        ),
        (
            ("new", "--year", "2026", "-o", "a.xlsx"),
            {"xlsxwriter"},
            {"addresses", "desk", "form", "personal", "report", "template", "text"},
        ),
        (
            ("check", REPORT),
            {"pandas", "numpy"},
            KNOWS
            | {"claims", "deflate", "desk", "published", "reading", "stages", "text", "workbook"},
        ),
    ],
    ids=[f"case {number}" for number in range(9)],
)
def test_a_command_imports_what_it_needs(
    typed: tuple[str, ...], heavy: set[str], others: set[str], folder: Path
) -> None:
    modules = imported(*typed, cwd=folder)
    assert modules & HEAVY == heavy
    assert rooms(modules) <= FORM | others


def test_the_parent_of_a_batch_imports_nothing_that_its_workers_need(tmp_path: Path) -> None:
    typed = [f"{number}.xlsx" for number in range(21)]
    for name in typed:
        (tmp_path / name).write_bytes(Path(REPORT).read_bytes())
    modules = imported("check", *typed, "--format", "json", "-o", "found.json", cwd=tmp_path)
    assert not modules & {"pandas", "numpy", "rensa", "lxml", "docx", "openpyxl"}


def test_explaining_a_rule_imports_no_other(folder: Path) -> None:
    modules = imported("explain", "S301", cwd=folder)
    rules = [name for name in modules if name.startswith("govxlsx.rules.") and name.count(".") == 3]
    assert [name.rpartition(".")[2][:4] for name in rules] == ["s301"]


def test_one_report_is_checked_without_reading_published_ones(folder: Path) -> None:
    modules = imported("check", REPORT, cwd=folder)
    assert {name for name in modules if name.startswith("govxlsx.published.")} <= {
        "govxlsx.published.kinds"
    }
