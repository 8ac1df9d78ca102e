"""The Word document under a ruler: hard content, measured in the PDF that LibreOffice makes."""

from dataclasses import replace
from io import BytesIO
from typing import Any

import pdfplumber
import pytest
from docx.shared import Mm
from office import converted
from reports import AGENCY, NARRATIVE, YEAR, balanced, both, made, read

from govxlsx.form.editions import edition_by_id
from govxlsx.word import deliver

TEN = "1234567890"
LEFT, RIGHT = Mm(28).pt, Mm(210 - 26).pt
HANGING = 17
"""LibreOffice lets a stop hang out of the type area, one character of 16 points wide."""

NAME = "某某市某某自治县人民政府政务服务和数据管理局（某某市某某自治县行政审批服务管理局）"
BODY = "全年公布文件和解读，及时更新栏目内容，做好依申请公开。" * 74

HELD = (
    "http://www.moumou.gov.cn/zwgk/xxgk-ml/zfxxgknb/index.html",
    "0527-84368000",
    "gk@my-mou.gov.cn",
)
OPENING = (
    "本报告电子版可以在某某市人民政府门户网站（{}）下载。如对本报告有疑问，请与本机关联系，"
    "地址：某某市某某区某某路100号，邮编：223800，电话：{}，电子邮箱：{}。"
).format(*HELD)

Page = dict[str, Any]


def document(edition: str) -> bytes:
    """Return a document of ten-digit figures, notes of five lines, a name of 41, 10,000 characters.

    The figures need not add up: it is a draft.
    """
    assert len(NAME) == 41
    data = balanced(
        edition,
        agency=replace(AGENCY, name=NAME),
        figures={field.id: int(TEN) for field in edition_by_id(edition).fields},
        narrative={
            "overview": "\n".join(f"（{each}）工作情况。{BODY}" for each in "一二三四五"),
            "problems": NARRATIVE["problems"],
            "other": NARRATIVE["other"],
        },
        notes={
            "三": "\n".join(["注：表中的数与台账一致。"] * 5),
            "四": "\n".join(["注：含结转。"] * 5),
        },
    )
    return deliver(read(made(data)), draft=True)


@pytest.fixture(scope="module")
def printed(tmp_path_factory: pytest.TempPathFactory) -> dict[str, list[Page]]:
    """The pages of each edition's document: text, words, and how large each character is."""
    files = {edition: document(edition) for edition in YEAR}
    own = balanced("2021", narrative={**NARRATIVE, "preamble": openings()})
    files["opening"] = deliver(read(made(own)))
    found = converted(tmp_path_factory.mktemp("ruler"), "pdf", files, ".docx")
    return {name: measured(content) for name, content in found.items()}


def openings() -> str:
    """Return openings of the agency's own in which every place falls on an end of a line."""
    return "\n".join(
        "某某市某某局编制了本年度报告。为便于公众查阅。"[:count] + OPENING for count in range(22)
    )


def measured(content: bytes) -> list[Page]:
    with pdfplumber.open(BytesIO(content)) as opened:
        return [
            {
                "text": "".join(page.extract_text().split()),
                "lines": ["".join(line["text"].split()) for line in page.extract_text_lines()],
                "edges": [line["x1"] for line in page.extract_text_lines()],
                "words": page.extract_words(x_tolerance=1.5, extra_attrs=["size"]),
                "chars": page.chars,
            }
            for page in opened.pages
        ]


def page_of(pages: list[Page], words: str) -> Page:
    (found,) = [each for each in pages if words in each["text"]]
    return found


@both
def test_ten_digits_stand_on_one_line_in_every_column_at_one_size(
    edition: str, printed: dict[str, list[Page]]
) -> None:
    found = [
        [round(word["size"], 1) for word in page["words"] if word["text"] == TEN]
        for page in printed[edition]
    ]
    tables = [each for each in found if each]
    assert len(tables) == 3
    assert sum(map(len, tables)) == len(edition_by_id(edition).fields)
    assert [len(set(each)) for each in tables] == [1, 1, 1]
    assert min(map(min, tables)) >= 6


@both
def test_part_three_is_one_page_with_all_its_notes(
    edition: str, printed: dict[str, list[Page]]
) -> None:
    page = page_of(printed[edition], "三、收到和处理政府信息公开申请情况")
    assert "结转下年度继续办理" in page["text"]
    assert page["text"].count("注：表中的数与台账一致。") == 5


@both
def test_notes_stand_above_the_next_heading_and_nothing_leaves_the_type_area(
    edition: str, printed: dict[str, list[Page]]
) -> None:
    page = page_of(printed[edition], "四、政府信息公开行政复议、行政诉讼情况")
    notes = [word["bottom"] for word in page["words"] if word["text"].startswith("注：含结转")]
    (heading,) = [w["top"] for w in page["words"] if w["text"].startswith("五、存在的主要问题")]
    assert len(notes) == 5
    assert max(notes) <= heading
    for each in printed[edition]:
        for char in each["chars"]:
            assert char["x0"] >= LEFT - 1, char
            assert char["x1"] <= RIGHT + HANGING, char


@both
def test_no_page_but_the_one_before_part_three_is_left_half_empty(
    edition: str, printed: dict[str, list[Page]]
) -> None:
    pages = printed[edition]
    before = pages.index(page_of(pages, "三、收到和处理政府信息公开申请情况")) - 1
    for number, page in enumerate(pages[:-1]):
        lowest = max(
            word["bottom"] for word in page["words"] if word["size"] > 4 and "—" not in word["text"]
        )
        assert number in (before, before + 1) or lowest > Mm(150).pt, number


def test_addresses_and_numbers_of_an_own_opening_stay_whole_in_justified_lines(
    printed: dict[str, list[Page]],
) -> None:
    lines = [line for page in printed["opening"] for line in page["lines"]]
    for held in HELD:
        assert sum(held in line for line in lines) == 22, held
    first, last = (
        lines.index(next(each for each in lines if "2024年" in each)),
        lines.index("一、总体情况"),
    )
    edges = [edge for page in printed["opening"] for edge in page["edges"]][first + 1 : last]
    running = [
        edge
        for line, edge in zip(lines[first + 1 : last], edges, strict=True)
        if "—" not in line and not line.endswith(f"{HELD[2]}。")
    ]
    assert len(running) > 22 * 4
    assert min(running) >= RIGHT - HANGING
