"""The package as users get it: a wheel beside its declared dependencies, and nothing else."""

import os
import runpy
import subprocess
import sys
import venv
from pathlib import Path

import pytest
from command import ROOT

import govxlsx

OFFLINE = ("install", "--quiet", "--no-deps", "--no-index", "--disable-pip-version-check")
EXAMPLE = ROOT / "examples/2021-suqian-city/data.json"


@pytest.fixture(scope="module")
def python(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The Python of an environment with the wheel and what it says that it needs."""
    folder = tmp_path_factory.mktemp("wheel")
    subprocess.run(
        [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", folder],
        cwd=ROOT,
        check=True,
        capture_output=True,
    )
    (wheel,) = folder.glob("*.whl")
    assert wheel.name == f"govxlsx-{govxlsx.__version__}-py3-none-any.whl"
    venv.create(folder / "venv", with_pip=False)
    found = folder / "venv" / ("Scripts" if os.name == "nt" else "bin") / "python"
    (place,) = (folder / "venv").glob("**/site-packages")
    constraints = runpy.run_path(str(ROOT / "tools" / "make_constraints.py"))
    for each in constraints["needed"](constraints["declared"](extras=False)).values():
        for top in {file.parts[0] for file in each.files or ()} - {"..", "__pycache__"}:
            target = Path(each.locate_file(top))
            if target.exists() and not (place / top).exists():
                (place / top).symlink_to(target)
    subprocess.run(
        [*(sys.executable, "-m", "pip", "--python", found), *OFFLINE, wheel],
        check=True,
        capture_output=True,
    )
    return found


def test_the_wheel_makes_checks_and_builds(python: Path, tmp_path: Path) -> None:
    command = python.with_name("govxlsx")
    environment = {key: value for key, value in os.environ.items() if key != "PYTHONPATH"}

    def run(*arguments: str | Path) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            [command, *arguments],
            cwd=tmp_path,
            env=environment,
            capture_output=True,
            encoding="utf-8",
            check=False,
        )

    made = run("new", "--year", "2023", "--data", EXAMPLE, "-o", "a.xlsx")
    assert (made.returncode, made.stderr) == (0, "已生成 a.xlsx（2021 版的表）\n")
    assert run("check", "a.xlsx", "--annotate", "out").returncode in (0, 1)
    built = run("build", "a.xlsx", "--draft", "-o", "out")
    assert "已生成" in built.stdout, built.stderr
    assert len(list((tmp_path / "out").iterdir())) == 2
    assert run("--version").stdout == f"govxlsx {govxlsx.__version__}\n"
    missing = run("check")
    assert missing.stderr.startswith("缺少参数"), "the catalogue of messages is in the wheel"


def test_the_wheel_is_typed(python: Path) -> None:
    (place,) = python.parent.parent.glob("**/site-packages/govxlsx/py.typed")
    assert place.is_file()
