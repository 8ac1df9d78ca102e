"""The workbook was made from an earlier revision of the template."""

from govxlsx.checking import Notice, Rule, Severity, noticed

RULE = Rule(
    title="模板版本较旧",
    checks="模板版本不旧",
    severity=Severity.WARNING,
    basis="本工具的填报要求：官方模板填报说明",
    message="模板版本是 {stamp}，现行版本是 {current}；内容已按行名和列名读取。",
    fix="本次可以照报；下次请用现行模板。",
    why="旧模板的提示和校验可能不全。",
    bad="模板版本 2021.1，现行为 2021.2。",
    good="使用现行模板。",
    look=noticed(Notice.STAMP_OLDER),
)
