"""The HTML page: complete, escaped, self-contained, and tables that say what heads what."""

import itertools
import re
from collections import Counter
from dataclasses import replace
from pathlib import Path
from urllib.parse import unquote

import lxml.html
import pytest
from command import run
from lxml import etree
from page_results import HOSTILE, UNUSABLE, everything, hostile, result

from govxlsx.checking import check
from govxlsx.checking.examination import Result
from govxlsx.form.editions import editions
from govxlsx.form.editions.model import Edition
from govxlsx.form.grid import grid
from govxlsx.reading import read_bytes
from govxlsx.showing import page
from govxlsx.showing.page import sums
from govxlsx.showing.page.subject import Subject
from govxlsx.showing.page.whole import STYLE
from govxlsx.template import workbook

FETCHING = ("src", "srcset", "href", "action", "data", "poster", "background", "cite")


def tree(results: list[Result], skipped: tuple[str, ...] = ()) -> lxml.html.HtmlElement:
    return lxml.html.document_fromstring(page.render(results, skipped))


def words(element: lxml.html.HtmlElement) -> str:
    return " ".join(element.text_content().split())


@pytest.fixture(scope="module")
def whole() -> lxml.html.HtmlElement:
    return tree(everything(), ("说明.txt",))


def test_page_is_well_formed() -> None:
    text = page.render(everything(), ["说明.txt"])
    assert text.startswith("<!DOCTYPE html>\n<html")
    parser = etree.HTMLParser(recover=False)
    root = etree.fromstring(text.encode(), parser)
    assert root.get("lang") == "zh-CN"
    unknown_to_libxml2 = {"main", "section", "header", "footer", "details", "summary"}
    mistakes = [
        entry.message
        for entry in parser.error_log
        if not any(f"Tag {name} " in entry.message for name in unknown_to_libxml2)
    ]
    assert mistakes == []


def test_anchors_are_unique_and_every_link_arrives(whole: lxml.html.HtmlElement) -> None:
    anchors = Counter(whole.xpath("//@id"))
    assert [each for each, count in anchors.items() if count > 1] == []
    targets = {each[1:] for each in whole.xpath("//a/@href")}
    assert targets <= set(anchors)
    headers = {each for given in whole.xpath("//td/@headers") for each in given.split()}
    assert headers <= set(whole.xpath("//th/@id"))


def test_nothing_is_fetched_and_nothing_runs(whole: lxml.html.HtmlElement) -> None:
    links = [value for name in FETCHING for value in whole.xpath(f"//@{name}")]
    assert all(each.startswith("#") or each == "data:," for each in links)
    assert not whole.xpath("//script | //img | //iframe | //object | //@onclick | //@style")
    style = whole.xpath("string(//style)")
    assert "url(" not in style
    assert "@import" not in style
    assert not re.search("https?:", page.render([result("faults")], []))


def test_text_cannot_become_markup() -> None:
    given = hostile()
    text = page.render([given], [HOSTILE])
    assert "<script" not in text
    assert "<img" not in text
    root = lxml.html.document_fromstring(text)
    assert HOSTILE in root.xpath("string(//title)")
    assert any(HOSTILE in each for each in root.xpath("//td/@title"))
    assert HOSTILE in root.xpath("string(//dl)")
    assert any(HOSTILE in each.text_content() for each in root.xpath("//li/p"))
    assert any(HOSTILE in each.text_content() for each in root.xpath("//td"))


def test_control_characters_are_dropped() -> None:
    text = page.render([], ["a\x00\x08\ufffeb"])
    assert "<li>ab</li>" in text


@pytest.mark.parametrize("example", ["faults", "2019-fuzhou-bigdata", "2021-suqian-city"])
def test_every_finding_stands_with_its_words(example: str) -> None:
    given = result(example)
    assert given.outcome is not None
    items = tree([given]).xpath("//ol[@class='findings']//li[@value]")
    left = [words(each) for each in items]
    assert len(left) == len(given.outcome.findings)
    for finding in given.outcome.findings:
        fix = "" if finding.lead is not None else finding.fix
        wanted = [finding.code, finding.message, finding.explained or fix]
        wanted += [f"单元格 {finding.cell}"] if finding.cell else []
        match = next(each for each in left if all(" ".join(one.split()) in each for one in wanted))
        left.remove(match)


def test_findings_go_sheet_by_sheet_errors_first() -> None:
    root = tree([result("faults")])
    for held in root.xpath("//ol[@class='findings']"):
        order = [each.get("class") for each in held]
        assert order == sorted(order, key=["error", "warning", "info"].index)
    numbers = [int(each.get("value")) for each in root.xpath("//ol[@class='findings']//li[@value]")]
    assert numbers == list(range(1, len(numbers) + 1))


def test_broken_cell_is_marked_and_linked_both_ways() -> None:
    root = tree([result("faults")])
    cell = root.get_element_by_id("f1-applications.disclosed.total")
    assert "error" in cell.get("class")
    assert "✗" in cell.text_content()
    assert "错误" in cell.text_content()
    entry = root.get_element_by_id(cell.find(".//a").get("href")[1:])
    assert "S301" in entry.text_content()
    assert "#f1-applications.disclosed.total" in entry.xpath(".//a/@href")


def test_sum_is_explained_on_hover_and_in_text() -> None:
    root = tree([result("faults")])
    hover = root.get_element_by_id("f1-applications.disclosed.total").get("title")
    assert "＝21；表中是 12，少 9" in hover
    broken = [words(each) for each in root.xpath("//li[@class='broken']")]
    assert any("＝21；表中是 12，少 9" in each for each in broken)
    assert any("＝44；" in each and "＝43，少 1" in each for each in broken)


def test_every_sum_is_told() -> None:
    given = result("faults")
    assert given.report is not None
    assert given.outcome is not None
    subject = Subject(1, given.path, given.report, given.outcome)
    text = words(tree([given]))
    for tally in subject.case.tallies:
        assert sums.explain(subject, tally) in text


def test_blank_block_marks_each_cell_and_links_once() -> None:
    given = result("faults")
    assert given.outcome is not None
    finding = next(each for each in given.outcome.findings if each.code == "V201")
    root = tree([given])
    cells = [root.get_element_by_id(f"f1-{each}") for each in finding.fields]
    assert all("warning" in cell.get("class") for cell in cells)
    assert all("提醒" in cell.text_content() for cell in cells)
    assert [len(cell.findall(".//a")) for cell in cells] == [1] + [0] * (len(cells) - 1)


@pytest.mark.parametrize("example", ["2019-fuzhou-bigdata", "2021-suqian-city"])
def test_table_is_the_grid_of_the_edition(example: str) -> None:
    given = result(example)
    assert given.report is not None
    form = next(each for each in editions() if each.id == given.report.edition)
    root = tree([given])
    for table in form.tables:
        found = root.xpath(f"//table[contains(@class, 'form {table.id}')]")
        if example != "faults":
            assert found == []  # nothing is marked in it
            continue
        drawn = found[0]
        boxes = grid(form, table.id).boxes
        area = sum(
            int(each.get("rowspan", 1)) * int(each.get("colspan", 1))
            for each in drawn.xpath(".//th | .//td")
        )
        assert area == sum(box.rows * box.columns for box in boxes)
        figures = [each.get("id") for each in drawn.xpath(".//td")]
        assert figures == [f"f1-{box.field}" for box in boxes if box.field]
        for cell in drawn.xpath(".//td"):
            figure = given.report.figures[cell.get("id").removeprefix("f1-")]
            assert (cell.text or "").strip() == figure.text


def test_labels_say_what_they_head(whole: lxml.html.HtmlElement) -> None:
    assert all(each.get("scope") in {"col", "row", "rowgroup"} for each in whole.xpath("//th"))
    assert all(each.find("caption") is not None for each in whole.xpath("//table"))
    cell = whole.get_element_by_id("f1-applications.denied.state_secret.enterprise")
    heads = [words(whole.get_element_by_id(each)) for each in cell.get("headers").split()]
    assert heads == [
        "三、本年度办理结果",
        "（三）不予公开",
        "1.属于国家秘密",
        "申请人情况",
        "法人或其他组织",
        "商业企业",
    ]
    cell = whole.get_element_by_id("f1-disclosure.fees.amount")
    heads = [words(whole.get_element_by_id(each)) for each in cell.get("headers").split()]
    assert heads == ["行政事业性收费", "第二十条第（八）项", "本年收费金额（单位：万元）"]


def test_row_groups_hold_their_rowspans(whole: lxml.html.HtmlElement) -> None:
    for group in whole.xpath("//table[contains(@class, 'form')]/*[self::thead or self::tbody]"):
        rows = group.findall("tr")
        for place, row in enumerate(rows):
            assert all(place + int(each.get("rowspan", 1)) <= len(rows) for each in row)


def test_headings_go_down_one_level_at_a_time(whole: lxml.html.HtmlElement) -> None:
    levels = [int(each.tag[1]) for each in whole.xpath("//h1|//h2|//h3|//h4|//h5|//h6")]
    assert levels[0] == 1
    assert levels.count(1) == 1
    assert all(below <= above + 1 for above, below in itertools.pairwise(levels))


def test_summary_counts_and_names_all_files(whole: lxml.html.HtmlElement) -> None:
    lead = words(whole.xpath("//p[@class='lead']")[0])
    assert re.fullmatch(r"共 5 个文件：没有错误 \d+、有错误 \d+、不能用 1。", lead)
    rows = whole.xpath("//table[@class='files']/tbody/tr")
    assert [words(row[0]) for row in rows][-1] == UNUSABLE.path
    assert "说明.txt" in words(whole.xpath("//main/section")[0])


def test_unusable_file_shows_its_sentence() -> None:
    root = tree([UNUSABLE])
    assert words(root.xpath("//section[@class='file']")[0]) == (
        f"{UNUSABLE.path}✗ 不能用{UNUSABLE.refusal}回到开头"
    )


def test_rules_stand_by_state_with_reasons() -> None:
    given = result("faults")
    text = words(tree([given]).xpath("//section[@class='rules']")[0])
    for code in (*given.rules.passed, *given.rules.broken, *given.rules.not_run):
        assert code in text
    assert all(" ".join(reason.split()) in text for reason in given.rules.not_run.values())


def test_explained_warning_shows_the_explanation() -> None:
    entries = tree([hostile()]).xpath("//p[@class='explained']")
    assert entries
    assert all(HOSTILE in each.text_content() for each in entries)


def luminance(colour: str) -> float:
    """Return the relative luminance of #rgb or #rrggbb (WCAG 2.2)."""
    digits = colour[1:] if len(colour) == 7 else "".join(each * 2 for each in colour[1:])
    shares = [int(digits[place : place + 2], 16) / 255 for place in (0, 2, 4)]
    red, green, blue = (
        each / 12.92 if each <= 0.04045 else ((each + 0.055) / 1.055) ** 2.4 for each in shares
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def test_colours_have_contrast() -> None:
    colours = dict(re.findall(r"--([\w-]+):(#[0-9a-f]+)", STYLE))
    states = ["error", "warning", "info", "ok"]
    pairs = [(each, f"{each}-bg") for each in states] + [("soft", "pale"), ("ink", "pale")]
    assert all(contrast(colours[one], colours[other]) >= 4.5 for one, other in pairs)
    assert all(contrast(colours[each], "#fff") >= 4.5 for each in [*states, "ink", "soft", "link"])
    assert contrast(colours["line"], "#fff") >= 3


def test_page_is_the_same_for_the_same_results() -> None:
    given = [result("faults")]
    assert page.render(given, []) == page.render(given, [])


@pytest.mark.parametrize("form", editions(), ids=lambda form: form.id)
def test_blank_form_is_drawn_with_every_cell_marked(form: Edition) -> None:
    report = read_bytes(workbook(form), "空白.xlsx")
    root = tree([Result("空白.xlsx", report.sha256, report, check(report))])
    assert len(root.xpath("//td[contains(@class, 'marked')]")) > 100


def test_figures_without_a_place_are_named() -> None:
    given = result("faults")
    assert given.report is not None
    figures = {key: each._replace(at=None) for key, each in given.report.figures.items()}
    report = replace(given.report, figures=figures)
    root = tree([Result("数据.json", None, report, check(report))])
    assert "应等于 “（一）予以公开”行“自然人”列、" in words(root)


def test_page_of_no_files() -> None:
    assert "共 0 个文件" in page.render([], [])


def test_a_page_for_each_file_and_an_index(tmp_path: Path) -> None:
    examples = Path(__file__).parents[1] / "examples"
    paths = [examples / f"{each}/report.xlsx" for each in ("faults", "2021-suqian-city")]
    done = run("check", *paths, "--format", "html", "-o", "pages/", cwd=tmp_path)
    assert done.returncode == 1
    made = sorted(each.name for each in (tmp_path / "pages").iterdir())
    assert made == ["index.html", "report.html", "report（2）.html"]
    index = lxml.html.fromstring((tmp_path / "pages/index.html").read_text("utf-8"))
    links = index.xpath("//table[@class='files']//a/@href")
    assert [unquote(each) for each in links] == ["report.html", "report（2）.html"]
    own = (tmp_path / "pages/report.html").read_text("utf-8")
    assert "宿迁" not in own
    assert len((tmp_path / "pages/report（2）.html").read_bytes()) < 40_000
    again = run("check", *paths, "--format", "html", "-o", "pages", cwd=tmp_path)
    assert again.returncode == 2


def test_a_page_of_many_bad_files_is_small_and_draws_no_tables() -> None:
    bad = result("clerk")
    text = page.render([bad] * 60, [])
    assert len(text.encode()) < 60 * 10_000
    found = lxml.html.fromstring(text)
    assert not found.find_class("form")
    assert "-o 结果/" in found.get_element_by_id("summary").getparent().text_content()
    links = [str(each) for each in found.xpath("//a/@href") if str(each).startswith("#")]
    assert {each[1:] for each in links} <= set(map(str, found.xpath("//@id")))
    assert found.get_element_by_id("f60-p9") is not None
