"""What is printed in a PDF and cannot be seen is not read; what is hardly seen is told."""

import pytest

from govxlsx.errors import PublishedError
from govxlsx.published import pdf
from govxlsx.published.content import DrawnTable
from govxlsx.published.pdf_cells import pictured, text_of, texts_of
from govxlsx.published.pdf_lines import lines
from published.test_pdf_signs import PAGE, row, sign

BOXES = "1 w 20 20 100 30 re S 20 50 100 30 re S 120 20 100 30 re S 120 50 100 30 re S"


def printed(content: str, before: str = BOXES, box: str = "0 0 300 200") -> bytes:
    """Return a PDF of one page, with four boxes on it, a layer that is off, and two pictures."""
    drawn = f"{before}\nBT /F 10 Tf 30 60 Td (12) Tj ET\n{content}".encode()
    states = "/A << /ca 0 >> /B << /ca 0.05 >> /C << /ca 1 >> /D << /BM /Multiply >>"
    picture = (
        b"<< /Type /XObject /Subtype /Image /Width 1 /Height 1 /ColorSpace /DeviceGray "
        b"/BitsPerComponent 8 /Length 1 %s >>\nstream\n\xff\nendstream"
    )
    form = b"BT /F 10 Tf 40 60 Td (7) Tj ET"
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R "
        b"/OCProperties << /OCGs [7 0 R] /D << /OFF [7 0 R] >> >> >>",
        b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 300 200] /CropBox [%s] /Contents 5 0 R "
        b"/Resources << /Font << /F 4 0 R >> /Properties << /L 7 0 R /M << /OCGs [7 0 R] >> >> "
        b"/XObject << /X 6 0 R /P 8 0 R /Q 9 0 R >> /ExtGState << "
        % box.encode()
        + states.encode()
        + b" >> >> >>",
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
        b"<< /Length %d >>\nstream\n%s\nendstream" % (len(drawn), drawn),
        b"<< /Type /XObject /Subtype /Form /BBox [0 0 300 200] /Resources << /Font << /F 4 0 R >> "
        b">> /Length %d >>\nstream\n%s\nendstream" % (len(form), form),
        b"<< /Type /OCG >>",
        picture % b"",
        picture % b"/SMask 8 0 R",
    ]
    body = b"%PDF-1.5\n"
    starts = []
    for number, each in enumerate(objects, 1):
        starts.append(len(body))
        body += b"%d 0 obj\n%s\nendobj\n" % (number, each)
    table = b"".join(b"%010d 00000 n \n" % each for each in starts)
    return (
        body
        + b"xref\n0 10\n0000000000 65535 f \n"
        + table
        + b"trailer << /Root 1 0 R /Size 10 >>\nstartxref\n%d\n%%%%EOF" % len(body)
    )


def first(content: bytes) -> str:
    """Return what is read of the first box."""
    (table,) = (each for each in pdf.read(content).items if isinstance(each, DrawnTable))
    return table.cells[0].text


SEVEN = "BT /F 10 Tf 41.2 60 Td (7) Tj ET"
OVER = "40.6 55 20 20 re"


@pytest.mark.parametrize(
    ("content", "text"),
    [
        (SEVEN, "127"),
        (f"1 g {SEVEN}", "12"),
        (f"1 1 1 rg {SEVEN}", "12"),
        (f"0 0 0 0 k {SEVEN}", "12"),
        (f"0.98 g {SEVEN}", "12[看不准：7]"),
        (f"/A gs {SEVEN}", "12"),
        (f"/B gs {SEVEN}", "12[看不准：7]"),
        (f"q /A gs Q {SEVEN}", "127"),
        (f"/A gs /C gs {SEVEN}", "127"),
        (f"3 Tr {SEVEN}", "12"),
        ("/X Do", "127"),
        ("q /A gs /X Do Q", "12"),
        (f"0.5 g 40 55 20 20 re f {SEVEN}", "12"),
        (f"0 g 40 55 20 20 re f 1 g {SEVEN}", "127"),
        (f"1 Tr 1 G {SEVEN}", "12"),
        (f"{SEVEN} 1 g {OVER} f", "12"),
        (f"{SEVEN} 1 g {OVER} B*", "12"),
        (f"{SEVEN} 1 g 44 55 20 20 re f", "12[看不准：7]"),
        (f"{SEVEN} /B gs 1 0 0 rg {OVER} f", "127"),
        (f"{SEVEN} /D gs 1 1 0 rg {OVER} f", "127"),
        (f"{SEVEN} 1 g 20 20 200 60 re {OVER} f*", "127"),
        (f"{SEVEN} 1 g 44 55 1 20 re f", "127"),
        (f"q 0 0 9 9 re W n {SEVEN} 1 g {OVER} f Q", "12[看不准：7]"),
        (f"q 0 0 9 9 re W n 1 g {OVER} f Q {SEVEN}", "127"),
        (f"q 20 50 100 30 re W* n {SEVEN} Q", "127"),
        (f"q 20 50 23 30 re W n {SEVEN} Q", "12[看不准：7]"),
        (f"{SEVEN} q 20 0 0 20 40.6 55 cm /P Do Q", "12[图片]"),
        (f"{SEVEN} q 20 0 0 20 40.6 55 cm /Q Do Q", "127[图片]"),
        (f"/OC /L BDC {SEVEN} EMC", "12"),
        (f"/OC /M BDC /Span BMC {SEVEN} EMC EMC", "12"),
        (f"/OC /L BDC EMC {SEVEN}", "127"),
        (f"{SEVEN} /OC /L BDC 1 g {OVER} f EMC", "127"),
        ("BT /F 10 Tf 1 0 .3 1 41.2 60 Tm (78) Tj ET", "1278"),
        ("30 58 m 41 68 l S", "[划去：1][划去：2]"),
        ("20 50 m 30 80 l S", "12"),
        ("0 g 30 63 12 1 re f", "[划去：1][划去：2]"),
        ("0 g 30 58 12 1 re f", "12"),
        ("BT /F 10 Tf -1 0 0 1 48 60 Tm (7) Tj ET", "12\n[看不准：7]"),
        ("BT /F 2 Tf 41.2 62 Td (7) Tj ET", "12[看不准：7]"),
    ],
)
def test_what_is_seen_is_read(content: str, text: str) -> None:
    assert first(printed(content)) == text


def test_what_a_page_cuts_off_is_not_sure() -> None:
    assert first(printed(SEVEN, box="0 0 43 200")) == "12[看不准：7]"


def test_a_page_has_so_many_signs_and_shapes_at_most() -> None:
    with pytest.raises(PublishedError, match="过于繁密"):
        pdf.read(printed("0 0 9 9 re f " * 8001))


def test_signs_that_were_recognised_on_a_picture_are_no_text() -> None:
    with pytest.raises(PublishedError, match="扫描件或图片"):
        pdf.read(printed("", f"{BOXES} 3 Tr"))


def test_a_browser_does_not_break_a_figure() -> None:
    box = (10.0, 0.0, 30.0, 40.0)
    signs = [*row("138", 12), *row("3", 17, 14)]
    found = list(lines(signs))
    assert text_of(box, found, PAGE) == "1383"
    assert text_of(box, found, PAGE, wraps=False) == "138\n3"


def test_a_picture_in_a_cell_may_be_of_a_figure() -> None:
    box = (10.0, 0.0, 60.0, 40.0)
    picture = {**sign("", 20, 10), "width": 9.0, "height": 9.0}
    assert pictured(box, "12", [picture]) == "12[图片]"
    assert pictured(box, "总计", [picture]) == "总计"
    assert pictured(box, "12", [{**picture, "width": 90.0}]) == "12"
    assert pictured(box, "12", [{**picture, "height": 2.0}]) == "12"


@pytest.mark.parametrize(
    ("places", "text"),
    [((0, 5, 10), "123"), ((0, 6, 12), "123"), ((0, 5, 12), "12 3"), ((0, 5, 7), "12 3")],
)
def test_digits_that_stand_apart_or_over_one_another_are_no_figure(
    places: tuple[int, ...], text: str
) -> None:
    signs = [sign(each, at, 0) for each, at in zip("123", places, strict=True)]
    assert [each.text for each in lines(signs)] == [text]


def test_one_cell_with_two_figures_tells_that_others_may_have_two() -> None:
    narrow, wide = (10.0, 0.0, 30.0, 40.0), (30.0, 0.0, 90.0, 40.0)
    signs = [*row("138", 12), *row("3", 17, 14)]
    alone = texts_of([narrow, wide], signs, [], PAGE, wraps=True)
    assert alone[narrow] == "1383"
    beside = texts_of(
        [narrow, wide], [*signs, *row("7", 50), *row("8", 50, 14)], [], PAGE, wraps=True
    )
    assert (beside[narrow], beside[wide]) == ("138\n3", "7\n8")
