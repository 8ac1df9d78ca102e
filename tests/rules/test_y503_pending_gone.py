from reports import PROCEEDINGS, both, caught, checked, following, last_year, put, silent

GONE = put(PROCEEDINGS, A6=0, B6=0, C6=0, D6=0, E6=0)
PENDING = {"proceedings.reconsideration.pending": 3}


@both
def test_silent_where_there_are_cases_this_year(edition: str) -> None:
    silent(checked(following(edition), previous=last_year(edition, figures=PENDING)), "Y503")


@both
def test_silent_where_none_was_pending(edition: str) -> None:
    last = last_year(edition, figures={"proceedings.reconsideration.pending": 0})
    silent(checked(following(edition), GONE, last), "Y503")


@both
def test_caught_where_the_group_is_empty(edition: str) -> None:
    outcome = checked(following(edition), GONE, last_year(edition, figures=PENDING))
    finding = caught(outcome, "Y503", "E6", PROCEEDINGS)
    assert finding.field == "proceedings.reconsideration.total"
    assert "“行政复议”尚未审结 3 件" in finding.message
