"""Administrative reconsideration and litigation over disclosure, and how they ended."""

from __future__ import annotations

from govxlsx.claims.model import Role, Term

_P = "proceedings."
RECONSIDERATION = f"{_P}reconsideration"
LITIGATION = f"{_P}litigation"

TERMS = (
    Term(
        Role.FOREIGN,
        "deciding",
        r"(?:收到|接到|接收|受理|审理|办理|审结|承办|代理)(?![^,;。\d]{0,14}(?:引发|引起|产生|被))[^,;。、\d]{0,14}(?:行政复议|复议)(?:申请|案件)",
        examples=(("收到行政复议申请412件，受理368件，其中维持150件", {}),),
    ),
    Term(
        Role.FOREIGN,
        "deciding",
        r"行政案件|仲裁|行政应诉(?:案件)?|行政复议(?:局|法|工作|体制)",
        examples=(("办理行政应诉案件57件", {}),),
    ),
    Term(Role.ASIDE, "authority", r"(?:行政复议|复议)(?:机关|机构|决定书?|委员会)", key="复议"),
    Term(
        Role.PROCEEDING,
        f"{_P}litigation_after_reconsideration",
        r"(?:行政复议|复议)后(?:再|又)?(?:提起|起诉|提起行政|提起诉讼|行政)+(?:诉讼)?(?:的|案件)*",
        key="复议后",
        examples=(("复议后起诉9件", {f"{_P}litigation_after_reconsideration": 9}),),
    ),
    Term(
        Role.PROCEEDING,
        f"{_P}direct_litigation",
        r"(?:未经行政复议直接|未经复议直接|直接)(?:向[^,;。]{2,8})?(?:提起|起诉)(?:行政)?(?:诉讼)?(?:的|案件)*",
        key="直接",
        examples=(("未经复议直接起诉8件", {f"{_P}direct_litigation": 8}),),
    ),
    Term(
        Role.PROCEEDING,
        RECONSIDERATION,
        r"(?:申请行政复议|申请复议|行政复议|复议)(?!机|决定|委员)(?:案件|申请|数量|数|案)?",
        examples=(
            ("行政复议共18件", {RECONSIDERATION: 18}),
            ("未发生行政复议案件", {RECONSIDERATION: 0}),
        ),
    ),
    Term(
        Role.PROCEEDING,
        LITIGATION,
        r"(?:行政诉讼|诉讼(?!请求|费|代理)|行政诉(?=共?\d)|被起诉|(?<=复议[或、及和])起诉)(?:案件|数量|数|案)?",
        examples=(
            ("被提起行政诉讼5件", {LITIGATION: 5}),
            ("无行政复议、行政诉讼", {RECONSIDERATION: 0, LITIGATION: 0}),
        ),
    ),
    Term(
        Role.OUTCOME,
        "upheld",
        r"驳回(?:了)?(?:原告|申请人|上诉人|对方|其)?(?:的)?(?:全部)?(?:诉讼请求|行政复议请求|复议请求|请求)(?:的)?"
        r"|(?:结果维持|维持)(?:原[^,;。()\d、]{1,10})?(?:的)?",
        examples=(
            ("行政复议2件，均获维持", {RECONSIDERATION: 2, f"{RECONSIDERATION}.upheld": 2}),
            ("行政诉讼3件，判决驳回诉讼请求", {LITIGATION: 3, f"{LITIGATION}.upheld": 3}),
        ),
    ),
    Term(
        Role.OUTCOME,
        "upheld",
        r"驳回(?:了)?(?:行政)?(?:复议)?(?:申请人?|起诉|上诉)?(?:的)?",
        ("other",),
        key="驳回",
        examples=(("行政复议3件，驳回1件", {RECONSIDERATION: 3, f"{RECONSIDERATION}.upheld": 1}),),
    ),
    Term(
        Role.OUTCOME,
        "corrected",
        r"(?:结果纠正|纠正|纠错|撤销(?!等)|变更|确认(?:其|答复)?违法|责令[^,;。()\d、]{2,12})(?:原[^,;。()\d、]{1,10}|(?:部分)?答复[^,;。()\d、]{0,4})?(?:的)?",
        examples=(
            (
                "行政复议2件，维持1件，撤销1件",
                {
                    RECONSIDERATION: 2,
                    f"{RECONSIDERATION}.upheld": 1,
                    f"{RECONSIDERATION}.corrected": 1,
                },
            ),
        ),
    ),
    Term(
        Role.OUTCOME,
        "other",
        r"其他(?:结果|结论)(?:的)?|(?:撤诉|撤回(?:行政)?(?:复议申请|复议|起诉|诉讼|上诉|申请)?)(?:的)?|终止(?:审理|复议)?(?:的)?",
        examples=(("行政诉讼2件，原告撤诉1件", {LITIGATION: 2, f"{LITIGATION}.other": 1}),),
    ),
    Term(
        Role.UNDECIDED,
        "",
        r"(?:尚未|没有|未)(?:审结|结案|判决|裁决|办结|审理完毕|办理完毕|作出(?:复议|行政复议|生效)?(?:判决|决定|裁决))(?:的)?",
        examples=(
            ("行政复议1起，尚未作出决定", {RECONSIDERATION: 1, f"{RECONSIDERATION}.pending": 1}),
        ),
    ),
    Term(
        Role.UNDECIDED,
        "",
        r"(?:正在|尚在|仍在|还在|尚处于|处于)[^,;。()\d、]{0,8}(?:审理|办理|审查)(?:之中|当中|过程中|阶段|中)?(?:的)?",
        examples=(
            ("行政复议2起，尚在办理当中", {RECONSIDERATION: 2, f"{RECONSIDERATION}.pending": 2}),
        ),
    ),
    Term(
        Role.UNDECIDED,
        "",
        r"(?:审理|在审|待审)(?:之中|当中|中)?(?:的)?(?=[,;。()\n]|$)",
        examples=(("行政诉讼1件，在审", {LITIGATION: 1, f"{LITIGATION}.pending": 1}),),
    ),
)
