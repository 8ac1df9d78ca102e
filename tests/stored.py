"""Workbooks whose totals are the template's formulas, and the results stored with them."""

import re
from io import BytesIO
from zipfile import ZipFile

from reports import balanced, figures, made
from workbooks.build import part

from govxlsx.form.editions import edition_by_id
from govxlsx.report.interchange import Interchange

_RESULT = re.compile(rb"(</f>)<v>[^<]*</v>")


def computed(edition_id: str) -> bytes:
    """Return a balanced report's workbook with the template's own formulas in its totals."""
    totals = edition_by_id(edition_id).parts_of_total
    given = {key: value for key, value in figures(edition_id).items() if key not in totals}
    data = balanced(edition_id)
    return made(
        Interchange(data.edition, data.year, data.agency, given, data.narrative, data.notes)
    )


def with_results(content: bytes, sheet: str, result: str) -> bytes:
    """Return a workbook in which every formula of a sheet has the same stored result."""
    return edited(content, sheet, _RESULT, rf"\1<v>{result}</v>".encode())


def edited(content: bytes, sheet: str, pattern: re.Pattern[bytes], replacement: bytes) -> bytes:
    """Return a workbook with a sheet's part edited; the pattern has to occur in it."""
    stream = BytesIO()
    with ZipFile(BytesIO(content)) as old, ZipFile(stream, "w") as new:
        for item in old.infolist():
            data = old.read(item)
            if item.filename == part(sheet):
                data, count = pattern.subn(replacement, data)
                assert count
            new.writestr(item, data)
    return stream.getvalue()
