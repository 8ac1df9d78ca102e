"""The operator's pages in a browser: on a phone, on a wide screen, and on A4 paper."""

from collections.abc import Iterator

import pytest
from browsing import chromium, too_wide, violations
from command import run
from playwright.sync_api import Browser, Page
from reports import following, last_year, made
from rollup_bodies import put, roster

PHONE, SCREEN, PAPER = 390, 1440, 703
"""Widths in pixels; of paper, A4 between the page's margins of 12 mm."""


@pytest.fixture(scope="module")
def pages(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    """The status of three bodies and a comparison of two years, as pages."""
    desk = tmp_path_factory.mktemp("desk")
    put(desk / "in", "永宁市教育局")
    put(desk / "in", "永宁市公安局", figures={"applications.received.total": 1})
    roster(desk / "r.csv", "永宁市教育局", "永宁市公安局", "永宁市财政局")
    run("archive", "in", "--into", "arch", "--received", "2025-01-20", cwd=desk)
    status = ("status", "arch", "--roster", "r.csv", "--as-of", "2025-02-10", "--format", "html")
    (desk / "旧.xlsx").write_bytes(made(last_year("2021")))
    (desk / "新.xlsx").write_bytes(made(following("2021")))
    compare = ("compare", "旧.xlsx", "新.xlsx", "--format", "html")
    return {each[0]: run(*each, cwd=desk).stdout for each in (status, compare)}


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with chromium() as found:
        yield found


def opened(browser: Browser, text: str, width: int) -> Page:
    context = browser.new_context(viewport={"width": width, "height": 1000}, bypass_csp=True)
    page = context.new_page()
    page.set_content(text)
    return page


def overflowing(page: Page) -> list[str]:
    """Return what is wider than the place it has: regions that scroll, cells of tables."""
    found = page.evaluate(
        """[...document.querySelectorAll('.scroll, th, td')]
            .filter(each => each.scrollWidth > each.clientWidth + 1)
            .map(each => each.className + ' ' + each.textContent.slice(0, 40))"""
    )
    return [str(each) for each in found]


@pytest.mark.parametrize("name", ["status", "compare"])
@pytest.mark.parametrize("width", [PHONE, SCREEN])
def test_the_page_fits_and_axe_has_nothing_against_it(
    name: str, width: int, pages: dict[str, str], browser: Browser
) -> None:
    page = opened(browser, pages[name], width)
    assert violations(page) == []
    assert too_wide(page) <= 0
    assert overflowing(page) == []


@pytest.mark.parametrize("name", ["status", "compare"])
def test_the_page_fits_on_paper(name: str, pages: dict[str, str], browser: Browser) -> None:
    page = opened(browser, pages[name], PAPER)
    page.emulate_media(media="print")
    assert too_wide(page) <= 0
    assert overflowing(page) == []


def test_a_state_has_one_mark(pages: dict[str, str], browser: Browser) -> None:
    page = opened(browser, pages["status"], SCREEN)
    before = page.evaluate(
        """[...document.querySelectorAll('.badge')]
            .map(each => each.textContent[0] + getComputedStyle(each, '::before').content)"""
    )
    assert before
    assert {each[1:] for each in before} == {"none"}
