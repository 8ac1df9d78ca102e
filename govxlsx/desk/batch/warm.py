"""Imported by the process that workers are forked from: they find what they need."""

import gc
import sys
from importlib import import_module

from govxlsx.checking import catalogue

_NEEDED = (
    "pandas",
    "govxlsx.checking.across",
    "govxlsx.claims.extraction",
    "govxlsx.desk.batch.documents",
    "govxlsx.desk.batch.signatures",
    "govxlsx.desk.batch.telling",
    "govxlsx.desk.batch.work",
    "govxlsx.reading.assembly",
    "govxlsx.report.arithmetic",
    "rensa",
)


def _silent(*_: object) -> None:
    """Say nothing of a process that cannot begin: who wanted it takes another, or says so."""


sys.excepthook = _silent
for _name in _NEEDED:
    import_module(_name)
catalogue.checks()
gc.freeze()  # what is there now is not gone through in each worker, and so not copied
