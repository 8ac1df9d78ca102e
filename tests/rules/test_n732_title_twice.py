import pytest
from reports import OVERVIEW, balanced, both, caught, checked, silent

TEXT = "全年主动公开政府信息，及时解读政策。"


@pytest.mark.parametrize("text", [TEXT, f"（一）主动公开\n{TEXT}", f"{TEXT}\n总体情况是好的。"])
@both
def test_silent(edition: str, text: str) -> None:
    silent(checked(balanced(edition, narrative={"overview": text})), "N732")


@pytest.mark.parametrize("title", ["一、总体情况", "一、 总体情况", "一､总体情况"])
@both
def test_caught_where_the_text_begins_with_the_title(edition: str, title: str) -> None:
    outcome = checked(balanced(edition, narrative={"overview": f"{title}\n{TEXT}"}))
    caught(outcome, "N732", "B4", OVERVIEW)
