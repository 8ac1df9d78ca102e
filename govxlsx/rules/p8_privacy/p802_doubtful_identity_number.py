"""What is probably an identity number: fifteen digits, or a check digit that is wrong."""

from govxlsx.checking import Rule, Severity
from govxlsx.checking.numbers_of_persons import of_kind
from govxlsx.personal import NumberKind

RULE = Rule(
    title="可能有身份证号",
    checks="没有像身份证号的数字",
    severity=Severity.WARNING,
    basis="《中华人民共和国政府信息公开条例》第十五条、第十七条；《中华人民共和国个人信息保护法》第二十八条（敏感个人信息）",
    message="{where} 的 {shown}（中间已遮去）像是身份证号{times}。",
    fix="请核对 {where}：是身份证号的，请删除；不是的，在“情况说明”中写明是什么号码。",
    why="15 位的旧身份证号没有校验码；写着“身份证”而校验码不对的，多半是抄错一位，仍然看得出是谁。",
    bad="“身份证号 130102********3”",
    good="不写身份证号。",
    look=of_kind(NumberKind.DOUBTFUL_IDENTITY),
)
