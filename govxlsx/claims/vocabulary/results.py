"""The results of part three: six groups and their items."""

from __future__ import annotations

from govxlsx.claims.model import Role, Term

_A = "applications."
_GIVE = r"(?:予以|同意|准予|给予|决定|依法)?"

TERMS = (
    Term(
        Role.GROUP,
        f"{_A}disclosed_or_partly",
        rf"(?:予以|同意|准予|)公开(?:和|及|或|、|与|以及|\(含){_GIVE}部分公开\)?的?",
        key="部分公开",
        examples=(("予以公开及部分公开53件", {f"{_A}disclosed_or_partly": 53}),),
    ),
    Term(
        Role.GROUP,
        f"{_A}partly_disclosed",
        r"部分(?:予以)?(?:公开|提供)(?:\(区分处理[^()]*\))?的?",
        key="部分",
        examples=(("区分处理后部分公开6件", {f"{_A}partly_disclosed": 6}),),
    ),
    Term(
        Role.GROUP,
        f"{_A}denied",
        r"(?:不予公开|不同意公开|不公开|拒绝公开)(?:的|类|决定|答复)*",
        examples=(("不予公开5件", {f"{_A}denied": 5}), ("不公开4件", {f"{_A}denied": 4})),
    ),
    Term(
        Role.GROUP,
        f"{_A}unavailable",
        r"(?:不掌握或(?:者)?(?:需要?)?另行制作的?|无法提供|不能提供|无法予以提供|不予提供)的?",
        examples=(
            ("无法提供11件", {f"{_A}unavailable": 11}),
            ("因未制作等原因不能提供的8件", {f"{_A}unavailable": 8}),
        ),
    ),
    Term(
        Role.ITEM,
        f"{_A}other.uncorrected",
        r"(?:逾期|未)(?:未|不|按期|按时|进行)*(?:予以)?补正(?:而|、|行政机关|后|的|且|本机关|我[局办委]|情形)*不再处理(?:其政府信息公开申请)?的?"
        r"|逾期(?:未|不)(?:进行|予以)?补正的?(?:情形)?",
        key="补正",
        examples=(("逾期不补正而不再处理的9件", {f"{_A}other.uncorrected": 9}),),
    ),
    Term(
        Role.ITEM,
        f"{_A}other.unpaid",
        r"逾期未(?:按|依)?(?:收费)?(?:通知)?(?:要求|规定)?(?:缴费|缴纳费用|交费|缴纳|缴纳信息处理费)(?:而|、|行政机关|后|的|且)*(?:不再处理(?:其政府信息公开申请)?)?的?",
        key="逾期未",
        examples=(("逾期未按通知缴费而不再处理的3件", {f"{_A}other.unpaid": 3}),),
    ),
    Term(
        Role.ITEM,
        f"{_A}other.rest",
        r"(?:撤回|撤销)(?:申请|政府信息公开申请)?等?其他(?:情形|情况)的?",
        key="其他",
        examples=(("主动撤回等其他情形14件", {f"{_A}other.rest": 14}),),
    ),
    Term(
        Role.GROUP,
        f"{_A}not_processed",
        r"不予处理的?",
        key="不予处理",
        examples=(("不予处理2件", {f"{_A}not_processed": 2}),),
    ),
    Term(
        Role.GROUP,
        f"{_A}other",
        r"其他(?:方式|情形)?处理的?|不再处理的?",
        key="处理",
        examples=(("作其他处理2件", {f"{_A}other": 2}),),
    ),
    Term(
        Role.ITEM,
        f"{_A}denied.state_secret",
        r"国家秘密(?:信息|类|的|事项)*",
        key="国家秘密",
        examples=(("属于国家秘密1件", {f"{_A}denied.state_secret": 1}),),
    ),
    Term(
        Role.ITEM,
        f"{_A}denied.prohibited_by_law",
        r"法律(?:、|和|或)?(?:行政)?法规(?:规定)?禁止公开(?:的|信息|类|情形)*",
        key="禁止公开",
        examples=(("其他法律行政法规禁止公开2件", {f"{_A}denied.prohibited_by_law": 2}),),
    ),
    Term(
        Role.ITEM,
        f"{_A}denied.security_and_stability",
        r"(?:三安全一稳定\"?|国家安全、公共安全、经济安全(?:和|、|及|或)社会稳定)(?:的|信息|类|情形)*",
        key="稳定",
        examples=(("危及“三安全一稳定”1件", {f"{_A}denied.security_and_stability": 1}),),
    ),
    Term(
        Role.ITEM,
        f"{_A}denied.third_party_rights",
        r"第三[方人](?:的)?(?:合法)?(?:权益|利益|权利)(?:的|信息|类|情形)*",
        key="第三",
        examples=(("2件涉及第三方合法权益", {f"{_A}denied.third_party_rights": 2}),),
    ),
    Term(
        Role.ITEM,
        f"{_A}denied.internal_affairs",
        r"内部(?:事务|管理)(?:性)?信息(?:的|类|情形)*",
        key="内部",
        examples=(("1件属内部事务信息", {f"{_A}denied.internal_affairs": 1}),),
    ),
    Term(
        Role.ITEM,
        f"{_A}denied.process_information",
        r"过程性(?:信息)?(?:的|类|情形)*",
        key="过程性",
        examples=(("过程性信息3件", {f"{_A}denied.process_information": 3}),),
    ),
    Term(
        Role.ITEM,
        f"{_A}denied.enforcement_file",
        r"(?:行政执法|执法)案卷(?:信息)?(?:的|类|情形)*",
        key="案卷",
        examples=(("行政执法案卷信息1件", {f"{_A}denied.enforcement_file": 1}),),
    ),
    Term(
        Role.ITEM,
        f"{_A}denied.administrative_inquiry",
        r"行政查询(?:事项|信息)?(?:的|类|情形)*",
        key="行政查询",
        examples=(("属于行政查询事项1件", {f"{_A}denied.administrative_inquiry": 1}),),
    ),
    Term(
        Role.ITEM,
        f"{_A}unavailable.not_held",
        r"[不未]掌握(?:相关|有关|该|所申请)?(?:政府)?(?:信息)?(?:的|类|情形)*(?!等)",
        (f"{_A}unavailable",),
        key="掌握",
        examples=(("本机关不掌握相关政府信息6件", {f"{_A}unavailable.not_held": 6}),),
    ),
    Term(
        Role.ITEM,
        f"{_A}unavailable.not_held",
        r"信息不存在的?",
        (f"{_A}unavailable",),
        key="不存在",
        examples=(("信息不存在21件", {f"{_A}unavailable.not_held": 21}),),
    ),
    Term(
        Role.ITEM,
        f"{_A}unavailable.needs_creation",
        r"(?:没有|无)现成(?:的)?(?:政府)?信息(?:、)?(?:需要?(?:另行|重新)?(?:制作|加工|汇总|分析)*)?(?:的|类|情形)*"
        r"|需要?(?:另行|重新)(?:制作|加工|汇总|分析)+(?:的|信息|类|情形)*",
        examples=(
            ("没有现成信息需另行制作2件", {f"{_A}unavailable.needs_creation": 2}),
            ("需另行加工制作的6件", {f"{_A}unavailable.needs_creation": 6}),
        ),
    ),
    Term(
        Role.ITEM,
        f"{_A}unavailable.unclear_after_correction",
        r"补正后?(?:申请)?(?:内容)?(?:仍然?|依然|还是)?不(?:明确|清晰|清楚)(?:的|类|情形)*",
        key="补正",
        examples=(("补正后申请内容仍不明确3件", {f"{_A}unavailable.unclear_after_correction": 3}),),
    ),
    Term(
        Role.ITEM,
        f"{_A}not_processed.petition",
        r"信访(?:、|和|或)?(?:举报)?(?:、|和|或)?(?:投诉)?类(?:的)?(?:申请|事项|情形)?|信访、?举报、?投诉(?:类)?(?:的)?(?:申请|事项)?",
        key="信访",
        examples=(("信访举报投诉类申请7件", {f"{_A}not_processed.petition": 7}),),
    ),
    Term(
        Role.ITEM,
        f"{_A}not_processed.excessive",
        r"(?:大量、?(?:反复|重复)|反复大量)(?:提出|提交)?(?:的)?申请(?:且无正当理由)?(?:的|类|情形)*",
        key="申请",
        examples=(("无正当理由大量反复申请3件", {f"{_A}not_processed.excessive": 3}),),
    ),
    Term(
        Role.ITEM,
        f"{_A}not_processed.repeated",
        r"重复(?:提出|提交)?(?:的)?(?:政府信息公开)?申请(?:的|类|情形)*",
        key="重复",
        examples=(("重复申请4件", {f"{_A}not_processed.repeated": 4}),),
    ),
    Term(
        Role.ITEM,
        f"{_A}not_processed.publication",
        r"公开出版物(?:的|类|情形|信息)*",
        key="出版物",
        examples=(("要求提供公开出版物1件", {f"{_A}not_processed.publication": 1}),),
    ),
    Term(
        Role.ITEM,
        f"{_A}not_processed.reconfirmation",
        r"(?:重新出具|重复出具|确认|再次提供)(?:或重新出具)?(?:其)?已(?:经)?(?:获取|获得)(?:的)?(?:政府)?信息(?:的|类|情形)*",
        key="已",
        examples=(("要求重新出具已获取信息1件", {f"{_A}not_processed.reconfirmation": 1}),),
    ),
    Term(
        Role.GROUP,
        f"{_A}disclosed",
        r"提供信息(?=\d)",
        examples=(("提供信息12件", {f"{_A}disclosed": 12}),),
    ),
    Term(
        Role.GROUP,
        f"{_A}disclosed",
        r"(?:予以|同意|准予|给予|决定|全部|均予|依法|答复|完全)公开的?",
        examples=(("同意公开12件", {f"{_A}disclosed": 12}),),
    ),
)
