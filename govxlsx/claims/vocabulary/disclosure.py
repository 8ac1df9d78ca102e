"""Part two, and the fee for processing information of part six."""

from govxlsx.claims.templates import terms

_D = "disclosure."
FEE = "fee.information_processing"
CHARGE, CHARGED = "charge", "charged"
"""收费 alone: the fee where an application is spoken of; 收取费用: the fee where it is denied."""
PROJECTS = f"{_D}procurement.projects"
PROCUREMENT = f"{_D}procurement.amount"
AMOUNT = f"{_D}fees.amount"
IN_FORCE = "in_force"
GROWN = "grown"
"""本年新增 is the column of changes; behind what was carried in it is what was received."""
ABOUT_DOCUMENTS = "about_documents"
"""Documents that were published, revised or looked through: what was done else is of them, too."""
POWERS = "powers"
"""How many powers a body has: 行政许可24项 among them are no decisions."""
ADDED = "added"
"""新增 is issued where documents are told of in the same sentence."""

OTHER_SERVICES = "other_services"
"""These are named as items, 其他对外管理服务事项: 新增 are as many more of them, no decisions."""

ITEMS_CHARGED = "items_charged"
"""How many things are charged for is no sum; where there are none, nothing was charged."""

DECISIONS = ("licensing", "penalties", "coercion")

_HANDLED = "[类|类业务|业务][处理][决定][数量|数|件数|案件|决定书|办件|办件量|办理量]"

TERMS = terms(
    f"""
    FOREIGN publicity
        行政(许可|处罚|强制|征收)[(、|和|及|与)行政(许可|处罚|强制)][等][结果|决定|类](公示|信息|公示信息) 行政(许可|处罚|强制)(依据|流程|目录|权力|职权|案件信息)
        减免[行政事业性收费] 减免[了][政府信息公开|政府][信息][公开]处理费[用] 行政事业性收费(目录|目录清单|清单|标准)
    FOREIGN {POWERS}
        行政权力[事项] 权力事项 权责事项 行政职权[事项] 职权事项 权责清单[事项] 权力清单[事项]
        > 保留行政权力41项。其中，行政许可12项、行政处罚29项 →
    FOREIGN {ABOUT_DOCUMENTS}
        [行政]规范性文件(解读|政策解读|审查|备案|审核|合法性审核|合法性审查|制定(程序|管理|办法|规定|工作|计划)|管理|数据库|目录) (解读|审查|备案|转发|审核|修改|修订|梳理|评估|收录|公开|主动公开|公布|上传|报备)[了][行政]规范性文件
        > 归集行政许可和行政处罚信息合计2310条 →
        > 清理规范性文件后，制发0件，废止2件，现行有效6件 → {_D}normative_documents.issued 0, {_D}normative_documents.repealed 2, {_D}normative_documents.in_force 6
    FOREIGN licensing
        行政许可[处理]事项
    FOREIGN penalties
        行政处罚[处理]事项
    FOREIGN coercion
        行政强制[处理]事项
        > 未发生行政强制事项 → {_D}coercion.decisions 0
        > 行政强制事项12项 →
        > 行政强制事项新增2项，共计12项，处理决定数量6件 → {_D}coercion.decisions 6
    FOREIGN {ITEMS_CHARGED}
        行政事业性收费(项目|事项)
        > 无行政事业性收费项目 → {AMOUNT} 0
        > 公示行政事业性收费项目9项 →
    DOCUMENT normative_documents
        [行政]规范性文件[数|数量|总数] (部门|本级|政府)[行政]规范性文件
        > 制发行政规范性文件12件，废止3件，现行有效40件 → {_D}normative_documents.issued 12, {_D}normative_documents.repealed 3, {_D}normative_documents.in_force 40
    DOCUMENT regulations
        [政府]规章[数|数量|总数]
        > 制发规章2件 → {_D}regulations.issued 2
    ACT {IN_FORCE}
        有效文件 有效[件]数[量] 有效 现行 现存 保留 (现行|继续|保留|目前|仍|仍然|现)有效[的][文件|件][数|数量|总数]
    ACT repealed
        废止[或失效|和失效|、失效|失效|及失效|或宣布失效|或者失效][的][文件|件][数|数量] 宣布废止 废除
    OBJECT
        [宣布|到期|自动|自然]失效
    ACT {ADDED}
        新增 新发 新立
    ACT produced
        新制作[的][数量|数]
    ACT published
        新公开[的][数量|数]
    ACT total_public
        对外公开[[行政](规范性文件|规章)(总数|总数量|数量)|总数|总数量|数量]
    ACT issued
        制发 制定[出台|印发|发布|公布] 出台 印发 发布 (制定|制发|出台|印发)(并|和|、)(公开|公布|发布|出台|印发) 新制定 新制发 新出台 制定印发 制定和发布 起草印发 新印发 印制 制作 制发数 制发数量 制发件数 新制发件数
    DECISION licensing
        行政许可{_HANDLED} 许可决定[书][数量|数]
        > 行政许可处理决定38104件 → {_D}licensing.decisions 38104
        > 未收到行政许可申请 →
        > 无行政许可、行政处罚 → {_D}licensing.decisions 0, {_D}penalties.decisions 0
    DECISION penalties
        行政处罚{_HANDLED} 处罚决定[书][数量|数]
        > 作出行政处罚处理决定9件 → {_D}penalties.decisions 9
    DECISION coercion
        行政强制[类][措施|执行]{_HANDLED} 强制决定[书][数量|数]
        > 行政强制0项 → {_D}coercion.decisions 0
    DECISION {OTHER_SERVICES}
        其他对外管理服务事项{_HANDLED}
        > 其他对外管理服务事项处理决定数量640件 →
        > 其他对外管理服务事项新增12项 →
    COLUMN decisions
        [许可|处罚|强制](处理决定|决定)[数量|数|总数] 处理决定件数
    COLUMN previous_items
        上[一]年[度][的]项目[数量|数] 项目上[一]年[度]
    COLUMN fewer
        本年[度][较上年|较上一年|较上年度]减少
    COLUMN {GROWN}
        本年[度]新增
        > 办理依申请公开44件，其中上年结转3件，本年新增41件 → applications.accepted 44, applications.carried_in 3, applications.received 41
    COLUMN change
        本年[度][较上年|较上一年|较上年度](增加|新增|增/减|增减)
    MONEY {PROJECTS}
        政府集中采购[项目|事项][数量|数] 集中采购(项目|事项)[数量|数]
        > 政府集中采购项目12个 →
    MONEY {PROCUREMENT}
        采购[总]金额 采购[总]额 总金额 金额
    MONEY {AMOUNT}
        行政事业性收费[合计|共计|总计|共][总额|金额|总金额|收入|收费金额|总收入|收费收入]
        > 行政事业性收费总额365.4万元 → {AMOUNT} 365.4
    MONEY {FEE}
        [依申请公开|依申请][政府]信息[公开]处理(费|费用)[总金额|金额|总额] 信息处理收费 [政府]信息公开[的|相关](收费|费用|处理费|处理费用)[金额] (依申请公开|[政府]信息公开申请|公开申请)[的][相关|有关](收费|费用|处理费|处理费用)[金额]
        > 全年收取信息处理费1,260.00元 → {FEE} 1260
        > 没有产生信息处理费 → {FEE} 0
    MONEY {CHARGE}
        收费 费用
    MONEY {CHARGED}
        (收取|产生|发生|收过|收取或减免|收取或者减免|收取、减免)[任何|相关|有关|了|过|的|其他|各项]费用 收取[任何|相关]处理费 收取检索、(复制|复印)、邮寄[等][成本]费用 收取(检索|复制|邮寄)费[、复制费][、邮寄费|和邮寄费][等|等费用]
        > 收到申请3件，未向申请人收取任何费用 → applications.received 3, {FEE} 0
    """
)
