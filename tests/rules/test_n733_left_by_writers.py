import pytest
from reports import ADDED, OVERVIEW, both, caught, silent, told


@pytest.mark.parametrize(
    "text",
    [
        "上线AI智能助手，用人工智能大模型回答咨询。",
        "以下是主要做法：按季通报；希望通过解读让群众看得懂。",
        "全文公开行政规范性文件，请公众监督；设立“为您服务”专栏。",
        "如需咨询，请随时联系我局；信息仅供参考的栏目已撤销。",
        "根据申请人提供的线索，根据群众提供的意见，以下是我局整理的问题：更新慢。",
        "组织起草的公文属性审核；报请领导审定后公开。",
    ],
)
@both
def test_silent(edition: str, text: str) -> None:
    silent(told(edition, overview=text), "N733")


@pytest.mark.parametrize(
    ("text", "quote"),
    [
        ("以下是根据您提供的信息撰写的总体情况部分：", "以下是根据您提供的信息撰写的总体情况部分"),
        ("公开若干。希望以上内容对您有所帮助！", "希望以上内容对您有所帮助"),
        ("公开若干。如需修改，请随时告诉我。", "随时告诉我"),
        ("作为一个AI语言模型，我无法获取数据。", "作为一个AI语言模型"),
        ("好的，以下为您生成总体情况：公开若干。", "好的，以下为您生成总体情况"),
        ("根据您提供的材料，公开若干。", "根据您提供的"),
        ("以上内容仅供参考。", "以上内容仅供参考"),
        ("公开若干，请根据实际情况修改。", "请根据实际情况修改"),
        ("贵单位公开若干。", "贵单位"),
        ("公开若干。（全文约300字）", "（全文约300字）"),
        ("公开若干。（请领导审定）", "（请领导审定）"),
        ("内容由AI生成，请甄别。", "由AI生成"),
    ],
)
@both
def test_caught(edition: str, text: str, quote: str) -> None:
    assert caught(told(edition, overview=text), "N733", ADDED["overview"], OVERVIEW).found == quote
