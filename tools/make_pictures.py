"""Make the handbook's pictures, or check that each still shows what it is made from.

python tools/make_pictures.py            writes docs/pictures/*.png; needs LibreOffice
python tools/make_pictures.py --check    exits 1 and names each picture that is older

LibreOffice and the faces of a machine draw them, so that the same bytes cannot be asked for. What a
picture was made from is kept beside it: a digest of the sheet, or of the document, that it shows.
"""

import hashlib
import json
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path

import pdfplumber
from make_templates import contents
from openpyxl import load_workbook
from PIL import Image, ImageChops

from govxlsx.checking import check
from govxlsx.form.editions import edition_by_id
from govxlsx.reading import read_bytes
from govxlsx.report.interchange import Interchange, parse
from govxlsx.showing.annotation import annotate
from govxlsx.template import workbook
from govxlsx.word import deliver

ROOT = Path(__file__).resolve().parent.parent
FOLDER = ROOT / "docs" / "pictures"
RECORD = FOLDER / "made-from.json"
WIDTH, COLORS, MARGIN = 800, 20, 12
_SEEN = ("word/document.xml", "word/styles.xml")
"""The parts of a document that a page shows."""


@dataclass(frozen=True, slots=True)
class Picture:
    """A page of a workbook or document: the one that begins with ``start``.

    ``sheet`` is its sheet of a workbook, "" for a document.
    """

    sheet: str
    start: str
    made: Callable[[], bytes]


def _example(name: str) -> Interchange:
    return parse((ROOT / "examples" / name / "data.json").read_bytes())


def _blank() -> bytes:
    return workbook(edition_by_id("2021"))


def _filled(name: str) -> bytes:
    data = _example(name)
    return workbook(edition_by_id(data.edition), data)


def _marked() -> bytes:
    data = _filled("clerk")
    return annotate(data, check(read_bytes(data, "")))


def _document() -> bytes:
    return deliver(read_bytes(_filled("2021-suqian-city"), ""))


PICTURES = {
    "template": Picture(
        "三、依申请公开", "三、收到和处理", lambda: workbook(edition_by_id("2021"))
    ),
    "control": Picture("校验", "校验", lambda: _filled("clerk")),
    "marked": Picture("三、依申请公开", "三、收到和处理", _marked),
    "document": Picture("", "三、收到和处理", _document),
}


def digest(picture: Picture, content: bytes) -> str:
    """Return the SHA-256 of what a picture shows."""
    if not picture.sheet:
        parts = contents(content)
        return hashlib.sha256(b"".join(parts[name] for name in _SEEN)).hexdigest()
    sheet = load_workbook(BytesIO(content), data_only=True)[picture.sheet]
    cells = [
        (cell.coordinate, str(cell.value), str(cell.fill.fgColor.rgb), cell.font.sz)
        for row in sheet.iter_rows()
        for cell in row
    ]
    widths = [(key, each.width) for key, each in sorted(sheet.column_dimensions.items())]
    heights = [(key, each.height) for key, each in sorted(sheet.row_dimensions.items())]
    merges = sorted(map(str, sheet.merged_cells.ranges))
    return hashlib.sha256(repr((cells, widths, heights, merges)).encode()).hexdigest()


def drawn(picture: Picture, content: bytes) -> Image.Image:
    """Return the picture of the page, cut at its content."""
    soffice = shutil.which("soffice") or shutil.which("libreoffice")
    if soffice is None:
        raise SystemExit("LibreOffice is not installed")
    with tempfile.TemporaryDirectory() as place:
        source = Path(place) / ("page.xlsx" if picture.sheet else "page.docx")
        source.write_bytes(content)
        profile = f"-env:UserInstallation={(Path(place) / 'profile').as_uri()}"
        options = ("--headless", "--norestore", "--convert-to", "pdf", "--outdir", place)
        subprocess.run([soffice, profile, *options, source], check=True, capture_output=True)
        return _page(source.with_suffix(".pdf"), picture.start)


def _page(path: Path, start: str) -> Image.Image:
    with pdfplumber.open(path) as document:
        for page in document.pages:
            if "".join((page.extract_text() or "").split()).startswith(start):
                return _cut(page.to_image(resolution=130).original.convert("RGB"))
    raise SystemExit(f"no page begins with {start}")


def _cut(image: Image.Image) -> Image.Image:
    """Cut the white edges and the foot with the page's number, and make it small."""
    body = image.crop((0, 0, image.width, round(image.height * 0.935)))
    box = ImageChops.difference(body, Image.new("RGB", body.size, "white")).getbbox()
    left, top, right, bottom = box or (0, 0, *body.size)
    edges = (left - MARGIN, top - MARGIN, right + MARGIN, bottom + MARGIN)
    whole = body.crop((max(0, edges[0]), max(0, edges[1]), edges[2], edges[3]))
    height = round(whole.height * WIDTH / whole.width)
    small = whole.resize((WIDTH, height), Image.Resampling.LANCZOS)
    return small.quantize(COLORS, dither=Image.Dither.NONE)


def write() -> None:
    """Write every picture whose source has changed, and what each was made from."""
    FOLDER.mkdir(parents=True, exist_ok=True)
    record = recorded()
    for name, picture in PICTURES.items():
        content = picture.made()
        if record.get(name) == digest(picture, content) and (FOLDER / f"{name}.png").exists():
            continue
        drawn(picture, content).save(FOLDER / f"{name}.png", optimize=True)
        record[name] = digest(picture, content)
    told = {name: record[name] for name in PICTURES}
    RECORD.write_text(f"{json.dumps(told, indent=1)}\n", encoding="utf-8")


def recorded() -> dict[str, str]:
    """Return what each picture was made from."""
    if not RECORD.exists():
        return {}
    found: dict[str, str] = json.loads(RECORD.read_text(encoding="utf-8"))
    return found


def stale() -> list[str]:
    """Return the pictures that are missing or show what is no longer made."""
    record = recorded()
    return [
        name
        for name, picture in PICTURES.items()
        if not (FOLDER / f"{name}.png").exists()
        or record.get(name) != digest(picture, picture.made())
    ]


def main(arguments: list[str]) -> int:
    """Write or check the pictures; return the exit status."""
    if arguments == ["--check"]:
        found = stale()
        for name in found:
            print(f"docs/pictures/{name}.png is older: run python tools/make_pictures.py")
        return 1 if found else 0
    if arguments:
        print(__doc__, file=sys.stderr)
        return 2
    write()
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
