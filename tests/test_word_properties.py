from lxml import etree
from word_reports import BOTH, opened, parts, report

from govxlsx import __version__
from govxlsx.word import deliver


@BOTH
def test_two_builds_are_the_same_bytes(edition: str) -> None:
    assert deliver(report(edition)) == deliver(report(edition))


def test_a_document_is_small_and_carries_nothing_of_the_library() -> None:
    data = deliver(report())
    assert len(data) < 20_000
    content = parts(data)
    assert not any("theme" in name or "thumbnail" in name for name in content)
    assert not any(b"python-docx" in part for part in content.values())


def test_core_properties_are_the_reports_and_know_no_clock() -> None:
    properties = opened(report()).core_properties
    assert properties.title == "永宁市档案局2021年政府信息公开工作年度报告"
    assert properties.author == "永宁市档案局"
    assert "2021年" in properties.keywords
    assert "主动公开" in properties.keywords
    assert report().sha256 in properties.comments
    assert properties.created == properties.modified
    assert (properties.created.year, properties.created.month) == (2022, 1)
    assert properties.content_status == ""
    assert opened(report(), draft=True).core_properties.content_status == "草稿"


def test_custom_properties_serve_the_archive() -> None:
    root = etree.fromstring(parts(deliver(report()))["docProps/custom.xml"])
    assert {each.get("name"): each[0].text for each in root} == {
        "题名": "永宁市档案局2021年政府信息公开工作年度报告",
        "责任者": "永宁市档案局",
        "年度": "2021",
        "公开属性": "主动公开",
        "版式": "2021",
        "来源文件SHA-256": report().sha256,
        "生成程序": f"govxlsx {__version__}",
    }
    assert [each.get("pid") for each in root] == ["2", "3", "4", "5", "6", "7", "8"]
