"""How much text of one report is looked through: beyond it the rules on text are not run.

Every rule looks at a character a bounded number of times, so that characters are the steps. The
longest published narratives have 30,000.
"""

from functools import cache

from govxlsx.checking.case import Case, once
from govxlsx.checking.catalogue import codes

MOST = 300_000
"""So many characters of text; what people write has a tenth of that."""

_FAMILIES = ("T6", "N7", "P8")
_ALONE = ("Y505", "Y507")


@cache
def text_codes() -> frozenset[str]:
    """Return the codes of the rules that look through the text of a report."""
    return frozenset(each for each in codes() if each.startswith(_FAMILIES) or each in _ALONE)


@once
def exceeded(case: Case) -> str:
    """Return why rules on text are not run on a report with too much of it; "" where they are."""
    size = len(case.wording)
    if size <= MOST:
        return ""
    return f"文字共 {size:,} 个字，超过 {MOST:,} 个字的上限，没有检查文字；请删去不属于报告的文字"
