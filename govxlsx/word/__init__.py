"""The report as a Word document, delivered only when it reads back as the report.

Many need only the words of its opening: python-docx is imported where a document is made.
"""

from typing import TYPE_CHECKING

from govxlsx.lazily import exported

if TYPE_CHECKING:
    from govxlsx.word.delivery import confirm, deliver

__all__ = ["confirm", "deliver"]

__getattr__ = exported(__name__, dict.fromkeys(__all__, "delivery"))
