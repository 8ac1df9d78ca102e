"""Standard streams that are full, broken or closed: a sentence or silence, never a traceback."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
from command import environment, run
from processes import put

FULL = Path("/dev/full")
pytestmark = pytest.mark.skipif(not FULL.exists(), reason="needs /dev/full and a shell")


def shell(line: str, folder: Path) -> tuple[int, str, str]:
    """Run a line of the shell in which ``$govxlsx`` is the command; return status and streams."""
    done = subprocess.run(
        ["sh", "-c", line],
        cwd=folder,
        env={**environment(), "govxlsx": f"{sys.executable} -m govxlsx"},
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    return done.returncode, done.stdout, done.stderr


@pytest.mark.parametrize("typed", ["--help", "rules", "check a.xlsx", "export a.xlsx"])
def test_a_full_disk_is_told(tmp_path: Path, typed: str) -> None:
    put(tmp_path / "a.xlsx")
    said = "标准输出写不进去：磁盘已满，请清理后再试。\n"
    assert shell(f"$govxlsx {typed} >/dev/full", tmp_path) == (2, "", said)


@pytest.mark.parametrize("typed", ["--help", "rules", "check a.xlsx", "export a.xlsx"])
def test_a_reader_that_is_gone_is_no_news(tmp_path: Path, typed: str) -> None:
    put(tmp_path / "a.xlsx")
    reading, writing = os.pipe()
    os.close(reading)
    done = subprocess.run(
        [sys.executable, "-m", "govxlsx", *typed.split()],
        cwd=tmp_path,
        env=environment(),
        stdout=writing,
        stderr=subprocess.PIPE,
        check=False,
    )
    os.close(writing)
    assert (done.returncode, done.stderr) == (2, b"")


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("$govxlsx rules >&-", (2, "", "标准输出写不进去：它是关闭的。\n")),
        ("$govxlsx claims - --year 2024 <&-", (2, "", "标准输入是关闭的，没有文字可读。\n")),
        ("$govxlsx nonsense 2>&-", (2, "", "")),
        ("$govxlsx nonsense 2>/dev/full", (2, "", "")),
        ("$govxlsx new --year 2024 -o a.xlsx <&- >&- 2>&-", (0, "", "")),
    ],
)
def test_closed_streams(tmp_path: Path, line: str, expected: tuple[int, str, str]) -> None:
    assert shell(line, tmp_path) == expected


def test_standard_input_that_is_no_text(tmp_path: Path) -> None:
    done = run("claims", "-", "--year", "2024", cwd=tmp_path, stdin=b"\xff\xff\xff")
    assert (done.returncode, done.stderr) == (2, "标准输入不是 UTF-8 或 GBK 的文本。\n")
