from reports import BASICS, balanced, both, caught, checked, put, silent


@both
def test_silent_on_a_kind_of_the_list(edition: str) -> None:
    silent(checked(balanced(edition)), "W128")


@both
def test_caught_where_it_is_blank(edition: str) -> None:
    outcome = checked(balanced(edition), put(BASICS, B5=None))
    caught(outcome, "W128", "B5", BASICS)
    assert "机关类别" in outcome.rules.not_run["L403"]
    assert "机关类别" in outcome.rules.not_run["N714"]


@both
def test_caught_where_it_is_not_in_the_list(edition: str) -> None:
    assert caught(checked(balanced(edition), put(BASICS, B5="局")), "W128", "B5").found == "局"


@both
def test_the_cell_is_named_where_it_is_known(edition: str) -> None:
    outcome = checked(balanced(edition), put(BASICS, B5="局"))
    assert "（B5）填的是“局”" in caught(outcome, "W128", "B5").message.replace(" ", "")


@both
def test_silent_where_it_is_told_why_it_is_not_readable(edition: str) -> None:
    outcome = checked(balanced(edition), put(BASICS, B5="#REF!"))
    silent(outcome, "W128")
    caught(outcome, "V210", "B5", BASICS)


@both
def test_caught_on_a_scope_that_is_not_in_the_list(edition: str) -> None:
    finding = caught(checked(balanced(edition), put(BASICS, B6="全县")), "W128", "B6", BASICS)
    assert "“统计范围”（B6）填的是“全县”" in finding.message
    silent(checked(balanced(edition), put(BASICS, B6=None)), "W128")
