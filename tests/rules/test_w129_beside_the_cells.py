from io import BytesIO

from openpyxl import Workbook
from openpyxl.chart import BarChart, Reference
from reports import APPLICATIONS, balanced, both, caught, check_of, checked, made, silent
from textbox import with_drawing, with_old_text_box, with_text_box


@both
def test_silent_on_a_sheet_of_cells(edition: str) -> None:
    silent(checked(balanced(edition)), "W129")


def _chart(book: Workbook) -> None:
    chart = BarChart()
    chart.add_data(Reference(book[APPLICATIONS], range_string=f"{APPLICATIONS}!D5:D7"))
    book[APPLICATIONS].add_chart(chart, "L3")


@both
def test_caught_a_chart(edition: str) -> None:
    found = caught(checked(balanced(edition), _chart), "W129", "L3", APPLICATIONS)
    assert "图表" in found.message


@both
def test_caught_a_text_box_with_its_words(edition: str) -> None:
    content = with_text_box(made(balanced(edition)), APPLICATIONS, "以上数据待核")
    assert "以上数据待核" in caught(check_of(content), "W129", "B3", APPLICATIONS).message
    assert BytesIO(content).read(2) == b"PK"


def test_caught_a_text_box_of_old_programs() -> None:
    content = with_old_text_box(made(balanced("2021")), APPLICATIONS, "以上数据待核")
    assert "以上数据待核" in caught(check_of(content), "W129", "B3", APPLICATIONS).message


@both
def test_caught_words_at_the_foot_of_the_pages(edition: str) -> None:
    def foot(book: Workbook) -> None:
        book[APPLICATIONS].oddFooter.center.text = "以上数据待核　第 &P 页"
        book["一、总体情况"].oddFooter.center.text = "- &P / &N -"

    found = caught(checked(balanced(edition), foot), "W129", "A1", APPLICATIONS)
    assert "页眉或页脚，共 1 个" in found.message
    assert "“以上数据待核”" in found.message


@both
def test_what_has_no_words_is_told_without_them(edition: str) -> None:
    outcome = checked(balanced(edition), _chart)
    assert "写着" not in caught(outcome, "W129", "L3").message
    silent(outcome, "W130")


def test_lines_and_shapes_without_words_are_nothing() -> None:
    content = made(balanced("2021"))
    silent(check_of(with_text_box(content, APPLICATIONS, "")), "W129")
    silent(
        check_of(with_drawing(content, APPLICATIONS, "<xdr:cxnSp><xdr:spPr/></xdr:cxnSp>")), "W129"
    )


def test_what_older_programs_show_in_place_of_something_is_not_told_besides() -> None:
    instead = (
        '<mc:AlternateContent xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006">'
        '<mc:Choice Requires="x"><xdr:graphicFrame/></mc:Choice><mc:Fallback><xdr:sp>'
        "<xdr:txBody><a:p><a:r><a:t>此形状表示切片器</a:t></a:r></a:p></xdr:txBody></xdr:sp></mc:Fallback>"
        "</mc:AlternateContent>"
    )
    outcome = check_of(with_drawing(made(balanced("2021")), APPLICATIONS, instead))
    assert "有图表，共 1 个" in caught(outcome, "W129", "B3", APPLICATIONS).message
