"""An annotated copy as it went out is told from one that somebody has mended and saved."""

from collections.abc import Callable
from functools import cache
from io import BytesIO
from zipfile import ZipFile, ZipInfo

import pytest
from mails import workbook
from openpyxl import load_workbook

from govxlsx.checking import check
from govxlsx.desk.naming import ANNOTATED
from govxlsx.intake.letter import Attachment
from govxlsx.intake.parcels import Parcel
from govxlsx.reading import read_bytes
from govxlsx.showing.annotation import annotate
from govxlsx.showing.seal import is_sealed


def marked(data: bytes) -> bytes:
    report = read_bytes(data, "a.xlsx")
    return annotate(data, check(report), report)


@cache
def copy() -> bytes:
    return marked(workbook(wrong=True))


def again(
    data: bytes, change: Callable[[str, bytes], bytes], day: tuple[int, ...] = (1980, 1, 1)
) -> bytes:
    """Return a package with the same names and other parts, written on a day."""
    stream = BytesIO()
    with ZipFile(BytesIO(data)) as old, ZipFile(stream, "w") as new:
        for name in old.namelist():
            new.writestr(ZipInfo(name, (*day, 0, 0, 0)), change(name, old.read(name)))  # type: ignore[arg-type]
    return stream.getvalue()


def test_a_copy_as_it_went_out() -> None:
    assert is_sealed(BytesIO(copy()))
    assert is_sealed(BytesIO(again(copy(), lambda _, data: data, (2025, 1, 20))))
    assert is_sealed(BytesIO(marked(copy())))


@pytest.mark.parametrize("part", ["xl/sharedStrings.xml", "xl/worksheets/sheet5.xml"])
def test_a_copy_that_was_saved_under_the_same_names_is_mended(part: str) -> None:
    mended = again(copy(), lambda name, data: data + b" " * (name == part))
    assert not is_sealed(BytesIO(mended))
    assert is_sealed(BytesIO(marked(mended)))


def of_the_first_version(person: str) -> bytes:
    """Return a copy as version 1.0 and ``person`` left it: through openpyxl."""
    book = load_workbook(BytesIO(workbook(wrong=True)))
    book.create_sheet("校验结果", 0)
    book.properties.lastModifiedBy = person
    stream = BytesIO()
    book.save(stream)
    return stream.getvalue()


def test_a_copy_of_the_first_version() -> None:
    kept = again(of_the_first_version("govxlsx"), lambda _, data: data)
    assert is_sealed(BytesIO(kept))
    for other in (
        again(of_the_first_version("张三"), lambda _, data: data),
        again(kept, lambda _, data: data, (2025, 1, 20)),
        again(kept, lambda name, data: b"WPS" if name == "docProps/app.xml" else data),
    ):
        assert not is_sealed(BytesIO(other))


@pytest.mark.parametrize("data", [b"", b"PK\x03\x04", workbook()])
def test_what_is_no_copy(data: bytes) -> None:
    assert not is_sealed(BytesIO(data))


def submitted(*files: Attachment) -> tuple[Attachment, ...]:
    parcel = Parcel(lambda file: iter((file,)))
    parcel.take(files)
    return parcel.submissions


def test_of_a_mail_a_copy_is_submitted_where_nothing_else_is() -> None:
    name = f"报告{ANNOTATED}.xlsx"
    sealed, mended = Attachment(name, copy()), Attachment("报告.xlsx", workbook())
    saved = Attachment(name, again(copy(), lambda _, data: data + b" "))
    assert submitted(sealed) == (sealed,)
    assert submitted(sealed, mended) == submitted(mended, sealed) == (mended,)
    assert submitted(saved, mended) == submitted(mended, saved) == (saved, mended)
