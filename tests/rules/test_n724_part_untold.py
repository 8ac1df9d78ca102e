from reports import OVERVIEW, balanced, both, caught, checked, silent


@both
def test_silent(edition: str) -> None:
    silent(checked(balanced(edition)), "N724")


@both
def test_caught_in_part_one(edition: str) -> None:
    outcome = checked(balanced(edition, narrative={"overview": ""}))
    caught(outcome, "N724", "B4", OVERVIEW)


@both
def test_caught_in_part_six(edition: str) -> None:
    outcome = checked(balanced(edition, narrative={"other": " \n"}))
    caught(outcome, "N724", "B4", "六、其他事项")


@both
def test_part_five_alone_is_the_business_of_n711(edition: str) -> None:
    outcome = checked(balanced(edition, narrative={"problems": ""}))
    silent(outcome, "N724")
    caught(outcome, "N711", "B4")


@both
def test_told_once_where_there_are_figures_only(edition: str) -> None:
    empty = dict.fromkeys(("overview", "problems", "other"), "")
    outcome = checked(balanced(edition, narrative=empty))
    finding = caught(outcome, "N724", "B4", OVERVIEW)
    assert "一、总体情况”“五、存在的主要问题及改进情况”“六、其他需要报告的事项" in finding.message
