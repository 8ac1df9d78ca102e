import pytest
from reports import ADDED, BASICS, balanced, caught, checked, silent, told

_OLD = "国办公开办函〔2019〕60号"
_NEW = "国办公开办函〔2021〕30号"


@pytest.mark.parametrize(
    "text",
    [
        f"根据《中华人民共和国政府信息公开工作年度报告格式》（{_NEW}），编制本报告。",
        f"根据{_OLD}和{_NEW}，编制本报告。",
        "永政办〔2019〕60号文件继续有效，公开信息60条。",
    ],
)
def test_silent(text: str) -> None:
    silent(told("2021", preamble=text), "N706")


def test_for_the_edition_of_2021_only() -> None:
    outcome = told("2019", preamble=f"根据{_OLD}，编制本报告。")
    assert outcome.rules.not_run["N706"].startswith("只用于 2021")


@pytest.mark.parametrize(
    "text",
    [
        f"根据{_OLD}，编制本报告。",
        "根据国办公开办函[2019]60号，编制本报告。",
        "根据国办公开办函（2019）60 号，编制本报告。",
        "根据《关于政府信息公开工作年度报告有关事项的通知》，编制本报告。",
    ],
)
def test_caught(text: str) -> None:
    caught(told("2021", preamble=text), "N706", ADDED["preamble"], BASICS)


def test_caught_once_for_name_and_number() -> None:
    text = f"根据《关于政府信息公开工作年度报告有关事项的通知》（{_OLD}），编制本报告。"
    caught(checked(balanced("2021", narrative={"preamble": text})), "N706", ADDED["preamble"])
