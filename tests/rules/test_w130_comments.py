from dataclasses import replace
from io import BytesIO

import pytest
from openpyxl import Workbook, load_workbook
from openpyxl.cell import Cell
from openpyxl.comments import Comment
from reports import APPLICATIONS, balanced, both, caught, checked, made, read, silent

from govxlsx.checking import check
from govxlsx.reading.beside import notes
from govxlsx.showing.annotation import annotate
from govxlsx.workbook import Beside, BesideKind


def _comment(book: Workbook) -> None:
    book[APPLICATIONS]["D7"].comment = Comment("含上年结转 3 件", "张")


@both
def test_silent_without_comments(edition: str) -> None:
    silent(checked(balanced(edition)), "W130")


@both
def test_caught_with_its_words(edition: str) -> None:
    found = caught(checked(balanced(edition), _comment), "W130", "D7", APPLICATIONS)
    assert "含上年结转 3 件" in found.message


def _annotated(edition: str) -> Workbook:
    """Return the annotated copy of a workbook in which several sums and a cell are wrong."""
    data = balanced(edition, figures={"applications.received.total": 95})
    figure = {"applications.received.natural_person": "三件"}
    content = made(replace(data, figures={**data.figures, **figure}))
    report = read(content)
    copy = load_workbook(BytesIO(annotate(content, check(report))))
    assert any(each.comment for each in _cells(copy))
    return copy


def _cells(book: Workbook) -> list[Cell]:
    sheet = book[APPLICATIONS]
    return [each for row in sheet.iter_rows() for each in row if isinstance(each, Cell)]


def _found(book: Workbook) -> list[str]:
    saved = BytesIO()
    book.save(saved)
    outcome = check(read(saved.getvalue()))
    return [each.message for each in outcome.findings if each.code == "W130"]


@both
def test_an_annotated_copy_says_nothing_of_its_own_comments(edition: str) -> None:
    assert _found(_annotated(edition)) == []


@both
@pytest.mark.parametrize(
    "typed",
    ["\n已核对，台账就是这个数", "已核对，台账就是这个数", "已核对。不改。", "\n\n张：已核对"],
)
def test_what_a_person_typed_below_our_words_is_told(edition: str, typed: str) -> None:
    copy = _annotated(edition)
    cell = next(each for each in _cells(copy) if each.comment)
    cell.comment = Comment(cell.comment.text + typed, "张")
    (message,) = _found(copy)
    assert f"共 1 条，写着“{typed.strip()}”" in message
    assert cell.coordinate in message


@both
def test_what_a_person_typed_above_our_words_is_told(edition: str) -> None:
    copy = _annotated(edition)
    cell = next(each for each in _cells(copy) if each.comment)
    cell.comment = Comment(f"张：这里请看\n{cell.comment.text}", "张")
    (message,) = _found(copy)
    assert "写着“张：这里请看”" in message


def test_a_reply_in_a_thread_is_told_once_and_the_stand_in_is_not() -> None:
    ours = "【错误 S301】总计少 98。\n怎么办：请核对。"
    reply = Beside(BesideKind.COMMENT, (5, 9), "已核对")
    stand_in = (
        f"[线程批注]\n你的 Excel 版本可读取此线程批注。\n注释:\n    {ours}\n答复:\n    已核对"
    )
    thread = [
        Beside(BesideKind.COMMENT, (5, 9), stand_in),
        Beside(BesideKind.COMMENT, (5, 9), ours),
        reply,
    ]
    assert notes(thread) == [reply]
    (alone,) = notes(thread[:1])
    assert alone.text.endswith("已核对")


def test_a_mend_that_was_cut_is_ours_to_its_end() -> None:
    cut = "【错误 S301】总计少 98。\n怎么办：请核对。再看它下面的那一格…"
    assert notes([Beside(BesideKind.COMMENT, (5, 9), cut)]) == []
    (told,) = notes([Beside(BesideKind.COMMENT, (5, 9), cut.removesuffix("…"))])
    assert told.text == "再看它下面的那一格"


@both
def test_a_comment_lies_beside_no_cell(edition: str) -> None:
    silent(checked(balanced(edition), _comment), "W129")


def test_what_many_comments_say_alike_is_quoted_once() -> None:
    def comment(book: Workbook) -> None:
        for row in range(6, 16):
            book[APPLICATIONS][f"D{row}"].comment = Comment("原值", "张")

    found = caught(checked(balanced("2021"), comment), "W130", "D6", APPLICATIONS)
    assert found.message.startswith("D6:D15 有批注，共 10 条，写着“原值”。")
