"""The checks: the case, the engine, how rules look; here is what a rule is written with."""

from typing import TYPE_CHECKING

from govxlsx.lazily import exported

if TYPE_CHECKING:
    from govxlsx.checking.case import Case
    from govxlsx.checking.engine import check, unusable
    from govxlsx.checking.fact import Fact, Facts, Skipped
    from govxlsx.checking.rule import Rule, Severity

__all__ = ["Case", "Fact", "Facts", "Rule", "Severity", "Skipped", "check", "unusable"]

__getattr__ = exported(
    __name__,
    {
        "Case": "case",
        **dict.fromkeys(("check", "unusable"), "engine"),
        **dict.fromkeys(("Fact", "Facts", "Skipped"), "fact"),
        **dict.fromkeys(("Rule", "Severity"), "rule"),
    },
)
