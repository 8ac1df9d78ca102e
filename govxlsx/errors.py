"""Why something could not be used. The command line turns each into one Chinese sentence."""

from collections.abc import Mapping


class GovxlsxError(Exception):
    """Base of every error that this package raises on purpose.

    Its text is for the user, save that of an UnusableWorkbookError.
    """


class UnusableWorkbookError(GovxlsxError):
    """A workbook that cannot be read at all: a fact, without its sentence.

    ``code`` is the W1 code of the catalogue; ``case`` is the one of that rule's refusals that
    applies, "" where it has but one, and ``words`` fill it. The sentence is made by
    ``checking.refusal``.
    """

    def __init__(self, code: str, case: str = "", words: Mapping[str, str] | None = None) -> None:
        super().__init__(code, case, words)
        self.code, self.case, self.words = code, case, words or {}

    def __str__(self) -> str:
        return f"文件不可用（{self.code}）：govxlsx explain {self.code} 说明原因和办法"


class InterchangeError(GovxlsxError):
    """Interchange data that is not what the contract says."""


class PublishedError(GovxlsxError):
    """A published report that could not be read at all."""


class OutputError(GovxlsxError):
    """A file that could not be written, or that exists and may not be replaced."""


class UsageError(GovxlsxError):
    """A command asked for something that does not go together."""


class ReadBackError(GovxlsxError):
    """A Word document whose figures are not the workbook's; it is never delivered."""


class StoppedError(GovxlsxError):
    """The user stopped the work; the text says what was done."""
