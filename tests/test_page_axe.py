"""The page in a real browser under axe-core: no violation, on a wide screen and on a phone."""

from collections.abc import Iterator
from typing import Any

import pytest
from browsing import audited, chromium, too_wide
from page_results import UNUSABLE, everything, result
from playwright.sync_api import Browser

from govxlsx.checking.examination import Result
from govxlsx.showing import page


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with chromium() as found:
        yield found


def told(browser: Browser, results: list[Result], width: int) -> dict[str, Any]:
    """Return what axe says of a page; the page's own policy would keep axe from running."""
    with browser.new_context(viewport={"width": width, "height": 2000}, bypass_csp=True) as context:
        shown = context.new_page()
        shown.set_content(page.render(results, ["说明.txt"]))
        return audited(shown) | {"wider": too_wide(shown)}


@pytest.mark.parametrize("width", [1200, 500])
def test_no_violation(width: int, browser: Browser) -> None:
    found = told(browser, everything(), width)
    assert found["passes"] > 20
    assert found["violations"] == []
    # axe leaves single digits and marks undecided; test_page measures the style's own contrasts
    assert set(found["incomplete"]) <= {"color-contrast"}
    assert found["wider"] <= 0, "the page scrolls sideways"


@pytest.mark.parametrize("kind", ["nothing", "unusable", "without error"])
def test_no_violation_on_small_pages(kind: str, browser: Browser) -> None:
    good = result("2021-suqian-city")
    results = {"nothing": [], "unusable": [UNUSABLE], "without error": [good]}[kind]
    assert told(browser, results, 1200)["violations"] == []
