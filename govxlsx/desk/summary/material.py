"""What a summary is made of: submissions with their findings, what is counted, who owes what."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from itertools import count

from govxlsx.desk.archive.current import submissions
from govxlsx.desk.archive.entry import Submission
from govxlsx.desk.batch.spool import Results
from govxlsx.desk.rollup import Rollup, roll_up
from govxlsx.desk.rollup.choice import Wanted
from govxlsx.desk.rollup.source import Source
from govxlsx.desk.rollup.submission import Pile, gather, seen
from govxlsx.desk.roster.model import Roster
from govxlsx.desk.status import Status, take_stock
from govxlsx.errors import UsageError
from govxlsx.form.editions import edition_by_id, editions
from govxlsx.showing.as_xlsx.rows import ListedSubmission, of_result, ordered


@dataclass(frozen=True)
class Material:
    """Everything that the sheets tell.

    ``rollup`` is None where nothing can be counted, ``why`` then says why not. ``status`` is None
    where there is no roster or no archive. ``on`` is the day of looking. ``unusable`` are files
    that cannot be used, each with a sentence.
    """

    rows: tuple[ListedSubmission, ...]
    year: int | None
    on: date
    rollup: Rollup | None = None
    why: str = ""
    status: Status | None = None
    unusable: tuple[tuple[str, str], ...] = ()


def gathered(
    results: Results, source: Source, roster: Roster | None, year: int | None, on: date
) -> Material:
    """Return the material of a year, as it is ``on`` a day.

    ``results`` are the checks of the files of ``source``, in order.
    """
    pile = gather(map(seen, count(), results), source.rank.__getitem__)
    pile.submissions += source.returned
    pile.unusable += source.unfit
    result, why = _rolled_up(pile, _wanted(roster, source.by), year)
    rows = _rows(results, source, year)
    year = result.year if result is not None else year
    status = None
    if source.archive is not None and roster is not None:
        status = take_stock(roster, source.archive, year or on.year - 1, on)
    return Material(rows, year, on, result, why, status, tuple(pile.unusable))


def _wanted(held: Roster | None, by: str) -> Wanted:
    """Return for whom is summed: the roster's only topmost government, else everybody."""
    tops = held.tops if held is not None else ()
    target = tops[0] if len(tops) == 1 else None
    return Wanted(target.name if target is not None else "", held, target, by=by)


def _rolled_up(pile: Pile, wanted: Wanted, year: int | None) -> tuple[Rollup | None, str]:
    """Add up what can be counted; without anything, say why."""
    if not pile.frames:
        return None, "没有可以计入的报告。"
    try:
        return roll_up(pile, wanted, year), ""
    except UsageError as error:
        return None, str(error)


def _rows(results: Results, source: Source, year: int | None) -> tuple[ListedSubmission, ...]:
    """Return a row for each submission: of an archive what its register says.

    What does not tell its year is of any year.
    """
    if source.archive is None:
        return tuple(map(of_result, results))
    held = submissions(source.archive)
    wanted = (each for each in held if year is None or each.year in (year, None))
    return tuple(map(_of_submission, _latest(wanted)))


def _of_submission(submission: Submission) -> ListedSubmission:
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


def _latest(held: Iterable[Submission]) -> list[Submission]:
    """Return the last submission of each agency and year, and those whose agency is not known."""
    found: dict[object, Submission] = {}
    for each in sorted(held, key=lambda one: one.order):
        found[(each.agency_key, each.year) if each.agency_key else each.sha256] = each
    return list(found.values())
