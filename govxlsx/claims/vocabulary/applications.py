"""Applications on their way: received, carried in, concluded, carried out."""

from __future__ import annotations

from govxlsx.claims.model import Role, Term

RECEIVED = "applications.received"
CARRIED_IN = "applications.carried_in"
ACCEPTED = "applications.accepted"
CONCLUDED = "applications.concluded"
CARRIED_OUT = "applications.carried_out"

_THIS = r"(?:本|今|当)年度?(?:继续)?(?:办理|处理|答复)?"
_LAST = r"(?:上一?年度?|去年度?|往年|以前年度|上一年末|上年末|年初)"
_NEXT = r"(?:下一?年度?|下一?个年度|次年度?|明年|来年|翌年)"
_MOVE = r"(?:结转|转结|接转|流转|顺延|转入|转至|转到|转|延续|延期|延至|推迟|留转|跨年|留待|移交)"
_DO = r"(?:继续)?(?:办理|答复|处理|办结)?"
_NOUN = (
    r"(?:政府信息|政务信息|信息)(?:依?申请公开(?:的?(?:申请|信息|事项|信件|办件|件|请求))?"
    r"|(?:公开)?的?(?:申请|请求)(?:事项|信件|办件|件)?(?![表人书]|公开|行政复议|复议))"
)

TERMS = (
    Term(
        Role.STAGE,
        CARRIED_IN,
        rf"{_LAST}的?(?:未办结|未办完|遗留|剩余|结余)?(?:{_MOVE}|遗留|未办结|跨年)"
        rf"(?:到|至|入|而来|来|转来|过来)?(?:{_THIS})?的?(?:继续办理)?的?(?:办理件)?",
        examples=(
            ("上年结转2件", {CARRIED_IN: 2}),
            ("另有上一年度结转至本年度办理的申请7件", {CARRIED_IN: 7}),
            ("（含去年转入4件）", {CARRIED_IN: 4}),
            ("上年度遗留3件", {CARRIED_IN: 3}),
        ),
    ),
    Term(
        Role.STAGE,
        CARRIED_IN,
        rf"{_MOVE}自?(?:{_LAST}|(?:到|至)?{_THIS})的?",
        examples=(("结转上年度的申请5件", {CARRIED_IN: 5}),),
    ),
    Term(
        Role.STAGE,
        CARRIED_OUT,
        rf"{_MOVE}(?:结转)?(?:到|至|入|为|于)?{_NEXT}(?:度)?{_DO}的?",
        examples=(
            ("其余3件转入下年办理", {CARRIED_OUT: 3}),
            ("结转下一年度继续办理六件", {CARRIED_OUT: 6}),
            ("另有8件顺延到下年度答复", {CARRIED_OUT: 8}),
            ("2件跨年办理", {CARRIED_OUT: 2}),
        ),
    ),
    Term(
        Role.STAGE,
        CARRIED_OUT,
        rf"跨年度?(?:办理|答复|处理)的?|到{_NEXT}(?:度)?{_DO}|至{_NEXT}(?:度)?{_DO}",
        examples=(("3件跨年答复", {CARRIED_OUT: 3}),),
    ),
    Term(Role.CARRYING, "", rf"{_MOVE}(?:到|至|入|为|于)?20\d\d年度?{_DO}的?"),
    Term(Role.CARRYING, "", r"20\d\d年度?末?的?(?:未办结)?(?:结转|转结|遗留)的?"),
    Term(Role.CARRYING, "", r"结转|转结"),
    Term(
        Role.STAGE,
        CONCLUDED,
        r"(?:办结|办复|办理完[毕成结]|办理完|答复完[毕成结]|处理完[毕成结]|办理答复|答复(?<!超期答复)(?<!逾期答复)(?!率|情况|结果|[书函件时期](?!\d)|主体|文书|模板|内容|意见|说理|质量|方式)|回复"
        r"|办完|完成办理|办毕|办理结果(?:总计|合计))(?:完毕|完成|办结)?(?!率)",
        examples=(
            ("全年按期办结41件", {CONCLUDED: 41}),
            ("138件按时答复完毕", {CONCLUDED: 138}),
            ("共答复申请一百零三件", {CONCLUDED: 103}),
        ),
    ),
    Term(
        Role.STAGE,
        CONCLUDED,
        r"(?:办理|处理|承办|受理并办理|受理和办理)(?<!并案处理)(?<!并案办理)(?=[^,;:。()]{0,14}\d)",
        (RECEIVED, ACCEPTED),
        examples=(("全年处理政府信息公开申请33件", {CONCLUDED: 33}),),
    ),
    Term(
        Role.RECEIVING,
        RECEIVED,
        r"受理(?:了)?",
        (ACCEPTED,),
        examples=(
            ("受理政府信息公开申请12件", {RECEIVED: 12}),
            ("政府信息公开申请受理6件", {RECEIVED: 6}),
        ),
    ),
    Term(
        Role.STAGE,
        RECEIVED,
        r"(?:新收到?|新增(?=[^,;。\d]{0,8}申请)|新接收|新受理)(?:各类)?",
        examples=(("本年新收126件", {RECEIVED: 126}),),
    ),
    Term(
        Role.RECEIVING,
        RECEIVED,
        r"收到|新增(?=\d+[件宗])|接到|接收|接受|接获|收悉|接|收(?<=[共年内]收)(?=\d)|收件(?:数?量|数)?(?=为?\d)|提出|提交|递交",
        examples=(
            ("共收到依申请公开23件", {RECEIVED: 23}),
            ("收到0份信息公开申请", {RECEIVED: 0}),
            ("收到申请一百零五件", {RECEIVED: 105}),
        ),
    ),
    Term(
        Role.ASIDE,
        "channel",
        r"(?:网络|网上|网站|在线|信函|信件|邮寄|邮件|电子邮件|当面|现场|窗口|传真|书面|线下|线上|平台|邮政|来人|来信|到局|互联网|公众号|其他(?:方式|渠道))"
        r"(?:(?:提交|递交|提出|收到|受理|渠道|方式|形式)的?(?:申请|依申请公开)?|的?(?:申请|依申请公开))",
        examples=(("网络申请3件、信函申请38件", {}),),
    ),
    Term(
        Role.APPLICATION,
        RECEIVED,
        _NOUN,
        (ACCEPTED,),
        examples=(("政府信息公开申请共9件", {RECEIVED: 9}),),
    ),
    Term(
        Role.APPLICATION,
        RECEIVED,
        r"依申请(?!提供)(?:公开)?(?:的?(?:政府信息公开|政府信息|政务信息|信息公开|信息|公开))?"
        r"(?:的?(?:申请|事项|信件|办件|件|请求|答复件)(?!公开))?"
        r"|依申公开(?:的?(?:申请|信息|事项|件))?",
        (ACCEPTED,),
        examples=(("依申请公开件共9件", {RECEIVED: 9}),),
    ),
    Term(
        Role.APPLICATION,
        RECEIVED,
        r"公开(?:(?:政府|政务|相关|有关)?信息的?(?:申请|请求)(?:事项|件)?"
        r"|(?:类|的)?申请(?:事项|件)?(?![表人]|行政复议|复议))",
        (ACCEPTED,),
        examples=(("没有收到要求公开信息的申请", {RECEIVED: 0}),),
    ),
    Term(
        Role.APPLICATION,
        RECEIVED,
        r"申请(?:公开|获取)(?:政府|相关|有关)信息",
        (ACCEPTED,),
        examples=(("没有群众申请公开政府信息", {RECEIVED: 0}),),
    ),
    Term(
        Role.APPLICATION,
        "bare",
        r"(?:政府信息|政务信息|信息)公开(?:件|事项)?(?=共?计?\d)",
        key="信息公开",
    ),
    Term(
        Role.APPLICATION,
        "",
        r"申请(?:(?:件|事项|总量|数量|总数|量)?(?=共?计?为?(?:\d|[〇零一二两三四五六七八九十百千]+[余]?[件份条宗个]))"
        r"|总量|数量|总数|量|(?=的)|(?<=零申请)|(?<=[件份宗到]申请)|(?<=[收理结复出交的]申请)(?=[,;。、\n]|$))",
    ),
)
