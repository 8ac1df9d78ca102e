"""A label stands more than once, so its figures are ambiguous."""

from govxlsx.checking import Notice, Rule, Severity
from govxlsx.checking.lost_labels import noticed_with_lost

RULE = Rule(
    title="行名或列名重复",
    checks="行名和列名没有重复",
    severity=Severity.ERROR,
    basis="国办公开办函〔2021〕30号、〔2019〕60号所附格式",
    message="{labels}出现了不止一处，不知道以哪处为准，对应的数字没有读取{areas}。",
    fix="请删除多出来的行、列或整张表的副本，只留一处。",
    why="同一名称有两处时，程序不替填报人选择。",
    bad="在表的下面又粘贴了一份表。",
    good="每个行名、列名只出现一次。",
    look=noticed_with_lost(Notice.LABEL_TWICE, before=Notice.LABEL_MISSING),
)
