"""How the names of published reports end."""

from pathlib import PurePath

SUFFIXES = frozenset(
    {".html", ".htm", ".xhtml", ".docx", ".pdf", ".txt", ".md", ".doc", ".wps", ".rtf"}
)


def is_published(path: str) -> bool:
    """Tell whether a file's name is that of a page, a document or a text."""
    return PurePath(path).suffix.lower() in SUFFIXES
