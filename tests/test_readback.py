import re
import zlib
from collections.abc import Callable
from contextlib import suppress
from dataclasses import replace
from io import BytesIO
from itertools import accumulate, pairwise
from zipfile import ZipFile

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st
from lxml import etree
from properties import examples
from word_reports import BOTH, W, parts, report, tampered, text_element, with_figures

from govxlsx.deflate import FAST
from govxlsx.errors import ReadBackError
from govxlsx.form.editions import editions
from govxlsx.form.sentences import LabelPath
from govxlsx.report.figure import Figure, Paragraph, State
from govxlsx.report.model import Report
from govxlsx.word import confirm
from govxlsx.word.fill import document
from govxlsx.word.labelled import figures as labelled
from govxlsx.word.labelled import labels
from govxlsx.word.matrix import blocks, main_part
from govxlsx.word.readback import differences, figure_differences
from govxlsx.word.recurring import TABLE, recalled, written

REPORT = report()
DATA = document(REPORT)
PACKED = FAST(main_part(DATA))
FIGURE = {field.id: REPORT.figures[field.id].text for field in REPORT.form.fields}

Change = Callable[[etree._Element], None]


def found(change: Change, *, of: Report = REPORT) -> list[str]:
    return differences(tampered(document(of), change), of)


def rewritten(data: bytes, old: bytes, new: bytes) -> bytes:
    """Return a document with other bytes at one place of its main part."""
    target = BytesIO()
    with ZipFile(target, "w") as package:
        for name, content in parts(data).items():
            main = name == "word/document.xml"
            assert content.count(old) == main
            package.writestr(name, content.replace(old, new) if main else content)
    return target.getvalue()


def swap(first: str, second: str) -> Change:
    def change(root: etree._Element) -> None:
        one, other = text_element(root, first), text_element(root, second)
        one.text, other.text = other.text, one.text

    return change


def put(old: str, new: str) -> Change:
    def change(root: etree._Element) -> None:
        text_element(root, old).text = new

    return change


def paragraph_of(root: etree._Element, text: str) -> etree._Element:
    return next(text_element(root, text).iterancestors(f"{W}p"))


def drop(text: str) -> Change:
    def change(root: etree._Element) -> None:
        gone = paragraph_of(root, text)
        parent = gone.getparent()
        assert parent is not None
        parent.remove(gone)

    return change


@pytest.mark.parametrize("edition", [edition.id for edition in editions()])
@pytest.mark.parametrize("draft", [False, True])
def test_a_faithful_document_has_no_differences(edition: str, draft: bool) -> None:
    assert differences(document(report(edition), draft=draft), report(edition)) == []


def test_swapped_figures_are_both_named() -> None:
    one = FIGURE["applications.received.natural_person"]
    other = FIGURE["proceedings.reconsideration.upheld"]
    assert found(swap(one, other)) == [
        f"第三部分“一、本年新收政府信息公开申请数量／自然人”：应为“{one}”，文档中是“{other}”。",
        f"第四部分“行政复议／结果维持”：应为“{other}”，文档中是“{one}”。",
    ]


def test_a_dropped_digit_is_named() -> None:
    was = FIGURE["disclosure.fees.amount"]
    assert found(put(was, was[:-1])) == [
        "第二部分“第二十条第（八）项／行政事业性收费／本年收费金额（单位：万元）”："
        f"应为“{was}”，文档中是“{was[:-1]}”。"
    ]


def test_of_figures_alone_no_text_is_told_and_each_figure_is() -> None:
    assert figure_differences(DATA, REPORT) == []
    paragraph = REPORT.narrative["overview"][0].text
    assert figure_differences(tampered(DATA, drop(paragraph)), REPORT) == []
    assert differences(tampered(DATA, drop(paragraph)), REPORT) != []
    dropped = put(FIGURE["applications.received.total"], "")
    assert figure_differences(tampered(DATA, dropped), REPORT) == found(dropped) != []


def test_an_emptied_cell_is_named() -> None:
    was = FIGURE["applications.carried_out.total"]
    (line,) = found(put(was, ""))
    assert line.endswith(f"应为“{was}”，文档中是空白。")


def test_swapped_labels_put_every_figure_of_their_rows_in_the_wrong_place() -> None:
    lines = found(swap("1.属于国家秘密", "8.属于行政查询事项"))
    assert len(lines) == 15
    assert all("属于国家秘密" in line or "属于行政查询事项" in line for line in lines[:-1])
    assert lines[-1] == "表格中各行各列的次序与格式规定的不同。"


def test_swapped_column_labels_are_found() -> None:
    assert len(found(swap("商业企业", "科研机构"))) == 2 * 25 + 1


def test_swapped_labels_are_found_where_all_figures_are_equal() -> None:
    zero = replace(REPORT, figures={field: Figure(0, None) for field in REPORT.figures})
    lines = found(swap("1.属于国家秘密", "8.属于行政查询事项"), of=zero)
    assert lines == ["表格中各行各列的次序与格式规定的不同。"]


def test_rows_that_change_places_whole_are_out_of_order() -> None:
    rows = re.findall(rb"<w:tr>.*?</w:tr>|<w:tr .*?</w:tr>", main_part(DATA))
    label = "2.其他法律行政法规禁止公开".encode()
    first, second = next(pair for pair in pairwise(rows) if label in pair[0])
    changed = rewritten(DATA, first + second, second + first)
    assert differences(changed, REPORT) == ["表格中各行各列的次序与格式规定的不同。"]


def test_a_changed_label_leaves_its_figures_unfound() -> None:
    lines = found(put("规章", "规 章"))
    assert len(lines) == 3
    assert all("文档中没有找到这一格" in line for line in lines)


def test_a_row_that_stands_twice_is_found_twice() -> None:
    def double(root: etree._Element) -> None:
        row = next(text_element(root, "四、结转下年度继续办理").iterancestors(f"{W}tr"))
        row.addnext(etree.fromstring(etree.tostring(row)))

    lines = found(double)
    assert len(lines) == 7
    assert all(line.endswith("文档中有2格。") for line in lines)


@BOTH
@examples(10)
@given(data=st.data())
def test_a_row_of_figures_that_is_lost_or_stands_twice_is_found(edition, data) -> None:
    def change(root: etree._Element) -> None:
        figures = root.iterfind(f".//{W}pStyle[@{W}val='TableFigure']")
        rows = dict.fromkeys(next(each.iterancestors(f"{W}tr")) for each in figures)
        row = data.draw(st.sampled_from(list(rows)))
        if data.draw(st.booleans()):
            row.addnext(etree.fromstring(etree.tostring(row)))
        else:
            row.getparent().remove(row)

    assert found(change, of=report(edition))


@examples(20)
@given(data=st.data())
def test_a_character_that_is_lost_or_another_is_found_in_every_text(data) -> None:
    def change(root: etree._Element) -> None:
        texts = [each for each in root.iterfind(f"{W}body/{W}p/{W}r/{W}t") if each.text]
        text = data.draw(st.sampled_from(texts))
        at = data.draw(st.integers(0, len(text.text) - 1))
        other = data.draw(st.sampled_from(["", "字", text.text[at] * 2]))
        text.text = text.text[:at] + other + text.text[at + 1 :]

    assert found(change)


@examples(40)
@given(at=st.integers(0, len(PACKED) - 1), bits=st.integers(1, 255))
def test_what_is_damaged_once_it_is_packed_is_not_delivered(at, bits) -> None:
    damaged = bytearray(PACKED)
    damaged[at] ^= bits
    with suppress(zlib.error):  # a bit may mean nothing
        assume(zlib.decompressobj(-zlib.MAX_WBITS).decompress(damaged) != main_part(DATA))
    data = DATA.replace(PACKED, bytes(damaged))
    assert differences(data, REPORT) == ["文档的压缩包不完整，读不出来。"]


def test_a_missing_table_is_missed() -> None:
    def remove(root: etree._Element) -> None:
        table = next(root.iter(f"{W}tbl"))
        root[0].remove(table)

    lines = found(remove)
    assert sum("没有找到" in line for line in lines) == 10
    assert lines[-1] == "文字“（表格）”：次序不对。"


@pytest.mark.parametrize(
    "text",
    [
        "永宁市档案局",
        "二、主动公开政府信息情况",
        "注：含下属单位。",
        "（一）主动公开",
        "没有收费。",
    ],
)
def test_a_dropped_paragraph_is_named(text: str) -> None:
    assert found(drop(text)) == [f"文字“{text}”：文档中没有。"]


def test_a_dropped_run_is_named_with_its_paragraph() -> None:
    lines = found(put("全年新收申请3件。", "全年新收申请件。"))
    assert lines == [
        "文字“（二）依申请公开。全年新收申请3件。”：文档中没有。",
        "文字“（二）依申请公开。全年新收申请件。”：文档中多出。",
    ]


def test_a_moved_paragraph_is_out_of_order() -> None:
    def move(root: etree._Element) -> None:
        root[0].insert(0, paragraph_of(root, "下一步改进。"))

    assert found(move) == ["文字“下一步改进。”：次序不对。"]


def test_an_added_paragraph_is_named() -> None:
    def add(root: etree._Element) -> None:
        copy = etree.fromstring(etree.tostring(paragraph_of(root, "没有收费。")))
        next(copy.iter(f"{W}t")).text = "多余的话。"
        root[0].insert(0, copy)

    assert found(add) == ["文字“多余的话。”：文档中多出。"]


def test_figures_that_look_like_labels_are_still_figures() -> None:
    odd = with_figures(
        REPORT,
        applications__received__natural_person=Figure(None, None, "其他", State.TEXT),
        proceedings__reconsideration__upheld=Figure(None, None, "结果维持", State.TEXT),
        disclosure__regulations__issued=Figure(None, None, "规章", State.TEXT),
    )
    assert differences(document(odd, draft=True), odd) == []
    was = FIGURE["disclosure.fees.amount"]
    assert len(found(put(was, was[:-1]), of=odd)) == 1


def test_a_document_of_another_report_differs() -> None:
    other = replace(REPORT, year=2025, notes={"二": Paragraph("别的注。")})
    lines = differences(DATA, other)
    assert "文字“2025年政府信息公开工作年度报告”：文档中没有。" in lines
    assert "文字“注：含上年度结转数量。”：文档中多出。" in lines


def test_nothing_is_delivered_that_differs() -> None:
    one, other = FIGURE["disclosure.fees.amount"], FIGURE["disclosure.licensing.decisions"]
    with pytest.raises(ReadBackError, match=r"没有交付：第二部分.*行政许可"):
        confirm(tampered(DATA, swap(one, other)), REPORT)


def test_an_error_names_the_first_differences_and_counts_them_all() -> None:
    with pytest.raises(ReadBackError, match=r"共有 51 处不同。$"):
        confirm(tampered(DATA, swap("商业企业", "科研机构")), REPORT)


@examples(40)
@given(
    field=st.sampled_from(REPORT.form.fields),
    value=st.integers(-(10**9), 10**12) | st.decimals(0, 10**6, places=4) | st.none(),
    change=st.booleans(),
)
def test_any_changed_figure_is_found_and_no_other(field, value, change) -> None:
    changed = replace(REPORT, figures={**REPORT.figures, field.id: Figure(value, None)})
    lines = differences(document(changed), REPORT if change else changed)
    same = not change or changed.figures[field.id].text == FIGURE[field.id]
    assert len(lines) == (0 if same else 1)


HARD = (
    Figure(None, None, state=State.BLANK),
    Figure(None, None, "22（含3件）", State.ANNOTATED),
    Figure(None, None, "a\tb\n c", State.TEXT),
    Figure(None, None, " \"' ", State.TEXT),
    Figure(None, None, "\U000f0000\U000f0001", State.TEXT),
    Figure(None, None, "#REF!", State.ERROR),
    Figure(None, None, "#NAME?", State.ERROR),
    Figure(None, None, "规章", State.TEXT),
    Figure(123_456_789_012, None),
    Figure(-1, None),
)


def anew(xml: bytes, of: Report) -> tuple[list[str], list[tuple[LabelPath, str]]]:
    """Return what the parser finds: the texts, and each figure with its labels."""
    read, form = list(blocks(xml)), labels(of.edition)
    texts = [each if isinstance(each, str) else TABLE for each in read]
    matrices = [each for each in read if not isinstance(each, str)]
    pairs = dict.fromkeys(pair for each in matrices for pair in labelled(each, form))
    return texts, [(path, cell.text) for path, cell in pairs]


def again(xml: bytes, of: Report) -> tuple[list[str], list[tuple[LabelPath, str]]] | None:
    """Return what is known of a document that recurs; None where it must be parsed."""
    form = labels(of.edition)
    printed = [of.printed[each] for each in of.form.field_by_id]
    figures = written(printed, form)
    found = figures and recalled(xml, form, figures)
    return found and (found.texts, [(form.order[at], printed[at]) for at in found.places])


@BOTH
@examples(25)
@given(data=st.data())
def test_what_recurs_is_read_as_if_it_were_new(edition, data) -> None:
    plain = report(edition)
    chosen = data.draw(st.dictionaries(st.sampled_from(list(plain.figures)), st.sampled_from(HARD)))
    changed = replace(plain, figures={**plain.figures, **chosen})
    made = main_part(document(changed))
    found = again(made, changed)
    assert chosen or found
    assert found is None or found == anew(made, changed)


PIECES = re.findall(rb"<[^>]*>|[^<]+", main_part(DATA))
DEPTHS = accumulate(
    ((each == b"<w:tbl>") - (each == b"</w:tbl>") for each in PIECES[:-1]), initial=0
)
OUTSIDE = [place for place, depth in enumerate(DEPTHS) if depth == 0]
ADDED = (
    *(b"", b"7", b"&#55;", b"\r", b"<w:tab/>", b"<w:br/>", b"<w:t/>", b"<w:t>7</w:t>"),
    *(b"<w:p>", b"</w:p>", b"<w:p/>", b"<w:r>", b"</w:r>", b"</w:r></w:p><w:p><w:r>", b"</w:body>"),
    *(b"<!--", b"-->", b"<!-- -->", b"<![CDATA[", b"]]>", b"<?x", b"?>", b"<w:tbl></w:tbl>"),
    *(b'<w:p xmlns:w="other">', b"<p>", b"</p>", b"<w:tbl>", b"</w:tbl>", "\U000f0000".encode()),
)


@examples(100)
@given(
    at=st.sampled_from(OUTSIDE) | st.integers(0, len(PIECES)),
    length=st.integers(0, 12),
    added=st.lists(st.sampled_from(ADDED) | st.sampled_from(PIECES), max_size=3),
    repeated=st.booleans(),
)
def test_whatever_is_done_to_a_document_it_is_read_as_if_it_were_new(
    at, length, added, repeated
) -> None:
    rest = PIECES[at:] if repeated else PIECES[at + length :]
    xml = b"".join((*PIECES[: at + length * repeated], *added, *rest))
    found = None
    with suppress(ValueError, etree.XMLSyntaxError):
        found = again(xml, REPORT)
    assert found is None or found == anew(xml, REPORT)


def test_a_figure_is_found_wrong_however_often_its_table_was_read() -> None:
    was = FIGURE["applications.carried_out.total"]
    expected = found(put(was, "7"))
    assert len(expected) == 1
    for _ in range(3):
        assert differences(DATA, REPORT) == []
        assert found(put(was, "7")) == expected


def test_a_cell_that_is_merged_away_is_found() -> None:
    was = FIGURE["applications.carried_out.total"]

    def merge(root: etree._Element) -> None:
        cell = next(text_element(root, was).iterancestors(f"{W}tc"))
        etree.SubElement(cell[0], f"{W}vMerge")

    (line,) = found(merge)
    assert line.startswith("第三部分“四、结转下年度继续办理／总计”：应为“" + was)


def test_a_figure_in_a_comment_is_not_there() -> None:
    was = FIGURE["applications.carried_out.total"]

    def hide(root: etree._Element) -> None:
        text = text_element(root, was)
        run = text.getparent()
        assert run is not None
        run.replace(text, etree.Comment(etree.tostring(text).decode()))

    (line,) = found(hide)
    assert line.endswith(f"应为“{was}”，文档中是空白。")


@pytest.mark.parametrize("text", [b"1&2", b"1\0", b"\x01", b"\xff", b"]]>", b"&#0;", b"<w:br>"])
def test_text_that_no_xml_can_hold_is_not_delivered(text: bytes) -> None:
    was = FIGURE["applications.carried_out.total"].encode()
    data = rewritten(DATA, b">" + was + b"<", b">" + was + text + b"<")
    assert differences(data, REPORT) == ["文档的正文不是完整的 XML，读不出来。"]


def test_a_figure_may_be_written_with_references() -> None:
    was = FIGURE["applications.carried_out.total"].encode()
    written = b"".join(b"&#%d;" % each for each in was)
    assert differences(rewritten(DATA, b">" + was + b"<", b">" + written + b"<"), REPORT) == []


@pytest.mark.parametrize("text", ["<b>", "1&2", "<!--", "]]>", "\x01"])
def test_what_is_no_plain_text_is_left_to_the_parser(text: str) -> None:
    odd = with_figures(REPORT, disclosure__fees__amount=Figure(None, None, text, State.TEXT))
    made = document(odd, draft=True)
    assert differences(made, odd) == []
    assert len(differences(made, REPORT)) == 1


def test_a_label_in_two_pieces_is_still_that_label() -> None:
    def split(root: etree._Element) -> None:
        text = text_element(root, "规章")
        text.text = "规"
        rest = etree.Element(f"{W}t")
        rest.text = "章"
        text.addnext(rest)

    assert found(split) == []


@pytest.mark.parametrize(
    ("length", "shown"),
    [(1, "字"), (24, "字" * 24), (25, f"{'字' * 23}…"), (60, f"{'字' * 23}…")],
)
def test_a_long_text_is_quoted_by_its_beginning(length: int, shown: str) -> None:
    was = REPORT.narrative["other"][0].text
    assert found(put(was, "字" * length))[-1] == f"文字“{shown}”：文档中多出。"


def test_in_a_long_report_that_repeats_itself_only_what_differs_is_named() -> None:
    repeated = tuple(Paragraph("同上。") for _ in range(250))
    one = (*repeated[:120], Paragraph("独此一段。"), *repeated[120:])
    of = replace(REPORT, narrative={**REPORT.narrative, "other": one})
    assert found(put("独此一段。", "别的一段。"), of=of) == [
        "文字“独此一段。”：文档中没有。",
        "文字“别的一段。”：文档中多出。",
    ]
