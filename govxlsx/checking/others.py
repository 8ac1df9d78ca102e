"""What the rules that compare agencies share: which reports are compared, how another is named."""

from govxlsx.checking.fact import Skipped
from govxlsx.checking.likeness.submissions import Submissions

UNKNOWN = Skipped("没有填机关名称或报告年度，不知道与谁比较")


def unfit(batch: Submissions, position: int) -> Skipped | None:
    """Return why a report is not compared with other agencies' reports; None where it is."""
    if not batch.identified(position):
        return UNKNOWN
    if not batch.counts(position):
        return Skipped("同一机关后面还有一份，以那一份为准，这一份没有与别的机关比较")
    return None


def other(batch: Submissions, position: int, at: int) -> dict[str, str]:
    """Return the words that name another report: agency, year where that differs, file."""
    own, named = batch.signatures[position], batch.signatures[at]
    year = "" if named.year == own.year else f" {named.year} 年度"
    return {"other": f"{named.agency}{year}", "file": named.source}
