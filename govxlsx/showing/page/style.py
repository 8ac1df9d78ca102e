"""The style of pages: for a wide screen, a phone and A4 paper. Contrasts are 4.5 or more."""

from pathlib import Path


def beside(module: str, name: str) -> str:
    """Return a style sheet that lies beside a module, as it stands in a page."""
    return f"\n{Path(module).with_name(name).read_text(encoding='utf-8')}"


STYLE = beside(__file__, "page.css")
