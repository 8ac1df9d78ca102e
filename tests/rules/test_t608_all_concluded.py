from reports import OVERVIEW, balanced, both, caught, checked, figures, silent

from govxlsx.checking.finding import Outcome

CARRIED_OUT = "applications.carried_out"


def told(edition: str, text: str) -> Outcome:
    return checked(balanced(edition, narrative={"overview": text}))


@both
def test_caught(edition: str) -> None:
    row = {"2019": "J28", "2021": "J30"}[edition]
    found = caught(told(edition, "收到的申请均已按期办结。"), "T608", "B4", OVERVIEW)
    assert (found.expected, found.cells) == (12, (row,))


@both
def test_silent(edition: str) -> None:
    silent(told(edition, "收到的申请按期办结。"), "T608")
    silent(told(edition, "上年结转的申请均已办结。"), "T608")
    silent(told(edition, "县政府转办的申请均已按时办结。"), "T608")
    silent(told(edition, "收到群众留言20条，均已办结。"), "T608")
    silent(told(edition, "因申请引起的行政复议均已办结。"), "T608")
    silent(told(edition, "尚有5件申请未到期限，顺延至下年；其余申请全部办结。"), "T608")
    silent(told(edition, "已办结依申请公开39件，均已在法定时限内答复。"), "T608")


@both
def test_the_text_itself_may_tell_what_is_left(edition: str) -> None:
    rows = [key for key in figures(edition) if key.startswith(f"{CARRIED_OUT}.")]
    data = balanced(
        edition,
        figures=dict.fromkeys(rows, 0),
        narrative={"overview": "所有申请都已办理完成，转下一年度办理2件。"},
    )
    assert "文中又写“转下一年度办理2件”" in caught(checked(data), "T608", "B4").message


@both
def test_in_other_words(edition: str) -> None:
    for text in ("申请均已按期答复。", "依申请公开件已全部书面答复。", "收到的申请件件办结。"):
        caught(told(edition, text), "T608", "B4")
    silent(told(edition, "收到的申请答复率高。"), "T608")
    silent(told(edition, "网民留言均已答复。"), "T608")


@both
def test_what_is_told_of_the_year_is_nothing_left_over(edition: str) -> None:
    rows = [key for key in figures(edition) if key.startswith(f"{CARRIED_OUT}.")]
    text = "全年收到政府信息公开申请5件，均已按期办结，没有结转下年度继续办理的。"
    data = balanced(edition, figures=dict.fromkeys(rows, 0), narrative={"overview": text})
    silent(checked(data), "T608")


@both
def test_the_subject_stands_before_it_in_its_sentence(edition: str) -> None:
    later = "网站栏目按月检查，发现的问题当天改正，全年没有失效的链接。" * 4
    caught(told(edition, f"收到的申请，逐件登记、研究，均已按期办结。{later}"), "T608", "B4")
    silent(told(edition, f"{later}收到申请。留言逐件登记，均已按期办结。"), "T608")
