"""What a writing program or a drafter said to whom they wrote for was left in the text."""

from govxlsx.checking import Case, Facts, Rule, Severity, regex
from govxlsx.checking.repeated import wherever

_WRITTEN = "(?:撰写|生成|拟写|润色|改写|扩写|续写)"
_CHANGED = "(?:情况修改|情况调整|情况替换|情况补充|进行修改|进行调整|进行替换)"
_READER = "(?:领导|局长|主任|科长|处长|分管)"
_YOU = ("您", "你")

_SPEECHES = {
    "作为一?[个名款]?(?:AI|人工智能|大语言|语言)(?:大?语言)?(?:模型|助手)": ("模型", "助手"),
    "由 ?(?:AI|人工智能|DeepSeek|豆包|文心一言|ChatGPT|Kimi|通义千问|元宝) ?(?:自动|辅助)?生成": (),
    f"好的[，,！!](?:以下|这是|下面|为您|我)[^。\\n]{{0,30}}{_WRITTEN}[^。：:\\n]{{0,30}}": (),
    **{
        f"{each}[是为][^，。：:\\n]{{0,24}}{_WRITTEN}的[^，。：:\\n]{{0,20}}(?=[：:])": ()
        for each in ("以下", "下面", "这")
    },
    "以[上下][^，。；\\n]{0,10}仅供参考": ("仅供参考",),
    f"为[您你]{_WRITTEN}": _YOU,
    "根据[您你]所?(?:提供|上传|给出|描述|的(?:要求|需求|描述))的?": _YOU,
    "希望(?:以上|上述|这[些份篇]|本)[^。！!，,\\n]{0,10}(?:[对合足][您你]|有帮助|有所帮助)"
    "[^。！!，,\\n]{0,6}": (*_YOU, "帮助"),
    "随时告[诉知]我(?=[。！!，,\\n]|$)": ("随时告",),
    f"请[您你]?根据[^，。；\\n]{{0,8}}实际{_CHANGED}": (),
    "贵单位": ("贵单位",),
    "贵机关": ("贵机关",),
    **{
        f"{mark}(?:全文|字数)[^（()）\\n]{{0,4}}\\d+ ?余?字?[^（()）\\n]{{0,3}}[）)]": ()
        for mark in ("（", "\\(")
    },
    **{
        f"{mark}[请呈]{_READER}[^（()）\\n]{{0,8}}(?:审定|审阅|签批|把关)[^（()）\\n]{{0,6}}[）)]": ()
        for mark in ("（", "\\(")
    },
}
"""None of it is said to those who read a report: 根据您提供的信息, 希望以上内容对您有所帮助; and words
without which it is not said, where these are quickly found to be missing."""

_SAID = regex("|".join(_SPEECHES))
_EACH = tuple(regex(source, needs=needs) for source, needs in _SPEECHES.items())
"""Each begins with a character: all of them are looked for in a tenth of the time of one in all."""

_said = wherever(_SAID)


def _look(case: Case) -> Facts:
    if any(each.search(case.prose) for each in _EACH):
        yield from _said(case)


RULE = Rule(
    title="留有写作工具或起草人的话",
    checks="没有写作工具和起草人留下的话",
    severity=Severity.WARNING,
    basis="国办公开办函〔2021〕30号、〔2019〕60号：年度报告应当内容完整、真实准确",
    message="“{context}”中的“{quote}”像是写作工具或起草人对用稿的人说的话，不是报告的内容{times}。",
    fix="请删去 {where} 的这些话，并对照本机关的实际情况核对那一段；确是原文的，在“情况说明”中写明。",
    why="智能写作工具的开场白、结束语和“仅供参考”，起草人写给领导的话，照样会印进报告、公布出去；它写的内容也要逐句核实。",
    bad="以下是根据您提供的信息撰写的总体情况：……希望以上内容对您有所帮助！",
    good="正文从本机关做了什么写起。",
    look=_look,
)
