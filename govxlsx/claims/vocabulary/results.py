"""The results of part three: six groups and their items."""

from govxlsx.claims.templates import terms

_A = "applications."
DISCLOSED, PARTLY, BOTH = f"{_A}disclosed", f"{_A}partly_disclosed", f"{_A}disclosed_or_partly"
DENIED = f"{_A}denied"
OTHER = f"{_A}other"
REST = f"{OTHER}.rest"
LISTED = "listed"
"""公开 alone: a result among other results only."""

TERMS = terms(
    f"""
    GROUP {DISCLOSED}
        (予以|同意|准予|给予|决定|全部|均予|予|答复|完全|依法|全文|准许|依法予以|全部予以|属于予以)公开
        予以提供 准予提供 全部公开 同意提供 公开类答复 予以全部公开
        > 同意公开12件 → {DISCLOSED} 12
        > 答复申请20件，提供信息12件 → applications.concluded 20, {DISCLOSED} 12
        > 予以公开及部分公开53件 → {BOTH} 53
        > 予以公开（含部分公开）53件 → {BOTH} 53
    GROUP {LISTED}
        公开 已公开 提供 提供信息 提供政府信息
    GROUP {PARTLY}
        部分(准予公开|公开|予以公开|提供|同意公开|不公开) 予以部分公开 部分予以提供 区分处理公开 同意部分公开 区分处理后公开
        > 区分处理后部分公开6件 → {PARTLY} 6
    GROUP {DENIED}
        (不准|不准许|不予准许|不予|不同意|不|拒绝|未予|不予以|不准予|决定不予)公开 (拒绝|不同意)提供
        > 不予公开5件 → {_A}denied 5
        > 不公开4件 → {_A}denied 4
        > 主动公开信息27条，占比33%；依申请公开信息9条；不予公开信息6条 →
    GROUP {_A}unavailable
        无法(提供|予以提供|公开) 不能提供 不予提供 未能提供 难以提供 未予提供 无法给予提供 不掌握或[者][需|需要]另行制作
        > 无法提供11件 → {_A}unavailable 11
        > 因未制作等原因不能提供的8件 → {_A}unavailable 8
        > 无法予以提供的4件 → {_A}unavailable 4
    GROUP {_A}not_processed
        不予处理 不予受理 不[予|再]重复(处理|答复|办理) 不作处理 不予以处理
        > 不予处理2件 → {_A}not_processed 2
    GROUP {OTHER}
        其他(处理|方式处理|情形处理|处理方式|处理情形|处理情况|处理结果) 作其他处理 做其他处理 不再(办理|答复) 不再处理 以其他方式处理
        > 作其他处理2件 → {_A}other 2
    ITEM {_A}other.uncorrected
        (未|不|未予|未能|未按期|未按时)补正 [经][告知|通知][申请人]补正后[仍|仍然](未|不|未予)补正 未在(规定|法定)(期限|时间|时限)内(补正|更正) (逾期|到期|超期|期满|未|不)(不|未|没有|未按期|未按时|未按要求|未按规定|未能|仍未|未进行|未予|按期|按时|按要求|进行|予以|按通知)(补正|更正|补充|补正材料) 逾期不(补正|作补正)
        [经][告知|通知][申请人]补正[后][申请人][仍|逾期|到期](未|未予|未作|未按期|未按时|未在期限内)(答复|回复|回应)
        > 逾期不补正而不再处理的9件 → {_A}other.uncorrected 9
        > 收到申请9件，经补正未答复视为放弃的1件 → {_A}received 9, {_A}other.uncorrected 1
    ITEM {_A}other.unpaid
        逾期(未|不)缴 (逾期|到期|超期)(未|不|未按|未按期|未按要求|未按规定|未按通知|未按收费通知|未按收费通知要求|未依收费通知|未按通知要求|没有)(缴费|缴纳费用|交费|缴纳|缴纳信息处理费|付费)
        未在(规定|法定)[的](期限|时间|时限)内(缴费|缴纳|缴纳费用|缴纳信息处理费|交费) 未按(收费通知|收费通知要求|通知要求|通知|期|时)(缴费|缴纳费用|交费|缴纳)
        > 逾期未按通知缴费而不再处理的3件 → {_A}other.unpaid 3
    ITEM {REST} or {_A}other
        (撤回|撤销|撤消|终止|取消|放弃)[其|该|了][政府信息公开|信息公开|公开]申请[等其他情形|等其他情况|等情形]
        申请(撤回|撤销|撤消|终止|取消) (申请人|主动|自愿|自行|自动)(申请|要求|提出|)(撤回|撤销|撤消|终止|取消|放弃) (撤回|撤销|撤消|终止|取消)等其他(情形|情况) 主动撤回等(情形|情况) 申请人主动(撤回|撤销|撤消|终止|取消|放弃)[申请]
        > 主动撤回等其他情形14件 → {REST} 14
        > 收到申请20件，申请人主动撤销申请3件 → {_A}received 20, {REST} 3
    ITEM {_A}denied.state_secret
        国家秘密 涉密 涉及国家秘密 属国家秘密
        > 属于国家秘密1件 → {_A}denied.state_secret 1
    ITEM {_A}denied.prohibited_by_law
        [其他]法律[、|和|或|,]([行政]法规|)[规定]禁止公开 法律法规(规定|)(禁止|不得|不予|不能)公开 法律禁止公开
        > 其他法律行政法规禁止公开2件 → {_A}denied.prohibited_by_law 2
    ITEM {_A}denied.security_and_stability
        ["]三安全一稳定["] 国家安全、公共安全、经济安全(和|、|及|或)社会稳定 三安全、一稳定 三个安全一个稳定 (影响|危及)社会稳定
        > 危及“三安全一稳定”1件 → {_A}denied.security_and_stability 1
    ITEM {_A}denied.third_party_rights
        第三(方|人|者)[的|人][合法](权益|利益|权利) (商业秘密|个人隐私) 商业秘密[、|和|或|及](个人隐私) 个人隐私[、|和|或|及](商业秘密) 第三方权益 第三(方|人)不同意公开
        > 2件涉及第三方合法权益 → {_A}denied.third_party_rights 2
    ITEM {_A}denied.internal_affairs
        内部(事务|管理)[性|类][信息] 三类内部事务信息 三类内部信息
        > 1件属内部事务信息 → {_A}denied.internal_affairs 1
    ITEM {_A}denied.process_information
        过程性[信息|性信息] 四类过程性信息 过程信息 过程稿
        > 过程性信息3件 → {_A}denied.process_information 3
    ITEM {_A}denied.enforcement_file
        [行政]执法案卷[信息]
        > 行政执法案卷信息1件 → {_A}denied.enforcement_file 1
    ITEM {_A}denied.administrative_inquiry
        行政查询[事项|信息|类]
        > 属于行政查询事项1件 → {_A}denied.administrative_inquiry 1
    ITEM {_A}unavailable.not_held or {_A}unavailable
        (不|未|并不|并未)掌握 [政府]信息不存在 不存在的[政府]信息 查无(此|该|相关|所申请)[政府]信息 未制作(、|或|或者)[未]获取[或保存|、未保存|、保存] 未制作(、|或|或者)[未]保存 (不|未)(持有|保存)[或保存|或者保存] (不属[于]|非|不是)本(机关|单位|行政机关|局|办|委|厅|级)(掌握|保存)
        > 本机关不掌握相关政府信息6件 → {_A}unavailable.not_held 6
        > 本机关未掌握的7件 → {_A}unavailable.not_held 7
        > 信息不存在21件 → {_A}unavailable.not_held 21
    ITEM {_A}unavailable.needs_creation
        (没有|无|无有|并无)现成[的][政府]信息 [需|需要](另行|重新|专门)(制作|加工|汇总|分析|收集)[、|或|和]([加工|制作|汇总|分析]) [需|需要]对(现有|已有|原有|既有)[政府]信息[进行](加工|汇总|分析|整理)[、|或|和][加工|分析|制作|整理] (需|需要)加工 (需|需要)(加工|汇总)[、](制作|分析|汇总|整理)
        > 没有现成信息需另行制作2件 → {_A}unavailable.needs_creation 2
        > 需另行加工制作的6件 → {_A}unavailable.needs_creation 6
    ITEM {_A}unavailable.unclear_after_correction
        补正[后|以后|之后][申请|申请内容|内容|信息|材料][仍|仍然|依然|依旧|还|还是|仍旧](不(明确|清晰|清楚|明)|(无法|不能|难以)(明确|确定|辨识|识别|指向)[申请内容|所需信息|所需政府信息|具体信息|指向|内容])
        > 补正后申请内容仍不明确3件 → {_A}unavailable.unclear_after_correction 3
    ITEM {_A}not_processed.petition
        [属[于]]信访[、|和|或|及]举报[、|和|或|及]投诉[类][的][申请|事项] [属[于]]信访[、|和|或|及]投诉[、|和|或|及]举报[类][的][申请|事项] [属[于]]信访[、](举报|投诉|)类[的][申请|事项|情形] 信访事项类 属[于]信访[事项|类] (实为|实属|实系|系)信访[事项|件|诉求|类|投诉]
        > 信访举报投诉类申请7件 → {_A}not_processed.petition 7
    ITEM {_A}not_processed.excessive
        (大量|频繁)[、](反复|重复)[提出|提交]申请 [就][同一|相同][内容|事项|信息](反复|大量|频繁)[提出|提交][政府信息公开]申请 无正当理由(大量|反复|频繁)[提出|提交]申请 反复[、]大量[提出|提交][的]申请 (数量|频次)明显超过合理范围
        > 无正当理由大量反复申请3件 → {_A}not_processed.excessive 3
    ITEM {_A}not_processed.repeated
        重复[提出|提交][的][政府信息公开|信息公开|公开]申请 重复申请公开
        > 重复申请4件 → {_A}not_processed.repeated 4
    ITEM {_A}not_processed.publication
        公开出版物
        > 要求提供公开出版物1件 → {_A}not_processed.publication 1
    ITEM {_A}not_processed.reconfirmation
        (重新出具|重复出具|确认|再次提供|重新提供|再次确认)[或|或者|、][重新出具]已[经](获取|获得)[的][政府]信息 (确认|重新出具)已获取
        > 要求重新出具已获取信息1件 → {_A}not_processed.reconfirmation 1
    """
)
