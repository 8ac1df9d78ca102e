"""A table of the form was not found."""

from govxlsx.checking import Notice, Rule, Severity, noticed

RULE = Rule(
    title="没有找到一张表",
    checks="三张表都找到了",
    severity=Severity.ERROR,
    basis="本工具的导入规则：按标签读，不猜",
    message="没有找到“{part}”的表。",
    fix="请对照原文：表是图片的，只能照着填进模板；表在另一个文件里的，请导入那个文件。",
    why="表可能是图片，或者在附件里。",
    bad="“四、政府信息公开行政复议、行政诉讼情况”下面是一张图片。",
    good="三张表都是可以选中文字的表格。",
    look=noticed(Notice.TABLE_MISSING),
)
