from batches import outcomes, report, text
from reports import both, caught, silent

from govxlsx.checking.rule import Severity
from govxlsx.report.model import Explanation, Report

COPIED = text(1)


def named(name: str, body: str) -> str:
    return f"{name}今年做了这些事。{body}"


def pair(edition: str, one: str, other: str) -> tuple[Report, Report]:
    first = report("永宁市档案局", edition, overview=named("永宁市档案局", one))
    return first, report("安丰县水务局", edition, overview=named("安丰县水务局", other))


@both
def test_silent_on_texts_of_their_own(edition: str) -> None:
    for outcome in outcomes(*pair(edition, text(1), text(2))):
        silent(outcome, "B902")


@both
def test_caught_in_both_with_other_names_and_numbers(edition: str) -> None:
    changed = "".join("7" if each.isdigit() else each for each in COPIED)
    told = outcomes(*pair(edition, COPIED, changed))
    finding = caught(told[0], "B902", None)
    assert finding.severity is Severity.WARNING
    assert finding.found == 100
    assert "正文与“安丰县水务局”的报告（安丰县水务局.xlsx）约有 100% 相同" in finding.message
    assert "共 2 份" in finding.message
    assert "“永宁市档案局”" in caught(told[1], "B902", None).message


@both
def test_caught_with_some_sentences_rewritten(edition: str) -> None:
    kept = COPIED.split("。")
    rewritten = "。".join([*kept[:4], "另一件事的来龙去脉如下所述", *kept[5:]])
    finding = caught(outcomes(*pair(edition, COPIED, rewritten))[0], "B902", None)
    assert isinstance(finding.found, int)
    assert 88 <= finding.found <= 97
    assert f"约有 {finding.found}% 相同" in finding.message


@both
def test_silent_where_half_is_rewritten(edition: str) -> None:
    half = text(1, 8) + text(2, 8)
    for outcome in outcomes(*pair(edition, COPIED, half)):
        silent(outcome, "B902")


@both
def test_silent_on_one_agencys_two_years(edition: str) -> None:
    year = {"2019": 2020, "2021": 2025}[edition]
    first = report("永宁市档案局", edition, overview=COPIED)
    second = report("永宁市档案局", edition, overview=COPIED, year=year)
    for outcome in outcomes(first, second):
        silent(outcome, "B902")


@both
def test_another_agencys_other_year_is_named_with_it(edition: str) -> None:
    year = {"2019": 2020, "2021": 2025}[edition]
    first = report("永宁市档案局", edition, overview=COPIED)
    second = report("永宁市教育局", edition, overview=COPIED, year=year)
    assert f"“永宁市教育局 {year} 年度”" in caught(outcomes(first, second)[0], "B902", None).message


@both
def test_one_finding_a_file_where_many_are_the_same(edition: str) -> None:
    given = [report(f"永宁市第{number}中学", edition, overview=COPIED) for number in range(6)]
    for outcome in outcomes(*given):
        assert "共 6 份" in caught(outcome, "B902", None).message


@both
def test_not_run_on_text_that_is_all_prescribed(edition: str) -> None:
    told = "本年度没有收取信息处理费。没有其他需要报告的事项。" * 20
    for outcome in outcomes(*pair(edition, told, told)):
        assert outcome.rules.not_run["B902"].endswith("太短，没有与别的机关比较")


@both
def test_only_the_submission_that_counts_is_compared(edition: str) -> None:
    early = report("永宁市档案局", edition, overview=COPIED, source="先.xlsx")
    late = report("永宁市档案局", edition, overview=text(5), source="后.xlsx")
    other = report("安丰县水务局", edition, overview=COPIED)
    told = outcomes(early, late, other)
    assert told[0].rules.not_run["B902"].startswith("同一机关后面还有一份")
    silent(told[1], "B902")
    silent(told[2], "B902")


@both
def test_explained(edition: str) -> None:
    first, second = (
        report(name, edition, overview=COPIED, explanations=(Explanation("B902", "全市统一口径"),))
        for name in ("永宁市档案局", "永宁市教育局")
    )
    told = outcomes(first, second)
    assert caught(told[0], "B902", None).explained == "全市统一口径"
