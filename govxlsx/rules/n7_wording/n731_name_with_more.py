"""The agency's name has more in it than the name: a seal, the year, the report's title."""

from govxlsx.checking import Case, Facts, Rule, Severity, regex

_MORE = regex(
    "^(?:机关|单位|填报单位|报送单位)(?:名称|全称)?[:：]"
    r"|[（(]?(?:盖章|公章|印章|签章)[）)]?"
    r"|\n|(?:19|20)\d\d年.*|(?:政府信息公开)?(?:工作)?年度?报告?$|[。；;，,、]$"
)


def _look(case: Case) -> Facts:
    for passage in case.entries:
        found = _MORE.search(passage.text) if passage.part == "name" else None
        if found is not None:
            what = "换行" if found[0] == "\n" else f"“{found[0]}”"
            yield passage.fact(*found.span(), what=what)


RULE = Rule(
    title="机关名称里有别的字",
    checks="机关名称里只有名称",
    severity=Severity.WARNING,
    basis="国办公开办函〔2021〕30号、〔2019〕60号：年度报告应当内容完整、真实准确",
    message="机关名称里的{what}多半不是名称：机关名称原样印在报告标题和文件名里，年度和“政府信息公开工作年度报告”由程序加上。",
    fix="请在“基本信息”的 {cell} 只留机关全称；确实如此的，在“情况说明”中写明。",
    why="标题会印成“青石县水利局（盖章）2026年政府信息公开工作年度报告”，公布后最显眼。",
    bad="青石县水利局（盖章）",
    good="青石县水利局",
    look=_look,
)
