from reports import BASICS, balanced, both, caught, checked, figures, put, silent

from govxlsx.checking.finding import Outcome


def told(edition: str, first: str, second: str) -> Outcome:
    return checked(balanced(edition, narrative={"overview": first, "other": second}))


@both
def test_silent(edition: str) -> None:
    silent(told(edition, "收取信息处理费120元。", "本年度收取信息处理费120元。"), "T604")


@both
def test_caught(edition: str) -> None:
    outcome = told(edition, "收取信息处理费120元。", "本年度收取信息处理费210元。")
    found = caught(outcome, "T604", "B4", "六、其他事项")
    assert (found.field, found.found, found.expected) == ("fee.information_processing", 210, 120)
    assert (
        "前面（B4）写“收取信息处理费120元”，是 120" in found.message
        or "“信息处理费120元”" in found.message
    )


@both
def test_what_the_table_settles_is_told_once(edition: str) -> None:
    received = figures(edition)["applications.received.total"]
    outcome = told(edition, f"新收申请{received}件。", "新收申请16件。")
    silent(outcome, "T604")
    caught(outcome, "T601", "B4", "六、其他事项")


@both
def test_not_run_without_a_year(edition: str) -> None:
    assert "T604" in checked(balanced(edition), put(BASICS, B4=None)).rules.not_run


@both
def test_what_lost_force_is_not_what_was_repealed(edition: str) -> None:
    repealed = figures("2021")["disclosure.normative_documents.repealed"]
    for text in ("宣布失效3件", "到期失效3件", "失效3件"):
        outcome = told(
            edition, f"废止规范性文件{repealed}件，{text}。", "另有规范性文件自动失效4件。"
        )
        silent(outcome, "T604")
        silent(outcome, "T601")
