"""An applicant's name."""

import re

from govxlsx.checking import Case, Facts, Rule, Severity, regex
from govxlsx.checking.prose import anywhere
from govxlsx.checking.repeated import folding

_SURNAMES = (
    "王李张刘陈杨赵黄吴徐孙胡朱郭林罗梁宋郑谢韩唐冯董萧曹袁邓傅沈曾彭吕苏卢蒋蔡贾丁魏薛叶阎余潘杜戴夏钟汪田"
    "姜范石姚谭廖邹熊陆郝孔白崔康毛邱秦江史顾侯邵孟龙万段雷钱汤尹黎易武乔贺赖龚庞樊兰殷施陶洪翟倪严牛温芦季俞"
    "章鲁葛韦毕聂焦耿邢岳齐梅柯骆祝霍涂甘裴翁覃卓欧阮凌娄靳高何许方周马莫路左褚卫华戚窦柏费廉岑滕邬符鲍"
)
_OTHER_SURNAMES = "于向任关常解单申和应时尚管包查"
"""Surnames that are ordinary words too: only with 某."""
_COMPOUND = "欧阳|司马|上官|诸葛|司徒|夏侯|皇甫|尉迟|公孙|慕容|令狐|长孙|宇文|东方|端木"
_NO_NAME = (
    "的了是在和与或及从按到其所有无不未没已曾被将可能应请公开本机关法院等于以因为对向就由经过通提出交起要求收多次数"
    "再又也都均仅只还更最各每某这那该此上下前后内外间中年月日时期度量级种类件条项份个人名位家户们单位部门政府局厅委办"
    "区县市省镇乡村街道路站所处科室公司企业有限情况信息申报告复诉讼决定补正材料理据依照格重何且贴边便式围续务用款额驻见住"
)
_SURNAME = f"(?:{_COMPOUND}|[{_SURNAMES}])(?!金周|油|费)"
_CALLED = f"{_SURNAME}(?:[某×＊*]{{1,2}}|先生|女士)"
_GIVEN = f"[^\\W0-9A-Za-z_{_NO_NAME}]{{1,2}}?"
_FOLLOWS = (
    "(?=申请|提出|提交|提起|要求|不服|起?诉|[以因就对向于](?!为|于)|通过|认为|的(?:申请|政府信息|信息公开|举报|投诉|诉讼|答复|复议|诉求|请求)"
    "|等[0-9０-９一二两三四五六七八九十]*[人名户位件]|[，。、；：,;:（(）)”]|$)"
)
_NAME = rf"(?:姓名)?[：:“（(]?[ \u3000]*({_CALLED}|{_SURNAME}{_GIVEN}{_FOLLOWS})"
_NAMED = (
    regex(
        f"人(?:(?<=[^被]申请人)|(?<=^申请人)|(?<=[上起]诉人)|(?<=举报人)|(?<=投诉人)|(?<=信访人)){_NAME}",
        re.MULTILINE,
    ),
    regex(f"原告{_NAME}", re.MULTILINE),
    regex(f"民(?<=[公村市]民)({_CALLED})"),
)
"""After 市民 and its like only 某 or 先生 tells a name: 市民龙舟赛."""
_VEILED = regex(
    rf"某(?<=[{_SURNAMES}{_OTHER_SURNAMES}]某)某?"
    "(?=先生|女士|申请(?!人)|不服|起?诉|提[起出交]|要求|等[0-9０-９一二两三四五六七八九十]*[人名户位])"
)
"""张某某不服…: a veiled name needs nobody named before it."""


def _look(case: Case) -> Facts:
    told: set[tuple[int, int]] = set()
    for passage, match in anywhere(case, *_NAMED):
        told.add((id(passage), match.start(1)))
        yield passage.fact(*match.span(1))
    for passage, match in anywhere(case, _VEILED):
        if (id(passage), match.start() - 1) not in told:
            yield passage.fact(match.start() - 1, match.end())


RULE = Rule(
    title="有申请人的姓名",
    checks="没有申请人的姓名",
    severity=Severity.WARNING,
    basis="《中华人民共和国政府信息公开条例》第十五条；《中华人民共和国个人信息保护法》第四条、第十三条",
    message="{where} 的“{quote}”像是申请人或当事人的姓名{times}。",
    fix="请核对 {where}：是人名的，改成“1 名申请人”之类的说法，只写姓、用“某”代替名字的也改；不是人名的，在“情况说明”中写明。",
    why="年度报告要向社会公布，说明办理情况用不着写申请人是谁。",
    bad="“申请人李四申请公开征地批文”",
    good="“1 名申请人申请公开征地批文”",
    look=folding(_look),
)
