"""Applications ended for want of payment, but part six tells of no fee notice."""

from govxlsx.checking import Case, Facts, Rule, Severity, Skipped, figure_fact, plain, regex
from govxlsx.checking.relations import number

_FIELD = "applications.other.unpaid.total"
_NOTICE = regex(
    "(?:收费|缴费|收取信息处理费(?:的)?)(?:的)?(?:通知|告知)|(?:通知|告知)[^。；]{0,12}(?:缴|交|支付)"
)
_NONE = regex(
    "(?:未|没有|无|不曾)[^。；，按依]{0,8}(?:收费|缴费)(?:的)?(?:通知|告知)"
    "|(?:收费|缴费)(?:通知|告知)书?(?:件数|份数|数量)?(?:共|计|为|是|：|:)*[0０〇零](?:件|份|次)"
)


def _look(case: Case) -> Facts:
    figure = case.report.figures[_FIELD]
    if not number(figure):
        return
    text = "\n".join(each.text for each in case.passages if each.part == "other")
    if not text:
        yield Skipped("第六部分没有文字")
    elif _NONE.search(text) or not _NOTICE.search(text):
        told = "写的是没有发出收费通知" if _NONE.search(text) else "没有写发出收费通知的情况"
        count = plain(figure.value or 0)
        yield figure_fact(case, _FIELD, figure, told=told, count=count)


RULE = Rule(
    title="有逾期未缴费的，第六部分却没有收费通知",
    checks="有逾期未缴费的，第六部分写了收费通知",
    severity=Severity.WARNING,
    basis="国办函〔2020〕109号《政府信息公开信息处理费管理办法》；国办公开办函〔2021〕30号所附格式第三部分（六）2、第六部分",
    message="第三部分（六）2（{cell}）有 {count} 件因申请人逾期未缴费不再处理，第六部分{told}。",
    fix="请核对 {cell}；件数无误的，在第六部分写明发出收费通知的件数和总金额，以及实际收取的总金额。",
    why="申请人逾期未按收费通知要求缴纳费用，前提是行政机关发出了收费通知；发出收费通知的，应当在年度报告中写明。",
    bad="（六）2 填 3 件，第六部分写“本年度没有收取信息处理费”。",
    good="（六）2 填 3 件，第六部分写“发出收费通知 3 件，总金额 300 元，申请人均未缴纳，实际收取 0 元”。",
    look=_look,
    needs=(_FIELD,),
)
