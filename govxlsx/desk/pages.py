"""A page for each file, which can be handed on alone, and the index that leads to them."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from govxlsx.checking.finding import Severity
from govxlsx.desk import naming
from govxlsx.desk.batch import Results
from govxlsx.output import refuse_existing, write_file
from govxlsx.showing import page


def write(
    results: Results, skipped: Sequence[str], folder: Path, only: Severity | None, *, force: bool
) -> Path:
    """Write them into a folder; return the index.

    Nothing is written where a page is there already that may not be replaced. Raises OutputError.
    """
    names = naming.page_names([each.path for each in results])
    first = folder / f"{naming.INDEX}.html"
    for place in (first, *(folder / name for name in names)):
        refuse_existing(place, force=force)
    for result, name in zip(results, names, strict=True):
        text = page.render((result,), (), only)
        write_file(folder / name, text.encode("utf-8"), force=force)
    write_file(first, page.index(results, skipped, names).encode("utf-8"), force=force)
    return first
