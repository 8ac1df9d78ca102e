"""What a cell holds: only its value counts, and what its format shows of it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from properties import examples

from govxlsx.checking.refusal import sentence
from govxlsx.workbook.cells import Cell, CellKind, Sheet
from govxlsx.workbook.formats import is_date, shown_date, shown_number
from workbooks import build, readers
from workbooks.build import APPLICATIONS

SPACE = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
CELL = "D6"
FIELD = "applications.received.natural_person"


def only_cell(xml: str) -> Cell | None:
    """Return the cell that both readers make of its XML."""
    content = (
        f'<worksheet xmlns="{SPACE}"><sheetData><row r="1">{xml}</row></sheetData></worksheet>'
    ).encode()
    readers.assert_agree(content, ["甲"])
    sheet = readers.parsed(content, ["甲"])
    assert sheet is not None
    return sheet.cells.get((0, 0))


@pytest.mark.parametrize(
    "inside",
    [
        "<v>309</v><extLst><ext uri='u'><n xmlns='urn:x'>1</n></ext></extLst>",
        "<v>309</v><extLst><ext><v>1</v><c r='B1'><v>2</v></c><is><t>3</t></is></ext></extLst>",
        "<extLst><ext>1</ext></extLst><v>309</v>",
        "\n <v>309</v>\n ",
        "5<v>309</v>6",
        "<v>309</v><is> <t> </t> </is>",
    ],
)
def test_only_the_value_counts(inside: str) -> None:
    cell = only_cell(f'<c r="A1">{inside}</c>')
    assert cell is not None
    assert (cell.kind, cell.text) == (CellKind.NUMBER, "309")


@pytest.mark.parametrize("inside", [" \n ", "<v/>", "<v> \n</v>", "<v></v>", "<is> </is>"])
@pytest.mark.parametrize("kind", ["n", "s", "b", "e", "d"])
def test_white_space_around_nothing_is_nothing(inside: str, kind: str) -> None:
    assert only_cell(f'<c r="A1" t="{kind}">{inside}</c>') is None


@pytest.mark.parametrize("kind", ["str", "n", "s", "b", "e", "inlineStr"])
def test_a_formula_without_a_value_is_uncalculated(kind: str) -> None:
    cell = only_cell(f'<c r="A1" t="{kind}"><f>B1</f></c>')
    assert cell is not None
    assert (cell.kind, cell.formula) == (CellKind.UNCALCULATED, "B1")


MARKUP_COMPATIBILITY = "http://schemas.openxmlformats.org/markup-compatibility/2006"


def test_an_empty_text_is_the_result_of_a_formula() -> None:
    assert only_cell('<c r="A1" t="str"><f>B1</f><v></v></c>') == (
        CellKind.TEXT,
        "",
        "B1",
        "",
        False,
        False,
    )


@pytest.mark.parametrize(
    "xml",
    [
        "<c {}><v>11</v><v>11</v></c>",
        "<c {} t='inlineStr'><v>1</v><is><t>2</t></is></c>",
        "<c {}><v>1<x>9</x>2</v></c>",
        f"<c {{}}><mc:AlternateContent xmlns:mc='{MARKUP_COMPATIBILITY}'>"
        "<mc:Choice Requires='x'><v>9</v></mc:Choice><mc:Fallback><v>6</v></mc:Fallback>"
        "</mc:AlternateContent></c>",
    ],
)
def test_two_values_in_one_cell_are_damage(xml: str) -> None:
    error = build.refused(build.with_cells(build.clean(), APPLICATIONS, {CELL: xml}))
    assert (error.code, CELL in sentence(error)) == ("W104", True)


@pytest.mark.parametrize(("stored", "inline"), [("7", "7"), ("1.0", "1."), ("收到", "收到")])
def test_a_value_told_twice_is_one_value(stored: str, inline: str) -> None:
    cell = only_cell(f"<c r='A1' t='inlineStr'><v>{stored}</v><is><t>{inline}</t></is></c>")
    assert cell is not None
    assert (cell.kind, cell.text) == (CellKind.TEXT, inline)


def test_a_character_escaped_in_halves_is_whole() -> None:
    cell = only_cell("<c r='A1' t='str'><v>_xD842__xDFB7_字_xD842_</v></c>")
    assert cell is not None
    assert cell.text == "𠮷字"


def test_words_struck_out_and_pictures_are_known() -> None:
    runs = "<is><r><t>收到</t></r><r><rPr><strike/></rPr><t>3件</t></r></is>"
    struck = only_cell(f'<c r="A1" t="inlineStr">{runs}</c>')
    plain = only_cell(f'<c r="A1" t="inlineStr">{runs.replace("<strike/>", "<b/>")}</c>')
    styled = only_cell('<c r="A1" s="4" t="s"><v>0</v></c>')
    assert struck is not None
    assert plain is not None
    assert styled is not None
    assert (struck.text, struck.struck, plain.struck, styled.struck) == (
        "收到3件",
        True,
        False,
        True,
    )


@pytest.mark.parametrize(
    "code",
    [
        *("yyyy-mm-dd", 'yyyy"年"m"月"d"日"', "[$-804]yyyy年m月d日", "h:mm AM/PM", "[h]:mm"),
        *("mm:ss.0", "[DBNum1]m月d日", "aaaa", "上午/下午h时", "d"),
    ],
)
def test_formats_of_dates(code: str) -> None:
    assert is_date(code)


@pytest.mark.parametrize(
    "code",
    [
        *(
            "General",
            "Standard",
            "G/通用格式",
            "0日",
            "0年",
            "0月",
            "0时",
            "0.00E+00",
            "# ?/?",
            "@",
        ),
        *("", '0"d"', "0 d", "¥#,##0", "Standaard", "Estándar", '[>99]0"dm";0', "[Red]0"),
    ],
)
def test_formats_of_numbers(code: str) -> None:
    assert not is_date(code)


SHOWN = {
    ("223800", ""): "223800",
    ("59237.244900000005", ""): "59237.2449",
    ("59237.244900000005", "#,##0.00"): "59,237.24",
    ("0.985", "0.0%"): "98.5%",
    ("0.985", "0%"): "99%",
    ("0.29", "0.00%"): "29.00%",
    ("12", '0"件"'): "12件",
    ("2024", "0年"): "2024年",
    ("1.005", "0.00"): "1.01",
    ("-3", "0;(0)"): "(3)",
    ("-3", "0"): "-3",
    ("0", '0;-0;"无"'): "无",
    ("7", "000"): "007",
    ("100080", "Standard"): "100080",
    ("13800138000", "@"): "13800138000",
    ("1234.5", '"¥"#,##0.00'): "¥1,234.50",
    ("5", "0_ "): "5",
    ("0.1", "# ?/?"): None,
    ("1234567", "0.00E+00"): None,
    ("6222021234567890123", ""): None,
    ("5", "[>3]0"): None,
    ("5000", "0,"): "5",
    ("NaN", ""): None,
    ("1E400", ""): None,
}


@pytest.mark.parametrize(("stored", "code"), SHOWN)
def test_what_a_cell_shows_of_a_number(stored: str, code: str) -> None:
    assert shown_number(stored, code) == SHOWN[stored, code]


@examples(300)
@given(
    stored=st.one_of(
        st.floats(allow_nan=False).map(repr),
        st.from_regex(r"-?[0-9]{1,40}(\.[0-9]{1,40})?", fullmatch=True),
    ),
    code=st.one_of(
        st.text('0#?.,%Ee+-;@"\\\\[]<=_* ymdhsAP/:年元', max_size=60),
        st.builds(
            "{}.{}{}".format,
            st.sampled_from(["0", "#,##0"]),
            st.integers(0, 40).map("0".__mul__),
            st.sampled_from(["", "%", "万元"]),
        ),
    ),
)
def test_whatever_the_number_and_its_format_something_or_nothing_is_shown(
    stored: str, code: str
) -> None:
    for shown in (shown_number(stored, code), shown_date(stored, code, from_1904=False)):
        assert shown is None or len(shown) <= 200


DATES = {
    ("45322", 'yyyy"年"m"月"d"日"'): "2024年1月31日",
    ("45322", "yyyy/m/d"): "2024/1/31",
    ("45322", "yyyy-mm-dd"): "2024-01-31",
    ("45322.5", "yyyy/m/d h:mm"): "2024/1/31 12:00",
    ("45322.5", "[$-804]yyyy年mm月dd日;@"): "2024年01月31日",
    ("0.75", "h:mm"): None,
    ("2024-01-31", "yyyy年m月"): "2024年1月",
    ("45322", "d-mmm-yy"): None,
    ("45322", "[h]:mm"): None,
    ("45322", "aaaa"): None,
    ("99999999", "yyyy"): None,
    ("x", "yyyy"): None,
}


@pytest.mark.parametrize(("stored", "code"), DATES)
def test_what_a_cell_shows_of_a_date(stored: str, code: str) -> None:
    assert shown_date(stored, code, from_1904=False) == DATES[stored, code]


def test_dates_from_1904() -> None:
    sheet = Sheet("表", "", from_1904=True)
    sheet.cells[0, 0] = Cell(CellKind.DATE, "43860", None, "yyyy年m月d日")
    sheet.cells[0, 1] = Cell(CellKind.NUMBER, "0.985", None, "0.0%")
    sheet.cells[0, 2] = Cell(CellKind.TEXT, "甲")
    assert [sheet.shown(at) for at in sheet.cells] == ["2024年1月31日", "98.5%", "甲"]
