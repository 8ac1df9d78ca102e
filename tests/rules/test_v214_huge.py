import pytest
from reports import (
    APPLICATIONS,
    DISCLOSURE,
    PROCEEDINGS,
    balanced,
    both,
    caught,
    checked,
    given,
    put,
    silent,
)


@both
def test_silent_on_figures_of_real_size(edition: str) -> None:
    silent(checked(balanced(edition)), "V214")


@both
def test_caught_on_a_date_typed_as_a_count(edition: str) -> None:
    caught(given(edition, "E7", 20240131), "V214", "E7", APPLICATIONS)


def test_a_province_grants_millions_of_licences() -> None:
    silent(checked(balanced("2021"), put(DISCLOSURE, B9=11_000_000)), "V214")


@pytest.mark.parametrize(
    ("sheet", "cell", "most"),
    [
        (DISCLOSURE, "B9", 1_000_000_000),
        (APPLICATIONS, "E7", 10_000_000),
        (PROCEEDINGS, "A6", 1_000_000),
    ],
)
def test_from_where_on_a_figure_is_doubted(sheet: str, cell: str, most: int) -> None:
    silent(checked(balanced("2021"), put(sheet, **{cell: most - 1})), "V214")
    caught(checked(balanced("2021"), put(sheet, **{cell: most})), "V214", cell, sheet)
