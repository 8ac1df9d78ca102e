"""The workbook, or one of its tables, is on a form that was not in force in the report's year."""

from govxlsx.checking import Case, Facts, Notice, Rule, Severity, remarked


def _look(case: Case) -> Facts:
    """Say of a single table that the others are of another edition: its figures are not read."""
    for remark in case.remarks(Notice.WRONG_EDITION):
        if remark.words["year"]:
            words = {
                "which": "报告年度是 {year} 年，用的却是 {edition} 版的表",
                "mend": "请核对“报告年度”；年度无误的，改用当年的官方模板重新填写（govxlsx new --year {year}）",
            }
        else:
            words = {
                "which": "这张表是 {edition} 版的，整张没有读取",
                "mend": "请从 {wanted} 版的官方模板复制这张表过来，照它重新填写，再删除这一张",
            }
        told = {key: text.format_map(remark.words) for key, text in words.items()}
        yield remarked(remark, **told)


RULE = Rule(
    title="用错了年度的表",
    checks="用的是报告年度的表",
    severity=Severity.ERROR,
    basis="国办公开办函〔2021〕30号、〔2019〕60号所附格式",
    message="{which}，应当用 {wanted} 版的表。",
    fix="{mend}。",
    why="2019、2020 年度用国办公开办函〔2019〕60号的表，2021 年度起用〔2021〕30号的表，两版的项目不同。",
    bad="2023 年度的报告填在 2019 版的表上。",
    good="2023 年度的报告填在 2021 版的表上。",
    look=_look,
)
