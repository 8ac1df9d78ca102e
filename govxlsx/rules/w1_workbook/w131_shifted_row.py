"""The figures of a row or a column stand beside the headings that they belong to."""

from govxlsx.checking import Notice, Rule, Severity, noticed

RULE = Rule(
    title="数字与表头错开了",
    checks="数字与表头对齐",
    severity=Severity.ERROR,
    basis="本工具的填报要求：官方模板填报说明",
    message="有 {count} {what}的数字（{areas}）没有对准{against}，像是{moved}了，这些{what}没有读取：{names}。",
    fix="请撤销移动、删除、插入或拆分单元格的操作，整块错开一行或一列粘贴的重新粘贴，让每个数字回到自己的格子；改不回来的，重新下载模板填写。",
    why="拆开合并的行名、删掉空单元格并“左侧单元格左移”，整行数字就都换了列，读出来的每一个都是错的。",
    bad="“一、本年新收政府信息公开申请数量”一行的七个数从 B 列开始",
    good="七个数在 D 至 J 列，与表头对齐",
    look=noticed(Notice.SHIFTED),
)
