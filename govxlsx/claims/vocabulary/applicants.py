"""Who applied: natural persons and the five kinds of organisations."""

from govxlsx.claims.templates import terms
from govxlsx.claims.vocabulary.applications import RECEIVED

_R = f"{RECEIVED}."
PERSON, ORGANIZATIONS = f"{_R}natural_person", f"{_R}organizations"
OTHER_ORGANIZATION = f"{_R}other_organization"
ASKER = "申请人"
LOOSE = "loose"
"""公民, 企业, 个人: who applied where a number stands beside it, else anybody."""

TERMS = terms(
    f"""
    CLIENT
        社会公众 申请人 当事人 群众 公众 原告 上诉人 第三方 第三人 被征收人 村民 居民 市民 市民群众 人民群众 企业和群众 企业群众 企业、群众 任何人 任何(公民|单位|个人) (单位|个人)(和|或|、)(单位|个人) 行政相对人 律师 委托人 媒体 记者
    APPLICANT {ORGANIZATIONS}
        [企业]法人(或|或者|和|及|与|、|以及|)(其他|社会|)组织 法人 企业法人 法人单位 单位法人 法人类 企事业单位
        > 法人或其他组织9件 → {ORGANIZATIONS} 9
    APPLICANT {PERSON}
        自然人 公民个人 自然人个人
        > 收到政府信息公开申请3件，均由自然人提出 → {RECEIVED} 3, {PERSON} 3
        > 收到申请3件，全部为自然人申请 → {RECEIVED} 3, {PERSON} 3
    APPLICANT {_R}enterprise
        商业企业 企业 公司
        > 商业企业提出4件 → {_R}enterprise 4
    APPLICANT {LOOSE}
        公民 个人
    APPLICANT {_R}research_institution
        科研(机构|单位|院所)
        > 科研机构0件 → {_R}research_institution 0
    APPLICANT {_R}public_welfare_organization
        社会公益[性]组织 公益组织
        > 社会公益组织1件 → {_R}public_welfare_organization 1
    APPLICANT {_R}legal_service_organization
        法律服务机构 (律师事务所|律所)[代理[企业|公司|个人]]
        > 法律服务机构3件 → {_R}legal_service_organization 3
    APPLICANT {OTHER_ORGANIZATION}
        其他(组织|机构)
        > 其他组织1件 → {OTHER_ORGANIZATION} 1
    """
)
