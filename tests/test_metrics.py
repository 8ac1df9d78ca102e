"""Shares: numerator, denominator, both counts; nothing is ranked that has too few cases."""

import json
from collections.abc import Mapping
from typing import Any

import pytest
from command import ROOT
from reports import balanced, both, made, read

import govxlsx
from govxlsx.form.editions import edition_by_id
from govxlsx.report.figure import Figure
from govxlsx.report.metrics import Measured, catalogue, measured
from govxlsx.report.model import Report


def of(report: Report) -> dict[str, Any]:
    return {each.metric.id: each for each in govxlsx.metrics(report)}


def of_figures(edition: str, given: Mapping[str, Any]) -> tuple[Measured, ...]:
    form = edition_by_id(edition)
    return measured(form, {each.id: Figure(given.get(each.id), None) for each in form.fields})


@pytest.mark.parametrize(
    ("metric", "told"),
    [
        ("disclosed_of_concluded", "43.57%（1519/3486）"),
        ("disclosed_of_decided", "91.45%（1519/1661）"),
        ("natural_persons_of_received", "96.90%（3402/3511）"),
        ("carried_out_of_taken", "3.35%（121/3607）"),
    ],
)
def test_as_a_city_published_them(metric: str, told: str) -> None:
    data = json.loads((ROOT / "examples/2021-suqian-city/data.json").read_bytes())
    found = {each.metric.id: each for each in of_figures(data["edition"], data["figures"])}
    assert found[metric].text == told
    assert found[metric].ranked


@both
def test_every_field_of_a_metric_is_one_of_the_edition(edition: str) -> None:
    report = read(made(balanced(edition)))
    for each in catalogue(edition):
        assert each.above
        assert each.below
        assert set(each.above) | set(each.below) <= set(report.figures)
        assert each.basis


@both
def test_a_blank_total_is_computed_and_marked(edition: str) -> None:
    whole = of(read(made(balanced(edition))))["disclosed_of_concluded"]
    blank = of(read(made(balanced(edition, figures={"applications.concluded.total": None}))))
    found = blank["disclosed_of_concluded"]
    assert (found.numerator, found.denominator) == (whole.numerator, whole.denominator)
    assert found.computed
    assert "合计为空白，由各项相加" in found.text


@both
def test_a_blank_total_of_blank_totals_is_computed_from_what_they_add_up(edition: str) -> None:
    whole = of(read(made(balanced(edition))))["disclosed_of_concluded"]
    row = {
        key: None
        for key in balanced(edition).figures
        if ".concluded." in key and key.startswith("applications.")
    }
    blank = of(read(made(balanced(edition, figures=row))))["disclosed_of_concluded"]
    assert (blank.denominator, blank.computed) == (whole.denominator, True)


@both
def test_what_cannot_be_read_is_not_told(edition: str) -> None:
    found = of(read(made(balanced(edition, figures={"applications.concluded.total": "约30"}))))
    assert found["disclosed_of_concluded"].text == "—"
    assert not found["disclosed_of_concluded"].ranked


def test_of_nothing_and_of_little() -> None:
    ids = {"applications.concluded.total": 29, "applications.disclosed.total": 29}
    few = of_figures("2021", ids)[0]
    assert (few.text, few.ranked) == ("100.00%（29/29）", False)
    none = of_figures("2021", {})[0]
    assert (none.text, none.share, none.percent, none.ranked) == ("—（0/0）", None, None, False)


def test_thirty_cases_are_enough_to_be_ranked() -> None:
    ids = {"applications.concluded.total": 30, "applications.disclosed.total": 1}
    enough = of_figures("2021", ids)[0]
    assert (enough.text, enough.ranked) == ("3.33%（1/30）", True)


def test_half_a_hundredth_of_a_per_cent_is_rounded_up() -> None:
    ids = {"applications.concluded.total": 80_000, "applications.disclosed.total": 4}
    assert of_figures("2021", ids)[0].text == "0.01%（4/80000）"


@both
def test_a_share_of_what_cannot_be_read_is_not_told(edition: str) -> None:
    found = of(read(made(balanced(edition, figures={"applications.disclosed.total": "约30"}))))
    assert (found["disclosed_of_concluded"].numerator, found["disclosed_of_concluded"].share) == (
        None,
        None,
    )
    assert found["disclosed_of_concluded"].text == "—"
    assert not found["disclosed_of_concluded"].ranked


@both
def test_a_blank_part_of_a_share_is_computed_and_marked(edition: str) -> None:
    blank = of(read(made(balanced(edition, figures={"applications.disclosed.total": None}))))
    assert blank["disclosed_of_concluded"].computed
    assert not blank["natural_persons_of_received"].computed


@both
def test_every_share_of_distinct_figures(edition: str) -> None:
    """Each count is 1 more than the one before it, so that no two sums of them are alike."""
    form = edition_by_id(edition)
    named = {each.id: number for number, each in enumerate(form.fields, 100)}

    def rows(*groups: str) -> int:
        return sum(
            value
            for key, value in named.items()
            if key.startswith("applications.") and key.endswith(".total")
            if key.split(".")[1] in groups
        )

    def cases(groups: tuple[str, ...], outcomes: tuple[str, ...]) -> int:
        return sum(named[f"proceedings.{group}.{each}"] for group in groups for each in outcomes)

    court = ("direct_litigation", "litigation_after_reconsideration")
    ended = ("upheld", "corrected", "other")
    known = ("disclosed", "partly_disclosed")
    told = {
        each.metric.id: (each.numerator, each.denominator) for each in of_figures(edition, named)
    }
    assert told == {
        "disclosed_of_concluded": (rows(*known), rows("concluded")),
        "disclosed_of_decided": (rows(*known), rows(*known, "denied")),
        "denied_of_concluded": (rows("denied"), rows("concluded")),
        "unavailable_of_concluded": (rows("unavailable"), rows("concluded")),
        "not_processed_of_concluded": (rows("not_processed"), rows("concluded")),
        "carried_out_of_taken": (rows("carried_out"), rows("received", "carried_in")),
        "natural_persons_of_received": (
            named["applications.received.natural_person"],
            rows("received"),
        ),
        "reconsideration_corrected": (
            cases(("reconsideration",), ("corrected",)),
            cases(("reconsideration",), ended),
        ),
        "litigation_corrected": (cases(court, ("corrected",)), cases(court, ended)),
        "disputes_of_concluded": (
            cases(("reconsideration", *court), ("total",)),
            rows("concluded"),
        ),
    }


def test_a_percentage_is_rounded_to_the_hundredth_half_up() -> None:
    ids = {"applications.concluded.total": 80_000, "applications.disclosed.total": 100}
    assert of_figures("2021", ids)[0].text == "0.13%（100/80000）"
