"""The publication page and fragment: read back, alike to the byte, plain enough for any editor."""

import re
from dataclasses import replace

import pytest
from published.reading import differing, read
from reports import AGENCY, balanced, both, made
from reports import read as read_workbook

from govxlsx.errors import ReadBackError
from govxlsx.publication.page import fragment, page
from govxlsx.publication.proof import confirm
from govxlsx.published.comparison import differences
from govxlsx.report.figure import Figure
from govxlsx.report.interchange import Interchange
from govxlsx.report.model import Report

NOTE = {"四": "含上年度结转数量。"}


def data(edition: str = "2021") -> Interchange:
    return balanced(edition, notes=NOTE)


def report(edition: str = "2021") -> Report:
    return read_workbook(made(data(edition)))


@both
def test_page_and_fragment_say_what_the_workbook_says(edition: str) -> None:
    given = report(edition)
    for written in (page(given), fragment(given)):
        found = read(written, year=given.year)
        assert differing(found, data(edition)) == {}
        assert differences(found, given) == []
        assert found.report.remarks == ()


@both
def test_the_same_workbook_gives_the_same_bytes(edition: str) -> None:
    first, second = report(edition), report(edition)
    assert (page(first), fragment(first)) == (page(second), fragment(second))


def test_the_fragment_needs_no_class_script_or_style() -> None:
    text = fragment(report()).decode()
    assert not re.search(r"class=|<script|style=|<style", text)
    stripped = re.sub(r' (align|width|border|cellspacing|cellpadding)="[^"]*"', "", text)
    found = read(stripped)
    assert differences(found, report()) == []


def test_every_figure_names_its_headers() -> None:
    text = fragment(report()).decode()
    texts = dict(re.findall(r'<th id="([^"]*)"[^>]*>(.*?)</th>', text))
    cells = re.findall(r'<td headers="([^"]*)"[^>]*>(.*?)</td>', text)
    assert len(cells) == len(report().figures)
    named = [[texts[each] for each in headers.split()] for headers, _ in cells]
    assert ["第二十条第（六）项", "本年处理决定数量", "行政处罚"] in [
        [each for each in names if each != "信息内容"] for names in named
    ]
    assert sum("社会公益组织" in names and "三、本年度办理结果" in names for names in named) == 22


def test_markup_in_a_text_stays_text() -> None:
    given = read_workbook(
        made(balanced("2021", narrative={"other": "没有收费，<b>&amp;。\n第二段。"}))
    )
    assert b"<b>" not in page(given)
    assert differences(read(page(given)), given) == []


def test_a_draft_may_have_any_sum_wrong_and_a_note_may_be_like_a_title() -> None:
    blank = {key: None for key in balanced("2021").figures if key.endswith("natural_person")}
    notes = {"三": "三、收到和处理政府信息公开申请情况如下表所示："}
    given = read_workbook(made(balanced("2021", figures=blank, notes=notes)))
    assert differing(read(page(given, draft=True)), balanced("2021", figures=blank))
    confirm(fragment(given), "page.html", given)


def test_a_page_that_says_something_else_is_not_delivered() -> None:
    given = report()
    changed = replace(
        given,
        figures={**given.figures, "disclosure.licensing.decisions": Figure(32, None, "32")},
    )
    with pytest.raises(ReadBackError, match="行政许可"):
        confirm(page(given), "page.html", changed)


def test_a_draft_says_so() -> None:
    assert "<p>草稿</p>" in page(report(), draft=True).decode()
    assert "草稿" not in page(report()).decode()


@pytest.mark.parametrize("part", range(6))
@pytest.mark.parametrize("key", ["overview", "problems", "other"])
def test_a_line_may_equal_the_title_of_any_part(part: int, key: str) -> None:
    title = report().form.parts[part].title
    told = f"第一段写的是本机关的情况。\n{title}\n第二段写的是以后的打算。"
    given = read_workbook(made(balanced("2021", narrative={key: told}, notes=NOTE)))
    other = read_workbook(made(balanced("2021", narrative={key: f"{told}又一句。"}, notes=NOTE)))
    for written in (page(given), fragment(given)):
        confirm(written, "page.html", given)
        with pytest.raises(ReadBackError):
            confirm(written, "page.html", other)


def test_a_line_like_the_title_of_the_next_part_is_no_difference() -> None:
    told = "第一段。\n六、其他需要报告的事项\n第二段。"
    given = read_workbook(made(balanced("2021", narrative={"problems": told})))
    assert differences(read(page(given)), given) == []


@pytest.mark.parametrize("name", ["某机关", "永宁海关", "局", "~$局", "A 局", "永宁市2023年办公室"])
def test_a_page_is_read_back_whatever_its_words(name: str) -> None:
    odd = "打印\n来源：统计台账\n- 3 -\n版权所有\n2023年政府信息公开工作年度报告\n/"
    agency = replace(AGENCY, name=name)
    given = read_workbook(
        made(balanced("2021", agency=agency, narrative={"overview": odd, "preamble": "无"}))
    )
    for written in (page(given), fragment(given)):
        confirm(written, "page.html", given)
        assert written.decode().count("来源：统计台账") == 1
