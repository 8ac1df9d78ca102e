"""Part two, and the fee for processing information of part six."""

from __future__ import annotations

from decimal import Decimal

from govxlsx.claims.model import Role, Term

_D = "disclosure."
FEE = "fee.information_processing"
PROJECTS = "disclosure.procurement.projects"
PROCUREMENT = "disclosure.procurement.amount"
AMOUNT = f"{_D}fees.amount"
_HANDLED = r"(?:处理)?(?:决定)?(?:数量|数|件数|案件)?"

TERMS = (
    Term(
        Role.FOREIGN,
        "publicity",
        r"行政(?:许可|处罚|强制|征收)(?:[、和及与]行政(?:许可|处罚|强制))*(?:结果|决定|类)?(?:公示|信息)|行政许可事项|行政处罚事项|行政强制事项|减免(?:行政事业性收费)?"
        r"|规范性文件(?:(?:政策)?解读|清理|审查|备案|审核)|解读规范性文件|清理规范性文件|审查规范性文件|备案规范性文件|转发规范性文件",
        examples=(("归集行政许可和行政处罚信息合计2310条", {}),),
    ),
    Term(
        Role.DOCUMENT,
        "normative_documents",
        r"(?:行政规范性|规范性)文件(?:数|数量|共)?",
        key="规范性文件",
        examples=(
            (
                "制发行政规范性文件12件，废止3件，现行有效40件",
                {
                    f"{_D}normative_documents.issued": 12,
                    f"{_D}normative_documents.repealed": 3,
                    f"{_D}normative_documents.in_force": 40,
                },
            ),
        ),
    ),
    Term(
        Role.DOCUMENT,
        "regulations",
        r"规章(?!制度)(?:数|数量)?",
        key="规章",
        examples=(("制发规章2件", {f"{_D}regulations.issued": 2}),),
    ),
    Term(
        Role.ACT,
        "in_force",
        r"(?:现行|继续|保留|目前|仍然?)有效(?:的)?(?:文件)?(?:数|数量)?",
        key="有效",
    ),
    Term(
        Role.ACT, "repealed", r"(?:废止|失效)(?:或失效|和失效|、失效)?(?:的)?(?:文件)?(?:数|数量)?"
    ),
    Term(Role.ACT, "produced", r"新制作(?:的)?(?:数量|数)?", key="新制作"),
    Term(Role.ACT, "published", r"新公开(?:的)?(?:数量|数)?", key="新公开"),
    Term(
        Role.ACT, "total_public", r"对外公开(?:行政)?(?:规范性文件|规章)?总数?量?", key="对外公开"
    ),
    Term(
        Role.ACT,
        "issued",
        r"(?:制发|制定(?:出台|印发|发布)?|出台|印发|发布|新制定)(?:了|的)?(?:文件)?(?:数|数量)?",
    ),
    Term(
        Role.DECISION,
        "licensing",
        rf"行政许可{_HANDLED}",
        key="行政许可",
        examples=(("行政许可处理决定38104件", {f"{_D}licensing.decisions": 38104}),),
    ),
    Term(
        Role.DECISION,
        "penalties",
        rf"行政处罚{_HANDLED}",
        key="行政处罚",
        examples=(("作出行政处罚处理决定9件", {f"{_D}penalties.decisions": 9}),),
    ),
    Term(
        Role.DECISION,
        "coercion",
        rf"行政强制(?:措施|执行)?{_HANDLED}",
        key="行政强制",
        examples=(("行政强制0项", {f"{_D}coercion.decisions": 0}),),
    ),
    Term(
        Role.DECISION,
        "other_services",
        rf"其他对外管理服务事项{_HANDLED}",
        key="其他对外",
        examples=(("其他对外管理服务事项处理决定数量640件", {}),),
    ),
    Term(
        Role.COLUMN,
        "decisions",
        r"处理决定(?:数量|数)?|许可(?:处理)?决定(?:数量|数)?|处罚(?:处理)?决定(?:数量|数)?|强制(?:处理)?决定(?:数量|数)?",
    ),
    Term(
        Role.COLUMN,
        "previous_items",
        r"上一?年度?(?:的)?项目(?:数量|数)?|项目上一?年(?:度)?",
        key="项目",
    ),
    Term(Role.COLUMN, "change", r"本年(?:度)?(?:较上一?年(?:度)?)?减少", key="本年"),
    Term(
        Role.COLUMN,
        "change",
        r"本年(?:度)?(?:较上一?年(?:度)?)?(?:增加|新增|增/减|增减)",
        key="本年",
    ),
    Term(
        Role.MONEY,
        PROJECTS,
        r"政府集中采购(?:项目)?(?:数量|数)?",
        key="政府集中采购",
        examples=(("政府集中采购项目12个", {}),),
    ),
    Term(Role.MONEY, PROCUREMENT, r"采购总?金额|总金额|金额", key="金额"),
    Term(
        Role.MONEY,
        AMOUNT,
        r"行政事业性收费(?:总额|金额|总金额|收入|共计)?",
        key="行政事业性收费",
        examples=(("行政事业性收费总额365.4万元", {AMOUNT: Decimal("365.4")}),),
    ),
    Term(
        Role.MONEY,
        FEE,
        r"信息处理费用?(?:总金额|金额|总额)?|收取(?:任何|相关|了)*(?:的)?费用|产生(?:任何|相关|了)*(?:的)?费用|信息公开(?:的|相关)?(?:处理)?(?:收费|费用)(?:金额)?",
        examples=(
            ("全年收取信息处理费1,260.00元", {FEE: 1260}),
            ("没有产生信息处理费", {FEE: 0}),
        ),
    ),
)
