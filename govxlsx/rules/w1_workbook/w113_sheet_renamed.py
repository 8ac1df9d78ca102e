"""A sheet was found by its title under another name."""

from govxlsx.checking.rule import Rule, Severity, noticed
from govxlsx.report.model import Notice

RULE = Rule(
    title="工作表改了名",
    checks="工作表的名字与模板一致",
    severity=Severity.INFO,
    basis="本工具的填报要求：官方模板填报说明",
    message="这张表按第一行的标题认作“{official}”。",
    fix="不改也能读取；要改回的，双击工作表名，改为“{official}”。",
    why="按标题认表，改名不影响读取，记录在案以便核对。",
    bad="“四、复议诉讼”改名为“Sheet4”。",
    good="保持模板的工作表名。",
    look=noticed(Notice.SHEET_RENAMED),
)
