"""The editions of the annual report form; a further edition is one more module in this list."""

from __future__ import annotations

from govxlsx.form.editions import form_2019, form_2021
from govxlsx.form.editions.model import Edition

EDITIONS: tuple[Edition, ...] = (form_2019.FORM, form_2021.FORM)


def edition_of_year(year: int) -> Edition | None:
    """Return the edition on which reports of ``year`` are made, None before the first."""
    return next((edition for edition in EDITIONS if edition.covers(year)), None)


def edition_by_id(edition_id: str) -> Edition:
    """Return the edition with this id. Raises KeyError for an unknown one."""
    return {edition.id: edition for edition in EDITIONS}[edition_id]
