from dataclasses import replace

from reports import AGENCY, BASICS, both, caught, checked, following, last_year, silent


@both
def test_silent_on_the_same_name(edition: str) -> None:
    silent(checked(following(edition), previous=last_year(edition)), "Y506")


@both
def test_white_space_and_width_make_no_other_name(edition: str) -> None:
    data = following(edition, agency=replace(AGENCY, name="永宁市 档案局（党史办）"))
    last = last_year(edition, agency=replace(AGENCY, name="永宁市档案局(党史办)"))
    silent(checked(data, previous=last), "Y506")


@both
def test_caught_on_another_name(edition: str) -> None:
    last = last_year(edition, agency=replace(AGENCY, name="永宁市档案馆"))
    finding = caught(checked(following(edition), previous=last), "Y506", "B3", BASICS)
    assert (finding.found, finding.expected) == ("永宁市档案局", "永宁市档案馆")


@both
def test_silent_where_one_of_them_has_no_name(edition: str) -> None:
    unnamed = replace(AGENCY, name="")
    silent(checked(following(edition), previous=last_year(edition, agency=unnamed)), "Y506")
    silent(checked(following(edition, agency=unnamed), previous=last_year(edition)), "Y506")
