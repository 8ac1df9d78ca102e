from reports import NARRATIVE, YEAR, balanced, both, caught, checked, figures, silent

from govxlsx.report.interchange import Interchange


@both
def test_silent_on_a_filled_workbook(edition: str) -> None:
    silent(checked(balanced(edition)), "W121")


@both
def test_silent_where_all_is_zero_and_the_text_is_there(edition: str) -> None:
    zeros = dict.fromkeys(figures(edition), 0)
    silent(checked(balanced(edition, figures=zeros)), "W121")


@both
def test_caught_on_the_blank_template(edition: str) -> None:
    caught(checked(Interchange(edition, YEAR[edition])), "W121", None)


@both
def test_caught_where_all_is_zero_and_no_text(edition: str) -> None:
    zeros, words = dict.fromkeys(figures(edition), 0), dict.fromkeys(NARRATIVE, "")
    caught(checked(balanced(edition, figures=zeros, narrative=words)), "W121", None)


@both
def test_caught_where_only_last_year_is_carried_over(edition: str) -> None:
    carried = {"applications.carried_in.natural_person": 3}
    outcome = checked(Interchange(edition, YEAR[edition], figures=carried))
    caught(outcome, "W121", None)
    for code in ("S301", "S302", "S303", "S304"):
        assert "还没有填写" in outcome.rules.not_run[code]


@both
def test_silent_where_one_figure_cannot_be_read(edition: str) -> None:
    words = {"applications.received.enterprise": "约3"}
    silent(checked(Interchange(edition, YEAR[edition], figures=words)), "W121")
