"""The checks: the case, the engine, how rules look; here is what every rule is written with."""

from typing import TYPE_CHECKING

from govxlsx.lazily import exported
from govxlsx.patterns import regex
from govxlsx.report.figure import Number, Paragraph, State, plain
from govxlsx.report.model import Notice, Report, Unread

if TYPE_CHECKING:
    from govxlsx.checking.case import Case, Passage, once, once_each
    from govxlsx.checking.engine import check, unusable
    from govxlsx.checking.fact import Fact, Facts, Skipped
    from govxlsx.checking.rule import Rule, Severity, figure_fact, noticed, refused, remarked

__all__ = ["Case", "Fact", "Facts", "Notice", "Number", "Paragraph", "Passage", "Report", "Rule"]
__all__ += ["Severity", "Skipped", "State", "Unread", "check", "figure_fact", "noticed", "once"]
__all__ += ["once_each", "plain", "refused", "regex", "remarked", "unusable"]

__getattr__ = exported(
    __name__,
    dict.fromkeys(__all__, "rule")
    | dict.fromkeys(("Case", "Passage", "once", "once_each"), "case")
    | dict.fromkeys(("check", "unusable"), "engine")
    | dict.fromkeys(("Fact", "Facts", "Skipped"), "fact"),
)
