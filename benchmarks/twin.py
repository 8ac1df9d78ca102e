"""The same document made by docxtpl: its template is our document with placeholders in it."""

from collections.abc import Mapping
from dataclasses import replace
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

from docxtpl import DocxTemplate
from lxml import etree

from govxlsx.report.figure import Figure, State
from govxlsx.report.model import Report
from govxlsx.word.fill import document
from govxlsx.word.ooxml import NAMESPACE
from govxlsx.word.pack import DOCUMENT

_PARAGRAPH, _TEXT = f"{{{NAMESPACE}}}p", f"{{{NAMESPACE}}}t"


def _main(data: bytes) -> etree._Element:
    with ZipFile(BytesIO(data)) as package:
        return etree.fromstring(package.read(DOCUMENT))


def _words(root: etree._Element) -> list[etree._Element]:
    """Return the texts outside the tables."""
    return [text for block in root[0].iterchildren(_PARAGRAPH) for text in block.iter(_TEXT)]


def write_template(path: Path, report: Report) -> None:
    """Write the docxtpl template for reports with as many paragraphs as this one."""
    fields = report.form.fields
    figures = {
        each.id: Figure(None, None, f"{{{{ figures[{number}] }}}}", State.TEXT)
        for number, each in enumerate(fields)
    }
    data = document(replace(report, figures=figures))
    root = _main(data)
    for number, text in enumerate(_words(root)):
        text.text = f"{{{{ words[{number}] }}}}"
    with ZipFile(BytesIO(data)) as old, ZipFile(path, "w") as new:
        for name in old.namelist():
            new.writestr(name, etree.tostring(root) if name == DOCUMENT else old.read(name))


def context(report: Report, data: bytes) -> Mapping[str, list[str]]:
    """Return what the template's placeholders stand for in a report and its document."""
    return {
        "figures": [report.figures[each.id].text for each in report.form.fields],
        "words": [text.text or "" for text in _words(_main(data))],
    }


def render(template: Path, values: Mapping[str, list[str]]) -> bytes:
    """Make the document the way docxtpl's own manual does."""
    made = DocxTemplate(template)
    made.render(values, autoescape=True)
    target = BytesIO()
    made.save(target)
    return target.getvalue()
