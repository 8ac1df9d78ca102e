import pytest
from openpyxl import Workbook
from openpyxl.comments import Comment
from reports import balanced, both, caught, checked, put, silent

_SHEET = "五、问题与改进"


@both
@pytest.mark.parametrize(
    "text",
    [
        "问题：解读不够通俗。已改进。",
        "无专人负责，已指定专人。",
        "个别答复说理不够。下一步加强培训。",
    ],
)
def test_silent_where_something_is_told(edition: str, text: str) -> None:
    silent(checked(balanced(edition, narrative={"problems": text})), "N711")


@both
@pytest.mark.parametrize(
    "text",
    [
        "",
        "无",
        "无。",
        "（一）无\n（二）无",
        "暂无。",
        "没有存在的问题。",
        "本年度不存在问题。",
        "/",
        "我局政府信息公开工作暂无存在问题。",
        "存在的主要问题及改进情况：无。",
        "问题：无\n改进：无",
        "（一）存在的主要问题\n无。\n（二）改进情况\n没有。",
        "（一）存在的主要问题\n（二）改进情况",
        "1.主要问题\n2.下一步打算",
    ],
)
def test_caught_where_nothing_is(edition: str, text: str) -> None:
    outcome = checked(balanced(edition, narrative={"problems": text}))
    caught(outcome, "N711", "B4", _SHEET)
    assert outcome.rules.not_run["N712"] == "第五部分没有写，或只写了“无”"


@both
def test_not_run_where_no_part_has_text(edition: str) -> None:
    empty = dict.fromkeys(("overview", "problems", "other"), "")
    outcome = checked(balanced(edition, narrative=empty))
    assert outcome.rules.not_run["N711"] == "各部分都没有正文"


@both
def test_a_missing_sheet_is_told_once(edition: str) -> None:
    outcome = checked(balanced(edition), lambda book: book.remove(book[_SHEET]))
    assert "W111" in outcome.rules.broken
    assert [each for each in outcome.findings if each.code == "N711"] == []


@both
def test_told_on_the_sheet_as_it_is_called(edition: str) -> None:
    def rename(book: Workbook) -> None:
        book[_SHEET].title = "问题"

    outcome = checked(balanced(edition, narrative={"problems": "无"}), rename)
    caught(outcome, "N711", "B4", "问题")


@both
def test_a_sheet_without_its_header_is_told_once(edition: str) -> None:
    outcome = checked(balanced(edition), put(_SHEET, A3=None, B3=None))
    assert "W114" in outcome.rules.broken
    assert [each for each in outcome.findings if each.code == "N711"] == []


@both
def test_where_the_text_may_be_is_told(edition: str) -> None:
    def edit(book: Workbook) -> None:
        for row in range(4, 40):
            book[_SHEET][f"B{row}"] = None
        book[_SHEET]["B4"].comment = Comment("存在的问题：解读形式单一。", "李四")

    outcome = checked(balanced(edition), edit)
    assert "B4 里的批注没有读取，见 W130" in caught(outcome, "N711", "B4", _SHEET).message


def test_words_of_the_part_in_another_are_pointed_to() -> None:
    words = "（一）存在的主要问题\n解读形式单一。\n（二）改进情况\n已制作图解。"
    empty = {"problems": "", "other": words}
    found = caught(checked(balanced("2021", narrative=empty)), "N711", "B4", _SHEET)
    assert "它的文字像是写在“六、其他事项”的 B4" in found.message
    told = balanced("2021", narrative={"problems": ""}, notes={"三": words})
    found = caught(checked(told), "N711", "B4", _SHEET)
    assert "它的文字像是写在“三、依申请公开”的 B31" in found.message
