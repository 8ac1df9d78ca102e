from reports import balanced, both, caught, checked, made, read, silent

from govxlsx.checking import check
from govxlsx.showing.annotation import annotate


@both
def test_silent_on_a_workbook_as_made(edition: str) -> None:
    silent(checked(balanced(edition)), "W133")


@both
def test_caught_in_a_marked_copy(edition: str) -> None:
    data = made(balanced(edition, figures={"applications.received.total": 1}))
    copy = annotate(data, check(read(data)))
    found = caught(check(read(copy)), "W133", None, "校验结果")
    assert found.severity == "info"
    assert "“校验结果”一页" in found.message
