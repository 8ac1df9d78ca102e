"""Make the official template workbooks from the editions, or check that they are up to date.

python tools/make_templates.py            writes templates/*.xlsx
python tools/make_templates.py --check    exits 1 and names each file that differs
"""

import sys
import zipfile
from io import BytesIO
from pathlib import Path

from govxlsx.form.editions import editions
from govxlsx.form.editions.model import Edition
from govxlsx.template import workbook

FOLDER = Path(__file__).resolve().parent.parent / "templates"


def path_of(edition: Edition) -> Path:
    """Return where an edition's template is kept; the edition in force has the plain name."""
    suffix = "" if edition.last_year is None else f"_{edition.id}"
    return FOLDER / f"report_template{suffix}.xlsx"


def contents(data: bytes) -> dict[str, bytes]:
    """Return a workbook's parts by name: compression differs between versions of zlib."""
    with zipfile.ZipFile(BytesIO(data)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def is_current(edition: Edition) -> bool:
    """Tell whether the stored template of an edition is what would be made now."""
    path = path_of(edition)
    return path.exists() and contents(path.read_bytes()) == contents(workbook(edition))


def main(arguments: list[str]) -> int:
    """Write or check the templates; return the exit status."""
    if arguments == ["--check"]:
        stale = [path_of(edition) for edition in editions() if not is_current(edition)]
        for path in stale:
            print(f"{path.name} differs from its edition: run python tools/make_templates.py")
        return 1 if stale else 0
    if arguments:
        print(__doc__, file=sys.stderr)
        return 2
    FOLDER.mkdir(exist_ok=True)
    for edition in editions():
        path_of(edition).write_bytes(workbook(edition))
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
