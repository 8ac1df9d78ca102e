"""Each example's command, run on its committed workbook, prints what the example shows."""

import json
import shlex
from pathlib import Path

import pytest
from command import ROOT, run
from reports import read

from govxlsx.report.interchange import of_report, parse

EXAMPLES = sorted(
    path.name for path in (ROOT / "examples").iterdir() if (path / "data.json").exists()
)
FAULTY = ("clerk", "faults")
"""The examples whose command finds errors."""

CORRECT = [name for name in EXAMPLES if name not in FAULTY]

every_example = pytest.mark.parametrize("name", EXAMPLES)


def folder(name: str) -> Path:
    return ROOT / "examples" / name


@every_example
def test_the_command_prints_what_the_example_shows(name: str) -> None:
    program, *arguments = shlex.split((folder(name) / "command.txt").read_text(encoding="utf-8"))
    assert program == "govxlsx"
    done = run(*arguments, cwd=ROOT)
    assert done.stdout == (folder(name) / "expected.txt").read_text(encoding="utf-8")
    assert done.returncode == (1 if name in FAULTY else 0)


@every_example
def test_the_workbook_holds_the_data(name: str) -> None:
    given = parse((folder(name) / "data.json").read_bytes())
    found = of_report(read((folder(name) / "report.xlsx").read_bytes()))
    assert (found.edition, found.year, found.agency) == (given.edition, given.year, given.agency)
    assert dict(found.notes) == dict(given.notes)
    assert dict(found.narrative) == dict(given.narrative)
    numbers = {k: v for k, v in given.figures.items() if not isinstance(v, str)}
    assert {key: found.figures[key] for key in numbers} == numbers


@pytest.mark.parametrize("name", CORRECT)
def test_a_correct_example_builds(name: str, tmp_path: Path) -> None:
    done = run("build", folder(name) / "report.xlsx", "-o", tmp_path, "--strict", cwd=ROOT)
    agency = json.loads((folder(name) / "data.json").read_text(encoding="utf-8"))["agency"]["name"]
    assert done.returncode == 0
    assert [path.name.startswith(agency) for path in tmp_path.glob("*.docx")] == [True]


def test_the_planted_faults_are_the_ones_told() -> None:
    data = json.loads((folder("faults") / "data.json").read_text(encoding="utf-8"))
    planted = "\n".join(data["_faults"])
    done = run("check", folder("faults") / "report.xlsx", "--format", "json", cwd=ROOT)
    findings = json.loads(done.stdout)["files"][0]["findings"]
    broken = [each for each in findings if each["code"].startswith("S3")]
    assert len(broken) == 10
    for each in broken:
        assert f"{each['code']} {each['field']} (found {each['found']}, expected" in planted
