"""Signs of a page: which cell has them, how they are turned, what they make."""

from __future__ import annotations

import pytest

from govxlsx.published.pdf_cells import Rectangle, held_in, text_of
from govxlsx.published.pdf_lines import TextLine, lines, paragraphs, running_heads, text_column
from govxlsx.published.pdf_signs import Sign, straight, turn

PAGE = (0.0, 0.0, 600.0, 800.0)
TURNED = {0: (1, 0), 90: (0, 1), 180: (-1, 0), 270: (0, -1)}


def sign(text: str, left: float, top: float, size: float = 10, turned: int = 0) -> Sign:
    wide, high = (size, size / 2) if turned in (90, 270) else (size / 2, size)
    box = {"x0": left, "x1": left + wide, "top": top, "bottom": top + high}
    return {"text": text, **box, "size": high, "matrix": (*TURNED[turned], 0, 0, 0, 0)}


def row(text: str, left: float, top: float = 2) -> list[Sign]:
    """Return the signs of a text, each half as wide as it is high."""
    return [sign(each, left + 5 * at, top) for at, each in enumerate(text)]


def cells(*signs: Sign) -> list[str]:
    """Return what is in each of three cells side by side, 20 points wide."""
    boxes: list[Rectangle] = [(at, 0, at + 20, 40) for at in (10, 30, 50)]
    held = held_in(boxes, signs)
    return [text_of(box, list(lines(held[box])), PAGE) for box in boxes]


def test_a_figure_over_the_line_is_of_the_cell_in_whose_middle_it_stands() -> None:
    assert cells(*row("10512", 13), *row("7", 53)) == ["10512", "", "7"]
    assert cells(*row("10512", 13), *row("7", 47)) == ["10512", "7", ""]


def test_a_figure_goes_on_beside_the_table() -> None:
    assert cells(*row("22398", 52)) == ["", "", "22398"]


def test_figures_that_touch_over_the_line_are_none() -> None:
    assert cells(*row("105", 13), *row("18", 30)) == ["105", "18", ""]
    assert cells(*row("105", 15), *row("18", 30)) == ["[跨格：10518]", "[跨格：10518]", ""]
    assert cells(*row("10518", 16)) == ["[跨格：10518]", "[跨格：10518]", ""]
    assert cells(*row("10512", 13), *row("7", 36)) == ["[跨格：105127]", "[跨格：105127]", ""]


def test_a_sign_is_found_in_a_cell_of_any_size() -> None:
    boxes: list[Rectangle] = [(0, 0, 600, 5), (0, 5, 10, 800), (10, 5, 12, 800), (12, 5, 600, 800)]
    held = held_in(boxes, [sign("1", 590, 0, 4), sign("2", 2, 700), sign("3", 595, 790, 6)])
    assert ["".join(each["text"] for each in held[box]) for box in boxes] == ["1", "2", "", "3"]


def test_a_figure_too_wide_for_its_cell_is_one() -> None:
    assert cells(*row("138", 12), *row("3", 17, 14)) == ["1383", "", ""]
    wide: Rectangle = (10, 0, 60, 40)
    assert text_of(wide, list(lines([*row("138", 12), *row("3", 17, 14)])), PAGE) == "138\n3"
    assert cells(*row("12件", 12), *row("3", 17, 14))[0] == "12件\n3"


@pytest.mark.parametrize(("left", "text"), [(585, "[页边：151]"), (570, "151")])
def test_a_figure_at_the_edge_of_the_page_may_be_cut(left: float, text: str) -> None:
    assert text_of((560, 0, 600, 40), list(lines(row("151", left))), PAGE) == text


def test_what_stands_at_a_slant_is_left_out() -> None:
    slanted = {**sign("密", 5, 5), "matrix": (0.8, 0.6, -0.6, 0.8, 0, 0)}
    assert turn(slanted) is None
    assert straight([slanted, *row("3", 12)]) == row("3", 12)


@pytest.mark.parametrize("turned", [90, 180, 270])
def test_turned_signs_are_read_as_they_are_written(turned: int) -> None:
    places = {90: (5, -5, 0), 180: (0, 0, -5), 270: (5, 5, 0)}[turned]
    signs = [
        sign(each, places[0] + places[2] * at, 50 + places[1] * at, turned=turned)
        for at, each in enumerate("123")
    ]
    assert [each.text for each in lines([*row("规章", 0), *signs])] == ["规章", "123"]


def test_signs_printed_twice_to_look_bold_count_once() -> None:
    twice = [each for at in (0.0, 0.4) for each in row("1122", 10 + at)]
    assert [each.text for each in lines(twice)] == ["1122"]


def line(text: str, left: float, top: float = 200, size: float = 16, **more: bool) -> TextLine:
    return TextLine(text, left, left + size * len(text), top, size, **more)


def test_a_title_goes_on_in_the_line_below() -> None:
    body = [
        line("根据条例编制本报告并予以公布，特此说明如下各节。", 100),
        *[line("本报告包括六个部分。", 68)] * 3,
    ]
    title = [line("永宁市档案局政府信息公开", 80, size=22), line("工作年度报告", 146, size=22)]
    texts = [each.text for each in paragraphs([*title, *body], text_column([*title, *body]))]
    assert texts[0] == "永宁市档案局政府信息公开工作年度报告"
    assert len(texts) == 4


def test_titles_end_paragraphs_and_tables_tell_the_margin() -> None:
    titles = [line("一、总体情况", 100), line("有关情况如下说明，请见各节内容。", 100)]
    body = [line("全年公开信息。", 100), line("⼆、主动公开政府信息情况", 100), line("无", 100)]
    given = [*titles, *body]
    assert len(list(paragraphs(given, text_column(given, [68.0])))) == 5
    alone = [each.text for each in paragraphs(given, text_column(given))]
    assert alone[0] == "一、总体情况"
    assert alone[-2:] == ["⼆、主动公开政府信息情况", "无"]


def test_what_pages_repeat_at_their_edge_is_no_text() -> None:
    heads = [line(f"档案局年报 {page}", 80, 20, outer=True) for page in (1, 2, 3)]
    numbers = [line("第 3 页 共 8 页", 80, 780, outer=True)]
    first = line("年度报告的第一行", 80, 90, outer=True)
    inner = [line("（一）主动公开", 80, top) for top in (200, 200)]
    assert running_heads([*heads, *numbers, first, *inner], 4) == {*heads, *numbers}
