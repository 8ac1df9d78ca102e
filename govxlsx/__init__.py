"""govxlsx: China's annual government information disclosure report, from workbook to Word.

    import govxlsx
    report = govxlsx.read("a.xlsx")
    outcome = govxlsx.check(report)
    claims = govxlsx.extract_claims(text, year=2024)
    govxlsx.write(report, "a.docx")

The names are imported when they are used, so that ``import govxlsx`` costs nothing.
"""

from govxlsx.lazily import exported
from govxlsx.version import __version__

TYPE_CHECKING = False
if TYPE_CHECKING:
    from govxlsx.checking import check
    from govxlsx.claims import Claim, extract_claims
    from govxlsx.reading import read
    from govxlsx.report.metrics import metrics
    from govxlsx.word.delivery import write

__all__ = ["Claim", "__version__", "check", "extract_claims", "metrics", "read", "write"]

__getattr__ = exported(
    __name__,
    {
        "Claim": "claims",
        "check": "checking",
        "extract_claims": "claims",
        "metrics": "report.metrics",
        "read": "reading",
        "write": "word.delivery",
    },
)
