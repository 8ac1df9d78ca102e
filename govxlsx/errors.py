"""Why something could not be used. The command line turns each into one Chinese sentence."""

from __future__ import annotations


class GovxlsxError(Exception):
    """Base of every error that this package raises on purpose. Its text is for the user."""


class UnusableWorkbookError(GovxlsxError):
    """A workbook that cannot be read at all. ``code`` is the W1 code of the catalogue."""

    def __init__(self, code: str, sentence: str) -> None:
        super().__init__(sentence)
        self.code = code

    def __reduce__(self) -> tuple[type[UnusableWorkbookError], tuple[str, str]]:
        """Say how it is made anew in another process."""
        return type(self), (self.code, str(self))


class InterchangeError(GovxlsxError):
    """Interchange data that is not what the contract says."""


class OutputError(GovxlsxError):
    """A file that could not be written, or that exists and may not be replaced."""


class UsageError(GovxlsxError):
    """A command asked for something that does not go together."""


class ReadBackError(GovxlsxError):
    """A Word document whose figures are not the workbook's; it is never delivered."""


class StoppedError(GovxlsxError):
    """The user stopped the work; the text says what was done."""
