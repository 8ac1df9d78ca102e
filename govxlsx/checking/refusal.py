"""What is said of a file that cannot be used: the words stand in the rule that refuses it."""

from govxlsx.checking import catalogue
from govxlsx.errors import GovxlsxError, UnusableWorkbookError


def sentence(error: GovxlsxError) -> str:
    """Return what the user is told of an error: of a workbook that is refused, by its rule."""
    if not isinstance(error, UnusableWorkbookError):
        return str(error)
    rule = catalogue.rule(error.code)
    said = rule.refusals[error.case] if error.case else f"{rule.message}{rule.fix}"
    return said.format_map({**error.words, "fix": rule.fix})
