"""What the desk has made for it in a process of its own: the summary, letters and drafts."""

import io
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from govxlsx.desk.batch.course import examine
from govxlsx.desk.batch.crew import here
from govxlsx.desk.batch.work import Job
from govxlsx.desk.notices import issuing
from govxlsx.desk.rollup.source import archived
from govxlsx.desk.roster.model import Roster
from govxlsx.desk.status import Status, take_stock
from govxlsx.desk.summary.book import workbook
from govxlsx.desk.summary.material import gathered


@dataclass(frozen=True, slots=True)
class View:
    """What the operator looks at: an archive, a roster, a year, a day."""

    folder: Path
    roster: Roster | None
    year: int
    on: date


def summary(view: View) -> bytes:
    """Return the batch as a workbook, as ``govxlsx summary`` writes it."""
    source = archived(view.folder, view.year)
    job = Job(whole=True, comparing=len(source.files) > 1)
    with here() as crew:
        results, _ = examine(source.files, job, crew)
        made = gathered(results, source, view.roster, view.year, view.on)
    return workbook(made)


def status(view: View) -> Status:
    """Return how the roster stands, as ``govxlsx status`` tells it."""
    roster = view.roster if view.roster is not None else Roster(())
    return take_stock(roster, view.folder, view.year, view.on)


def notices(view: View) -> list[tuple[str, str, str]]:
    """Return which bodies get a notice of which kind, and to which addresses a draft goes."""
    found = issuing.notices(status(view), _office(view))
    return [(each.body.name, each.kind, "、".join(each.body.addresses)) for each in found]


def files(view: View, body: str) -> Iterator[tuple[str, bytes]]:
    """Yield letters and drafts as ``govxlsx notices`` writes them; ``body`` "" for all bodies."""
    office = _office(view)
    for each in issuing.notices(status(view), office):
        if not body or each.body.name == body:
            yield from issuing.files(each, office, view.year, view.on)


def file(view: View, body: str, suffix: str) -> tuple[str, bytes] | None:
    """Return a body's letter or draft with its name, None where it has nothing to do."""
    found = (each for each in files(view, body) if each[0].endswith(suffix))
    return next(found, None)


def packed(view: View) -> bytes:
    """Return all letters and drafts in one zip; the same ones give the same bytes."""
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w", zipfile.ZIP_DEFLATED) as package:
        for name, data in files(view, ""):
            package.writestr(zipfile.ZipInfo(name), data)
    return held.getvalue()


def _office(view: View) -> str:
    return issuing.issuer(view.roster) if view.roster is not None else ""
