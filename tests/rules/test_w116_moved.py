from openpyxl import Workbook
from reports import APPLICATIONS, balanced, both, caught, checked, silent


@both
def test_silent_on_the_templates_places(edition: str) -> None:
    silent(checked(balanced(edition)), "W116")


def _swap(book: Workbook) -> None:
    """Swap the rows of 一 and 二, labels and figures."""
    sheet = book[APPLICATIONS]
    for column in "ADEFGHIJ":
        upper, lower = sheet[f"{column}6"], sheet[f"{column}7"]
        upper.value, lower.value = lower.value, upper.value


@both
def test_caught_and_the_figures_follow_their_labels(edition: str) -> None:
    outcome = checked(balanced(edition), _swap)
    finding = caught(outcome, "W116", "D7", APPLICATIONS)
    assert finding.field == "applications.received.natural_person"
    assert len(finding.cells) == 14
    assert "D6" in finding.message
    assert "E6" not in finding.message
    assert outcome.status == "ok"
