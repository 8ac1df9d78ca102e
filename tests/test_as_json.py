"""Findings as JSON: numbers as numbers, nothing in place of what is not there."""

import json
from dataclasses import replace
from decimal import Decimal

import pytest
from page_results import UNUSABLE, data, result

from govxlsx.showing import as_json


def test_a_decimal_is_a_number_and_a_whole_one_has_no_point() -> None:
    assert as_json.dumps([Decimal("1.50"), Decimal("12.0"), Decimal(100)]) == (
        "[\n 1.5,\n 12,\n 100\n]\n"
    )
    with pytest.raises(TypeError):
        as_json.dumps({1, 2})


def test_an_agency_without_a_name_is_none() -> None:
    nameless = result("faults", agency=replace(data("faults").agency, name=""))
    found = json.loads(as_json.render([result("faults"), nameless, UNUSABLE], ["a.txt"]))
    agencies = [each["agency"] for each in found["files"]]
    assert agencies == [data("faults").agency.name, None, None]
    summary = {"files": 3, "ok": 0, "errors": 2, "unusable": 1, "skipped": 1}
    assert summary.items() <= found["summary"].items()
    assert json.loads(as_json.render([], []))["files"] == []
