"""The PDF under the rules of ISO 19005-2, level B, that can be looked at without a validator."""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import needs
import pytest
from command import run
from reports import NARRATIVE, balanced, made

pdfdocument = pytest.importorskip("pdfminer.pdfdocument")

from pdfminer.pdfparser import PDFParser  # noqa: E402
from pdfminer.pdftypes import PDFStream, resolve1  # noqa: E402
from pdfminer.psparser import PSLiteral  # noqa: E402

FORBIDDEN = {"JavaScript", "Launch", "Sound", "Movie", "ResetForm", "ImportData", "SubmitForm"}
"""Actions that 6.5.1 forbids."""

_BEFORE = "法律顾问公开解读预算报表和环保数据并且广泛听取群众的意见建议"
COMMAS_BEFORE_DIGITS = {
    "problems": "\n".join(f"{_BEFORE[:count]}，3次更新栏目。" for count in range(23, 29))
}
"""At one of them a line ends."""


@pytest.fixture(scope="module")
def data(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    needs.program("libreoffice")
    folder = tmp_path_factory.mktemp("pdf")
    opening = "电子版见http://www.yongning.gov.cn/zwgk/2024/，电话0123-1234567。"
    told = balanced("2021", narrative={**NARRATIVE, "preamble": opening, **COMMAS_BEFORE_DIGITS})
    (folder / "a.xlsx").write_bytes(made(told))
    assert run("build", "a.xlsx", "--format", "pdf", "-o", "out", cwd=folder).returncode == 0
    return next(Path(folder, "out").glob("*.pdf")).read_bytes()


@pytest.fixture(scope="module")
def opened(data: bytes, tmp_path_factory: pytest.TempPathFactory) -> Any:
    path = tmp_path_factory.mktemp("opened") / "a.pdf"
    path.write_bytes(data)
    return pdfdocument.PDFDocument(PDFParser(path.open("rb")))


def objects(opened: Any) -> Iterator[Any]:
    for xref in opened.xrefs:
        for number in xref.get_objids():
            yield opened.getobj(number)


def dictionaries(opened: Any) -> Iterator[dict[str, Any]]:
    for each in objects(opened):
        if isinstance(each, PDFStream):
            yield each.attrs
        elif isinstance(each, dict):
            yield each


def name(value: Any) -> str:
    found = resolve1(value)
    return str(found.name) if isinstance(found, PSLiteral) else ""


def test_the_file_is_marked_and_identified(data: bytes, opened: Any) -> None:
    assert re.match(rb"%PDF-1\.[0-7]\r?\n%[\x80-\xff]{4}", data)  # 6.1.2
    assert opened.encryption is None  # 6.1.3
    assert any("ID" in xref.get_trailer() for xref in opened.xrefs)


def test_the_metadata_say_part_two_level_b_and_are_not_compressed(opened: Any) -> None:
    metadata = resolve1(opened.catalog["Metadata"])
    assert "Filter" not in metadata.attrs  # 6.6.2
    words = metadata.get_data().decode()
    assert re.search(r"<pdfaid:part>2</pdfaid:part>\s*<pdfaid:conformance>B<", words)


def test_colours_have_a_profile(opened: Any) -> None:
    (intent,) = map(resolve1, resolve1(opened.catalog["OutputIntents"]))
    assert name(intent["S"]) == "GTS_PDFA1"  # 6.2.3
    profile = resolve1(intent["DestOutputProfile"])
    assert profile.attrs["N"] == 3
    assert profile.get_data()[36:40] == b"acsp"


def test_every_font_is_in_the_file(opened: Any) -> None:
    fonts = [each for each in dictionaries(opened) if name(each.get("Type")) == "Font"]
    assert fonts
    for each in fonts:  # 6.2.11.4
        if name(each.get("Subtype")) == "Type0":
            continue  # its descendant has the program
        described = resolve1(each["FontDescriptor"])
        assert {"FontFile", "FontFile2", "FontFile3"} & described.keys(), each


def test_nothing_acts_and_nothing_is_left_out(opened: Any) -> None:
    for each in dictionaries(opened):
        assert name(each.get("S")) not in FORBIDDEN
        assert "AA" not in each  # 6.5.2
        assert "LZWDecode" not in str(each.get("Filter"))  # 6.1.7
        assert "F" not in each or name(each.get("Type")) != "EmbeddedFile"
    assert not {"NeedsRendering", "AcroForm"} & opened.catalog.keys()


def test_links_are_printed(opened: Any) -> None:
    for each in dictionaries(opened):
        if name(each.get("Type")) == "Annot":
            assert each["F"] & 0b100  # 6.3.2
