"""Who applied: natural persons and the five kinds of organisations."""

from __future__ import annotations

from govxlsx.claims.model import Role, Term

_R = "applications.received."
_BY = r"(?:提出|提交|申请|递交|的|类|方面)*"

TERMS = (
    Term(Role.ASIDE, "everyone", r"公民、?法人(?:或者?|和|及|与|、)其他组织(?:的)?", key="公民"),
    Term(
        Role.APPLICANT,
        f"{_R}organizations",
        rf"(?:企业法人|法人)(?:(?:或者?|和|及|与|、)其他组织|(?=提出|申请\d|\d)){_BY}",
        key="法人",
        examples=(("法人或其他组织9件", {f"{_R}organizations": 9}),),
    ),
    Term(
        Role.APPLICANT,
        f"{_R}natural_person",
        rf"(?:自然人|公民个人|公民(?=提出|申请\d|\d)){_BY}",
        examples=(
            (
                "收到政府信息公开申请3件，均由自然人提出",
                {"applications.received": 3, f"{_R}natural_person": 3},
            ),
        ),
    ),
    Term(
        Role.APPLICANT,
        f"{_R}enterprise",
        rf"(?:商业企业|企业(?=[提申\d共])){_BY}",
        key="企业",
        examples=(("商业企业提出4件", {f"{_R}enterprise": 4}),),
    ),
    Term(
        Role.APPLICANT,
        f"{_R}research_institution",
        rf"科研(?:机构|单位){_BY}",
        key="科研",
        examples=(("科研机构0件", {f"{_R}research_institution": 0}),),
    ),
    Term(
        Role.APPLICANT,
        f"{_R}public_welfare_organization",
        rf"社会公益(?:性)?组织{_BY}",
        key="公益",
        examples=(("社会公益组织1件", {f"{_R}public_welfare_organization": 1}),),
    ),
    Term(
        Role.APPLICANT,
        f"{_R}legal_service_organization",
        rf"法律服务机构{_BY}",
        key="法律服务",
        examples=(("法律服务机构3件", {f"{_R}legal_service_organization": 3}),),
    ),
    Term(
        Role.APPLICANT,
        f"{_R}other_organization",
        rf"其他(?:组织|机构|单位){_BY}",
        key="其他",
        examples=(("其他组织1件", {f"{_R}other_organization": 1}),),
    ),
)
