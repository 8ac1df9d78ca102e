import pytest
from reports import OVERVIEW, balanced, caught, checked, silent

_ASPECTS = {
    "主动公开": "全年公布文件和解读。",
    "依申请公开": "收到的申请都按期答复。",
    "政府信息管理": "文件先审核、后上网，失效的及时清理。",
    "政府信息公开平台建设": "网站和公众号有专人维护。",
    "监督保障": "全年培训两次。",
}


@pytest.mark.parametrize("named", [True, False])
def test_silent_where_all_aspects_are_treated(named: bool) -> None:
    text = "\n".join(f"{key}。{words}" if named else words for key, words in _ASPECTS.items())
    silent(checked(balanced("2021", narrative={"overview": text})), "N709")


@pytest.mark.parametrize("missing", _ASPECTS)
def test_caught_where_one_is_missing(missing: str) -> None:
    text = "\n".join(words for key, words in _ASPECTS.items() if key != missing)
    outcome = checked(balanced("2021", narrative={"overview": text}))
    finding = caught(outcome, "N709", "B4", OVERVIEW)
    assert finding.message == f"“一、总体情况”没有写到：{missing}。"


@pytest.mark.parametrize(
    ("aspect", "words"),
    [
        ("监督保障", "成立了领导小组，由局长任组长。"),
        ("监督保障", "市场监督管理信息及时更新。"),
        ("政府信息管理", "收到的申请件逐件登记、归档。"),
    ],
)
def test_caught_where_only_a_word_beside_it_is_there(aspect: str, words: str) -> None:
    given = {**_ASPECTS, aspect: words}
    outcome = checked(balanced("2021", narrative={"overview": "\n".join(given.values())}))
    assert caught(outcome, "N709", "B4", OVERVIEW).message.endswith(f"没有写到：{aspect}。")


def test_a_heading_without_text_is_not_counted() -> None:
    text = "（一）主动公开\n全年公布文件。\n（二）依申请公开\n（三）政府信息管理\n文件按期清理。"
    outcome = checked(balanced("2021", narrative={"overview": text}))
    found = caught(outcome, "N709", "B4").message
    assert "依申请公开、政府信息公开平台建设、监督保障" in found


def test_for_the_edition_of_2021_only() -> None:
    outcome = checked(balanced("2019", narrative={"overview": "全年公布文件。"}))
    assert outcome.rules.not_run["N709"].startswith("只用于 2021")


def test_not_run_without_text() -> None:
    outcome = checked(balanced("2021", narrative={"overview": ""}))
    assert outcome.rules.not_run["N709"] == "第一部分没有正文"
