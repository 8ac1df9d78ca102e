"""Interchange data becomes a report, as if it stood in a workbook; only the cells are missing."""

from decimal import Decimal

from govxlsx.form import layout
from govxlsx.form.editions import edition_by_id
from govxlsx.form.editions.model import Edition
from govxlsx.form.editions.tables import Field
from govxlsx.reading import sums
from govxlsx.reading.figures import of_text, whole_if_whole
from govxlsx.report.figure import Figure, Number, Paragraph, State, plain
from govxlsx.report.interchange import Interchange
from govxlsx.report.model import NARRATIVES, Report
from govxlsx.report.narrative import BODY, drop_bare_headings, paragraphs

_NOWHERE = Figure(None, None, "", State.BLANK)
_UNKNOWN = Figure(None, None, "", State.UNCALCULATED)


def of_data(data: Interchange, source: str = "", sha256: str = "") -> Report:
    """Return interchange data as a report. Its figures have no cells: their ``at`` is None.

    A missing figure is blank, a missing total of the template's own is added up; text is read as
    the text of a cell would be.
    """
    edition = edition_by_id(data.edition)
    figures = {
        field.id: _figure(data.figures.get(field.id), field, edition) for field in edition.fields
    }
    _add_up(edition, figures, {each.id for each in edition.fields} - data.figures.keys())
    aspects = {part.narrative: part.aspects for part in edition.parts}
    told = {key: data.narrative.get(key, "") for key in NARRATIVES}
    return Report(
        edition=edition.id,
        year=data.year,
        agency=data.agency,
        figures=figures,
        narrative={
            key: drop_bare_headings(
                paragraphs(text, BODY if key == "preamble" else None), aspects.get(key, ())
            )
            for key, text in told.items()
        },
        notes={numeral: Paragraph(text) for numeral, text in data.notes.items() if text},
        explanations=data.explanations,
        source=source,
        sha256=sha256,
    )


def _figure(value: Number | str | None, field: Field, edition: Edition) -> Figure:
    if value is None:
        return _NOWHERE
    if isinstance(value, str):
        return of_text(value, field, layout.places(edition.id)[field.id])._replace(at=None)
    number = whole_if_whole(value) if isinstance(value, Decimal) else value
    return Figure(number, None, plain(number))


def _add_up(edition: Edition, figures: dict[str, Figure], missing: set[str]) -> None:
    """Give missing totals the sum of their parts, those that feed others first."""
    totals = edition.parts_of_total
    waiting = {field_id: parts for field_id, parts in totals.items() if field_id in missing}
    for field_id in waiting:
        figures[field_id] = _UNKNOWN
    sums.add_up(
        figures,
        waiting,
        lambda _, total: Figure(total, None, "", State.SUMMED, calculated=True),
    )
