"""Which body a report is of, and of which year: how that is compared, how it is told."""

from govxlsx.text import label_key

_ONE_BRACKET = str.maketrans("[]", "()")


def agency_key(name: str) -> str:
    """Return what an agency's name is compared by, "" for a blank one.

    White space, width and case do not count, nor does the kind of brackets: 〔〕, （） and [] are
    alike.
    """
    return label_key(name).translate(_ONE_BRACKET)


def name_told(name: str) -> str:
    """Return an agency's name for people, or that none is given."""
    return name or "（没有填机关名称）"


def year_told(year: int | None) -> str:
    """Return a report's year for people, or that it is not known."""
    return f"{year} 年度" if year is not None else "年度不明"
