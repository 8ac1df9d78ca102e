"""Published reports read in tests, and what is told of them."""

from collections.abc import Mapping

from govxlsx.checking import check
from govxlsx.checking.catalogue import of_import
from govxlsx.published.assembly import Published
from govxlsx.published.source import read_bytes
from govxlsx.report.interchange import Interchange


def read(text: str | bytes, name: str = "report.html", year: int | None = 2024) -> Published:
    return read_bytes(text.encode() if isinstance(text, str) else text, name, year)


def figures(given: Published) -> dict[str, object]:
    """Return what was read: values, and money with its own unit as it is written."""
    return {
        key: each.raw if each.unit else each.value for key, each in given.report.figures.items()
    }


def codes(given: Published) -> set[str]:
    """Return the codes of all that is told."""
    return {each.code for each in check(given.report, rules=of_import()).findings}


def untold(given: Published, data: Interchange) -> dict[str, tuple[object, object]]:
    """Return the figures that differ from the data without a notice: what never may be."""
    told = {field for remark in given.report.remarks for field in remark.fields}
    found = figures(given)
    return {
        key: (value, found[key])
        for key, value in data.figures.items()
        if found[key] != value and key not in told
    }


def differing(given: Published, data: Interchange) -> Mapping[str, tuple[object, object]]:
    """Return all figures that differ from the data."""
    found = figures(given)
    return {key: (value, found[key]) for key, value in data.figures.items() if found[key] != value}
