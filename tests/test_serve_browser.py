"""Journeys through the page in a real browser: with and without script, by keyboard, narrow."""

import re
from collections.abc import Iterator
from hashlib import sha256
from pathlib import Path
from zipfile import ZipFile

import pytest
from browsing import chromium, too_wide, violations
from playwright.sync_api import Browser, Page, expect
from served import BODY, CODE, ROSTER, WRONG, YEAR, Served, served, workbook

from govxlsx.desk.archive.verification import verify

SCRIPTED = pytest.mark.parametrize("scripted", [True, False], ids=["script", "no script"])


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    with served(tmp_path_factory.mktemp("page"), "--roster", ROSTER) as found:
        yield found


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with chromium() as found:
        yield found


def opened(browser: Browser, site: Served, *, scripted: bool = True) -> Page:
    context = browser.new_context(java_script_enabled=scripted)
    page = context.new_page()
    page.goto(f"{site.url}/")
    return page


def put(folder: Path, name: str, data: bytes) -> Path:
    path = folder / name
    path.write_bytes(data)
    return path


def checked(page: Page, path: Path) -> None:
    """Choose a workbook and have it checked."""
    page.set_input_files("#file", path)
    page.click("form.upload button")
    expect(page).to_have_url(re.compile("/r/"))
    expect(page.locator(".lead")).to_contain_text(f"“{path.name}”")


@SCRIPTED
def test_from_a_bad_workbook_to_the_receipt(
    browser: Browser, site: Served, tmp_path: Path, scripted: bool
) -> None:
    page = opened(browser, site, scripted=scripted)
    checked(page, put(tmp_path, "有错误.xlsx", workbook(figures=WRONG)))
    broken = page.locator("td.marked.error")
    expect(broken).to_have_count(2)
    assert re.match(r"1\s+✗", broken.first.inner_text())
    expect(page.locator(".findings")).to_contain_text("单元格 J8")
    expect(page.locator(".findings")).to_contain_text("改 J8：1 → 7")

    narrative = {"other": f"本年度没有收取信息处理费。{scripted}"}
    data = workbook(narrative=narrative)
    checked(page, put(tmp_path, "改好了.xlsx", data))
    with page.expect_download() as download:
        page.click("text=下载 Word 文档")
    assert download.value.suggested_filename == f"{BODY}{YEAR}年政府信息公开工作年度报告.docx"
    with ZipFile(download.value.path()) as package:
        assert "word/document.xml" in package.namelist()

    page.fill("#code", CODE)
    page.click("form.file button")
    expect(page).to_have_url(re.compile("/receipt$"))
    expect(page.locator(".receipt")).to_contain_text(sha256(data).hexdigest())
    number = re.findall(r"第 \d+ 号", page.locator(".receipt").inner_text())[0]
    expect(page.locator(".receipt button")).to_be_visible(visible=scripted)
    page.goto(f"{site.url}/desk")
    page.click(f"text={BODY}")
    expect(page.locator("main")).to_contain_text(f"{number}报送")
    assert not verify(site.archive).problems
    page.context.close()


@SCRIPTED
def test_a_wrong_code_is_told_and_another_try_is_right(
    browser: Browser, site: Served, tmp_path: Path, scripted: bool
) -> None:
    page = opened(browser, site, scripted=scripted)
    checked(page, put(tmp_path, "a.xlsx", workbook()))
    result = page.url
    page.fill("#code", "K7WQ-3MXD-9RTX")
    page.click("form.file button")
    expect(page.locator("[role=alert]")).to_contain_text("编码不对，没有办理")
    page.click("a:has-text('回到检查结果')")
    assert page.url == result
    page.fill("#code", CODE)
    page.click("form.file button")
    expect(page.locator(".receipt")).to_be_visible()
    page.context.close()


def test_two_browsers_at_once_see_their_own(browser: Browser, site: Served, tmp_path: Path) -> None:
    first, second = (opened(browser, site) for _ in range(2))
    first.set_input_files("#file", put(tmp_path, "甲.xlsx", workbook(figures=WRONG)))
    second.set_input_files("#file", put(tmp_path, "乙.xlsx", workbook()))
    for page in (first, second):
        page.click("form.upload button")
    expect(first.locator(".lead")).to_contain_text("“甲.xlsx”有错误")
    expect(second.locator(".lead")).to_contain_text("“乙.xlsx”没有错误")
    for page in (first, second):
        page.context.close()


def test_files_are_dropped_and_sending_is_shown(
    browser: Browser, site: Served, tmp_path: Path
) -> None:
    page = opened(browser, site)
    drop = """([text, count, where]) => {
        const held = new DataTransfer();
        for (let k = 0; k < count; k++) held.items.add(new File([text], `拖来${k}.xlsx`));
        const event = {dataTransfer: held, bubbles: true, cancelable: true};
        document.querySelector(where).dispatchEvent(new DragEvent("drop", event));
    }"""
    page.evaluate(drop, ["nothing", 2, "form.upload"])
    expect(page.locator(".state")).to_have_text("一次检查一个文件，请只拖一个。")
    page.evaluate(drop, ["last year's", 1, "label[for=last]"])
    expect(page.locator(".state")).to_have_text("上年的报告：拖来0.xlsx")
    files = "[...document.querySelectorAll('input[type=file]')].map(each => each.files.length)"
    assert page.evaluate(files) == [0, 1]
    page.evaluate(drop, ["nothing", 1, "form.upload"])
    assert page.evaluate(files) == [1, 1]
    expect(page.locator(".state")).to_have_text("已选择：拖来0.xlsx")
    expect(page.locator("form.upload button")).to_be_focused()
    page.keyboard.press("Enter")
    expect(page.locator("h1")).to_have_text("检查结果：这个文件不能用")
    page.goto(f"{site.url}/")
    page.set_input_files("#file", put(tmp_path, "大.xlsx", b"PK" * (13 << 20)))
    page.click("form.upload button")
    expect(page.locator(".state")).to_contain_text("文件太大：最大 25 MB")
    page.context.close()


def test_the_keyboard_is_enough(browser: Browser, site: Served, tmp_path: Path) -> None:
    page = opened(browser, site)
    page.keyboard.press("Tab")
    expect(page.locator(".skip")).to_be_focused()
    page.keyboard.press("Enter")
    page.set_input_files("#file", put(tmp_path, "a.xlsx", workbook(figures=WRONG)))
    page.focus("#last")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    expect(page).to_have_url(re.compile("/r/"))
    reached = set()
    for _ in range(12):
        page.keyboard.press("Tab")
        reached.add(page.evaluate("document.activeElement.textContent.trim()"))
    assert {"下载标出问题的工作簿", "改好后再检查", "单元格 J8"} <= reached
    page.context.close()


def pages(browser: Browser, site: Served, tmp_path: Path) -> Iterator[Page]:
    """Yield every kind of page, one after the other, in one window."""
    page = opened(browser, site)
    yield page
    page.goto(f"{site.url}/nothing")
    yield page
    page.goto(f"{site.url}/")
    checked(page, put(tmp_path, "有错误.xlsx", workbook(figures=WRONG)))
    yield page
    checked(page, put(tmp_path, "没有错误.xlsx", workbook()))
    yield page
    page.fill("#code", CODE)
    page.click("form.file button")
    expect(page.locator(".receipt")).to_be_visible()
    yield page
    query = f"?year={YEAR}&on={YEAR + 1}-12-31"
    for path in ("/desk", f"/desk/body{query}&name={BODY}", f"/desk/notices{query}"):
        page.goto(f"{site.url}{path}")
        yield page
    page.context.close()


def test_nobody_is_shut_out(browser: Browser, site: Served, tmp_path: Path) -> None:
    for page in pages(browser, site, tmp_path):
        for width in (320, 390, 1200, 1920):  # 320 CSS pixels are 1280 at 400 %
            page.set_viewport_size({"width": width, "height": 900})
            assert too_wide(page) <= 0, (page.url, width)
            if width in (390, 1200):
                assert violations(page) == [], (page.url, width)
