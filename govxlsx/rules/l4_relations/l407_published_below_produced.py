"""Fewer documents published in the year than produced."""

from govxlsx.checking import Rule, Severity
from govxlsx.checking.relations import fewer

RULE = Rule(
    title="新制作的没有都公开",
    checks="新制作的都公开了",
    severity=Severity.WARNING,
    basis="《中华人民共和国政府信息公开条例》第二十条第（一）项；国办公开办函〔2019〕60号所附格式第二部分：本年新制作数量、本年新公开数量",
    message="“{row}”本年新公开 {value} 件，少于本年新制作的 {produced} 件。",
    fix="请核对 {cells}；确有制作而没有公开的，请补公开，或者在“情况说明”中写明原因。",
    why="规章和规范性文件应当主动公开，制作了几件就应当公开几件；年末制作、次年公开的可以说明。",
    bad="新制作 5，新公开 3。",
    good="新制作 5，新公开 5。",
    look=fewer("published", "produced"),
    needs=("disclosure.*.published", "disclosure.*.produced"),
)
