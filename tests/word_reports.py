"""Reports and documents for the tests of the Word document."""

from collections.abc import Callable
from dataclasses import replace
from io import BytesIO
from zipfile import ZipFile

import docx
import pytest
from docx.document import Document
from lxml import etree
from reports import AGENCY

from govxlsx.form.editions import edition_by_id, editions
from govxlsx.report import narrative
from govxlsx.report.figure import Figure, Paragraph
from govxlsx.report.model import Report
from govxlsx.word import deliver

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"

BOTH = pytest.mark.parametrize("edition", [edition.id for edition in editions()])

OVERVIEW = (
    "本机关扎实推进政府信息公开。\n"
    "（一）主动公开\n"
    "全年公开信息12条。\n"
    "（二）依申请公开。全年新收申请3件。\n"
    "1.完善制度\n"
    "2.开展培训。全年培训2次。"
)


def report(edition: str = "2021") -> Report:
    """Return a report in which every figure differs from every other."""
    form = edition_by_id(edition)
    figures = {field.id: Figure(100 + n, None) for n, field in enumerate(form.fields)}
    texts = {"overview": OVERVIEW, "problems": "仍有不足。\n下一步改进。", "other": "没有收费。"}
    return Report(
        edition=edition,
        year=form.first_year,
        agency=AGENCY,
        figures=figures,
        narrative={key: tuple(narrative.paragraphs(text)) for key, text in texts.items()},
        notes={"二": Paragraph("含下属单位。"), "四": Paragraph("含上年度结转数量。")},
        sha256="0123456789abcdef" * 4,
    )


def with_figures(given: Report, **changes: Figure) -> Report:
    """Return a report with other figures; __ in a name stands for the dot of the field id."""
    changed = {name.replace("__", "."): figure for name, figure in changes.items()}
    return replace(given, figures={**given.figures, **changed})


def opened(given: Report, *, draft: bool = False) -> Document:
    """Return the report's document as python-docx reads it."""
    return docx.Document(BytesIO(deliver(given, draft=draft)))


def parts(data: bytes) -> dict[str, bytes]:
    """Return the parts of a document by name."""
    with ZipFile(BytesIO(data)) as package:
        return {name: package.read(name) for name in package.namelist()}


def tampered(data: bytes, change: Callable[[etree._Element], None]) -> bytes:
    """Return a document whose main part was changed behind the writer's back."""
    target = BytesIO()
    with ZipFile(BytesIO(data)) as old, ZipFile(target, "w") as new:
        for name in old.namelist():
            content = old.read(name)
            if name == "word/document.xml":
                root = etree.fromstring(content)
                change(root)
                content = etree.tostring(root)
            new.writestr(name, content)
    return target.getvalue()


def text_element(root: etree._Element, text: str, nth: int = 0) -> etree._Element:
    """Return the n-th text element that holds exactly this text."""
    return [each for each in root.iter(f"{W}t") if each.text == text][nth]
