"""Table of part three on the 2019 form in a report on the 2021 form."""

from govxlsx.checking import Notice, Rule, Severity, noticed

RULE = Rule(
    title="（六）其他处理只有一行",
    checks="（六）其他处理的各行分开列出",
    severity=Severity.WARNING,
    basis="本工具的导入规则：按标签读，不猜",
    message="报告的“（六）其他处理”只有一行（2019 版的写法），现行格式分三行：它的数记在“3.其他”，另两行没有数，留空。",
    fix="请核对：能分清的，把数分到“1.”“2.”“3.”三行；分不清的可以不改，合计不受影响。",
    why="第二张表是 2021 版、第三张表还是 2019 版的混合写法，各级报告里都有。数记在“3.其他”，合计仍然成立。",
    bad="（六）其他处理 5",
    good="1.申请人无正当理由逾期不补正 2；2.未缴费 0；3.其他 3",
    look=noticed(Notice.HYBRID),
)
