"""The workbook was made from a later template than this program knows."""

from govxlsx.checking import Notice, Rule, Severity, noticed

RULE = Rule(
    title="模板版本比程序新",
    checks="模板版本不比程序新",
    severity=Severity.WARNING,
    basis="本工具的填报要求：官方模板填报说明",
    message="模板版本是 {stamp}，本程序只认到 {current}；内容已按行名和列名读取，新增的项目可能没有读到。",
    fix="请升级 govxlsx 后再检查一次。",
    why="程序不认识更新的模板，读到的可能不完整。",
    bad="模板版本 2029.1。",
    good="程序与模板同时更新。",
    look=noticed(Notice.STAMP_NEWER),
)
