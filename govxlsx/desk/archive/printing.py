"""The PDF of accepted reports, made of their Word documents some at a time.

LibreOffice takes seconds to start and a fraction of one for each document.
"""

from collections.abc import Sequence
from dataclasses import replace

from govxlsx.desk.archive.entry import DOCUMENT, PDF, StoredFile
from govxlsx.desk.archive.filing import Deposit
from govxlsx.errors import GovxlsxError
from govxlsx.publication import pdf
from govxlsx.publication.proof import confirm
from govxlsx.report.model import Report

_LATER = "补做好以后用 govxlsx archive --attach 附加"


def with_pdfs(judged: Sequence[tuple[Deposit, Report]]) -> list[Deposit]:
    """Return accepted submissions with their PDF, or with a sentence why there is none.

    What is kept was read back: it says what the workbook says, in the faces of official documents.
    """
    try:
        made = pdf.pdfs(each.content(DOCUMENT) or b"" for each, _ in judged)
    except GovxlsxError as error:
        return [_without(each, str(error)) for each, _ in judged]
    return [with_pdf(*each, data) for each, data in zip(judged, made, strict=True)]


def with_pdf(deposit: Deposit, report: Report, data: bytes | None) -> Deposit:
    """Return an accepted submission with its PDF, if that is fit to be kept."""
    if data is None:
        return _without(deposit, "LibreOffice 没有转换成功。")
    lacking = pdf.lacking(data, report)
    if lacking:
        return _without(deposit, f"里面的{lacking}，要在装有这些字体的电脑上生成。")
    document = deposit.entry.file(DOCUMENT)
    assert document is not None, "what is accepted has its document"
    place = f"{document.place.removesuffix('.docx')}.pdf"
    try:
        confirm(data, place, report)
    except GovxlsxError as error:
        return _without(deposit, str(error))
    files = (*deposit.entry.files, StoredFile.of(PDF, place, data))
    entry = replace(deposit.entry, files=files)
    return replace(deposit, entry=entry, contents=(*deposit.contents, data))


def _without(deposit: Deposit, reason: str) -> Deposit:
    said = f"没有归档 PDF：{reason.rstrip('。')}；{_LATER}。"
    return replace(deposit, trouble=(*deposit.trouble, said))
