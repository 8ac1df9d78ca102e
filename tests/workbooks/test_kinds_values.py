"""What stands in the cells of figures: numbers in every spelling, and what is none."""

import re
from decimal import Decimal

import pytest

from govxlsx.report.figure import Number, State
from workbooks import build
from workbooks.build import APPLICATIONS, DISCLOSURE

FIELD = "applications.received.natural_person"
CELL = "D6"
MONEY = "disclosure.fees.amount"


def with_text(text: str) -> bytes:
    return build.with_cells(build.clean(), APPLICATIONS, {CELL: build.text_cell(text)})


def with_number(text: str) -> bytes:
    return build.with_cells(build.clean(), APPLICATIONS, {CELL: build.number_cell(text)})


CONVERTED: dict[str, Number] = {
    "１２": 12,
    "－5": -5,
    "−5": -5,
    "+7": 7,
    "1,234": 1234,
    "１，２３４": 1234,
    "1,234,567": 1_234_567,
    "1 234": 1234,
    "12 件": 12,
    "12件": 12,
    " 12 ": 12,
    "0012": 12,
    "12.0": 12,
    "\u00a012\u3000": 12,
    "12\u200b": 12,
}
TEXTS = [
    "①",
    "²",
    "约30",
    "十二",
    "12,34",
    "1,2345",
    "1e3",
    "0x1F",
    "3-1",
    "12/13",
    "12+3",
    "=3+4",
    "1_000",
    "TRUE",
    "NaN件",
    "９９①",
    "1" * 60,
    "数据见附件",
    "{cell}",
]
ANNOTATED = ["22（其中修订16件）", "12(含结转)", "5【补】"]
BLANK = ["", " ", "\u00a0", "\u3000", "\u200b", "\t", "\ufeff", " \u3000\n", "&#13;"]
MARKS = ["无", "—", "-", "/", "N/A", "NA", "null", "None", "——", "Ｎ／Ａ", "nan", "－"]
ERRORS = ["#REF!", "#DIV/0!", "#NAME?", "#VALUE!", "#N/A", "#NUM!", "#NULL!"]


@pytest.mark.parametrize("text", CONVERTED)
def test_convertible_text(text: str) -> None:
    report, outcome = build.examined(with_text(text))
    figure = report.figures[FIELD]
    assert (figure.value, figure.state, figure.raw) == (CONVERTED[text], State.CONVERTED, text)
    assert isinstance(figure.value, int)
    finding = build.only(outcome, "V205")
    assert (finding.sheet, finding.cell, finding.severity) == (APPLICATIONS, CELL, "info")
    assert (finding.field, finding.found) == (FIELD, CONVERTED[text])
    assert text in finding.message
    broken = build.only(outcome, "S301")
    right = build.balanced()
    parts = sum(
        int(right[key])
        for key in right
        if key.startswith("applications.received.") and key not in (FIELD, f"{FIELD[:-14]}total")
    )
    assert broken.expected == parts + CONVERTED[text]


@pytest.mark.parametrize("text", TEXTS)
def test_text_that_is_no_number(text: str) -> None:
    report, outcome = build.examined(with_text(text))
    assert report.figures[FIELD].value is None
    finding = build.only(outcome, "V204")
    assert (finding.sheet, finding.cell, finding.found) == (APPLICATIONS, CELL, text)
    assert text in finding.message
    assert finding.severity == "error"
    assert "S301" not in build.codes(outcome)


@pytest.mark.parametrize("text", ANNOTATED)
def test_number_with_a_remark(text: str) -> None:
    report, outcome = build.examined(with_text(text))
    assert report.figures[FIELD].value is None
    assert build.only(outcome, "V206").cell == CELL
    assert text in build.only(outcome, "V206").message


@pytest.mark.parametrize("text", BLANK)
def test_white_space_is_blank(text: str) -> None:
    text = text.replace("&#13;", "_x000D_")
    report, outcome = build.examined(with_text(text))
    assert report.figures[FIELD].value is None
    assert report.figures[FIELD].state is State.BLANK
    assert build.only(outcome, "V201").cell == CELL
    assert {"V203", "V204"}.isdisjoint(build.codes(outcome))


@pytest.mark.parametrize("space", [" ", "\u00a0", "\u3000", "\u200b", "\t", "_x000D_"])
def test_white_space_around_labels(space: str) -> None:
    data = build.clean()
    parts = build.unpack(data)
    parts[build.STRINGS] = re.sub(
        rb"<t(?: [^>]*)?>([^<]{1,60})</t>",
        lambda found: (
            b'<t xml:space="preserve">' + space.encode() + found[1] + space.encode() + b"</t>"
        ),
        parts[build.STRINGS],
    )
    assert build.codes(build.same(build.pack(parts))) == []


@pytest.mark.parametrize("mark", MARKS)
def test_marks_for_blank(mark: str) -> None:
    report, outcome = build.examined(with_text(mark))
    assert report.figures[FIELD].value is None
    finding = build.only(outcome, "V203")
    assert (finding.sheet, finding.cell, finding.found) == (APPLICATIONS, CELL, mark)
    assert f"“{mark}”" in finding.message
    assert finding.severity == "warning"


@pytest.mark.parametrize(
    "where", ["applications.received.enterprise", "applications.received.total"]
)
@pytest.mark.parametrize("text", ERRORS)
@pytest.mark.parametrize("kind", ["error", "text", "formula"])
def test_error_values(where: str, text: str, kind: str) -> None:
    cell = {
        "error": f'<c {{}} t="e"><v>{text}</v></c>',
        "text": build.text_cell(text),
        "formula": f'<c {{}} t="e"><f>SUM(别处!A1)</f><v>{text}</v></c>',
    }[kind]
    report, outcome = build.examined(
        build.with_cells(build.clean(), APPLICATIONS, {build.at(where): cell})
    )
    assert report.figures[where].value is None
    finding = build.only(outcome, "V210")
    assert (finding.sheet, finding.cell, finding.found) == (APPLICATIONS, build.at(where), text)
    assert outcome.rules.not_run["S301"]


@pytest.mark.parametrize(
    ("stored", "value"),
    [
        ("11.9999999999", 12),
        ("12.0000000001", 12),
        ("-1E-10", 0),
        ("11.999999999999998", 12),
    ],
)
def test_noise_of_calculation(stored: str, value: int) -> None:
    report, outcome = build.examined(with_number(stored))
    figure = report.figures[FIELD]
    assert (figure.value, isinstance(figure.value, int)) == (value, True)
    assert "V208" not in build.codes(outcome)


def test_noise_is_noted_where_it_is_read_as_a_whole_number() -> None:
    finding = build.only(build.examined(with_number("11.9999999999"))[1], "V205")
    assert (finding.cell, finding.found) == (CELL, 12)
    assert "11.9999999999" in finding.message


@pytest.mark.parametrize("stored", ["1.5", "0.30000000000000004", "12.001"])
def test_fraction_in_a_count(stored: str) -> None:
    _, outcome = build.examined(with_number(stored))
    finding = build.only(outcome, "V208")
    assert (finding.sheet, finding.cell, finding.severity) == (APPLICATIONS, CELL, "error")


@pytest.mark.parametrize(
    ("stored", "value"),
    [
        ("0.30000000000000004", Decimal("0.3")),
        ("72701.2578", Decimal("72701.2578")),
        ("72701.257800000007", Decimal("72701.2578")),
        ("1.5", Decimal("1.5")),
        ("1E2", 100),
    ],
)
def test_money_is_decimal(stored: str, value: Number) -> None:
    data = build.with_cells(build.clean(), DISCLOSURE, {build.at(MONEY): build.number_cell(stored)})
    report, outcome = build.examined(data)
    assert report.figures[MONEY].value == value
    assert build.codes(outcome) == []


@pytest.mark.parametrize("text", ["12元", "12 万元", "1,234.50"])
def test_money_as_text(text: str) -> None:
    data = build.with_cells(build.clean(), DISCLOSURE, {build.at(MONEY): build.text_cell(text)})
    report, outcome = build.examined(data)
    value = {"12元": Decimal("0.0012"), "12 万元": 12, "1,234.50": Decimal("1234.5")}[text]
    assert report.figures[MONEY].value == value
    assert set(build.codes(outcome)) <= {"V205", "V209"}
    assert text in outcome.findings[0].message


@pytest.mark.parametrize(
    "stored", ["NaN", "INF", "Infinity", "-Infinity", "1_000", "1E9999", "１２"]
)
def test_numbers_that_are_none(stored: str) -> None:
    report, outcome = build.examined(with_number(stored))
    assert report.figures[FIELD].value is None
    finding = build.only(outcome, "V204")
    assert (finding.cell, finding.found) == (CELL, stored)


def test_huge_number_is_doubted() -> None:
    _, outcome = build.examined(with_number("1E300"))
    assert build.only(outcome, "V214").cell == CELL


@pytest.mark.parametrize("stored", ["1", "0"])
def test_boolean(stored: str) -> None:
    cell = f'<c {{}} t="b"><v>{stored}</v></c>'
    report, outcome = build.examined(build.with_cells(build.clean(), APPLICATIONS, {CELL: cell}))
    finding = build.only(outcome, "V213")
    assert (finding.sheet, finding.cell) == (APPLICATIONS, CELL)
    assert finding.found == ("TRUE" if stored == "1" else "FALSE")
    assert report.figures[FIELD].value is None


def test_date_made_of_a_typed_dash() -> None:
    def change(book: object) -> None:
        cell = book[APPLICATIONS][CELL]  # type: ignore[index]
        cell.value, cell.number_format = 45_717, 'm"月"d"日"'

    report, outcome = build.examined(build.changed(build.clean(), change))
    finding = build.only(outcome, "V213")
    assert (finding.cell, finding.found) == (CELL, "45717")
    assert report.figures[FIELD].value is None
    iso = build.with_cells(build.clean(), APPLICATIONS, {CELL: '<c {} t="d"><v>2025-03-01</v></c>'})
    assert build.only(build.examined(iso)[1], "V213").found == "2025-03-01"


@pytest.mark.parametrize(
    "number_format",
    [
        "0日",
        "0年",
        "Standard",
        '0"件"',
        "[Red]-0;0",
        "#,##0_);(#,##0)",
        "0_ ",
        "G/通用格式",
        '[>99]0"dm";0',
        "@",
    ],
)
def test_number_formats_that_are_no_dates(number_format: str) -> None:
    def change(book: object) -> None:
        book[APPLICATIONS][CELL].number_format = number_format  # type: ignore[index]

    assert build.codes(build.same(build.changed(build.clean(), change))) == []


def test_constant_pasted_over_a_total() -> None:
    right = build.balanced()["applications.denied.state_secret.total"]
    cell = build.at("applications.denied.state_secret.total")
    data = build.with_cells(build.clean(), APPLICATIONS, {cell: build.number_cell("1")})
    finding = build.only(build.examined(data)[1], "S301")
    assert (finding.sheet, finding.cell) == (APPLICATIONS, cell)
    assert (finding.found, finding.expected) == (1, right)
    assert finding.field == "applications.denied.state_secret.total"


def test_text_pasted_into_figures_without_validation() -> None:
    cells = {f"{column}9": build.text_cell(f"见{column}") for column in "DEFGHI"}
    data = build.with_cells(build.clean(), APPLICATIONS, cells)
    data = build.edited(
        data,
        build.part(APPLICATIONS),
        lambda content: re.sub(rb"<dataValidations.*?</dataValidations>", b"", content),
    )
    _, outcome = build.examined(data)
    found = [each for each in outcome.findings if each.code == "V204"]
    assert [each.cell for each in found] == list(cells)
    assert [each.found for each in found] == [f"见{column}" for column in "DEFGHI"]


@build.BOTH
def test_totals_never_calculated(edition: str) -> None:
    data = build.without_totals(edition)
    parts = build.unpack(data)
    for name in parts:
        if name.startswith("xl/worksheets/sheet"):
            parts[name] = re.sub(rb"</f><v>[^<]*</v>", b"</f>", parts[name])
    outcome = build.same(build.pack(parts), edition)
    assert set(build.codes(outcome)) == {"V212"}
    assert outcome.status == "ok"
    finding = next(each for each in outcome.findings if each.field == "applications.received.total")
    assert finding.cell == build.at("applications.received.total", edition)
    assert finding.found == build.balanced(edition)["applications.received.total"]


@pytest.mark.parametrize(
    "formula",
    [
        "D6+E6+F6+G6+H6+I6",
        "+$D$6+E6+SUM(F6:I6)",
        "SUM(D6:F6) + SUM(G6, H6:I6)",
        "sum(D6,E6,F6,G6,H6,I6)",
    ],
)
def test_a_total_added_up_in_another_way_is_calculated_all_the_same(formula: str) -> None:
    for stored, code in (("", "V212"), ("<v>0</v>", "V215")):
        cell = f"<c {{}}><f>{formula}</f>{stored}</c>"
        data = build.with_cells(build.clean(), APPLICATIONS, {"J6": cell})
        assert build.codes(build.same(data)) == [code]


@pytest.mark.parametrize(
    "formula",
    [
        *("SUM(D6:H6)", "D6+E6", "VLOOKUP(1,别处!A:B,2)", "", "SUM(D6:I6)*1"),
        *("SUM(D6:I6)+D6", "SUM(D6:I6,D6)", "D6+E6+F6+G6+H6+I7", "SUM(D6:I6)+", "SUM()"),
    ],
)
def test_other_formula_never_calculated(formula: str) -> None:
    data = build.with_cells(build.clean(), APPLICATIONS, {"J6": f"<c {{}}><f>{formula}</f></c>"})
    report, outcome = build.examined(data)
    assert report.figures["applications.received.total"].value is None
    finding = build.only(outcome, "V211")
    assert (finding.sheet, finding.cell, finding.severity) == (APPLICATIONS, "J6", "error")
    assert "保存" in finding.fix


def test_formula_with_its_result_is_a_number() -> None:
    right = build.balanced()["applications.received.total"]
    cell = f"<c {{}}><f>SUM(D6:H6)+I6</f><v>{right}</v></c>"
    assert (
        build.codes(build.same(build.with_cells(build.clean(), APPLICATIONS, {"J6": cell}))) == []
    )


def test_every_path_reads_the_same() -> None:
    """As stored number, as shared text and as inline text, a figure is the same figure."""
    shared = build.clean(changes={FIELD: "１２"})
    assert build.read(shared).figures[FIELD] == build.read(with_text("１２")).figures[FIELD]
    pretty = build.with_cells(
        build.clean(),
        APPLICATIONS,
        {CELL: '<c {} t="inlineStr">\n <is>\n  <r><t>1</t></r>\n  <r><t>2</t></r>\n </is>\n</c>'},
    )
    assert build.read(pretty).figures[FIELD].raw == "12"


@pytest.mark.parametrize("shared", [True, False])
def test_a_raised_digit_is_a_note_and_no_digit(shared: bool) -> None:
    runs = '<r><t>1</t></r><r><rPr><vertAlign val="superscript"/></rPr><t>2</t></r><r><t>件</t></r>'
    if shared:
        data = build.replaced(
            build.clean(), build.STRINGS, b"</sst>", f"<si>{runs}</si></sst>".encode()
        )
        number = len(re.findall(rb"<si>", build.unpack(data)[build.STRINGS])) - 1
        data = build.with_cells(data, APPLICATIONS, {CELL: f'<c {{}} t="s"><v>{number}</v></c>'})
    else:
        cell = f'<c {{}} t="inlineStr"><is>{runs}</is></c>'
        data = build.with_cells(build.clean(), APPLICATIONS, {CELL: cell})
    report, outcome = build.examined(data)
    assert report.figures[FIELD].value is None
    assert build.only(outcome, "V204").found == "1²件"
