"""How the template and the annotated copy are printed, as LibreOffice paginates them."""

import re

import pytest
from command import ROOT
from office import converted
from pypdfium2 import PdfDocument
from reports import YEAR, both, figures, made, read

from govxlsx.checking import check
from govxlsx.form.editions import edition_by_id
from govxlsx.report.interchange import Interchange, parse
from govxlsx.showing.annotation import annotate

Pages = list[str]
EXAMPLE = "faults"


def contents() -> dict[str, bytes]:
    """Return the workbooks that are printed, by name."""
    notes = {"三": f"{'说明一件事情。' * 60}到此为止。"}
    found = {
        edition: made(Interchange(edition, year, figures=figures(edition), notes=notes))
        for edition, year in YEAR.items()
    }
    found["plain"] = made(parse((ROOT / "examples" / EXAMPLE / "data.json").read_bytes()))
    found["marked"] = annotate(found["plain"], check(read(found["plain"])))
    return found


@pytest.fixture(scope="module")
def printed(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Pages]:
    """The pages of each workbook, each the text on it without white space."""
    found = converted(tmp_path_factory.mktemp("print"), "pdf", contents())
    return {name: pages(content) for name, content in found.items()}


def pages(content: bytes) -> Pages:
    with PdfDocument(content) as document:
        return ["".join(page.get_textpage().get_text_bounded().split()) for page in document]


@both
def test_part_three_is_one_page_with_a_long_note(edition: str, printed: dict[str, Pages]) -> None:
    part = edition_by_id(edition).part_of_table("applications")
    (page,) = [each for each in printed[edition] if part.title in each]
    for label in (
        "申请人情况",
        "一、本年新收",
        "（三）不予公开",
        "（七）总计",
        "结转下年度继续办理",
        "备注",
        "到此为止。",
    ):
        assert label in page


def test_comments_do_not_change_how_a_sheet_prints(printed: dict[str, Pages]) -> None:
    before, after = printed["plain"], printed["marked"]
    added = len(after) - len(before)
    assert added > 0
    assert "校验结果" in after[0]
    assert [told(page) for page in after[added:]] == [told(page) for page in before]


def told(page: str) -> tuple[str, int]:
    """Return a page's text without its number, and how many crosses are in it.

    They are of another face: behind which character they stand, the reader guesses.
    """
    found = re.fullmatch(r"第\d+页，共\d+页(.+)", page)
    assert found is not None, page
    return found[1].replace("✗", ""), found[1].count("✗")
