"""Results for the tests of the page and of the CSV: example data through a real workbook."""

from dataclasses import replace
from pathlib import Path
from typing import Any

from reports import made

from govxlsx.checking import check
from govxlsx.checking.examination import Result
from govxlsx.errors import UnusableWorkbookError
from govxlsx.reading import read_bytes
from govxlsx.report import interchange
from govxlsx.report.interchange import Interchange
from govxlsx.report.model import Explanation

EXAMPLES = Path(__file__).parent.parent / "examples"
HOSTILE = '<script>alert("x")</script>&amp;"\'><img src=https://example.org/x.png>'

UNUSABLE = Result(
    "旧<b>.xls",
    None,
    error=UnusableWorkbookError("W102", "kind", {"kind": "旧版 Excel 工作簿（.xls）"}),
)


def data(example: str) -> Interchange:
    """Return an example's interchange data."""
    return interchange.parse((EXAMPLES / example / "data.json").read_text(encoding="utf-8"))


def result(example: str, **changes: Any) -> Result:
    """Return the result for the workbook made of an example; figures are changed one by one."""
    given = data(example)
    figures = {**given.figures, **changes.pop("figures", {})}
    given = replace(given, figures=figures, **changes)
    report = read_bytes(made(given), f"{example}.xlsx")
    return Result(f"{example}.xlsx", report.sha256, report, check(report))


def hostile() -> Result:
    """Return the result for a workbook whose every text tries to be markup."""
    given = data("faults")
    return result(
        "faults",
        agency=replace(given.agency, name=HOSTILE),
        figures={"disclosure.licensing.decisions": HOSTILE, "disclosure.penalties.decisions": "—"},
        notes={"三": HOSTILE},
        explanations=(Explanation("V203", HOSTILE),),
    )


def everything() -> list[Result]:
    """Return results of every kind: errors, both editions, none, unusable."""
    return [
        result("faults"),
        result("2019-fuzhou-bigdata"),
        result("2021-suqian-city"),
        hostile(),
        UNUSABLE,
    ]
