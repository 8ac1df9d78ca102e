"""Make the workbook and the expected output of every example, or check that they are current.

python tools/make_examples.py            writes examples/*/report.xlsx and expected.txt
python tools/make_examples.py --check    exits 1 and names each file that differs
"""

import os
import shlex
import subprocess
import sys
from pathlib import Path

from make_templates import contents

from govxlsx.form.editions import edition_by_id
from govxlsx.report.interchange import parse
from govxlsx.template import workbook

ROOT = Path(__file__).resolve().parent.parent
WIDTH = 80


def made(folder: Path) -> bytes:
    """Return the workbook of an example, as ``govxlsx new --data`` makes it."""
    data = parse((folder / "data.json").read_bytes())
    return workbook(edition_by_id(data.edition), data)


def output(folder: Path) -> str:
    """Return what the example's command prints on a console of WIDTH columns."""
    _, *arguments = shlex.split((folder / "command.txt").read_text(encoding="utf-8"))
    environment = {
        **os.environ,
        "PYTHONPATH": str(ROOT),
        "PYTHONIOENCODING": "utf-8",
        "COLUMNS": str(WIDTH),
        "TERM": "dumb",
    }
    done = subprocess.run(
        [sys.executable, "-m", "govxlsx", *arguments],
        cwd=ROOT,
        env=environment,
        capture_output=True,
        check=False,
    )
    return done.stdout.decode("utf-8")


def stale(folder: Path) -> list[Path]:
    """Return the files of an example that are not what would be made now."""
    book, text = folder / "report.xlsx", folder / "expected.txt"
    found = []
    if not book.exists() or contents(book.read_bytes()) != contents(made(folder)):
        found.append(book)
    if not text.exists() or text.read_text(encoding="utf-8") != output(folder):
        found.append(text)
    return found


def write(folder: Path) -> None:
    """Write the workbook of an example, then what its command prints."""
    book = folder / "report.xlsx"
    if book in stale(folder):
        book.write_bytes(made(folder))
    (folder / "expected.txt").write_text(output(folder), encoding="utf-8")


def main(arguments: list[str]) -> int:
    """Write or check the examples; return the exit status."""
    folders = sorted(path.parent for path in (ROOT / "examples").glob("*/data.json"))
    if arguments == ["--check"]:
        found = [path for folder in folders for path in stale(folder)]
        for path in found:
            print(f"{path.relative_to(ROOT)} is not current: run python tools/make_examples.py")
        return 1 if found else 0
    if arguments:
        print(__doc__, file=sys.stderr)
        return 2
    for folder in folders:
        write(folder)
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
