"""Many published reports at once: each read, and written as data or as a filled template."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, NamedTuple

from govxlsx.checking import check
from govxlsx.checking.catalogue import of_import
from govxlsx.checking.finding import Outcome
from govxlsx.desk.batch.crew import Crew
from govxlsx.desk.batch.runner import Advance, Runner, singly, sizes
from govxlsx.desk.batch.work import reason
from govxlsx.desk.naming import ANNOTATED, distinct
from govxlsx.errors import GovxlsxError, OutputError
from govxlsx.output import refuse_existing, write_file
from govxlsx.published.kinds import is_published
from govxlsx.published.source import read as read_published


@dataclass(frozen=True, slots=True)
class ImportSettings:
    """What is the same for all files. Relative paths start from ``root``."""

    root: str
    year: int
    agency: str = ""
    filled: bool = False
    force: bool = False


class PublishedFile(NamedTuple):
    """A published report, and where its data or template goes ("" where it is only returned)."""

    path: str
    place: str


@dataclass(frozen=True, slots=True)
class Imported:
    """What became of a file: its data with its notices, or why it could not be used.

    ``written`` are the paths of what was written.
    """

    path: str
    data: dict[str, Any] | None = None
    outcome: Outcome | None = None
    written: tuple[str, ...] = ()
    error: str = ""

    @property
    def status(self) -> int:
        """The exit status: 2 unusable, 1 something could not be read, 0 all was read."""
        if self.outcome is None or self.error:
            return 2
        return 1 if self.outcome.status == "errors" else 0


def import_all(
    sources: Sequence[PublishedFile], wanted: ImportSettings, crew: Crew, advance: Advance
) -> Iterator[Imported]:
    """Read published reports and write what is wanted of them."""
    runner = Runner(
        crew,
        singly(_imported),
        wanted,
        lambda source, error: Imported(source.path, error=f"没有读成：{reason(error)}。"),
    )
    return runner.each(sources, sizes(len(sources), crew.width), advance)


def places(paths: Sequence[str], folder: Path | None, suffix: str) -> list[PublishedFile]:
    """Return where the data of each file goes: beside it, or into ``folder``; no name twice."""
    names = distinct(str((folder or Path(each).parent) / Path(each).stem) for each in paths)
    return [PublishedFile(path, f"{name}{suffix}") for path, name in zip(paths, names, strict=True)]


def _imported(wanted: ImportSettings, source: PublishedFile) -> Imported:
    from govxlsx.checking.refusal import sentence
    from govxlsx.published.data import to_json
    from govxlsx.showing.as_json import finding

    if not is_published(source.path):
        return Imported(
            source.path, error="不是已公布的报告（网页、Word、PDF 或文字文件），没有读取。"
        )
    try:
        read = read_published(source.path, wanted.year, wanted.agency, wanted.root)
    except GovxlsxError as error:
        return Imported(source.path, error=sentence(error))
    outcome = check(read.report, rules=of_import())
    data = to_json(read, [finding(each) for each in outcome.findings])
    if not source.place:
        return Imported(source.path, data, outcome)
    try:
        written = _written(wanted, source, data, outcome)
    except OutputError as error:
        return Imported(source.path, data, outcome, error=str(error))
    return Imported(source.path, None, outcome, written)


def _written(
    wanted: ImportSettings, source: PublishedFile, data: dict[str, Any], outcome: Outcome
) -> tuple[str, ...]:
    from govxlsx.showing.as_json import dumps

    place = Path(wanted.root, source.place)
    if not wanted.filled:
        # what a name has that is no text becomes escapes, which JSON reads as what they were
        write_file(place, dumps(data).encode("utf-8", "backslashreplace"), force=wanted.force)
        return (source.place,)
    from govxlsx.form.editions import edition_by_id
    from govxlsx.report.interchange import parse
    from govxlsx.template import workbook

    content = parse(dumps(data))
    filled = workbook(edition_by_id(content.edition), content)
    write_file(place, filled, force=wanted.force)
    if not outcome.findings:
        return (source.place,)
    from govxlsx.showing.annotation import annotate

    copy = place.with_name(f"{place.stem}{ANNOTATED}{place.suffix}")
    refuse_existing(copy, force=wanted.force)
    write_file(copy, annotate(filled, outcome), force=wanted.force)
    return source.place, str(Path(source.place).with_name(copy.name))
