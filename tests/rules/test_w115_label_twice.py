import pytest
from reports import (
    APPLICATIONS,
    PROCEEDINGS,
    balanced,
    both,
    caught,
    checked,
    made,
    put,
    read,
    silent,
)

from govxlsx.reading.missing import together
from govxlsx.report.model import Notice, Remark


@both
def test_silent_on_the_labels_of_the_form(edition: str) -> None:
    silent(checked(balanced(edition)), "W115")


@both
def test_caught_where_a_row_name_stands_twice(edition: str) -> None:
    outcome = checked(balanced(edition), put(APPLICATIONS, L20="（一）予以公开"))
    finding = caught(outcome, "W115", "B8", APPLICATIONS)
    assert finding.cells == ("B8", "L20", *(f"{column}8" for column in "DEFGHIJ"))
    assert "没有读取：D8:J8。" in finding.message
    assert finding.field == "applications.disclosed.natural_person"


@both
def test_silent_where_a_number_stands_below_a_row_that_is_nearly_full(edition: str) -> None:
    edit = put(PROCEEDINGS, A7=None, B7=3, C6=None)
    outcome = checked(balanced(edition), edit)
    silent(outcome, "W115")
    caught(outcome, "W117", "B7", PROCEEDINGS)
    assert read(made(balanced(edition), edit)).figures["proceedings.reconsideration.total"].value


@pytest.mark.parametrize(
    ("count", "notice", "told"),
    [
        (1, Notice.LABEL_TWICE, "“0”"),
        (3, Notice.LABEL_TWICE, "“0”、“1”、“2”"),
        (4, Notice.LABEL_TWICE, "“0”、“1”、“2” 等 4 个行名、列名"),
        (1, Notice.LABEL_MISSING, "“0”在 0"),
        (3, Notice.LABEL_MISSING, "“0”在 0、“1”在 1、“2”在 2"),
        (4, Notice.LABEL_MISSING, " 4 个行名、列名：“0”、“1”、“2”、“3”"),
    ],
)
def test_three_labels_are_named_one_by_one(count: int, notice: Notice, told: str) -> None:
    labels = map(str, range(count))
    given = [Remark(notice, "甲", words={"label": each, "near": f"在 {each}"}) for each in labels]
    (found,) = together(given)
    assert found.words["labels"] == told
