from reports import balanced, both, caught, made, read, silent, with_part

from govxlsx.checking import check


@both
def test_silent_on_a_workbook_as_made(edition: str) -> None:
    silent(check(read(made(balanced(edition)))), "W120")


@both
def test_caught_with_macros(edition: str) -> None:
    content = with_part(made(balanced(edition)), "xl/vbaProject.bin")
    assert "宏" in caught(check(read(content)), "W120", None).message


@both
def test_caught_with_links_to_other_workbooks(edition: str) -> None:
    content = with_part(made(balanced(edition)), "xl/externalLinks/externalLink1.xml")
    assert "链接" in caught(check(read(content)), "W120", None).message
