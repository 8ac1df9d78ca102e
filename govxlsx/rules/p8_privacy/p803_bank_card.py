"""The number of a bank card, told by its issuer and its check digit."""

from govxlsx.checking import Rule, Severity
from govxlsx.checking.numbers_of_persons import of_kind
from govxlsx.personal import NumberKind

RULE = Rule(
    title="有银行卡号",
    checks="没有银行卡号",
    severity=Severity.ERROR,
    basis="《中华人民共和国政府信息公开条例》第十五条、第十七条；《中华人民共和国个人信息保护法》第二十八条（敏感个人信息）",
    message="{where} 有银行卡号 {shown}（中间已遮去）{times}，不能公开。",
    fix="请删除 {where} 中的银行卡号；收费账户不必写进年度报告。",
    why="年度报告要向社会公布，不能带有银行卡号。只有发卡行标识和校验码都对得上的才算；提示中不重复整个号码。",
    bad="“信息处理费请汇入 6222**********28”",
    good="“本年度没有收取信息处理费”",
    look=of_kind(NumberKind.CARD),
)
