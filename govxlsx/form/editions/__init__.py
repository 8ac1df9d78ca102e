"""The editions of the annual report form, found by file name: ``form_<first year>.py``, its FORM.

An edition is listed nowhere: a further one is one more module here, and nothing else is changed.
"""

from dataclasses import replace
from functools import cache
from importlib import import_module
from itertools import zip_longest
from pkgutil import iter_modules

from govxlsx.form.editions.model import Edition


@cache
def registry() -> dict[str, Edition]:
    """Return the editions by id, the oldest first, each with what the others say of it.

    It ends where the next one begins, and supersedes those before it.
    """
    names = (each.name for each in iter_modules(__path__) if each.name.startswith("form_"))
    given = (import_module(f"{__name__}.{name}").FORM for name in names)
    forms: list[Edition] = sorted(given, key=lambda each: each.first_year)
    ends = (later.first_year - 1 for later in forms[1:])
    found: dict[str, Edition] = {}
    for form, end in zip_longest(forms, ends):
        found[form.id] = replace(form, last_year=end, supersedes=tuple(found.values()))
    return found


def editions() -> tuple[Edition, ...]:
    """Return all editions, the oldest first."""
    return tuple(registry().values())


def edition_of_year(year: int) -> Edition | None:
    """Return the edition on which reports of ``year`` are made, None before the first."""
    return next((edition for edition in editions() if edition.covers(year)), None)


def edition_by_id(edition_id: str) -> Edition:
    """Return the edition with this id. Raises KeyError for an unknown one."""
    return registry()[edition_id]
