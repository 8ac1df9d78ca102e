from __future__ import annotations

from reports import PROCEEDINGS, balanced, both, caught, checked, figures, silent


@both
def test_silent_on_filled_tables(edition: str) -> None:
    silent(checked(balanced(edition)), "V202")


def _part_four(edition: str) -> list[str]:
    return [field for field in figures(edition) if field.startswith("proceedings.")]


@both
def test_caught_on_a_table_without_figures(edition: str) -> None:
    outcome = checked(balanced(edition, figures=dict.fromkeys(_part_four(edition))))
    assert len(caught(outcome, "V202", "A6", PROCEEDINGS).cells) == 15
    silent(outcome, "V201")


@both
def test_silent_on_a_table_of_zeros(edition: str) -> None:
    silent(checked(balanced(edition, figures=dict.fromkeys(_part_four(edition), 0))), "V202")
