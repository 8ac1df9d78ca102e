"""Whatever is done to a workbook, it is read and checked, or refused in one sentence.

A short run is part of the tests, ``make fuzz`` is a long one; what it finds is kept in FOUND.
"""

import re
from collections.abc import Callable
from functools import cache

import pytest
from hypothesis import given
from hypothesis import strategies as st
from properties import examples
from workbooks import build

from govxlsx.addresses import address, area, position
from govxlsx.checking import check
from govxlsx.checking.refusal import sentence
from govxlsx.errors import UnusableWorkbookError
from govxlsx.reading import read_bytes

fuzzed = examples(60)

SEEDS: dict[str, Callable[[], bytes]] = {
    "2019": lambda: build.clean("2019"),
    "2021": lambda: build.clean("2021"),
    "sums": lambda: build.without_totals("2021"),
}
TOKENS = [
    *(
        b"<",
        b">",
        b"/>",
        b"</c>",
        b"<c>",
        b"<row>",
        b"</row>",
        b'"',
        b"&",
        b"&amp;",
        b"]]>",
        b"<!--",
    ),
    *(
        b"&#0;",
        b"&#xD800;",
        b"<![CDATA[",
        b"<?x?>",
        b"\x00",
        b"\xff",
        b"\xed\xa0\x80",
        b"\xef\xbb\xbf",
    ),
    *(b' t="s"', b' t="e"', b' t="b"', b' t="d"', b' t="str"', b' t="inlineStr"', b' r="A1"'),
    *(b"-1", b"0", b"99999", b"1E308", b"NaN", b"1e-400", b"_x000B_", b"_xD800_", b"2147483648"),
    *(b"XFD1048576", b"#REF!", b"<f>SUM(A1:XFD1048576)</f>", b"<v/>", b"<is><t>x</t></is>"),
    *(
        b"<rPh>",
        b"</rPh>",
        b' hidden="1"',
        b' state="veryHidden"',
        "（七）总计".encode(),
        "备注".encode(),
    ),
    *(
        b"../",
        b"xmlns",
        b"<!DOCTYPE x>",
        b"\xef\xbc\x91",
        "１２".encode(),
        "约3".encode(),
        b"2021.1",
    ),
]


@cache
def seed(name: str) -> bytes:
    return SEEDS[name]()


@cache
def parts_of(name: str) -> dict[str, bytes]:
    return build.unpack(seed(name))


def assert_survives(data: bytes, name: str = "年报.xlsx") -> bool:
    """Read and check a workbook; tell whether it was read. Any other exception is a fault."""
    try:
        report = read_bytes(data, name)
    except UnusableWorkbookError as error:
        said = sentence(error)
        assert re.fullmatch(r"W10\d", error.code)
        assert said.endswith("。")
        assert "\n" not in said
        said.encode()
        return False
    outcome = check(report)
    for finding in outcome.findings:
        (finding.message + finding.fix + str(finding.found)).encode()
        for cell in finding.cells:
            position(cell)
    assert set(report.figures) == set(report.form.field_by_id)
    return True


mutations = st.lists(
    st.tuples(
        st.sampled_from(["flip", "cut", "insert", "repeat", "end"]),
        st.floats(0, 1, exclude_max=True),
        st.integers(0, 255),
        st.one_of(st.sampled_from(TOKENS), st.binary(max_size=8)),
    ),
    min_size=1,
    max_size=6,
)
Mutations = list[tuple[str, float, int, bytes]]


def mutated(data: bytes, changes: Mutations) -> bytes:
    for kind, place, number, token in changes:
        at = int(place * len(data))
        if kind == "flip" and data:
            data = data[:at] + bytes([data[at] ^ (number or 1)]) + data[at + 1 :]
        elif kind == "cut":
            data = data[:at] + data[at + number :]
        elif kind == "insert":
            data = data[:at] + token + data[at:]
        elif kind == "repeat":
            data = data[:at] + data[at : at + number] * 2 + data[at + number :]
        elif kind == "end" and number < 16:
            data = data[:at]
    return data


@fuzzed
@given(st.sampled_from(sorted(SEEDS)), mutations)
def test_bytes_of_the_file(name: str, changes: Mutations) -> None:
    assert_survives(mutated(seed(name), changes))


@fuzzed
@given(st.sampled_from(sorted(SEEDS)), st.data())
def test_bytes_of_one_part(name: str, data: st.DataObject) -> None:
    parts = dict(parts_of(name))
    part = data.draw(st.sampled_from(sorted(each for each in parts if each.startswith("xl/"))))
    parts[part] = mutated(parts[part], data.draw(mutations))
    assert_survives(build.pack(parts))


CELL = re.compile(r'<c r="([A-Z]+[0-9]+)"([^>]*?)(?:/>|>(.*?)</c>)')
ADDRESSES = st.builds(address, st.integers(0, 40), st.integers(0, 17)) | st.just("XFD1048576")
VALUES = st.one_of(
    st.integers(-5, 10**12).map(lambda number: f"<v>{number}</v>"),
    st.floats().map(lambda number: f"<v>{number!r}</v>"),
    st.decimals(places=4, allow_nan=False, allow_infinity=False).map(lambda each: f"<v>{each}</v>"),
    st.sampled_from([each.decode() for each in TOKENS if each.isascii() and each.isalnum()]).map(
        lambda text: f"<v>{text}</v>"
    ),
    st.text("0123456789１２,，. 件元万－-+（）无—\u3000\u200b①²eE", max_size=12).map(
        lambda text: f"<is><t>{text}</t></is>"
    ),
    st.sampled_from(["SUM(D6:I6)", "SUM(A1:XFD9)", "D6", "1+", ""]).map(
        lambda text: f"<f>{text}</f>"
    ),
    st.sampled_from(["总计", "备注", "结果维持", "1.属于国家秘密"]).map(
        lambda text: f"<is><t>{text}</t></is>"
    ),
)
TYPES = st.sampled_from(
    ["", "", "", ' t="s"', ' t="b"', ' t="e"', ' t="d"', ' t="str"', ' t="inlineStr"']
)


def shuffled(sheet: str, data: st.DataObject) -> str:
    """Return a sheet's XML with a few cells moved, deleted, duplicated, exchanged or rewritten."""
    for _ in range(data.draw(st.integers(1, 8))):
        found = list(CELL.finditer(sheet))
        if not found:
            break
        cell = data.draw(st.sampled_from(found))
        kind = data.draw(
            st.sampled_from(
                ["delete", "move", "double", "rewrite", "rewrite", "swap", "row", "merge"]
            )
        )
        new = cell[0]
        if kind == "delete":
            new = ""
        elif kind == "move":
            new = new.replace(f'"{cell[1]}"', f'"{data.draw(ADDRESSES)}"', 1)
        elif kind == "double":
            new += new.replace(f'"{cell[1]}"', f'"{data.draw(ADDRESSES)}"', 1)
        elif kind == "rewrite":
            new = f'<c r="{cell[1]}"{data.draw(TYPES)}>{data.draw(VALUES)}</c>'
        elif kind == "swap":
            other = data.draw(st.sampled_from(found))
            new = f'<c r="{cell[1]}"{other[2]}>{other[3] or ""}</c>'
        elif kind == "row":
            row = data.draw(st.integers(1, 60))
            sheet = re.sub(r'<row r="\d+"', f'<row r="{row}"', sheet, count=1)
        else:
            corner = data.draw(ADDRESSES)
            sheet = sheet.replace(
                "</mergeCells>", f'<mergeCell ref="{cell[1]}:{corner}"/></mergeCells>'
            )
        if kind not in ("row", "merge"):
            sheet = sheet[: cell.start()] + new + sheet[cell.end() :]
    return sheet


@fuzzed
@given(st.sampled_from(sorted(SEEDS)), st.data())
def test_structure(name: str, data: st.DataObject) -> None:
    parts = dict(parts_of(name))
    for sheet in data.draw(st.sets(st.sampled_from(build.SHEETS[:9]), min_size=1, max_size=3)):
        part = build.part(sheet)
        parts[part] = shuffled(parts[part].decode(), data).encode()
    assert_survives(build.pack(parts))


@fuzzed
@given(st.sampled_from(["2019", "2021"]), st.data())
def test_sheets(name: str, data: st.DataObject) -> None:
    """Sheets exchange their contents, their names, or are lost."""
    parts = dict(parts_of(name))
    numbers = data.draw(st.lists(st.integers(1, 12), min_size=10, max_size=10))
    book = parts[build.BOOK].decode()
    ids = re.findall(r'r:id="(\w+)"', book)
    for old, number in zip(ids, numbers, strict=True):
        book = book.replace(f'r:id="{old}"', f'r:id="new{number}"')
    parts[build.BOOK] = book.replace('r:id="new', 'r:id="rId').encode()
    assert_survives(build.pack(parts))


def moved_on(sheet: str, top: int, rows: int, left: int, columns: int) -> str:
    """Return a sheet's XML after rows and columns were inserted, as a spreadsheet writes it."""

    def place(text: str) -> str:
        row, column = position(text)
        return address(row + rows * (row >= top), column + columns * (column >= left))

    def merge(found: re.Match[str]) -> str:
        first_row, first_column, last_row, last_column = area(found[1])
        return (
            f'<mergeCell ref="{place(address(first_row, first_column))}:'
            f'{place(address(last_row, last_column))}"/>'
        )

    sheet = re.sub(r'<c r="([A-Z]+\d+)"', lambda found: f'<c r="{place(found[1])}"', sheet)
    sheet = re.sub(
        r'<row r="(\d+)"', lambda found: f'<row r="{position(place("A" + found[1]))[0] + 1}"', sheet
    )
    return re.sub(r'<mergeCell ref="([^"]+)"/>', merge, sheet)


@fuzzed
@given(
    st.sampled_from(["2019", "2021"]),
    st.sampled_from(build.SHEETS[1:9]),
    st.tuples(st.integers(0, 33), st.integers(0, 5), st.integers(0, 16), st.integers(0, 4)),
)
def test_inserted_rows_and_columns_change_no_figure(
    name: str, sheet: str, insertion: tuple[int, int, int, int]
) -> None:
    parts = dict(parts_of(name))
    parts[build.part(sheet)] = moved_on(parts[build.part(sheet)].decode(), *insertion).encode()
    outcome = build.same(build.pack(parts), name)
    assert set(build.codes(outcome)) <= {"W116"}


@fuzzed
@given(
    st.sampled_from(["2019", "2021"]),
    st.sampled_from(build.SHEETS[3:6]),
    st.integers(3, 30),
    st.integers(0, 14),
    st.integers(1, 2),
)
def test_cells_pushed_aside_are_told(
    name: str, sheet: str, row: int, column: int, aside: int
) -> None:
    """Where cells of one row were pushed right, a figure is as it was, or there is an error."""

    def place(found: re.Match[str]) -> str:
        at = position(found[1])
        pushed = at[0] == row and at[1] >= column
        return f'<c r="{address(at[0], at[1] + aside * pushed)}"'

    parts = dict(parts_of(name))
    content = parts[build.part(sheet)].decode()
    parts[build.part(sheet)] = re.sub(r'<c r="([A-Z]+\d+)"', place, content).encode()
    report, outcome = build.examined(build.pack(parts))
    if build.values(report) != build.balanced(name):
        assert outcome.findings


def inserted(sheet: str, *insertion: int) -> Callable[[], bytes]:
    """Return what makes the clean workbook with rows and columns inserted in a sheet."""

    def make() -> bytes:
        content = moved_on(parts_of("2021")[build.part(sheet)].decode(), *insertion)
        return build.pack({**parts_of("2021"), build.part(sheet): content.encode()})

    return make


FOUND = {
    "guidance pushed down was taken for stray text": inserted("一、总体情况", 1, 1, 0, 0),
    "entries with a blank column before the hints": inserted("基本信息", 0, 0, 2, 1),
    "entries with a blank column after the labels": inserted("基本信息", 0, 0, 1, 2),
}
"""What the fuzzer has found, as the shortest change that shows it."""


@pytest.mark.parametrize("kind", FOUND)
def test_found(kind: str) -> None:
    data = FOUND[kind]()
    assert assert_survives(data)
    assert build.codes(build.same(data)) == []
