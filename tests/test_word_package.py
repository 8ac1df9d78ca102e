import runpy
import sys
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile

import pytest
from hypothesis import given
from hypothesis import strategies as st
from properties import examples
from word_reports import BOTH, report

from govxlsx import deflate as door
from govxlsx.deflate import FAST, SMALL, Deflate
from govxlsx.word import deliver
from govxlsx.word.pack import Package, pack

NAMES = st.text("abcxyz019._/", min_size=1, max_size=40)
WHOLE = (b"<w:tr>" * 40_000, bytes(range(256)) * 600)
PARTS = st.dictionaries(NAMES, st.binary(max_size=2_000) | st.sampled_from(WHOLE), max_size=6)


def without_isal() -> Deflate:
    """Return what compresses where there is no build of ISA-L."""
    kept = sys.modules.get("isal.isal_zlib")
    try:
        sys.modules["isal.isal_zlib"] = None
        return runpy.run_path(door.__file__)["FAST"]
    finally:
        sys.modules["isal.isal_zlib"] = kept


@pytest.mark.parametrize("deflate", [FAST, without_isal()])
@examples(50)
@given(first=PARTS, second=PARTS)
def test_parts_come_back_as_they_went_in(deflate, first, second) -> None:
    second = {name: content for name, content in second.items() if name not in first}
    shared = pack(first.items(), Package(), SMALL)
    data = pack(second.items(), shared, deflate).whole
    with ZipFile(BytesIO(data)) as package:
        assert package.testzip() is None
        read = {name: package.read(name) for name in package.namelist()}
    assert list(read.items()) == [*first.items(), *second.items()]


@BOTH
def test_nothing_of_clock_or_system_is_in_the_package(edition: str) -> None:
    with ZipFile(BytesIO(deliver(report(edition)))) as package:
        for entry in package.infolist():
            assert entry.date_time == (1980, 1, 1, 0, 0, 0)
            assert (entry.create_system, entry.external_attr, entry.flag_bits) == (0, 0, 0)
            assert entry.compress_type == ZIP_DEFLATED
            assert not entry.extra


def test_what_office_programs_look_for_first_is_first() -> None:
    with ZipFile(BytesIO(deliver(report()))) as package:
        assert package.namelist()[0] == "[Content_Types].xml"
        assert "word/document.xml" in package.namelist()
