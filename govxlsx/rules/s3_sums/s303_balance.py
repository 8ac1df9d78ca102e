"""A column of part three that breaks the balance 一 + 二 = 三（七） + 四."""

from govxlsx.checking import Rule, Severity
from govxlsx.checking.broken_sums import broken

RULE = Rule(
    title="勾稽关系不平：一＋二≠三（七）＋四",
    checks="勾稽关系：一＋二＝三（七）＋四",
    severity=Severity.ERROR,
    basis="国办公开办函〔2021〕30号、〔2019〕60号所附格式第三部分表左上角：本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和",
    message="“{column}”列勾稽不平：第三项（七）加第四项（{totals}）是{found}，第一项加第二项（{parts}）是 {expected}，{more} {difference}。",
    fix="请对照台账：不是新收、上年结转（{parts}）合起来{less}填了 {difference}，就是办理结果（{results}）、结转下年度（{cell}）合起来{more}填了 {difference}。",
    why="每一件收到或结转来的申请，不是已经办结，就是结转下年度。每一列都要平；各列一正一负、总计凑平的，仍然是错的。",
    bad="新收 60，上年结转 0，办结 61，结转下年度 0。",
    good="新收 60，上年结转 1，办结 61，结转下年度 0。",
    look=broken("S303"),
)
