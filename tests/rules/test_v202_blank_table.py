from reports import DISCLOSURE, PROCEEDINGS, balanced, both, caught, checked, figures, silent


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


@both
def test_caught_on_each_of_two_blank_tables(edition: str) -> None:
    ids = [each for each in figures(edition) if not each.startswith("applications.")]
    outcome = checked(balanced(edition, figures=dict.fromkeys(ids)))
    found = {each.sheet: each.fields for each in outcome.findings if each.code == "V202"}
    assert found == {
        DISCLOSURE: tuple(each for each in ids if each.startswith("disclosure.")),
        PROCEEDINGS: tuple(_part_four(edition)),
    }
