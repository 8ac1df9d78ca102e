"""Why a file is refused, as facts; the sentences stand in the rules W101 to W105."""

from govxlsx.errors import UnusableWorkbookError


def not_a_workbook(kind: str) -> UnusableWorkbookError:
    """Return the error for a file of another kind."""
    return UnusableWorkbookError("W101", "kind", {"kind": _set_off(kind)})


def old_format(kind: str) -> UnusableWorkbookError:
    """Return the error for a workbook that Excel or WPS can save as .xlsx."""
    return UnusableWorkbookError("W102", "kind", {"kind": _set_off(kind)})


def _set_off(kind: str) -> str:
    """Put a space before Latin letters, since Chinese words go before them."""
    return f" {kind}" if kind[:1].isascii() else kind


def damaged(detail: str) -> UnusableWorkbookError:
    """Return the error for a workbook whose insides are broken."""
    return UnusableWorkbookError("W104", "damaged", {"detail": detail})


def beyond_limits(detail: str) -> UnusableWorkbookError:
    """Return the error for a workbook that is refused because reading it would be unsafe."""
    return UnusableWorkbookError("W105", "limits", {"detail": detail})
