from openpyxl import Workbook
from reports import OVERVIEW, balanced, both, caught, checked, put, silent


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


@both
def test_what_stands_beside_the_column_of_text_is_named(edition: str) -> None:
    outcome = checked(
        balanced(edition, narrative={"overview": ""}), put(OVERVIEW, C4="甲。", C5="乙。")
    )
    finding = caught(outcome, "N724", "B4", OVERVIEW)
    assert "没有文字（C4:C5 里的内容没有读取，见 W117）" in finding.message
    caught(outcome, "W117", "C4", OVERVIEW)


@both
def test_a_part_that_is_not_readable_is_told_of_once(edition: str) -> None:
    outcome = checked(balanced(edition, narrative={"overview": ""}), put(OVERVIEW, B4="#REF!"))
    silent(outcome, "N724")
    caught(outcome, "V210", "B4", OVERVIEW)


@both
def test_caught_in_a_sheet_that_was_renamed(edition: str) -> None:
    def edit(book: Workbook) -> None:
        book["六、其他事项"].title, book[OVERVIEW].title = "其他事项", "总体情况"

    outcome = checked(balanced(edition, narrative={"overview": ""}), edit)
    caught(outcome, "N724", "B4", "总体情况")


def test_the_headings_of_part_one_before_it_are_pointed_to() -> None:
    words = "（一）主动公开\n公开信息若干。\n（二）依申请公开\n依法办理。"
    empty = balanced("2021", narrative={"overview": "", "preamble": words})
    found = caught(checked(empty), "N724", "B4", OVERVIEW)
    assert "它的文字像是写在“基本信息”的 B15" in found.message
