"""Part six does not tell whether information processing fees were collected."""

from govxlsx.checking import Case, Facts, Rule, Severity, Skipped, regex
from govxlsx.checking.prose import part_fact, part_text, stands

_FEE = regex("处理费|收费|费用|收取|109 *号")
_OWN = regex("信息处理费|信息公开[^。；]{0,6}收费")


def _look(case: Case) -> Facts:
    text = part_text(case, "other")
    if not text:
        yield Skipped("第六部分没有正文")
    elif not _FEE.search(text):
        others = (each for each in case.passages if each.part in ("overview", "problems"))
        told = next((each for each in others if _OWN.search(each.text)), None)
        elsewhere = f"，这句话在{stands(told)}" if told is not None else ""
        yield from part_fact(case, "other", elsewhere=elsewhere)


RULE = Rule(
    title="没有写信息处理费",
    checks="写了信息处理费",
    severity=Severity.WARNING,
    basis="国办函〔2020〕109号《政府信息公开信息处理费管理办法》；国办公开办函〔2021〕30号所附格式第六部分",
    message="“{part}”没有写本年度收取信息处理费的情况{elsewhere}。",
    fix="写在别的部分里的，移到 {cell}。请在这张表写明：发出收费通知的件数、总金额和实际收取的总金额；没有收取的，写“本年度没有收取信息处理费”。",
    why="从 2021 年度的报告起，各机关都要报告信息处理费；没有收取，也要写明没有。",
    bad="无其他需要报告的事项。",
    good="本年度没有收取信息处理费，也没有其他需要报告的事项。",
    look=_look,
    needs=("fee.information_processing",),
)
