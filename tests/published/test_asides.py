"""What stands in a cell and is no part of its figure is no digit of it, in pages, Word and PDF."""

from io import BytesIO
from pathlib import Path

import pytest
from docx import Document
from docx.oxml import OxmlElement
from office import converted

from govxlsx.published import docx, html, pdf
from govxlsx.published.content import DrawnTable, SourceContent, Text
from published import replicas
from published.reading import codes, read
from published.test_shapes import data


def cells(content: SourceContent) -> list[str]:
    (table,) = (each for each in content.items if isinstance(each, DrawnTable))
    return [each.text for each in table.cells]


@pytest.mark.parametrize(
    ("written", "text"),
    [
        ("128<sup>1</sup>", "128[上标：1]"),
        ("128<sup> ２ </sup>", "128[上标：２]"),
        ("128<i style='vertical-align: super'>1</i>", "128[上标：1]"),
        ("128<sup>①</sup>", "128①"),
        ("128<small>1</small>", "128[上标：1]"),
        ("128<a href='#n1'>1</a>", "128[上标：1]"),
        ("<a href='#n1'>128</a>", "128"),
        (
            "128<span style='position:relative;top:-4.0pt;mso-text-raise:4pt'>1</span>",
            "128[上标：1]",
        ),
        ("128<span style='mso-hide:all'>1</span>", "128[看不准：1]"),
        ("128<span style='font-size: 0px; color: red'>1</span>", "128"),
        ("128<span style='font-size: 0.8em'>1</span>", "1281"),
        ("总计<sup>1</sup>", "总计1"),
        ("<del>9</del>128", "[划去：9]128"),
        ("<del></del>128", "128"),
        ("<img src='1.gif'>", "[图片]"),
        ("<img src='1.gif' hidden>", ""),
        ("<img src='1.gif'>128", "[图片]128"),
        ("<img src='1.gif' width=1>128", "128"),
        ("<img src='1.gif'>总计", "总计"),
    ],
)
def test_in_a_page(written: str, text: str) -> None:
    page = f"<table><tr><td>规章</td><td>{written}</td></tr></table>"
    assert cells(html.read(page.encode())) == ["规章", text]


def test_rows_and_cells_that_take_no_place_are_none() -> None:
    row = "<td>规章</td><td style='display:none'>7</td><td style='visibility:hidden'>8</td>"
    page = (
        f"<table><tr hidden>{row}</tr><tr>{row}</tr><tbody style='display: none'><tr>{row}</table>"
    )
    assert cells(html.read(page.encode())) == ["规章", ""]


def test_in_a_text() -> None:
    page = "<p>公开<b>12</b>件<del>甲</del>，答复3<sup>1</sup>件，占地5m<sup>2</sup></p>"
    (item,) = html.read(page.encode()).items
    assert item == Text("公开12件[划去：甲]，答复3[上标：1]件，占地5m2", (1, 2, 3))


def written() -> bytes:
    """Return a document with a table of figures that have something beside them."""
    document = Document()
    table = document.add_table(2, 3, style="Table Grid")
    table.cell(0, 0).text = "规章"
    for column, (setting, more) in enumerate((("superscript", "1"), ("strike", "9")), 1):
        paragraph = table.cell(0, column).paragraphs[0]
        paragraph.add_run("128")
        setattr(paragraph.add_run(more).font, setting, True)
    drawing = OxmlElement("w:drawing")
    table.cell(1, 0).paragraphs[0].add_run()._r.append(drawing)
    run = table.cell(1, 1).paragraphs[0].add_run("7")
    run.font.strike = False
    table.cell(1, 2).paragraphs[0].add_run("总计")
    table.cell(1, 2).paragraphs[0].add_run("1").font.superscript = True
    stream = BytesIO()
    document.save(stream)
    return stream.getvalue()


def test_in_a_document() -> None:
    found = cells(docx.read(written()))
    assert found == ["规章", "128[上标：1]", "128[划去：9]", "[图片]", "7", "总计1"]


def test_in_a_pdf(tmp_path: Path) -> None:
    printed = converted(tmp_path, "pdf", {"a": written()}, ".docx")["a"]
    assert cells(pdf.read(printed))[1] == "128[上标：1]"


@pytest.mark.parametrize("written", ["<td>{}<sup>1</sup></td>", "<td><img src='n.gif'></td>"])
def test_such_a_figure_is_not_read_and_told(written: str) -> None:
    given = data()
    page = replicas.page(given)
    replicas.cell_of(page, "31").text = "figure"
    text = replicas.html(page).replace("<td>figure</td>", written.format(31))
    found = read(text)
    (field,) = (key for key, each in found.report.figures.items() if not each.readable)
    assert given.figures[field] == 31
    assert codes(found) == {"I105"}


def test_a_table_around_each_figure_is_no_layout() -> None:
    given = data()
    text = replicas.html(replicas.page(given))
    for value in {each for each in given.figures.values() if each is not None}:
        wrapped = f"<td><table><tr><td>{value}</td></tr></table></td>"
        text = text.replace(f"<td>{value}</td>", wrapped)
    found = read(text)
    assert codes(found) == set()
    assert found.report.figures["applications.received.total"].value == 193
