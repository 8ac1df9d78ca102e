"""Debian's chromium, driven; nothing is downloaded, and it asks nobody but the page."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import axe_playwright_python
import needs
from playwright.sync_api import Browser, Page, sync_playwright

AXE = Path(axe_playwright_python.__file__).parent / "axe.min.js"
_TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
_RUN = """async tags => {
    const kinds = ['violations', 'incomplete'];
    const done = await axe.run(document, {runOnly: tags, resultTypes: kinds});
    return {
        passes: done.passes.length,
        violations: done.violations.map(each => [each.id, each.nodes.map(node => node.html)]),
        incomplete: done.incomplete.map(each => each.id),
    };
}"""
_QUIET = (
    *("--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-sync"),
    *("--disable-background-networking", "--disable-component-update"),
)


@contextmanager
def chromium() -> Iterator[Browser]:
    """Start the browser."""
    path = needs.program("chromium")
    with sync_playwright() as driver:
        browser = driver.chromium.launch(executable_path=path, args=[*_QUIET])
        yield browser
        browser.close()


def audited(page: Page) -> dict[str, Any]:
    """Return what axe-core says of a page.

    ``passes`` is how many of its rules the page keeps; ``violations`` those that it breaks, each
    with the elements that it means; ``incomplete`` those that it cannot decide.
    """
    if not page.evaluate("'axe' in window"):
        page.evaluate(AXE.read_text(encoding="utf-8"))
    found: dict[str, Any] = page.evaluate(_RUN, _TAGS)
    assert found["passes"] > 10
    return found


def violations(page: Page) -> list[Any]:
    """Return what axe-core says against a page."""
    return list(audited(page)["violations"])


def too_wide(page: Page) -> int:
    """Return by how many pixels a page has to be moved sideways."""
    root = "document.documentElement"
    return int(page.evaluate(f"{root}.scrollWidth - {root}.clientWidth"))
