"""The template's stamp is gone or makes no sense; the labels told the edition."""

from govxlsx.checking import Notice, Rule, Severity, noticed

RULE = Rule(
    title="没有模板版本",
    checks="模板版本写明了",
    severity=Severity.INFO,
    basis="本工具的填报要求：官方模板填报说明",
    message="“填报说明”里没有可识别的模板版本，已按表头认定表的版本。",
    fix="不改也能读取；下次请直接在官方模板上填写。",
    why="模板版本写在“填报说明”里，删掉了就只能按表头认定。",
    bad="删除了“填报说明”。",
    good="保留“填报说明”。",
    look=noticed(Notice.STAMP_MISSING),
)
