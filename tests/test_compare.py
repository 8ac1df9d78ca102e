"""Reports side by side: every figure, every subtotal, every word, and the three forms of output."""

import json
from dataclasses import replace
from decimal import Decimal
from io import BytesIO
from pathlib import Path
from typing import Any
from zipfile import ZipFile

import lxml.html
import pytest
from command import run
from hypothesis import given as drawn
from hypothesis import strategies as st
from lxml import etree
from openpyxl import load_workbook
from properties import examples
from reports import AGENCY, balanced, both, figures, made
from rich.cells import cell_len

from govxlsx.desk.compare import Comparison, compare
from govxlsx.desk.compare.book import workbook
from govxlsx.desk.compare.figures import Amount, Line, chosen
from govxlsx.desk.compare.page import render
from govxlsx.desk.compare.ratios import Share, points
from govxlsx.desk.compare.texts import ChangeKind, pieces, shortened
from govxlsx.desk.compare.wording import amount, difference, marked, percent
from govxlsx.form.editions import edition_by_id
from govxlsx.reading.data import of_data
from govxlsx.report.interchange import to_object
from govxlsx.report.model import Report

RECEIVED = "applications.received.natural_person"
PENALTIES = "disclosure.penalties.decisions"


def report(edition: str = "2021", year: int | None = None, **changes: Any) -> Report:
    data = balanced(edition, **changes)
    return of_data(replace(data, year=year or data.year), f"{year or data.year}.json")


def compared(*reports: Report) -> Comparison:
    return compare(reports)


def line(given: Comparison, field: str) -> Line:
    (found,) = (each for each in given.lines if each.field == field)
    return found


def subtotal(given: Comparison, name: str) -> list[str]:
    (found,) = (each for each in given.lines if each.name == name)
    return [each.text for each in found.amounts]


@both
def test_every_figure_stands_beside_the_other(edition: str) -> None:
    first, second = figures(edition), figures(edition)
    second |= {
        key: value + at for at, (key, value) in enumerate(second.items()) if isinstance(value, int)
    }
    year = edition_by_id(edition).first_year
    given = compared(report(edition, year), report(edition, year + 1, figures=second))
    assert [each.field for each in given.lines if each.field] != []
    assert {each.field for each in given.lines if each.field} == set(first)
    for field, value in first.items():
        found = line(given, field)
        if isinstance(value, int):
            assert [each.value for each in found.amounts] == [value, second[field]]
            (step,) = found.steps
            other = second[field]
            assert isinstance(other, int)
            assert step.difference == other - value
            expected = None if value == 0 else round((other - value) * 1000 / abs(value))
            assert step.permille == expected


@both
def test_a_blank_total_counts_in_a_subtotal_as_what_its_parts_add_up_to(edition: str) -> None:
    total = next(
        each
        for each in figures(edition)
        if each.startswith("applications.denied.") and each.endswith(".total")
    )
    given = compared(report(edition), report(edition, figures={total: None}))
    whole, blank = subtotal(given, "（三）不予公开（小计）")
    assert whole == blank


def test_a_subtotal_of_blanks_is_blank() -> None:
    blank = {key: None for key in figures("2021") if key.startswith("applications.denied.")}
    assert subtotal(compared(report(), report(figures=blank)), "（三）不予公开（小计）")[1] == ""


@pytest.mark.parametrize(("text", "changed"), [("", False), ("0", False), ("3", True)])
def test_what_a_form_lacks_is_no_change_from_nothing(text: str, changed: bool) -> None:
    amounts = (Amount("", absent=True), Amount(text))
    assert Line("二", 0, "甲", "甲", amounts=amounts).changed is changed


def test_a_difference_of_long_amounts_is_exact() -> None:
    amounts = (Amount("", Decimal("0.01")), Amount("", Decimal(f"{'1' * 40}.25")))
    (step,) = Line("二", 0, "甲", "甲", amounts=amounts).steps
    assert step.difference == Decimal(f"{'1' * 40}.24")


def test_the_number_of_a_person_among_the_figures_is_not_compared() -> None:
    given = compared(report(), report(figures={RECEIVED: 110101199003077758}))
    number = line(given, RECEIVED).amounts[1]
    assert (number.value, "*" in number.text) == (None, True)


@both
def test_subtotals_are_the_sums_of_their_parts(edition: str) -> None:
    held = figures(edition)
    given = compared(report(edition), report(edition))

    def added(*rows: str, column: str = "total") -> list[str]:
        prefixes = tuple(f"applications.{row}" for row in rows)
        values = [
            value
            for key, value in held.items()
            if key.startswith(prefixes) and key.endswith(f".{column}")
        ]
        assert all(isinstance(each, int) for each in values)
        return [str(sum(each for each in values if isinstance(each, int)))] * 2

    assert subtotal(given, "（三）不予公开（小计）") == added("denied.")
    assert subtotal(given, "（四）无法提供（小计）") == added("unavailable.")
    assert subtotal(given, "（五）不予处理（小计）") == added("not_processed.")
    organizations = sum(
        value
        for key, value in held.items()
        if key.startswith("applications.received.")
        and not key.endswith((".natural_person", ".total"))
        and isinstance(value, int)
    )
    name = "一、本年新收政府信息公开申请数量—法人或其他组织（小计）"
    assert subtotal(given, name) == [str(organizations)] * 2
    litigation = [
        held["proceedings.direct_litigation.total"],
        held["proceedings.litigation_after_reconsideration.total"],
    ]
    assert (
        subtotal(given, "行政诉讼（小计）")
        == [str(sum(each for each in litigation if isinstance(each, int)))] * 2
    )


def test_two_editions_have_every_row_once_and_say_where_one_is_lacking() -> None:
    given = compared(report("2019"), report("2021"))
    known = [set(edition_by_id(each).field_by_id) for each in ("2019", "2021")]
    told = [each.field for each in given.lines if each.field]
    assert sorted(told) == sorted(set.union(*known))
    for each in given.lines:
        if each.field:
            for place, ids in enumerate(known):
                lacking = each.field not in ids
                has_sum = each.label == "（六）其他处理"
                assert each.amounts[place].absent == (lacking and not has_sum)
    assert amount(line(given, "disclosure.normative_documents.issued").amounts[0]) == "无此项"
    assert any("2019 版" in each and "无此项" in each for each in given.remarks)
    labels = [each.label for each in given.lines]
    assert labels.count("行政规范性文件") == 1
    assert "规范性文件" not in labels


def test_reports_are_ordered_by_year_and_named_by_it() -> None:
    given = compared(report(year=2025), report(year=2023), report(year=2024))
    assert given.labels == ("2023年", "2024年", "2025年")
    assert [(each.before, each.after) for each in given.texts] == [
        ("2023年", "2024年"),
        ("2024年", "2025年"),
    ]


def test_versions_of_one_year_keep_their_order() -> None:
    first, second = report(figures={PENALTIES: 1}), report(figures={PENALTIES: 2})
    given = compared(second, first)
    assert given.labels == ("2024年第1份", "2024年第2份")
    assert [each.value for each in line(given, PENALTIES).amounts] == [2, 1]


def test_blank_unreadable_and_money_with_its_own_unit() -> None:
    blank = compared(report(figures={PENALTIES: None}), report(figures={PENALTIES: 0}))
    found = line(blank, PENALTIES)
    assert [amount(each) for each in found.amounts] == ["空", "0"]
    assert found.changed
    assert found.steps[0].difference is None
    wrong = compared(report(figures={PENALTIES: "十几件"}), report())
    assert [amount(each) for each in line(wrong, PENALTIES).amounts] == ["十几件", "8"]
    assert line(wrong, PENALTIES).steps[0].difference is None
    field = "disclosure.procurement.amount"
    money = compared(report("2019", figures={field: "3万元"}), report("2019"))
    assert [each.text for each in line(money, field).amounts] == ["3万元", "251000元"]
    assert line(money, field).steps[0].difference is None


def test_differences_of_long_decimals_are_exact() -> None:
    field = "disclosure.fees.amount"
    first = report(figures={field: Decimal("100000000000000000000000000000.1")})
    second = report(figures={field: Decimal("100000000000000000000000000000.4")})
    (step,) = line(compared(first, second), field).steps
    assert difference(step) == "+0.3"
    assert percent(step) == "0.0%"


@pytest.mark.parametrize(
    ("before", "after", "told"),
    [
        (3, 4, ("+1", "+33.3%")),
        (4, 3, ("-1", "-25.0%")),
        (0, 5, ("+5", "")),
        (5, 0, ("-5", "-100.0%")),
        (5, 5, ("0", "0.0%")),
    ],
)
def test_how_differences_are_written(before: int, after: int, told: tuple[str, str]) -> None:
    given = compared(report(figures={PENALTIES: before}), report(figures={PENALTIES: after}))
    (step,) = line(given, PENALTIES).steps
    assert (difference(step), percent(step)) == told


def test_only_what_changed_is_chosen_with_the_labels_above_it() -> None:
    changed = report(figures={RECEIVED: 900})
    given = compared(report(), changed)
    shown = chosen(given.lines, everything=False)
    assert [each.label for each in shown] == ["一、本年新收政府信息公开申请数量", "自然人"]
    assert chosen(given.lines, everything=True) == list(given.lines)
    assert chosen(compared(report(), report()).lines, everything=False) == []


def test_the_remarks_tell_of_agencies_sums_and_the_carry_over() -> None:
    other = report(
        year=2025,
        agency=replace(AGENCY, name="永宁市教育局"),
        figures={"applications.carried_in.total": 99},
    )
    remarks = compared(report(year=2024), other).remarks
    assert remarks[0] == "这些报告不是同一个机关的：永宁市档案局、永宁市教育局。"
    assert remarks[1] == "2024年的 42 处合计都对。"
    assert remarks[2].startswith("2025年的 42 处合计中 2 处不对")
    assert "“四、结转下年度继续办理”12 件，2025年“二、上年结转”99 件，不一致。" in remarks[3]


def test_the_plots_series_are_the_totals() -> None:
    given = compared(report(year=2024), report(year=2025))
    held = figures("2021")
    received, concluded = given.through
    assert received.values == (held["applications.received.total"],) * 2
    assert concluded.values == (held["applications.concluded.total"],) * 2
    assert [each.label for each in given.results] == [
        "予以公开",
        "部分公开",
        "不予公开",
        "无法提供",
        "不予处理",
        "其他处理",
    ]
    done = sum(each.values[0] for each in given.results if each.values[0] is not None)
    assert done == held["applications.concluded.total"]


TEXT = st.text(alphabet="公开信息件12，。；条例 ", max_size=60)


@examples(200)
@drawn(TEXT, TEXT)
def test_the_pieces_are_both_texts_whole(before: str, after: str) -> None:
    found = pieces(before, after)
    assert "".join(each.text for each in found if each.kind is not ChangeKind.ADDED) == before
    assert "".join(each.text for each in found if each.kind is not ChangeKind.REMOVED) == after
    assert all(each.text for each in found)
    assert (before == after) == all(each.kind is ChangeKind.SAME for each in found)


def test_a_number_is_never_torn() -> None:
    found = pieces("全年收到申请1234件。", "全年收到申请1284件。")
    assert marked(found) == "全年收到申请［－1234］［＋1284］件。"


def test_paragraphs_are_told_as_rewritten_added_and_removed() -> None:
    before = "一是制度不全，已经补上。\n二是人手不够，还在解决。\n三是网页太旧。"
    after = "一是制度不全，已经全部补上。\n四是培训太少，全年只有一次。\n三是网页太旧。"
    given = compared(report(narrative={"problems": before}), report(narrative={"problems": after}))
    (passage,) = (each for each in given.texts[0].passages if each.title.startswith("五"))
    told = [(each.kind, marked(each.pieces)) for each in passage.changes]
    assert told[0] == (ChangeKind.CHANGED, "一是制度不全，已经［＋全部］补上。")
    assert told[-1] == (ChangeKind.SAME, "三是网页太旧。")
    assert sorted(kind for kind, _ in told[1:-1]) == [ChangeKind.ADDED, ChangeKind.REMOVED]


def test_a_persons_number_is_masked() -> None:
    given = compared(report(), report(narrative={"problems": "联系人手机13812345678。"}))
    assert "13812345678" not in render(given, everything=True)
    assert "13812345678" not in str(given.texts)


def test_long_stretches_that_stay_are_cut() -> None:
    before = "甲" * 100 + "一" + "乙" * 100
    (first, _, _, last) = shortened(pieces(before, before.replace("一", "二")))
    assert first.text == "……" + "甲" * 24
    assert last.text == "乙" * 24 + "……"


def save(folder: Path, name: str, **changes: Any) -> Path:
    path = folder / name
    data = balanced("2021", **changes)
    if path.suffix == ".json":
        path.write_text(json.dumps(to_object(data), ensure_ascii=False), encoding="utf-8")
    else:
        path.write_bytes(made(data))
    return path


@pytest.fixture
def two(tmp_path: Path) -> Path:
    save(tmp_path, "旧.xlsx")
    save(
        tmp_path,
        "新.json",
        year=2025,
        figures={RECEIVED: 900, PENALTIES: 20},
        narrative={"problems": "存在的问题：答复说理还不够充分。\n改进情况：已统一答复文书。"},
    )
    return tmp_path


@pytest.mark.parametrize("width", [80, 120])
def test_text_fits_the_terminal_and_tells_only_what_changed(two: Path, width: int) -> None:
    done = run("compare", "新.json", "旧.xlsx", cwd=two, width=width)
    assert done.returncode == 0, done.stderr
    lines = done.stdout.splitlines()
    assert max(map(cell_len, lines)) <= width
    assert lines[0] == "永宁市档案局：2024年、2025年"
    (told,) = (each for each in lines if each.startswith("行政处罚"))
    assert told.split()[-4:] == ["8", "20", "+12", "+150.0%"]
    assert not any(each.startswith("行政许可") for each in lines)
    assert "答复说理［＋还］不够充分" in done.stdout.replace("\n    ", "")
    whole = run("compare", "新.json", "旧.xlsx", "--all", cwd=two, width=width).stdout
    assert any(each.startswith("行政许可") for each in whole.splitlines())
    assert max(map(cell_len, whole.splitlines())) <= width
    assert "␊" not in whole


def test_the_same_report_twice(two: Path) -> None:
    done = run("compare", "旧.xlsx", "旧.xlsx", cwd=two)
    assert done.returncode == 0
    assert "数字全都相同。" in done.stdout
    assert "2024年第1份与2024年第2份的文字全都相同。" in done.stdout


def test_what_cannot_be_compared(two: Path) -> None:
    alone = run("compare", "旧.xlsx", cwd=two)
    assert (alone.returncode, alone.stdout) == (2, "")
    assert "至少要给两份报告" in alone.stderr
    (two / "坏.xlsx").write_bytes(b"PK")
    (two / "坏.json").write_text("{", encoding="utf-8")
    broken = run("compare", "旧.xlsx", "坏.xlsx", "坏.json", cwd=two)
    assert (broken.returncode, broken.stdout) == (2, "")
    assert "坏.xlsx：" in broken.stderr
    assert "坏.json：" in broken.stderr
    assert "-o" in run("compare", "旧.xlsx", "新.json", "--format", "xlsx", cwd=two).stderr


def test_nothing_is_overwritten(two: Path) -> None:
    (two / "out.txt").write_text("原有", encoding="utf-8")
    done = run("compare", "旧.xlsx", "新.json", "-o", "out.txt", cwd=two)
    assert done.returncode == 2
    assert (two / "out.txt").read_text(encoding="utf-8") == "原有"
    done = run("compare", "旧.xlsx", "新.json", "-o", "out.txt", "--force", cwd=two)
    assert done.returncode == 0
    assert "行政处罚" in (two / "out.txt").read_text(encoding="utf-8")


def test_the_page_is_well_formed_and_fetches_nothing(two: Path) -> None:
    done = run("compare", "旧.xlsx", "新.json", "--format", "html", cwd=two)
    assert done.returncode == 0
    parser = etree.HTMLParser(recover=False)
    assert etree.fromstring(done.stdout.encode(), parser).get("lang") == "zh-CN"
    known = ("main", "header", "footer", "figure", "figcaption", "svg", "line", "text", "rect")
    mistakes = [
        each.message
        for each in parser.error_log
        if not any(f"Tag {name} " in each.message for name in known)
    ]
    assert mistakes == []
    page = lxml.html.document_fromstring(done.stdout)
    assert page.xpath("//@href") == ["data:,", "#content"]
    assert not page.xpath("//script | //img | //@src | //@style")
    assert "url(" not in page.xpath("string(//style)")
    assert "还" in page.xpath("//ins/text()")
    assert page.xpath("//del")


def test_the_pages_plots_say_their_figures_in_words() -> None:
    given = compared(report(year=2024), report(year=2025))
    page = lxml.html.document_fromstring(render(given))
    spoken = page.xpath("//svg/@aria-label")
    received = figures("2021")["applications.received.total"]
    assert spoken[0].startswith(f"申请数量：2024年 新收申请 {received}、办结")
    assert len(page.xpath("//svg[1]//rect")) == 4 + 12
    assert len(page.xpath("//ul[@class='legend']/li")) == 2 + 6


def test_text_cannot_become_markup() -> None:
    hostile = "<script>alert(1)</script>&\"'"
    given = compared(
        report(agency=replace(AGENCY, name=hostile)),
        report(narrative={"problems": hostile}, figures={PENALTIES: hostile}),
    )
    assert "<script" not in render(given, everything=True)


def test_the_workbook_has_figures_formulas_texts_and_native_charts(two: Path) -> None:
    done = run("compare", "旧.xlsx", "新.json", "--format", "xlsx", "-o", "对照.xlsx", cwd=two)
    assert done.returncode == 0, done.stderr
    book = load_workbook(two / "对照.xlsx")
    assert book.sheetnames == ["数字对照", "指标对照", "文字对照", "历年图"]
    rows = list(book["数字对照"].iter_rows())
    (row,) = (each for each in rows if each[0].value == "行政处罚　本年处理决定数量")
    before, after = row[2].coordinate, row[3].coordinate
    assert [each.value for each in row[2:]] == [
        8,
        20,
        f"={after}-{before}",
        f"=ROUND(({after}-{before})/ABS({before}),3)",
    ]
    stored = load_workbook(two / "对照.xlsx", data_only=True)["数字对照"]
    assert [stored.cell(row[0].row, column).value for column in (5, 6)] == [12, 1.5]
    told = [each.value for each in book["文字对照"]["F"]]
    assert any("［＋还］" in str(each) for each in told)
    charts = book["历年图"]._charts  # type: ignore[attr-defined]
    assert [len(each.series) for each in charts] == [2, 6]
    assert [each.grouping for each in charts] == ["clustered", "stacked"]
    plotted = charts[0].series[0]
    assert plotted.val.numRef.f == "历年图!$B$3:$C$3"
    assert plotted.cat.strRef.f == "历年图!$B$2:$C$2"
    assert book["历年图"]["A3"].value == "新收申请"


def share(given: Comparison, name: str) -> Share:
    (found,) = (each for each in given.shares if each.name == name)
    return found


def test_metrics_stand_beside_each_other_with_both_counts() -> None:
    row = "applications.concluded.total"
    more = {"applications.disclosed.total": 10, row: 100}
    given = compared(report(year=2024, figures={row: 80}), report(year=2025, figures=more))
    found = share(given, "公开率（办结）")
    one, two = (each.numerator for each in found.held if each is not None)
    assert one is not None
    assert two is not None
    told = (f"{one / 80 * 100:.2f}%（{one}/80）", f"{two / 100 * 100:.2f}%（{two}/100）")
    assert found.texts == told
    assert [str(each) for each in found.steps] == [
        str(Decimal(told[1].partition("%")[0]) - Decimal(told[0].partition("%")[0]))
    ]
    assert found.changed
    assert not share(given, "自然人占比").changed


def test_shares_of_too_few_cases_are_shown_and_not_compared() -> None:
    row = "applications.concluded.total"
    given = compared(report(year=2024, figures={row: 29}), report(year=2025, figures={row: 30}))
    found = share(given, "公开率（办结）")
    assert "/29）" in found.texts[0]
    assert found.steps == (None,)
    assert points(None) == ""


def test_metrics_are_in_every_form(two: Path) -> None:
    text = run("compare", "旧.xlsx", "新.json", cwd=two, width=200).stdout
    assert "自然人占比：2024年 " in text
    assert "结转率：" not in text
    page = run("compare", "旧.xlsx", "新.json", "--format", "html", "--all", cwd=two).stdout
    assert "<h2>指标</h2>" in page
    assert "结转率" in page
    run("compare", "旧.xlsx", "新.json", "--format", "xlsx", "-o", "对照.xlsx", cwd=two)
    rows = list(load_workbook(two / "对照.xlsx")["指标对照"].values)
    assert rows[2][:4] == ("指标", "2024年", "2025年", "2025年比2024年（百分点）")
    assert len(rows) == 13
    (told,) = (each for each in rows if each[0] == "自然人占比")
    assert "（900/" in str(told[2])


def test_the_same_reports_give_the_same_bytes() -> None:
    given = compared(report(year=2024), report(year=2025))
    one, two = workbook(given), workbook(given)
    assert one == two
    assert len(ZipFile(BytesIO(one)).namelist()) > 8
    assert render(given) == render(given)


def test_three_years_in_every_form(tmp_path: Path) -> None:
    for year in (2023, 2024, 2025):
        save(tmp_path, f"{year}.xlsx", year=year, figures={PENALTIES: year - 2000})
    names = ("2025.xlsx", "2023.xlsx", "2024.xlsx")
    told = run("compare", *names, cwd=tmp_path, width=100).stdout
    (row,) = (each for each in told.splitlines() if each.startswith("行政处罚"))
    assert row.split()[-5:] == ["23", "24", "25", "+1", "+4.2%"]
    page = run("compare", *names, "--format", "html", cwd=tmp_path).stdout
    assert "2024年比2023年" in page
    assert "2025年比2024年" in page
    book = tmp_path / "三年.xlsx"
    done = run("compare", *names, "--format", "xlsx", "-o", book, cwd=tmp_path)
    assert done.returncode == 0
    charts = load_workbook(book)["历年图"]._charts  # type: ignore[attr-defined]
    assert charts[0].series[0].val.numRef.f == "历年图!$B$3:$D$3"
