"""The colours of the marks: light red, light yellow, light blue, and the frame of an error."""

from __future__ import annotations

from govxlsx.checking.finding import Severity

COLOURS = {Severity.ERROR: "FFFFC7CE", Severity.WARNING: "FFFFE680", Severity.INFO: "FFD6E8FA"}

FRAME = "FFC00000"
"""Where the error is reported: the parts of a broken sum are as red as its total."""
