"""An operator's inbox and archive for the tests: small workbooks, and what the register says."""

import json
import os
from dataclasses import replace
from hashlib import sha256
from pathlib import Path
from typing import Any

from command import run
from reports import AGENCY, balanced, made

from govxlsx.desk.archive.entry import Submission
from govxlsx.desk.archive.register import Register
from govxlsx.desk.archive.verification import verify

NAME = AGENCY.name
WRONG = {"applications.disclosed.total": 1}
"""A figure that breaks its sum: the workbook is returned."""


def workbook(path: Path, agency: str = NAME, edition: str = "2021", **changes: Any) -> Path:
    """Write a workbook; ``other`` tells versions of one report apart, ``wrong`` plants an error."""
    narrative = {"other": f"本年度没有收取信息处理费。{changes.pop('other', '')}"}
    figures = changes.pop("figures", {}) | (WRONG if changes.pop("wrong", False) else {})
    body = replace(AGENCY, name=agency)
    data = balanced(edition, agency=body, narrative=narrative, figures=figures, **changes)
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(made(data))
    return path


def digest(path: Path) -> str:
    return sha256(path.read_bytes()).hexdigest()


def archive(desk: Path, *arguments: str | Path) -> tuple[int, str]:
    """Run ``govxlsx archive … --into 档案``; return its status and all it says."""
    done = run("archive", *arguments, "--into", "档案", cwd=desk, width=400)
    return done.returncode, done.stdout + done.stderr


def verified(desk: Path) -> Any:
    """Run ``govxlsx verify`` and return its JSON; its status is that of its problems."""
    done = run("verify", "档案", "--format", "json", cwd=desk)
    assert done.returncode in (0, 1), done.stderr
    found = json.loads(done.stdout)
    assert done.returncode == (1 if found["problems"] else 0)
    assert found["status"] == ("wrong" if found["problems"] else "ok")
    assert found["summary"]["problems"] == len(found["problems"])
    return found


def problems(desk: Path) -> list[tuple[str, str]]:
    """Return the kind and the path of every problem, without the command line."""
    return [(each.kind, each.path) for each in verify(desk / "档案").problems]


def registered(desk: Path) -> dict[str, Submission]:
    """Return the register by the path under which a submission was first seen."""
    with Register.open(desk / "档案") as register:
        return {each.path: each for each in register.submissions()}


def stored(desk: Path) -> dict[str, str]:
    """Return the SHA-256 of every file below the archive's year folders, by place."""
    home = desk / "档案"
    found: dict[str, str] = {}
    for root, _, files in os.walk(home):
        for each in files:
            place = (Path(root) / each).relative_to(home).as_posix()
            if "/" in place:
                found[place] = digest(home / place)
    return found
