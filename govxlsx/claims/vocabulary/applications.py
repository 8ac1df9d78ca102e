"""Applications on their way: received, carried in, concluded, carried out."""

from __future__ import annotations

from govxlsx.claims.model import Kind, Term

RECEIVED = "applications.received"
CARRIED_IN = "applications.carried_in"
ACCEPTED = "applications.accepted"
CONCLUDED = "applications.concluded"
CARRIED_OUT = "applications.carried_out"

OWN, BARE, ASKED, TOPIC = "own", "bare", "asked", "topic"
"""What 依申请公开, 申请, 申请公开 and 依申请公开工作 say of the noun."""

MATTERS = "matters"
"""依申请公开相关事项: applications where they are received or handled, else anything."""

NEW, PLAIN, GOT = "new", "plain", "got"
"""新收 speaks of applications by itself, 收到 needs to be told of what."""

CARRYING = (
    "结转",
    "转结",
    "结余",
    "遗留",
    "遗留未办结",
    "留转",
    "结转办理",
    "结转申请",
    "结转件",
    "滚存",
)
"""What is carried over even where no year is named; 延期 and 移交 are not."""

TERMS = (
    Term(
        Kind.APPLICATION,
        OWN,
        "(政府信息|政务信息|信息|政务)(公开|依申请公开|申请公开|依申请)[的](申请|请求)[件|书面件|表件|事项|信件|办件]"
        " (政府信息|政务信息|信息|政务)(依申请公开|申请公开)[件|事项|信件|办件|信息|申请件]"
        " (政府信息|政务信息|信息|政务)公开(类|)申请[件|事项|办件]"
        " 依(申请|申)公开[类][的][申请|请求|诉求|情况|件|办件|来件|信件|来信|来函|信息|政府信息|政务信息|事项|申请件|申请事项|答复件|政府信息申请|业务|业务件]"
        " 依申请[的](政府信息|政务信息|信息)公开[申请][件|事项] 依申请[的](信息|政府信息|政务信息|事项|件|办件)"
        " (有效|正式)申请[件] 公开[类](申请|请求)[件|事项|信件] 依申请公开政府信息[的](申请|事项) 申请依申请公开 信息公开依申请[件|公开件]"
        " 公开(政府|政务|相关|有关|)信息[的](申请|请求)[件|事项] 信息公开件 信息公开办件 依申请办件 依申请公开类 依申请公开(的|方面的|)(相关|有关)(申请|诉求|请求) 依申请公开方面的(申请|诉求|请求)",
        examples=(
            ("政府信息公开申请共9件", {RECEIVED: 9}),
            ("依申请公开件共9件", {RECEIVED: 9}),
            ("没有收到要求公开信息的申请", {RECEIVED: 0}),
            ("接受依申请公开9次", {RECEIVED: 9}),
        ),
    ),
    Term(
        Kind.APPLICATION,
        ASKED,
        "申请[政府|政务]信息[公开] 申请(公开|获取)[政府|相关|有关|政务][信息|的] (申请|)(要求|请求)(公开|获取)(政府|相关|有关|)信息 申请要求公开",
        examples=(("没有群众申请公开政府信息", {RECEIVED: 0}),),
    ),
    Term(
        Kind.APPLICATION,
        MATTERS,
        "依申请公开(的|方面的|)(相关|有关)(事项|事宜) 依申请公开方面的(事项|事宜)",
        examples=(
            ("尚未收到依申请公开的相关事项", {RECEIVED: 0}),
            ("研究依申请公开相关事项3次", {}),
        ),
    ),
    Term(Kind.APPLICATION, BARE, "申请[件|事项|总量|总数|数量|量|总件数|总件次]"),
    Term(
        Kind.APPLICATION,
        TOPIC,
        "依申请公开[政府信息](工作|方面|情况|办理情况|工作情况) 政府信息公开申请(办理|处理|办理情况|情况|工作|方面) [政府]信息公开[申请](办理|处理)数量",
    ),
    Term(
        Kind.RECEIVE,
        GOT,
        "收到 接到 接收到 共收到",
        (RECEIVED, ACCEPTED),
        examples=(
            ("收到行政复议2件", {"proceedings.reconsideration": 2}),
            ("收到行政复议申请368件", {}),
        ),
    ),
    Term(
        Kind.RECEIVE,
        PLAIN,
        "共收 实收 收案 受案 接收 接获 收悉 收件 接件 收取申请 接受 收办 接办 登记 受理 接收并受理 收到并受理 接待 承接",
        (RECEIVED, ACCEPTED),
        examples=(
            ("共收到依申请公开23件", {RECEIVED: 23}),
            ("收到0份信息公开申请", {RECEIVED: 0}),
            ("收到申请一百零五件", {RECEIVED: 105}),
            ("受理政府信息公开申请12件", {RECEIVED: 12}),
            ("政府信息公开申请受理6件", {RECEIVED: 6}),
            ("依申请公开受理和办结9件", {RECEIVED: 9, CONCLUDED: 9}),
        ),
    ),
    Term(
        Kind.RECEIVE,
        NEW,
        "自收 新收[到|件] 新接收 新受理 新增申请 新收申请 新收到申请",
        (RECEIVED, ACCEPTED),
        examples=(("本年新收126件", {RECEIVED: 126}),),
    ),
    Term(
        Kind.HANDLE,
        "",
        "办理 处理 承办 牵头办理 依申请公开办理 办件",
        examples=(("全年处理政府信息公开申请33件", {CONCLUDED: 33}),),
    ),
    Term(
        Kind.CONCLUDE,
        CONCLUDED,
        "办结 结件 办复 (办理|答复|处理|回复|办结)(完毕|完成|完结|完) 办完 办毕 完成(办理|答复|办结) 答复 回复 作出答复"
        " (办理|处理)(答复|回复) 答复办结 办理办结 结案答复 作答 给予答复 予以答复 作出回复 办理结果(总计|合计|总数|数|件数) 答复完成 函复 书面答复 书面回复 公开答复 回复办结 审结答复 (作出|出具|做出)[的]答复(决定|意见) 答复决定",
        examples=(
            ("全年按期办结41件", {CONCLUDED: 41}),
            ("138件按时答复完毕", {CONCLUDED: 138}),
            ("共答复申请一百零三件", {CONCLUDED: 103}),
        ),
    ),
    Term(
        Kind.MOVE,
        "",
        "结转 转结 接转 流转 顺延 转入 转至 转到 转 延续 延期 延至 延到 推迟 留转 留待 移交 结余 遗留 遗留未办结 结转办理 结转申请 结转件 延后 转接 跨入 滚存 转办至 放到 留到 留至 转为",
        (CARRIED_IN, CARRIED_OUT),
    ),
    Term(
        Kind.CARRIED,
        CARRIED_OUT,
        "跨年[度][办理|答复|处理|办结] 跨年度件",
        examples=(
            ("其余3件转入下年办理", {CARRIED_OUT: 3}),
            ("结转下一年度继续办理六件", {CARRIED_OUT: 6}),
            ("另有8件顺延到下年度答复", {CARRIED_OUT: 8}),
            ("2件跨年办理", {CARRIED_OUT: 2}),
            ("结转四件至下一年度", {CARRIED_OUT: 4}),
            ("上年结转2件", {CARRIED_IN: 2}),
            ("另有上一年度结转至本年度办理的申请7件", {CARRIED_IN: 7}),
            ("（含去年转入4件）", {CARRIED_IN: 4}),
            ("上年度遗留3件", {CARRIED_IN: 3}),
            ("结转上年度的申请5件", {CARRIED_IN: 5}),
        ),
    ),
    Term(
        Kind.UNDECIDED,
        "",
        "未结 (尚未|没有|未|还未|仍未|暂未)(审结|结案|判决|裁决|审理完毕|审理终结|判决的|宣判|开庭|裁定)"
        " (尚未|还未|仍未|暂未|未)(作出|做出)[行政][复议](判决|决定|裁决|裁定|生效判决|结论)"
        " (正在|尚在|仍在|还在|尚处于|处于|正|在)(审理|审查)[之中|当中|过程中|阶段|中] (正在|尚在|仍在|还在)(复议机关|法院|人民法院|上级机关)(审理|审查) (正在|尚在|仍在|还在)(诉讼|复议|二审|一审|复议审理|诉讼审理|复议机关审理)[过程]中"
        " (尚在|仍在|还在|正在)[法定|规定][的]审理(时限|期限|期)[之]内 (尚在|仍在|还在|正在)(一审|二审|再审)[阶段|程序] 审理(之中|当中|中|过程中) 在审 待审 待判 待[行政](复议机关|法院|人民法院|上级机关|复议|)(作出|做出)[行政|复议](决定|判决|裁判|裁定) 待(审理|判决|裁定|决定) 未审结 尚未审结 尚待审结 审理阶段",
        examples=(
            (
                "行政复议1起，尚未作出决定",
                {"proceedings.reconsideration": 1, "proceedings.reconsideration.pending": 1},
            ),
            (
                "行政诉讼1件，在审",
                {"proceedings.litigation": 1, "proceedings.litigation.pending": 1},
            ),
        ),
    ),
    Term(
        Kind.UNDECIDED,
        "open",
        "(尚未|未|还未|仍未|暂未)(办结|办理完毕|答复|办完|到期) (正在|尚在|仍在|还在|尚处于|处于|正)[依法|按程序](办理|处理|答复)[之中|当中|过程中|阶段|状态中|状态|中|期限内|期内]"
        " (尚在|仍在|还在|正在|尚处于|处于)[法定|规定|合法][的][办理|答复|处理|办结](时限|期限|期)[之]内[办理] 在(法定|规定)(时限|期限|办理期限)内(办理|处理) 办理中 处理中 正在(征求[第三方|第三人|权利人|相关方][的]意见|补正|等待补正|履行告知程序) (处于|尚处|处在)(征求意见|补正|办理|延期|延期答复)[的](阶段|期内|期限内) 在办 待办 待答复 办理(之中|当中|过程中) 答复期限内 办理期限内 (未到|未届满|未满)(办理|答复|法定|办结)[答复](期限|时限|期) 尚在处理",
        examples=(
            (
                "行政复议2起，尚在办理当中",
                {"proceedings.reconsideration": 2, "proceedings.reconsideration.pending": 2},
            ),
            (
                "收到申请5件，尚有2件在法定期限内办理",
                {RECEIVED: 5, CARRIED_OUT: 2},
            ),
            (
                "收到申请13件，除1件尚在法定答复期内，其余12件均已办结",
                {RECEIVED: 13, CARRIED_OUT: 1, CONCLUDED: 12},
            ),
        ),
    ),
    Term(
        Kind.CHANNEL,
        "",
        "一审 二审 再审 当场 上半年 下半年 [第](一|二|三|四)季度 网络 网上 网站 门户网站 政府网站 在线 信函 信件 邮寄 邮件 电子邮件 电子邮箱 邮箱 当面 现场 窗口 传真 书面 线下 线上 平台 邮政 来人 互联网 公众号"
        " 网上平台 网络平台 申请平台 系统平台 纸质 纸质件 快递 挂号信 EMS 面交 现场受理 上门 政务服务网 一体化平台 依申请公开系统 网络系统 信函邮寄 口头 电话 网页 专栏在线 其他(渠道|方式|途径|形式) (来信|来函|来电)申请 (超期|逾期)(答复|办理|办结) [经批准|经审批|依法](延期|延长期限|延长答复期限)[后](答复|办理|办结)",
        examples=(("网络申请3件、信函申请38件", {}),),
    ),
)
