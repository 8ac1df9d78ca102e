"""What a body is told to mend: numbered, errors first, one mend under one number."""

from govxlsx.desk.archive.entry import Noted
from govxlsx.desk.notices.wording import mends

SHEET = "三、依申请公开"


def noted(severity: str, cell: str, item: int | None, lead: str | None = None) -> Noted:
    return Noted("S301", severity, SHEET, cell, f"{cell} 不对。", None, f"改 {cell}。", lead, item)


def test_errors_first_each_with_its_mend() -> None:
    told = mends([noted("warning", "A1", 1), noted("error", "B2", 0), noted("info", "C3", 2)])
    assert told == [
        "1. 三、依申请公开 B2：B2 不对。怎么改：改 B2。",
        "2. （提醒）三、依申请公开 A1：A1 不对。怎么改：改 A1。",
    ]


def test_what_one_mend_settles_has_one_number() -> None:
    lead = "改 K7：1 → 2，下面 2 处合计就都对了。"
    told = mends(
        [noted("error", "K7", 1, lead), noted("error", "B1", 0), noted("error", "K9", 1, lead)]
    )
    assert told == [
        "1. 三、依申请公开 B1：B1 不对。怎么改：改 B1。",
        f"2. 三、依申请公开：{lead}",
        "（1）三、依申请公开 K7：K7 不对。",
        "（2）三、依申请公开 K9：K9 不对。",
    ]


def test_many_are_cut_and_counted() -> None:
    told = mends([noted("error", f"A{n}", n) for n in range(50)])
    assert (len(told), told[-1]) == (41, "……共 50 条，其余的请用检查工具查看。")
    lead = "改 K7。"
    told = mends([noted("error", f"A{n}", 0, lead) for n in range(9)])
    assert (len(told), told[-1]) == (8, "……这一条共 9 处。")


def test_what_is_explained_is_left_out() -> None:
    explained = Noted("T601", "warning", SHEET, "A1", "不对。", "属实", "改。", None, 0)
    assert mends([explained]) == []


def test_findings_of_an_earlier_register_are_told_without_a_mend() -> None:
    old = Noted("S301", "error", SHEET, "K7", "不对。")
    assert mends([old, old]) == [f"{n}. 三、依申请公开 K7：不对。" for n in (1, 2)]
