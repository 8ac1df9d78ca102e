"""What last year's report hands on to this year's template: the agency's details, 结转."""

from dataclasses import fields, replace
from pathlib import Path

from govxlsx.errors import InterchangeError, UsageError
from govxlsx.form.editions import edition_by_id
from govxlsx.personal import masked
from govxlsx.published.bound import UNREAD
from govxlsx.published.data import parsed
from govxlsx.regular import read_regular
from govxlsx.report.figure import Number
from govxlsx.report.interchange import Interchange, of_report
from govxlsx.report.model import Agency


def load(path: Path) -> Interchange:
    """Read a workbook, interchange data (.json) or a published report, by the end of the name.

    Raises UnusableWorkbookError, InterchangeError, PublishedError.
    """
    if path.suffix.lower() != ".json":
        from govxlsx.desk.previous import read

        return of_report(read(str(path)))
    try:
        return parsed(read_regular(path))
    except OSError as error:
        raise InterchangeError(f"读不出“{path}”：没有这个文件，或者没有权限。") from error
    except InterchangeError as error:
        raise InterchangeError(f"“{path}”：{error}") from error


def carried_over(content: Interchange, last: Interchange) -> tuple[Interchange, list[str]]:
    """Fill in what last year's report hands on; what ``content`` gives already stays.

    Returns also a sentence for each figure that could not be taken over. Raises UsageError where
    ``last`` is not of the year before.
    """
    if content.year is None or last.year != content.year - 1:
        wanted = content.year - 1 if content.year is not None else ""
        raise UsageError(f"--previous 应当是 {wanted} 年度的报告，这个文件是 {last.year} 年度的。")
    edition = edition_by_id(content.edition)
    carried: dict[str, Number | str | None] = {}
    untaken: list[str] = []
    for field in edition.fields:
        if field.row != "carried_in" or field.id in edition.parts_of_total:
            continue
        value = last.figures.get(f"applications.carried_out.{field.column}")
        if value == UNREAD.raw:
            untaken.append(
                f"上年结转没有带入“{field.column_label}”：上年的报告里没有读出“结转下年度”的这一格。"
            )
        elif isinstance(value, str):
            untaken.append(
                f"上年结转没有带入“{field.column_label}”：上年填的是“{masked(value)}”，不是数字。"
            )
        elif value is not None:
            carried[field.id] = value
    given = {
        each.name: getattr(content.agency, each.name) or getattr(last.agency, each.name)
        for each in fields(Agency)
    }
    filled = replace(content, agency=Agency(**given), figures={**carried, **content.figures})
    return filled, untaken
