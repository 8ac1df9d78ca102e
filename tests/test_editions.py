"""What the editions generate against the field list that other programs rely on."""

import json
import re
from collections import Counter
from pathlib import Path

import pytest

import govxlsx
from govxlsx.form.editions import edition_by_id, edition_of_year, editions
from govxlsx.form.editions.model import Edition

FIELDS = json.loads((Path(__file__).parent / "data/fields.json").read_text(encoding="utf-8"))

every_edition = pytest.mark.parametrize("edition", editions(), ids=lambda edition: edition.id)


listed = pytest.mark.parametrize("edition_id", [key for key in FIELDS if key[0] != "_"])

PRODUCT = Path(govxlsx.__file__).parent


def test_no_edition_is_named_outside_the_editions() -> None:
    ids = "|".join(edition.id for edition in editions())
    named = re.compile(rf"""["'](?:{ids})["']""")
    modules = {*PRODUCT.rglob("*.py")} - {*(PRODUCT / "form/editions").iterdir()}
    assert [path for path in modules if named.search(path.read_text(encoding="utf-8"))] == []


@listed
def test_the_fields_are_the_listed_ones_in_their_order(edition_id: str) -> None:
    edition = edition_by_id(edition_id)
    made = [
        {
            "id": field.id,
            "section": field.section,
            "path": list(field.path),
            "kind": str(field.kind),
            "unit": field.unit,
        }
        for field in edition.fields
    ]
    assert made == FIELDS[edition.id]


@pytest.mark.parametrize(("edition_id", "fields"), [("2019", 198), ("2021", 200)])
def test_the_number_of_figures(edition_id: str, fields: int) -> None:
    assert len(edition_by_id(edition_id).fields) == fields


@pytest.mark.parametrize(("edition_id", "rows"), [("2019", 23), ("2021", 25)])
def test_the_number_of_sums(edition_id: str, rows: int) -> None:
    counts = Counter(each.code for each in edition_by_id(edition_id).sums)
    assert counts == {"S301": rows, "S302": 7, "S303": 7, "S304": 3}


@every_edition
def test_the_fields_of_a_sum_are_its_parts_and_totals_in_the_order_of_the_form(
    edition: Edition,
) -> None:
    order = [field.id for field in edition.fields]
    for each in edition.sums:
        assert list(each.fields) == sorted({*each.parts, *each.totals}, key=order.index)
        assert each.field in each.totals


@pytest.mark.parametrize(
    ("year", "edition_id"),
    [(2018, None), (2019, "2019"), (2020, "2019"), (2021, "2021"), (2026, "2021")],
)
def test_the_year_tells_the_edition(year: int, edition_id: str | None) -> None:
    edition = edition_of_year(year)
    assert (edition.id if edition else None) == edition_id


@every_edition
def test_the_six_parts_in_order(edition: Edition) -> None:
    assert "".join(part.numeral for part in edition.parts) == "一二三四五六"
    assert [part.title[0] for part in edition.parts] == [part.numeral for part in edition.parts]
