"""A citizen's identity number, told by its structure and its check digit."""

from govxlsx.checking import Rule, Severity
from govxlsx.checking.numbers_of_persons import of_kind
from govxlsx.personal import NumberKind

RULE = Rule(
    title="有身份证号",
    checks="没有身份证号",
    severity=Severity.ERROR,
    basis="《中华人民共和国政府信息公开条例》第十五条、第十七条；《中华人民共和国个人信息保护法》第二十八条（敏感个人信息）",
    message="{where} 有身份证号 {shown}（中间已遮去）{times}，不能公开。",
    fix="请删除 {where} 中的身份证号；需要说明情况的，不要写个人的证件号码。",
    why="年度报告要向社会公布，不能带有个人的身份证号。只有地区、出生日期和最后一位校验码都对得上的才算；提示中不重复整个号码。",
    bad="“申请人（身份证号1101************58）申请公开……”",
    good="“1 名申请人申请公开……”",
    look=of_kind(NumberKind.IDENTITY),
)
