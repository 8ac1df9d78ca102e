"""The sheets of a check: 总览 (the submissions), 问题清单 (the findings), 按检查项 (the checks)."""

from collections import Counter
from collections.abc import Iterable, Sequence

from govxlsx.checking.catalogue import rules
from govxlsx.checking.examination import Result
from govxlsx.checking.finding import SEVERITY_WORDS
from govxlsx.checking.rule import Severity
from govxlsx.report.identity import name_told
from govxlsx.showing.as_xlsx.charts import bars
from govxlsx.showing.as_xlsx.listing import TOP, Column, ListSheet, listing
from govxlsx.showing.as_xlsx.rows import ListedSubmission, of_result
from govxlsx.showing.listing import STATUS_WORDS
from govxlsx.template.book import BookWriter
from govxlsx.template.styles import CENTERED, HEAD
from govxlsx.version import MAKER

_OVERVIEW = ListSheet(
    "总览",
    (
        Column("序号", 6, centred=True),
        Column("机关名称", 30),
        Column("年度", 8, centred=True),
        Column("结果", 10, centred=True),
        Column("错误", 7, centred=True),
        Column("提醒", 7, centred=True),
        Column("说明", 7, centred=True),
        Column("怎么办", 34),
        Column("文件", 34),
        Column("备注", 28),
    ),
    fixed=2,
)
_PROBLEMS = ListSheet(
    "问题清单",
    (
        Column("机关名称", 28),
        Column("级别", 7, centred=True),
        Column("工作表", 16),
        Column("单元格", 9, centred=True),
        Column("问题", 52),
        Column("怎么办", 44),
        Column("已作说明", 22),
        Column("检查项", 9, centred=True),
        Column("文件", 30),
    ),
    tab="#B3261E",
)
_HINT = "每行是一个问题，错误在前。点击表头的箭头可以只看一个机关、一个级别或一项检查。"
_BY_CHECK = ListSheet(
    "按检查项",
    (
        Column("问题", 44),
        Column("报告份数", 10, centred=True),
        Column("处数", 8, centred=True),
        Column("级别", 7, centred=True),
        Column("检查项", 9, centred=True),
        Column("依据", 48),
        Column("机关（前五个）", 48),
    ),
    tab="#744500",
)
_NAMED = 5
_SHOWN = 12


def workbook(results: Iterable[Result]) -> bytes:
    """Return the workbook (.xlsx) of a check: 总览, 问题清单, 按检查项."""
    book = BookWriter("检查结果", "政府信息公开工作年度报告检查结果", MAKER)
    rows = [of_result(each) for each in results]
    overview(book, rows)
    problems(book, rows)
    by_check(book, rows)
    return book.close()


def overview(book: BookWriter, rows: Sequence[ListedSubmission]) -> None:
    """Write 总览: a row a submission, and how many there are of each kind, as a chart too."""
    verdicts, beside = tuple(STATUS_WORDS.values()), len(_OVERVIEW.columns) + 1
    counts = Counter(each.verdict for each in rows)
    told = "、".join(f"{each} {counts[each]}" for each in verdicts)
    values = [
        (
            *(number, name_told(each.agency), each.year, each.verdict),
            *(each.count(severity) for severity in Severity),
            *(each.todo, each.file, each.note),
        )
        for number, each in enumerate(rows, 1)
    ]
    sheet = listing(book, _OVERVIEW, f"共 {len(rows)} 份：{told}。", values)
    sheet.write(TOP, beside, "结果", HEAD)
    sheet.write(TOP, beside + 1, "份数", HEAD)
    for number, each in enumerate(verdicts, TOP + 1):
        sheet.write(number, beside, each, CENTERED)
        sheet.write(number, beside + 1, counts[each], CENTERED)
    area = (TOP + 1, beside, TOP + len(verdicts))
    chart = bars(book, "检查结果（份）", _OVERVIEW.name, area)
    sheet.place(TOP + len(verdicts) + 2, beside, chart, 420, 260)


def problems(book: BookWriter, rows: Sequence[ListedSubmission]) -> None:
    """Write 问题清单: a row a finding, to be filtered by body, by severity, by check."""
    values = [
        (
            *(
                name_told(row.agency),
                SEVERITY_WORDS[Severity(each.severity)],
                each.sheet,
                each.cell,
            ),
            *(each.message, each.fix, each.explained, each.code, row.file),
        )
        for row in rows
        for each in row.problems
    ]
    listing(book, _PROBLEMS, _HINT, values)


def by_check(book: BookWriter, rows: Sequence[ListedSubmission]) -> None:
    """Write 按检查项: a row a check that found something, the most frequent first, a chart too."""
    places: Counter[str] = Counter()
    bodies: dict[str, dict[str, None]] = {}
    for row in rows:
        for each in row.problems:
            places[each.code] += 1
            bodies.setdefault(each.code, {}).setdefault(row.agency or row.file)
    order = list(Severity)
    found = [each for each in rules() if each.code in places]
    found.sort(key=lambda each: (order.index(each.severity), -len(bodies[each.code]), each.code))
    values = [
        (
            *(each.title, len(bodies[each.code]), places[each.code]),
            *(SEVERITY_WORDS[each.severity], each.code, each.basis),
            "、".join(list(bodies[each.code])[:_NAMED]),
        )
        for each in found
    ]
    hint = "每行是一项检查：多少份报告有这个问题，一共多少处。错误在前，份数多的在前。"
    sheet = listing(book, _BY_CHECK, hint, values)
    if values:
        bottom = TOP + min(_SHOWN, len(values)) - 1
        chart = bars(book, "有这个问题的报告（份）", _BY_CHECK.name, (TOP, 0, bottom), lying=True)
        sheet.place(TOP, len(_BY_CHECK.columns) + 1, chart, 640, 120 + 26 * (bottom - TOP + 1))
