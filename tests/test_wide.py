"""Many reports as one frame: cells as they are, sums exact, all rows as if each were alone."""

from decimal import Decimal

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st
from properties import examples
from reports import both, figures

from govxlsx.form.editions import edition_by_id
from govxlsx.report import wide
from govxlsx.report.arithmetic import tally, tally_all
from govxlsx.report.figure import Figure, Number, State
from govxlsx.report.model import Agency, Report

TOTAL = "applications.received.total"
PART = "applications.received.natural_person"
MONEY = {"2019": "disclosure.procurement.amount", "2021": "disclosure.fees.amount"}


def report(edition: str = "2021", **changes: Number | str | None) -> Report:
    """Return a balanced report; ``changes`` have "__" where a field id has a dot."""
    values = figures(edition) | {key.replace("__", "."): value for key, value in changes.items()}
    return Report(edition, 2024, Agency(), {key: figure(value) for key, value in values.items()})


def figure(value: Number | str | None) -> Figure:
    if value is None:
        return Figure(None, None, "", State.BLANK)
    if isinstance(value, str):
        return Figure(None, None, value, State.TEXT)
    return Figure(value, None, str(value))


def with_figures(given: Report, changes: dict[str, Number | str | None]) -> Report:
    known = {key: figure(value) for key, value in changes.items()}
    return Report(given.edition, given.year, given.agency, {**given.figures, **known})


@both
def test_a_row_for_each_report_and_a_column_for_each_figure(edition: str) -> None:
    reports = [
        report(edition),
        report(edition, applications__received__total=None),
        report(edition, applications__received__total="约30"),
        with_figures(report(edition), {MONEY[edition]: Decimal("72701.2578")}),
    ]
    frame = wide.frame(reports)
    assert list(frame.index) == [0, 1, 2, 3]
    assert list(frame.columns) == [field.id for field in edition_by_id(edition).fields]
    assert frame[TOTAL].tolist() == [figures(edition)[TOTAL], None, None, figures(edition)[TOTAL]]
    assert frame[MONEY[edition]].tolist()[3] == Decimal("72701.2578")
    assert {type(cell) for cell in frame[TOTAL]} == {int, type(None)}
    assert set(frame.dtypes) == {pd.Series(dtype=object).dtype}


def test_without_reports_there_is_nothing() -> None:
    assert wide.frame([]).empty
    assert wide.total(wide.frame([])).empty
    assert tally_all([]) == []


def test_one_frame_holds_one_edition() -> None:
    with pytest.raises(ValueError, match="2019"):
        wide.frame([report("2019"), report("2021")])
    with pytest.raises(ValueError, match="2019"):
        tally_all([report("2019"), report("2021")])


@both
def test_the_total_of_reports_is_exact(edition: str) -> None:
    money = MONEY[edition]
    reports = [
        with_figures(report(edition), {TOTAL: 2**62, money: 1}),
        with_figures(report(edition), {TOTAL: 2**62, money: None}),
        with_figures(report(edition), {TOTAL: 7, money: Decimal("0.1")}),
    ]
    frame = wide.frame(reports)
    total = wide.total(frame)
    assert total[TOTAL] == 2**63 + 7
    assert total[money] == Decimal("1.1")
    assert total[PART] == 3 * frame[PART][0]
    assert frame[TOTAL].tolist() == [2**62, 2**62, 7]


@pytest.mark.parametrize("value", [2**62, -(2**62) - 1])
def test_a_sum_beyond_64_bits_is_exact(value: int) -> None:
    reports = [report(**{TOTAL: value, PART: None}).figures for _ in range(2)]
    frame = wide.frame([Report("2021", 2024, Agency(), each) for each in reports])
    assert wide.total(frame)[TOTAL] == 2 * value


def test_a_blank_that_is_the_cause_takes_the_whole_difference() -> None:
    field = "applications.denied.state_secret.enterprise"
    before = figures("2021")[field]
    broken = [each for each in tally(report(**{field: None})) if each.broken]
    assert before
    assert [(each.cause, each.mend) for each in broken] == [(field, before)] * len(broken)
    assert len(broken) == 2


@both
@pytest.mark.parametrize("step", [-1, 3])
def test_what_mends_is_what_stood_there_before(edition: str, step: int) -> None:
    for field in ("applications.disclosed.enterprise", "applications.carried_out.enterprise"):
        before = figures(edition)[field]
        assert isinstance(before, int)
        changed = with_figures(report(edition), {field: before + step})
        broken = [each for each in tally(changed) if each.broken]
        assert [(each.cause, each.mend) for each in broken] == [(field, before)] * 2


def test_a_sum_that_cannot_be_computed_has_no_blank_total() -> None:
    tallies = tally(report(**{PART: "约30", TOTAL: None}))
    assert [each.blank for each in tallies if not each.computed] == [False, False]
    assert not any(each.broken for each in tallies if not each.computed)


def test_the_total_is_blank_where_nothing_was_filled_in() -> None:
    total = wide.total(wide.frame([report(disclosure__fees__amount=None)] * 2))
    assert total[MONEY["2021"]] is None
    assert total[TOTAL] == 2 * figures("2021")[TOTAL]
    assert {type(each) for each in total if each is not None} == {int}


@both
def test_two_thousand_reports_are_tallied_as_each_alone(edition: str) -> None:
    kinds = [
        report(edition),
        report(edition, applications__received__total=None),
        report(edition, applications__denied__state_secret__enterprise=50),
        report(edition, proceedings__reconsideration__upheld="3（其中1件）"),
    ]
    tallies = tally_all(kinds * 500)
    alone = [tally(each) for each in kinds]
    assert len(tallies) == 2_000
    assert all(tallies[row] == alone[row % 4] for row in range(2_000))
    assert not any(each.broken for each in alone[0])
    assert [each.blank for each in alone[1] if each.broken] == [True, False]
    field = "applications.denied.state_secret.enterprise"
    assert [each.cause for each in alone[2] if each.broken] == [field, field]
    assert sum(not each.computed for each in alone[3]) == 1


@examples(80)
@given(data=st.data(), edition=st.sampled_from(["2019", "2021"]))
def test_every_row_adds_up_to_what_python_adds_up_to(data: st.DataObject, edition: str) -> None:
    value = st.one_of(
        st.none(),
        st.sampled_from(["约30", "#REF!"]),
        st.integers(-(2**70), 2**70),
        st.sampled_from([2**58, 2**62, 2**63 - 1, -(2**63)]),
        st.decimals(-(10**9), 10**9, places=4),
    )
    ids = [field.id for field in edition_by_id(edition).fields]
    one = st.dictionaries(st.sampled_from(ids), value, max_size=12)
    changes = data.draw(st.lists(one, min_size=1, max_size=4))
    reports = [with_figures(report(edition), each) for each in changes]
    for given_report, tallies in zip(reports, tally_all(reports), strict=True):
        assert tallies == tally(given_report)
        for each in tallies:
            held = [given_report.figures[field] for field in each.sum.fields]
            assert each.computed == all(one.readable for one in held)
            if each.computed:
                assert each.found == added(given_report, each.sum.totals)
                assert each.expected == added(given_report, each.sum.parts)
                assert type(each.found) in (int, Decimal)


def added(given_report: Report, fields: tuple[str, ...]) -> Number:
    return sum((given_report.figures[field].value or 0 for field in fields), 0)
