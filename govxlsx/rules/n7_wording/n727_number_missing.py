"""A unit stands where its number was never filled in: 公开政府信息条."""

from govxlsx.checking import Rule, Severity, regex
from govxlsx.checking.repeated import wherever

_GAP = "[ \u00a0\u3000_]*"
_COUNTED = f"{_GAP}(?:余?[件条篇期次份个元]|人次|万元|[%％])"
_HELD = f"{_GAP}余?次"
_TRAINED = f"{_GAP}(?:余?次|人次)"
_BEGUN = "(?<=[，,。；;：:]..)"
"""A clause begins with the two characters before this."""

_ASKED = f"(?:(?<![对将把凡每各未无]..)(?<!没有..)[^。；，,、的\\d\\n]{{0,12}}申请件|{_BEGUN}件)"
_AFTER = {
    **dict.fromkeys(("共(?<!公共)计?", "累计", "合计", "总计", "共(?<!公共)有", "其中"), _COUNTED),
    "信息": f"{_GAP}余?条次?",
    **dict.fromkeys(("文件", "公告", "公示", "动态"), f"{_GAP}余?[条篇]"),
    **dict.fromkeys(("会议", "检查", "抽查", "测评", "活动", "发布会", "讲座"), _HELD),
    **dict.fromkeys(("收到", "受理", "办结", "答复", "新收"), _ASKED),
    **dict.fromkeys(("培训", "参训", "接待", "惠及"), _TRAINED),
    **dict.fromkeys(("收费", "处理费", "金额"), f"{_GAP}元"),
    "行政(?:许可|处罚|强制|复议|诉讼)": "(?<=[，,。；;：:]....)件",
    "结转": f"{_BEGUN}(?:至|到)?(?:下一?年度?)?件",
    **dict.fromkeys(("热线", "信箱"), f"{_GAP}余?[件条]"),
    "申请": "[ \u00a0\u3000_]+件",
    "占": f"比?{_GAP}[%％]",
    **dict.fromkeys(" \u00a0\u3000", "(?<=[\u4e00-\u9fff].)[ \u00a0\u3000]+[件条次份篇个元]"),
}
"""What has lost its number, by the words before it. Each begins with a plain character, for which
a text is searched fastest."""

_MISSING = regex(
    f"(?:{'|'.join(each + rest for each, rest in _AFTER.items())})(?=[，,。；;、（(）)\n]|$)"
)


RULE = Rule(
    title="有单位没有数字",
    checks="有单位的都有数字",
    severity=Severity.WARNING,
    basis="国办公开办函〔2021〕30号、〔2019〕60号：年度报告应当内容完整、真实准确",
    message="“{context}”中的“{quote}”没有数字{times}。",
    fix="请在 {where} 补上数字；没有发生的，写 0 或写明没有；不必写数量的，连同单位一起删去。",
    why="从范本或上年的报告改写时，删了旧数字，新数字没有填。“申请件”“信息条目”这样的名词不提示。",
    bad="全年主动公开政府信息条，共件。",
    good="全年主动公开政府信息230条，共3件。",
    look=wherever(_MISSING),
)
