"""Part five tells problems without improvements, or improvements without problems."""

from govxlsx.checking import Case, Facts, Rule, Severity, Skipped, regex
from govxlsx.checking.prose import part_fact, part_text
from govxlsx.rules.n7_wording.n711_no_problems import RULE as NO_PROBLEMS

_HEADING = regex("存在的?(?:主要)?问题(?:及|和|与|以及|、)(?:其)?(?:改进|整改)(?:情况|措施|方向)?")
_PROBLEM = regex(
    "问题|不足|短板|薄弱|欠缺|有待|不够|不高|不强|不到位|不及时|不规范|不全面|不平衡|不充分|不完善"
    "|差距|困难|难点|滞后|缺乏|不深|不紧密|较[少弱低慢]|偏[少弱低慢]|[还仍尚亟]需|存在.{0,12}(?:现象|情形)"
)
_WANT = regex(
    "(?:有待|[还仍尚亟]需要?|需要?进一步|亟待|不够|没有|未能)[^。；;，,\n]{0,14}"
    "|(?:加强|提升|提高|改进|完善|优化|强化|健全|规范)(?:的)?(?:空间|余地)"
    "|[^。；;，,\n]{0,6}(?:不够|不高|不强|不到位|不足|不规范|不完善)"
)
_CLAUSE = regex("[^。；;，,\n]+")
_IMPROVEMENT = regex(
    "改进|整改|下一步|下步|下一阶段|今后|接下来|新的一年|措施|举措|已经?|拟|将|加强|加大|提升|提高"
    "|完善|优化|健全|强化|深化|推进|规范|细化|拓宽|丰富|落实|开展|组织|严格"
)


def _look(case: Case) -> Facts:
    if list(NO_PROBLEMS.look(case)):
        yield Skipped("第五部分没有写，或只写了“无”")
        return
    text = _HEADING.sub("", part_text(case, "problems"))
    lacking = []
    if not _PROBLEM.search(text):
        lacking.append("存在的问题")
    said = (_WANT.sub("", each[0]) for each in _CLAUSE.finditer(text))
    if not any(map(_IMPROVEMENT.search, said)):
        lacking.append("改进情况")
    if lacking:
        yield from part_fact(case, "problems", lacking="和".join(lacking))


RULE = Rule(
    title="问题和改进情况缺一项",
    checks="问题和改进情况都写了",
    severity=Severity.WARNING,
    basis="《中华人民共和国政府信息公开条例》第五十条（四）：政府信息公开工作存在的主要问题及改进情况",
    message="“{part}”看不出写了{lacking}。",
    fix="请在这张表补写{lacking}，一个问题对应一项改进。",
    why="只写问题，读者不知道改了没有；只写打算，读者不知道为什么要改。",
    bad="一是政策解读形式有待丰富；二是业务水平有待提高。",
    good="政策解读形式单一，已增加图解和问答；……",
    look=_look,
)
