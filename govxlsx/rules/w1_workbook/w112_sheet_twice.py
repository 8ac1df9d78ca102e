"""Two sheets are the same part of the form."""

from govxlsx.checking import Notice, Rule, Severity, noticed

RULE = Rule(
    title="工作表重复",
    checks="每张工作表只有一份",
    severity=Severity.ERROR,
    basis="本工具的填报要求：官方模板填报说明",
    message="{told}，不知道以哪{keep}为准。",
    fix="请只保留要报送的{keep}，把{drop}删除（右键点工作表名，选“删除”）。",
    why="两张表都像是同一部分时，程序不替填报人选择。",
    bad="“三、依申请公开”和“三、依申请公开 (2)”同时存在。",
    good="每一部分只有一张表。",
    look=noticed(Notice.SHEET_TWICE),
)
