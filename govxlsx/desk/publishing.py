"""Pages and PDF beside the Word documents of a batch."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from govxlsx.checking.refusal import sentence
from govxlsx.desk.batch.crew import Crew
from govxlsx.desk.batch.runner import Runner, sizes
from govxlsx.desk.batch.work import reason
from govxlsx.errors import GovxlsxError
from govxlsx.output import sweep, write_anew
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
    documents: Sequence[Made], formats: frozenset[str], crew: Crew, *, force: bool
) -> Iterator[Publication]:
    """Write what is to be published beside each document; nothing is written over.

    Pages are made by processes of this machine, if the crew is that. LibreOffice is started by this
    process, which is told when it has to end.
    """
    if PDF in formats or crew.room is None:
        for start in range(0, len(documents), _TOGETHER):
            some = tuple(documents[start : start + _TOGETHER])
            yield from _published((formats, force), some)
        return
    runner = Runner(crew, _published, (formats, force), _lost)
    yield from runner.each(documents, sizes(len(documents), crew.width))
    if runner.bereft:
        for folder in {Path(each.place).parent for each in documents}:
            sweep(folder)


def _published(
    shared: tuple[frozenset[str], bool], documents: tuple[Made, ...]
) -> list[Publication]:
    formats, force = shared
    converted: list[bytes | str] = [""] * len(documents)
    if PDF in formats:
        converted = _converted(documents)
    return [
        _one(each, formats, data, force=force)
        for each, data in zip(documents, converted, strict=True)
    ]


def _lost(each: Made, error: BaseException) -> Publication:
    return Publication(failed=(f"“{each.source}”的网页没有生成：{reason(error)}。",))


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
    try:
        report = read_bytes(load(Path(each.source)), each.source)
    except GovxlsxError as error:
        return Publication(failed=(f"“{each.source}”的网页没有生成：{sentence(error)}",))
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
            write_anew(path, make(), force=force)
            written.append(str(path))
        except GovxlsxError as error:
            failed.append(f"{each.source}：{error}")
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
