"""A label of the table is gone or changed beyond recognition."""

from govxlsx.checking import Notice, Rule, Severity
from govxlsx.checking.lost_labels import noticed_with_lost

RULE = Rule(
    title="表头或行名对不上",
    checks="表头和行名都与模板对得上",
    severity=Severity.ERROR,
    basis="国办公开办函〔2021〕30号、〔2019〕60号所附格式",
    message="没有找到{labels}，{lost}没有读取{areas}。",
    fix="请对照官方模板：改了名的，改回原文；行、列或表头删掉了的，撤销删除，或者在原来的位置插入，补写名称，再填内容。",
    why="数字按行名和列名取，不按位置取；名字认不出时宁可不读，也不读错位的数字。",
    bad="“（二）部分公开”被改成“部分”。",
    good="行名、列名与官方格式一致。",
    look=noticed_with_lost(Notice.LABEL_MISSING),
)
