"""What a summary is made of: submissions with their findings, what is counted, who owes what."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from govxlsx.desk.archive import Submission
from govxlsx.desk.rollup import Rollup
from govxlsx.desk.status import Status
from govxlsx.form.editions import edition_by_id, editions
from govxlsx.showing.as_xlsx.rows import ListedSubmission, ordered


@dataclass(frozen=True)
class Material:
    """Everything that the sheets tell.

    ``rollup`` is None where nothing can be counted, ``why`` then says why not. ``status`` is None
    where there is no roster or no archive; ``missing`` are then the bodies of the roster without
    a submission: name, kind and note. ``on`` is the day of looking.
    """

    rows: tuple[ListedSubmission, ...]
    year: int | None
    on: date
    rollup: Rollup | None = None
    why: str = ""
    status: Status | None = None


def of_submission(submission: Submission) -> ListedSubmission:
    """Return the row of a submission as the register has it."""
    if submission.accepted:
        note = f"{submission.counted_on} 接收"
    else:
        note = f"{submission.counted_on} 报送，已退回"
    if submission.replaced_by is not None:
        note += "，后来又有一份"
    return ListedSubmission(
        file=submission.path,
        agency=submission.agency,
        year=submission.year,
        edition=submission.edition or "",
        problems=ordered(
            submission.findings, edition_by_id(submission.edition or editions()[-1].id)
        ),
        error=submission.error or "",
        note=note,
    )


def latest(submissions: Iterable[Submission]) -> list[Submission]:
    """Return the last submission of each agency and year, and those whose agency is not known."""
    found: dict[object, Submission] = {}
    for each in sorted(submissions, key=lambda one: (one.counted_on, one.id)):
        found[(each.agency_key, each.year) if each.agency_key else each.sha256] = each
    return list(found.values())
