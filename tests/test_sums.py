"""The prescribed sums against an oracle that knows nothing of the program but the field ids.

The oracle adds up a plain dict. Its sums come from the ids of tests/data/fields.json and the note
on the form: rows of part three, （七）总计, 一 + 二 = 三（七） + 四, the totals of part four.
"""

import json
import random
from collections.abc import Iterator
from decimal import Decimal
from itertools import groupby
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from properties import examples
from reports import NARRATIVE, Figures, balanced, both, checked, figures, made, read

from govxlsx.checking import check
from govxlsx.checking.case import Case
from govxlsx.checking.catalogue import rules
from govxlsx.checking.finding import Outcome
from govxlsx.report.interchange import of_report

FIELDS = json.loads((Path(__file__).parent / "data/fields.json").read_text(encoding="utf-8"))
IDS = {edition: [each["id"] for each in FIELDS[edition]] for edition in ("2019", "2021")}
SUMMED = {
    edition: [each for each in ids if not each.startswith("disclosure.")]
    for edition, ids in IDS.items()
}

Key = tuple[str, str]
Sides = tuple[list[str], list[str]]
Number = int | Decimal


def sums(edition: str) -> Iterator[tuple[Key, Sides]]:
    """Yield each sum's code and field, with the ids of its totals and of its parts."""
    rows = [
        (row, list(ids))
        for row, ids in groupby(SUMMED[edition], key=lambda each: each.rpartition(".")[0])
    ]
    for row, (*parts, total) in rows:
        yield ("S301" if row.startswith("applications.") else "S304", total), ([total], parts)
    table = [ids for row, ids in rows if row.startswith("applications.")]
    for received, carried_in, *results, concluded, carried_out in zip(*table, strict=True):
        yield ("S302", concluded), ([concluded], results)
        yield ("S303", carried_out), ([concluded, carried_out], [received, carried_in])


def number(value: object) -> Number:
    assert value is None or isinstance(value, int | Decimal)
    return value or 0


def differences(edition: str, data: Figures) -> dict[Key, Number]:
    """Return totals less parts of each sum that can be computed; a text cannot be."""
    found = {}
    for key, (totals, parts) in sums(edition):
        if not any(isinstance(data[each], str) for each in (*totals, *parts)):
            found[key] = sum(number(data[t]) for t in totals) - sum(number(data[p]) for p in parts)
    return found


def broken(edition: str, data: Figures) -> set[Key]:
    return {key for key, difference in differences(edition, data).items() if difference}


def causes(edition: str, data: Figures) -> dict[Key, str | None]:
    """Return the one field that mends each broken sum and others, found by trying every field."""
    before = differences(edition, data)
    held: dict[str, set[Key]] = {}
    for key, (totals, parts) in sums(edition):
        if key in before:
            for field in (*totals, *parts):
                held.setdefault(field, set()).add(key)
    mends: dict[Key, list[str]] = {key: [] for key in broken(edition, data)}
    for field, keys in held.items():
        if len(keys) < 2 or not all(before[key] for key in keys):
            continue
        for step in {before[key] for key in keys} | {-before[key] for key in keys}:
            tried = differences(edition, {**data, field: number(data[field]) + step})
            if not any(tried[key] for key in keys):
                for key in keys:
                    mends[key].append(field)
    return {key: fields[0] if len(fields) == 1 else None for key, fields in mends.items()}


def told(outcome: Outcome) -> dict[Key, str | None]:
    """Return what the program says: the broken sums and the cause of each."""
    found = [each for each in outcome.findings if each.code.startswith("S3")]
    assert all(each.field is not None for each in found)
    result = {(each.code, str(each.field)): each.cause for each in found}
    assert len(result) == len(found)
    return result


def assert_as_added_up(edition: str, data: Figures) -> dict[Key, str | None]:
    """Check a workbook with these figures; the broken sums and causes must be the oracle's."""
    outcome = checked(balanced(edition, figures=data))
    found = told(outcome)
    assert found.keys() == broken(edition, data)
    assert found == causes(edition, data)
    by_key = dict(sums(edition))
    for each in outcome.findings:
        if each.code.startswith("S3"):
            totals, parts = by_key[each.code, str(each.field)]
            blank = totals == [each.field] and data[totals[0]] is None
            assert each.found == (None if blank else sum(number(data[t]) for t in totals))
            assert each.expected == sum(number(data[p]) for p in parts)
            assert each.fields == tuple(sorted((*totals, *parts), key=IDS[edition].index))
            assert len(each.cells) == len(each.fields)
    return found


def city(edition: str, seed: int) -> Figures:
    """Return balanced figures of the size of a whole city's."""
    chance = random.Random(seed)
    data: Figures = dict.fromkeys(IDS[edition], 0)
    data |= {each: chance.randrange(3_000_000) for each in IDS[edition] if each.endswith("cisions")}
    table = list(zip(*_rows(edition, "applications."), strict=True))
    for place, (received, carried_in, *results, concluded, carried_out) in enumerate(table[:-1]):
        most = 900 if place == 0 else 40
        data |= {each: chance.randrange(most) for each in (*results, carried_in)}
        data[concluded] = sum(number(data[each]) for each in results)
        came = number(data[concluded]) - number(data[carried_in])
        data[carried_out] = max(0, -came) + chance.randrange(most)
        data[received] = came + number(data[carried_out])
    for *parts, total in _rows(edition, "proceedings."):
        data |= {each: chance.randrange(300) for each in parts}
        data[total] = sum(number(data[each]) for each in parts)
    for *parts, total in _rows(edition, "applications."):
        data[total] = sum(number(data[each]) for each in parts)
    return data


def _rows(edition: str, table: str) -> list[list[str]]:
    ids = [each for each in IDS[edition] if each.startswith(table)]
    return [list(row) for _, row in groupby(ids, key=lambda each: each.rpartition(".")[0])]


@pytest.mark.parametrize(("edition", "count"), [("2019", 40), ("2021", 42)])
def test_the_oracle_knows_every_sum(edition: str, count: int) -> None:
    assert len(dict(sums(edition))) == count
    assert not broken(edition, figures(edition))


@both
@pytest.mark.parametrize("seed", range(5))
def test_no_sum_of_a_correct_city_is_called_broken(edition: str, seed: int) -> None:
    data = city(edition, seed)
    assert number(data["applications.received.total"]) > 1000
    assert assert_as_added_up(edition, data) == {}


@both
def test_a_hundred_single_changes_of_a_city(edition: str) -> None:
    chance, data = random.Random(int(edition)), city(edition, 1)
    for field in chance.sample(SUMMED[edition], 100):
        step = chance.choice((-100, -10, -1, 1, 2, 9, 10, 1000))
        found = assert_as_added_up(edition, {**data, field: number(data[field]) + step})
        holding = {key for key, sides in sums(edition) if any(field in side for side in sides)}
        assert found.keys() == holding
        assert set(found.values()) == {field if len(holding) > 1 else None}


@examples(60)
@given(data=st.data(), edition=st.sampled_from(["2019", "2021"]))
def test_whatever_stands_in_the_cells(data: st.DataObject, edition: str) -> None:
    value = st.one_of(
        st.none(),
        st.integers(-50, 10**6),
        st.integers(-999, 999).map(lambda each: Decimal(each) / 4),
        st.sampled_from(["约30", "#REF!", "3（其中1件）", "=A1"]),
    )
    changes = data.draw(st.dictionaries(st.sampled_from(SUMMED[edition]), value, max_size=6))
    assert_as_added_up(edition, {**figures(edition), **changes})


@examples(40)
@given(data=st.data(), edition=st.sampled_from(["2019", "2021"]))
def test_the_smallest_step_is_found(data: st.DataObject, edition: str) -> None:
    field = data.draw(st.sampled_from(SUMMED[edition]))
    step = data.draw(st.sampled_from([1, -1, Decimal("0.01"), Decimal("-0.5")]))
    before = figures(edition)
    assert assert_as_added_up(edition, {**before, field: number(before[field]) + step})


@examples(40)
@given(data=st.data(), edition=st.sampled_from(["2019", "2021"]))
def test_fill_then_read_gives_the_same(data: st.DataObject, edition: str) -> None:
    value = st.one_of(st.none(), st.integers(-999, 10**7))
    changes = data.draw(st.dictionaries(st.sampled_from(IDS[edition]), value, max_size=40))
    word = st.text("公开申请答复（一）1.、，0abc ", min_size=1).map(str.strip).filter(bool)
    lines = st.lists(word, min_size=1, max_size=4).map("\n".join)
    texts = data.draw(st.dictionaries(st.sampled_from(sorted(NARRATIVE)), lines))
    notes = data.draw(st.dictionaries(st.sampled_from("二三四"), word))
    given_data = balanced(edition, figures=changes, narrative=texts, notes=notes)
    assert of_report(read(made(given_data))) == given_data


@examples(10)
@given(order=st.permutations(rules()))
@pytest.mark.parametrize("edition", ["2019", "2021"])
def test_the_order_of_the_rules_is_irrelevant(edition: str, order: list) -> None:
    faults: Figures = {
        "applications.disclosed.total": 1,
        "applications.carried_in.enterprise": "—",
        "applications.other.enterprise" if edition == "2019" else "disclosure.fees.amount": "约3",
        "proceedings.reconsideration.upheld": None,
    }
    report = read(made(balanced(edition, figures=faults)))
    case = Case(report)
    mine = [rule for rule in order if edition in rule.editions]
    looked = {rule.code: list(rule.look(case)) for rule in mine}
    alone = {rule.code: list(rule.look(Case(report))) for rule in mine}
    assert looked == alone
    assert set(check(report).rules.broken) == {
        code for code, facts in alone.items() if any(hasattr(fact, "found") for fact in facts)
    }
