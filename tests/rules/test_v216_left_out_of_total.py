import re
from io import BytesIO
from zipfile import ZipFile

from reports import APPLICATIONS, CONCLUDED, PROCEEDINGS, both, caught, check_of, figures, silent
from stored import computed, edited
from workbooks import build
from workbooks.build import part


@both
def test_silent_without_text(edition: str) -> None:
    silent(check_of(computed(edition)), "V216")


@both
def test_one_message_at_the_text(edition: str) -> None:
    outcome = check_of(_without(computed(edition), "D6", "J6"))
    found = caught(outcome, "V216", "D6", APPLICATIONS)
    assert found.cells == ("D6", "J6")
    assert "不要改 J6" in found.fix
    silent(outcome, "V205")
    silent(outcome, "V215")
    silent(outcome, "S301")


@both
def test_what_totals_of_totals_have_left_out(edition: str) -> None:
    row = CONCLUDED[edition]
    totals = ("J10", f"D{row}", f"J{row}")
    outcome = check_of(_without(computed(edition), "D10", *totals))
    assert caught(outcome, "V216", "D10").cells == ("D10", *totals)
    silent(outcome, "V215")


@both
def test_a_blank_beside_the_text_counts_as_nothing(edition: str) -> None:
    content = edited(computed(edition), APPLICATIONS, _cell("E6"), rb"<c\1/>")
    less = int(figures(edition)["applications.received.enterprise"] or 0)
    outcome = check_of(_without(content, "D6", "J6", less=less))
    assert caught(outcome, "V216", "D6").cells == ("D6", "J6")


@both
def test_a_text_of_0_in_another_table_is_told_for_itself(edition: str) -> None:
    text = rb'<c\1 t="inlineStr"><is><t>\3</t></is></c>'
    content = edited(computed(edition), APPLICATIONS, _cell("D8"), text)
    content = edited(content, PROCEEDINGS, _cell("A6"), text)
    outcome = check_of(_without(content, "D6", "J6"))
    assert "D8" in caught(outcome, "V216", "D6", APPLICATIONS).cells
    assert caught(outcome, "V205", "A6", PROCEEDINGS).cells == ("A6",)


@both
def test_a_result_that_is_old_besides_is_not_the_texts(edition: str) -> None:
    outcome = check_of(_without(computed(edition), "D6", "J6", less=1))
    assert caught(outcome, "V215", "J6", APPLICATIONS).cells == ("J6",)
    silent(outcome, "V216")


def _cell(address: str) -> re.Pattern[bytes]:
    """Match a number's cell: its attributes, its formula, its number."""
    return re.compile(rb'<c( r="%s"[^>]*)>(<f>[^<]*</f>)?<v>(\d+)</v></c>' % address.encode())


def _without(content: bytes, cell: str, *totals: str, less: int = 0) -> bytes:
    """Make a number a text, and totals what a spreadsheet then stores, or ``less`` than that."""
    with ZipFile(BytesIO(content)) as package:
        sheet = package.read(part(APPLICATIONS))
    found = {each: _cell(each).search(sheet) for each in (cell, *totals)}
    numbers = {each: int(match[3]) for each, match in found.items() if match is not None}
    text = rb'<c\1 t="inlineStr"><is><t>\3</t></is></c>'
    content = edited(content, APPLICATIONS, _cell(cell), text)
    for total in totals:
        rest = str(numbers[total] - numbers[cell] - less).encode()
        content = edited(content, APPLICATIONS, _cell(total), rb"<c\1>\2<v>" + rest + b"</v></c>")
    return content


@both
def test_zeros_beside_them_are_the_same_finding_and_the_unit_goes_at_one_go(edition: str) -> None:
    content = computed(edition)
    cells = {
        f"{column}6": build.text_cell(f"{value}件")
        for column, value in zip("DEFGHI", (4, *[0] * 5), strict=True)
    }
    total = "<c {}><f>SUM(D6:I6)</f><v>0</v></c>"
    outcome = check_of(build.with_cells(content, APPLICATIONS, {**cells, "J6": total}))
    found = caught(outcome, "V216", "D6", APPLICATIONS)
    assert set(cells) <= set(found.cells)
    assert "把“件”全部替换成空" in found.fix
    silent(outcome, "V205")
