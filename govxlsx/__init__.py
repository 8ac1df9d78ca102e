"""govxlsx: China's annual government information disclosure report, from workbook to Word.

    import govxlsx
    report = govxlsx.read("a.xlsx")
    outcome = govxlsx.check(report)
    claims = govxlsx.extract_claims(text, year=2024)
    govxlsx.write(report, "a.docx")

The names are imported when they are used, so that ``import govxlsx`` costs nothing.
"""

from __future__ import annotations

from govxlsx.version import __version__

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from govxlsx.checking import check
    from govxlsx.claims import Claim, extract_claims
    from govxlsx.reading import read
    from govxlsx.report.metrics import metrics
    from govxlsx.word.delivery import write

__all__ = ["Claim", "__version__", "check", "extract_claims", "metrics", "read", "write"]

_HOMES = {
    "Claim": "govxlsx.claims",
    "check": "govxlsx.checking",
    "extract_claims": "govxlsx.claims",
    "metrics": "govxlsx.report.metrics",
    "read": "govxlsx.reading",
    "write": "govxlsx.word.delivery",
}


def __getattr__(name: str) -> Any:
    if name in _HOMES:
        from importlib import import_module

        return getattr(import_module(_HOMES[name]), name)
    raise AttributeError(f"module 'govxlsx' has no attribute {name!r}")
