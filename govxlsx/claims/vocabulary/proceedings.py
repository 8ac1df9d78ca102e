"""Administrative reconsideration and litigation over disclosure, and how they ended."""

from govxlsx.claims.templates import terms

_P = "proceedings."
RECONSIDERATION = f"{_P}reconsideration"
LITIGATION = f"{_P}litigation"
DIRECT = f"{_P}direct_litigation"
AFTER = f"{_P}litigation_after_reconsideration"
LOST = "lost"
"""败诉, 被纠正: what is denied of cases, not that there are any."""

TERMS = terms(
    f"""
    CLIENT {RECONSIDERATION}
        [行政]复议(机关|机构|委员会)
        > 有1件答复被复议机关撤销 → {RECONSIDERATION}.corrected 1
    CLIENT {LITIGATION}
        [人民|一审|二审]法院
        > 有1件答复被法院确认违法 → {LITIGATION}.corrected 1
    PROCEEDING {AFTER}
        [经][行政]复议后[再|又][向人民法院|向法院](起诉|诉讼|提起诉讼|提起行政诉讼|行政诉讼|提起|应诉)[案件] 先复议后诉讼
        > 复议后起诉9件 → {AFTER} 9
    PROCEEDING {DIRECT}
        [未经行政复议|未经复议|不经复议|未经行政复议程序|未经复议程序|未经过复议|未经过行政复议|未经过复议程序|未经过行政复议程序](直接)[向人民法院|向法院](起诉|提起诉讼|提起行政诉讼|诉讼|行政诉讼|提起)[案件]
        [未经行政复议|未经复议|不经复议](直接|径行|径直)(诉至|诉诸|诉到|起诉至|起诉到)[人民]法院
        > 未经复议直接起诉8件 → {DIRECT} 8
        > 直接诉至法院的有2件 → {DIRECT} 2
    PROCEEDING {RECONSIDERATION}
        [申请|提起|提出](行政复议|复议)[案件|申请|纠纷|争议|数量|数|案|类案件|申请案件] 复议程序 行政复议程序 [行政]复议答复通知[书]
        > 行政复议共18件 → {RECONSIDERATION} 18
        > 未发生行政复议案件 → {RECONSIDERATION} 0
        > 收到申请9件，其中2件申请进入行政复议程序 → applications.received 9, {RECONSIDERATION} 2
        > 发生1起有关政府信息公开工作的行政复议案件 → {RECONSIDERATION} 1
    PROCEEDING {LITIGATION}
        涉诉[案件] [提起|提出|引起|引发](行政诉讼|诉讼)[案件|数量|数|案|类案件|纠纷|争议] 被起诉 被诉 被诉讼[案件] 起诉 应诉 应诉案件 提起起诉 (诉至|诉诸|诉到|起诉至)[人民]法院 行政诉 [行政][诉讼]应诉通知[书] 诉讼程序 行政诉讼程序 行政应诉 行政应诉案件
        > 被提起行政诉讼5件 → {LITIGATION} 5
        > 无行政复议、行政诉讼 → {RECONSIDERATION} 0, {LITIGATION} 0
    OUTCOME upheld
        驳回[了|其|原告|申请人|上诉人|对方|原告人][的][全部](诉讼请求|行政复议请求|复议请求|请求|诉求) [结果|予以|决定|判决|均获|获|被|裁定](维持)[原判|原行政行为|原答复|原决定|原处理决定|原行政决定|原具体行政行为]
        > 行政复议2件，均获维持 → {RECONSIDERATION} 2, {RECONSIDERATION}.upheld 2
        > 行政诉讼3件，判决驳回诉讼请求 → {LITIGATION} 3, {LITIGATION}.upheld 3
        > 发生1起行政复议案件，该案经审查依法驳回复议请求 → {RECONSIDERATION} 1, {RECONSIDERATION}.upheld 1
    OUTCOME dismissed
        驳回[了|其|申请人|原告|上诉人][的][行政][复议|复议申请|申请|起诉|上诉] 不予受理复议 裁定驳回[起诉]
        > 行政复议3件，驳回1件 → {RECONSIDERATION} 3, {RECONSIDERATION}.upheld 1
    OUTCOME corrected
        [结果|被|予以](纠正|纠错) [被|判决|决定|予以|依法](撤销|撤消)[原答复|答复|原决定|原行政行为|部分答复|部分答复内容] [被|决定](变更) 被[复议机关]改变 [被|判决|判令](确认违法|确认答复违法) (责令|判令)[重新|限期|其][履行|答复|作出答复|重新答复|履职|履行职责|处理|重新处理|重新作出答复|重新作出|限期答复]
        > 行政复议2件，维持1件，撤销1件 → {RECONSIDERATION} 2, {RECONSIDERATION}.upheld 1, {RECONSIDERATION}.corrected 1
    OUTCOME {LOST}
        败诉 被判败诉
    OUTCOME other
        其他(结果|结论) 结果[为|是]其他 撤诉 (撤销|撤消)[行政]复议申请 [主动|自愿|自行](撤回)[了][行政][复议申请|复议|起诉|诉讼|上诉] 终止[审理|复议|审查|诉讼|行政复议] 和解撤诉 (调解|和解)[结案]
        > 行政诉讼2件，原告撤诉1件 → {LITIGATION} 2, {LITIGATION}.other 1
    """
)
