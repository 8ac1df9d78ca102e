"""Pages and PDF beside the Word documents of a batch."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from govxlsx.errors import GovxlsxError
from govxlsx.output import refuse_existing, write_file
from govxlsx.publication import page, pdf
from govxlsx.publication.proof import confirm
from govxlsx.reading import load, read_bytes
from govxlsx.report.model import Report

HTML, PDF = "html", "pdf"
FRAGMENT = "（网页片段）"
_TOGETHER = 20
"""So many documents go to LibreOffice in one call, which takes seconds to start."""


@dataclass(frozen=True, slots=True)
class Made:
    """A Word document that is in its place, and the workbook that it was made of."""

    source: str
    place: str
    draft: bool = False


@dataclass(frozen=True, slots=True)
class Publication:
    """What became of a document: what was written, what there is to say, why something is not."""

    written: tuple[str, ...] = ()
    told: tuple[str, ...] = ()
    failed: tuple[str, ...] = ()


def publish(
    documents: Sequence[Made], formats: frozenset[str], *, force: bool
) -> Iterator[Publication]:
    """Write what is to be published beside each document; nothing is written over."""
    for start in range(0, len(documents), _TOGETHER):
        some = documents[start : start + _TOGETHER]
        converted: list[bytes | str] = [""] * len(some)
        if PDF in formats:
            converted = _converted(some)
        for each, data in zip(some, converted, strict=True):
            yield _one(each, formats, data, force=force)


_NOT_CONVERTED = (
    "没有生成 PDF：LibreOffice 没有转换成功。请看看临时文件夹所在的磁盘是不是满了，再试一次。"
)


def _converted(documents: Sequence[Made]) -> list[bytes | str]:
    try:
        made = pdf.pdfs(load(Path(each.place)) for each in documents)
    except GovxlsxError as error:
        return [f"没有生成 PDF：{error}"] * len(documents)
    return [each or _NOT_CONVERTED for each in made]


def _one(
    each: Made, formats: frozenset[str], converted: bytes | str, *, force: bool
) -> Publication:
    place = Path(each.place)
    report = read_bytes(load(Path(each.source)), each.source)
    making: dict[Path, Callable[[], bytes]] = {}
    if HTML in formats:
        making[place.with_suffix(".html")] = partial(page.page, report, draft=each.draft)
        piece = place.with_name(f"{place.stem}{FRAGMENT}.html")
        making[piece] = partial(page.fragment, report, draft=each.draft)
    printed = place.with_suffix(".pdf")
    if PDF in formats:
        making[printed] = partial(_proved, converted, printed.name, report)
    written: list[str] = []
    failed: list[str] = []
    for path, make in making.items():
        try:
            refuse_existing(path, force=force)
            write_file(path, make(), force=force)
            written.append(str(path))
        except GovxlsxError as error:
            failed.append(str(error))
    lacking = ""
    if isinstance(converted, bytes) and str(printed) in written:
        lacking = pdf.lacking(converted, report)
    told = (
        (f"PDF 里的{lacking}，不宜归档：请在装有这些字体的电脑上再生成一次。",) if lacking else ()
    )
    return Publication(tuple(written), told, tuple(failed))


def _proved(converted: bytes | str, name: str, report: Report) -> bytes:
    """Return a PDF that was read back, where there is what reads it."""
    if isinstance(converted, str):
        raise GovxlsxError(converted)
    confirm(converted, name, report)
    return converted
