"""The real command line, run as a user runs it."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent


def run(
    *arguments: str | Path, cwd: Path, encoding: str = "utf-8", width: int = 80
) -> subprocess.CompletedProcess[str]:
    """Run ``govxlsx`` in a folder, on a console of the given encoding and width."""
    environment = {
        **os.environ,
        "PYTHONPATH": str(ROOT),
        "PYTHONIOENCODING": encoding,
        "COLUMNS": str(width),
        "TERM": "dumb",
    }
    done = subprocess.run(
        [sys.executable, "-m", "govxlsx", *map(str, arguments)],
        cwd=cwd,
        env=environment,
        capture_output=True,
        check=False,
    )
    out, err = done.stdout.decode(encoding), done.stderr.decode(encoding)
    assert "Traceback" not in err, err
    return subprocess.CompletedProcess(done.args, done.returncode, out, err)
