"""The shapes of published reports, each complete: what was seen in thirty real ones."""

import random
from collections.abc import Callable
from html import escape

import pytest
from reports import balanced

from govxlsx.errors import PublishedError
from govxlsx.form.editions import edition_by_id
from govxlsx.published import html, titles
from govxlsx.published.assembly import assemble
from govxlsx.published.content import DrawnTable, SourceContent, Text
from govxlsx.report.interchange import Interchange
from published import replicas
from published.damage import damage
from published.reading import codes, differing, read, untold
from published.replicas import Cell, Page

Shape = Callable[[Page], None]
PREAMBLE = "根据条例编制本报告（地址：永宁市人民路1号，邮编：123456，电话：0123-1234567）。"
BODY = {"preamble": PREAMBLE}


def data(edition: str = "2021") -> Interchange:
    return balanced(edition, year=2024 if edition == "2021" else 2020, narrative=BODY)


def renamed(old: str, new: str) -> Shape:
    def change(page: Page) -> None:
        replicas.cell_of(page, old).text = new

    return change


def titled(old: str, new: str) -> Shape:
    def change(page: Page) -> None:
        page.parts = [(new if each[0] == old else each[0], *each[1:]) for each in page.parts]

    return change


def cut(table: str, *after: int) -> Shape:
    return lambda page: replicas.split(page, table, *after)


def wrapped(before: str, after: str) -> Shape:
    def change(page: Page) -> None:
        page.wrap = (before, after)

    return change


def five_columns(page: Page) -> None:
    """Figures merged otherwise than their header: the table is five columns wide."""
    for row in page.tables["disclosure"][0]:
        if len(row) == 1:
            row[0].columns = 5
        elif row[1].field:
            row[-1].columns += 1
        else:
            row[1].columns += 1


def header_without_rows(page: Page) -> None:
    """自然人 and 总计 are one row deep; the last header row has empty cells below them."""
    rows = page.tables["applications"][0]
    for cell in rows[1]:
        cell.rows = 1
    rows[2].insert(0, Cell(""))
    rows[2].append(Cell(""))


def header_shifted(page: Page) -> None:
    """自然人 is one row deep, and nothing is below it: the last header row moves left."""
    page.tables["applications"][0][1][0].rows = 1


def cut_label(page: Page) -> None:
    """A page break cuts （四）无法提供 in two."""
    replicas.split(page, "applications", 14)
    first, second = page.tables["applications"]
    for piece, text in ((first, "（四）无"), (second, "法提供")):
        for row in piece:
            for cell in row:
                if cell.text == "（四）无法提供":
                    cell.text = text


def three_tables(page: Page) -> None:
    """Part four in three little tables."""
    rows = page.tables["proceedings"][0]
    figures = rows[-1]
    labels = ("行政复议", "未经复议直接起诉", "复议后起诉")
    outcomes = ("结果维持", "结果纠正", "其他结果", "尚未审结", "总计")
    page.tables["proceedings"] = [
        [[Cell(label, 1, 5)], [Cell(each) for each in outcomes], figures[5 * at : 5 * at + 5]]
        for at, label in enumerate(labels)
    ]


def by_clause(page: Page) -> None:
    """One table for each clause of part two."""
    rows = page.tables["disclosure"][0]
    starts = [at for at, row in enumerate(rows) if row[0].text.startswith("第二十条")]
    ends = [*starts[1:], len(rows)]
    page.tables["disclosure"] = [rows[start:end] for start, end in zip(starts, ends, strict=True)]


def extra_row(page: Page) -> None:
    page.tables["disclosure"][0].insert(
        4, [Cell("其他主动公开文件（不含规范性文件）"), Cell("3"), Cell("1"), Cell("12")]
    )


def spaced(page: Page) -> None:
    for row in replicas.every_row(page):
        for cell in row:
            if cell.text and not cell.field and len(cell.text) < 8:
                cell.text = "\u00a0" + "\u3000".join(cell.text)


def padded(page: Page) -> None:
    for row in replicas.every_row(page):
        for cell in row:
            if cell.field:
                cell.text = f"\u00a0{cell.text}\u00a0"


def with_units(page: Page) -> None:
    for row in replicas.every_row(page):
        for cell in row:
            if cell.text and cell.field:
                cell.text += "万元" if cell.field.endswith(".amount") else "件"


def numbered_anew(page: Page) -> None:
    numerals = "一二三一二三"
    page.parts = [
        (f"{numeral}、{title[2:]}", *rest)
        for numeral, (title, *rest) in zip(numerals, page.parts, strict=True)
    ]


MENU = '<table><tr><td>首页</td><td>政务公开</td></tr></table><div id="main"><div>'
FOOT = (
    "</div></div><div><p>上一篇：没有了</p><p>版权所有：永宁市人民政府</p>"
    "<script>document.write('<table><tr><td>规章</td><td>9</td></tr></table>')</script></div>"
)
META = (
    "<table><tr><td>索引号</td><td>11320000/2025-00012</td><td>发布机构</td><td>市档案局</td></tr>"
    "<tr><td>生成日期</td><td>2025-01-20</td><td>名称</td><td>2024年年度报告</td></tr></table>"
)

SHAPES: dict[str, Shape] = {
    "plain": lambda page: None,
    "five columns": five_columns,
    "header without rowspan": header_without_rows,
    "header shifted": header_shifted,
    "labels spaced": spaced,
    "figures padded": padded,
    "units behind figures": with_units,
    "cut by a page": cut("applications", 10, 20),
    "cut in part two": cut("disclosure", 5),
    "cut in part four": cut("proceedings", 3),
    "label cut by a page": cut_label,
    "year in the header": renamed("本年制发件数", "本年(2024)制发件数"),
    "year before the header": renamed("本年废止件数", "2024年废止件数"),
    "header cut short": renamed("本年制发件数", "本年制"),
    "note behind a label": renamed("行政规范性文件", "行政规范性文件（含政府办公室文件）"),
    "extra row": extra_row,
    "damaged label": renamed("2.其他法律行政法规禁止公开", "2.其他法律行政止公开"),
    "damaged group": renamed("行政复议", "行政法复议"),
    "other numbering": renamed("3.其他", "3、其他"),
    "no numbering": renamed("2.重复申请", "重复申请"),
    "parts numbered anew": numbered_anew,
    "part retitled": titled("五、存在的主要问题及改进情况", "五、存在问题及改进措施"),
    "part four without its sign": titled(
        "四、政府信息公开行政复议、行政诉讼情况", "四、政府信息公开行政复议行政诉讼情况"
    ),
    "three little tables": three_tables,
    "a table for each clause": by_clause,
    "layout tables": wrapped(
        "<table><tr><td>菜单</td><td><table><tr><td>", "</td></tr></table></td></tr></table>"
    ),
    "menu and foot": wrapped(MENU, FOOT),
    "metadata before": wrapped(META, ""),
}


def as_page(shape: str) -> tuple[Interchange, Page]:
    given = data()
    page = replicas.page(given)
    SHAPES[shape](page)
    return given, page


@pytest.mark.parametrize("shape", SHAPES)
def test_a_shape_is_read_whole(shape: str) -> None:
    given, page = as_page(shape)
    found = read(replicas.html(page))
    assert differing(found, given) == {}
    told = {
        key: "\n".join(each.text for each in paragraphs)
        for key, paragraphs in found.report.narrative.items()
    }
    assert told == dict(given.narrative)
    assert found.report.agency.name == given.agency.name
    assert not {code for code in codes(found) if code <= "I106"}


@pytest.mark.parametrize("edition", ["2019", "2021"])
@pytest.mark.parametrize(
    ("write", "name"),
    [
        (replicas.html, "a.html"),
        (replicas.piped, "a.md"),
        (replicas.by_lines, "a.txt"),
        (replicas.by_rows, "a.txt"),
        (lambda page: replicas.by_rows(page, "\t"), "a.txt"),
        (lambda page: replicas.by_rows(page, " | ", " |"), "a.md"),
        (lambda page: replicas.by_rows(page, " |\n", " |||"), "a.txt"),
    ],
    ids=[
        "html",
        "pipes",
        "a cell a line",
        "a row a line",
        "tabs",
        "rules",
        "a cell and rule a line",
    ],
)
def test_every_way_of_writing_gives_the_data(
    write: Callable[[Page], str], name: str, edition: str
) -> None:
    given = data(edition)
    found = read(write(replicas.page(given)), name, given.year)
    assert differing(found, given) == {}
    assert codes(found) == set()
    assert found.report.narrative["overview"][1].text == "全年公布文件和解读。"


@pytest.mark.parametrize("encoding", ["utf-8-sig", "gb18030", "utf-16"])
def test_pages_come_in_several_encodings(encoding: str) -> None:
    given = data()
    text = replicas.html(replicas.page(given))
    text = text.replace('charset="utf-8"', 'charset="gb2312"') if encoding == "gb18030" else text
    assert differing(read(text.encode(encoding)), given) == {}


@pytest.mark.parametrize("declared", ["utf-8", "iso-8859-1", "big5", "no-such-thing", "utf-16"])
def test_a_page_that_calls_itself_what_it_is_not_is_read(declared: str) -> None:
    text = replicas.html(replicas.page(data())).replace('"utf-8"', f'"{declared}"')
    assert differing(read(text.encode("gb18030")), data()) == {}


def test_a_page_in_a_single_file_is_told() -> None:
    head = "From: <Saved by Blink>\r\nSubject: a\r\nMIME-Version: 1.0\r\n\r\n--B\r\n\r\n"
    with pytest.raises(PublishedError, match="mht"):
        read(head + replicas.html(replicas.page(data())), "a.mhtml")


def without(page: Page, field: str) -> None:
    for row in replicas.every_row(page):
        row[:] = [cell for cell in row if cell.field != field]


def test_text_without_its_blanks_is_refused() -> None:
    given = data()
    page = replicas.page(given)
    for row in replicas.every_row(page):
        for cell in row:
            cell.text = "" if cell.text == "0" else cell.text
    text = replicas.by_lines(page, blanks=False)
    try:
        found = read(text, "a.txt")
    except PublishedError:
        return
    assert untold(found, given) == {}
    assert not any(key.startswith("applications.") for key in found.spots)


def test_text_whose_cells_run_together_is_refused() -> None:
    with pytest.raises(PublishedError):
        read(replicas.by_rows(replicas.page(data()), ""), "a.txt")


def test_two_reports_on_one_page_are_refused() -> None:
    first, second = data(), data()
    changed = {
        key: 5 if key.startswith("applications.") else value
        for key, value in second.figures.items()
    }
    other = replicas.page(balanced("2021", year=2023, figures=changed))
    text = replicas.html(replicas.page(first)).removesuffix("</body></html>")
    text += replicas.html(other).partition("<body>")[2]
    with pytest.raises(PublishedError, match="不止一份"):
        read(text)


def test_tables_that_are_pictures_are_told_in_a_sentence() -> None:
    page = replicas.page(data())
    page.tables = {}
    with pytest.raises(PublishedError, match="没有找到报告的三张表"):
        read(replicas.html(page))


def test_tables_without_lines_are_told_in_a_sentence() -> None:
    rows = replicas.by_rows(replicas.page(data())).split("\n")
    with pytest.raises(PublishedError, match="没有画线"):
        assemble(SourceContent("pdf", tuple(map(Text, rows))), "a.pdf", "")
    with pytest.raises(PublishedError, match="没有找到报告的三张表"):
        assemble(SourceContent("pdf", (Text("一、总体情况"),)), "a.pdf", "")


def test_one_row_for_three_is_a_hybrid() -> None:
    given = data()
    rest = {key: value for key, value in given.figures.items() if ".other.rest." in key}
    spared = {
        key: None
        for key in given.figures
        if key.startswith(("applications.other.uncorrected.", "applications.other.unpaid."))
    }
    page = replicas.page(given)
    rows = page.tables["applications"][0]
    at = next(i for i, row in enumerate(rows) if row[0].text.startswith("（六）"))
    rows[at] = [Cell("（六）其他处理", 1, 2), *rows[at + 2][-7:]]
    del rows[at + 1 : at + 3]
    found = read(replicas.html(page))
    assert "I107" in codes(found)
    assert found.editions == {"disclosure": "2021", "applications": "2019", "proceedings": "2021"}
    assert {key: value for key, value in differing(found, given).items() if key not in spared} == {}
    assert all(found.spots[key].text == str(value) for key, value in rest.items())


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("[划去：1]2", "I105"),
        ("22（其中修订16件）", "I105"),
        ("3起", "I105"),
        ("减3", "I105"),
        ("1 2", "I105"),
        ("", "I117"),
        ("/", "I117"),
    ],
)
def test_what_is_no_number_is_told_with_its_place(text: str, code: str) -> None:
    given = data()
    page = replicas.page(given)
    for row in replicas.every_row(page):
        for cell in row:
            if cell.field == "disclosure.licensing.decisions":
                cell.text = text
    found = read(replicas.html(page))
    assert code in codes(found)
    assert set(differing(found, given)) == {"disclosure.licensing.decisions"}
    assert found.report.figures["disclosure.licensing.decisions"].value is None


def test_money_in_another_unit_is_converted_and_told() -> None:
    page = replicas.page(data())
    for row in replicas.every_row(page):
        for cell in row:
            if cell.field == "disclosure.fees.amount":
                cell.text = "573802895.90元"
    found = read(replicas.html(page))
    assert str(found.report.figures["disclosure.fees.amount"].value) == "57380.28959"
    assert "I113" in codes(found)


def test_a_header_in_yuan_leaves_the_row_unread() -> None:
    page = replicas.page(data())
    replicas.cell_of(page, "本年收费金额（单位：万元）").text = "本年收费金额（单位：元）"
    found = read(replicas.html(page))
    assert found.report.figures["disclosure.fees.amount"].value is None
    assert "I101" in codes(found)


@pytest.mark.parametrize("seed", range(240))
def test_damage_never_gives_a_wrong_figure_without_a_notice(seed: int) -> None:
    chance = random.Random(seed)
    given = data(chance.choice(("2019", "2021")))
    page = replicas.page(given)
    for _ in range(chance.choice((1, 1, 2, 3))):
        damage(page, chance)
    try:
        found = read(replicas.html(page), year=given.year)
    except PublishedError:
        return
    assert found.report.edition == given.edition
    assert untold(found, given) == {}


def test_a_figure_has_its_place() -> None:
    found = read(replicas.html(replicas.page(data())))
    spot = found.spots["applications.received.total"]
    assert str(spot) == "表 2 第 4 行第 8 格"
    assert spot.how == "标签一致，按列的次序"


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("<html><body>" + "<div>" * 20_000 + "</body></html>", "嵌套过深"),
        ("<table>" + ("<tr>" + "<td>1</td>" * 100) * 1000, "超过"),
        (f"<p>{'字' * 9_000_000}</p>", "超过"),
        (f"<img src='data:image/png;base64,{'A' * 9_000_000}'><p>无</p>", "没有找到"),
        ("<table><tr><td colspan=1000000000 rowspan=1000000000>规章</td></tr></table>", "没有找到"),
        ("<html><body><div id='app'></div><script>load()</script></body></html>", "没有找到"),
        ("\x00\x00", "空的"),
    ],
    ids=["deep", "cells", "long", "picture", "spans", "script", "empty"],
)
def test_a_hostile_page_is_refused_in_a_sentence(text: str, words: str) -> None:
    with pytest.raises(PublishedError, match=words) as refused:
        read(text)
    assert str(refused.value).endswith("。")
    assert len(escape(str(refused.value))) < 200


@pytest.mark.parametrize(
    ("title", "name"),
    [
        ("关于永宁海关2024年政府信息公开工作年度报告", "永宁海关"),
        ("永宁海关关于2024年的政府信息公开工作年度报告", ""),
        ("2024年某机关政府信息公开工作年度报告", "某机关"),
        ("永宁海关关于2024年政府信息公开工作年度报告", "永宁海关"),
        ("永宁海关政府信息公开工作2024年度报告", "永宁海关"),
        ("永宁海关政务公开工作年度报告（2024年度）", "永宁海关"),
        ("【年报】永宁海关二〇二四年政府信息公开年度报告", "永宁海关"),
        ("附件1：永宁海关２０２４年政府信息公开工作年度报告", "永宁海关"),
    ],
)
def test_a_name_is_not_cut(title: str, name: str) -> None:
    found = titles.of_title(title)
    assert (found[0] if found else "") == name


@pytest.mark.parametrize(
    "line",
    [
        "根据《中华人民共和国政府信息公开条例》，现公布本机关2023年度政府信息公开工作年度报告。",
        "现将我局2023年政府信息公开工作年度报告公布如下。",
        "首页 > 档案局 > 永宁市卫生局2023年政府信息公开工作年度报告",
        "上一篇：永宁市卫生局2023年政府信息公开工作年度报告",
        "永宁市卫生局2023年政府信息公开工作年度报告如下：",
    ],
)
def test_a_sentence_that_mentions_a_report_is_not_its_title(line: str) -> None:
    assert titles.of_title(line) is None
    page = replicas.page(data())
    page.before.append(line)
    found = read(replicas.html(page), year=None)
    assert (found.report.agency.name, found.year) == (data().agency.name, data().year)


OTHERS = [f"永宁市{each}局2023年政府信息公开工作年度报告" for each in ("审计", "财政")]


@pytest.mark.parametrize(
    "around",
    [
        "{title}" + "".join(f"<li><a href='1'>{each}</a></li>" for each in OTHERS),
        "{title}<div>相关阅读</div>" + "".join(f"<div>{each}</div>" for each in OTHERS),
        OTHERS[0] + "<p>{title}</p>",
        "<p>永宁市档案局2024年<br>政府信息公开工作<br>年度报告</p>",
    ],
    ids=["links", "list", "above", "three lines"],
)
def test_the_title_is_told_from_those_around_it(around: str) -> None:
    page = replicas.page(data())
    title = page.before[0]
    page.before[1:1] = [
        "本报告所列数据的统计期限为2024年1月1日至12月31日，报告的电子版可以在政府网站上下载，如有疑问请与本机关联系，联系方式在网站的首页上。"
    ]
    text = replicas.html(page).replace(f"<p>{title}</p>", around.format(title=title))
    found = read(text, year=None)
    assert (found.report.agency.name, found.year) == ("永宁市档案局", 2024)
    told = [each.text for each in found.report.narrative["preamble"] if each.text != "相关阅读"]
    assert told == page.before[1:]


@pytest.mark.parametrize("name", ["本溪市人民政府", "永宁市资本市场局", "日本研究所", "本市"])
def test_a_name_may_look_like_the_speaker(name: str) -> None:
    assert (titles.of_title(f"{name}2024年政府信息公开工作年度报告") is None) == (name == "本市")


def test_the_2019_form_in_a_later_report_is_told() -> None:
    found = read(replicas.html(replicas.page(data("2019"))), year=2023)
    assert differing(found, data("2019")) == {}
    assert {"I114", "I115"} <= codes(found)


def test_captions_and_page_numbers_are_no_text() -> None:
    page = replicas.page(data())
    text = replicas.html(page).replace("</body>", "<p>— 3 —</p></body>")
    for part in edition_by_id("2021").parts:
        if part.table:
            text = text.replace(f"{part.title}</", f"{part.title}</p><p>{part.name}</", 1)
    found = read(text)
    assert differing(found, data()) == {}
    plain = read(replicas.html(page))
    assert found.report.narrative == plain.report.narrative
    assert found.titles == plain.titles


def _cut_in_two(page: Page, label: str, *, above: bool, both: bool = False) -> None:
    """Cut a table in the middle of a row, as the end of a page does."""
    rows = page.tables["applications"][0]
    number = next(at for at, row in enumerate(rows) if any(each.text == label for each in row))
    replicas.split(page, "applications", number + 1)
    upper, lower = page.tables["applications"]
    cut = upper[-1]
    half = [Cell(each.text, each.rows, each.columns, each.field) for each in cut]
    own = len(rows[number + 1])  # the cells of the row below; what stands before them goes on
    carried, lower[0] = lower[0][:-own], lower[0][-own:]
    spans = [Cell(each.text, each.rows + 1, each.columns, each.field) for each in carried]
    lower.insert(0, [*spans, *half])
    for one, other in zip(cut, half, strict=True):
        if one.text == label:
            one.text, other.text = label[:9], label[9:]
        elif one.field and not both:
            (other if above else one).text = ""


LABEL = "2.申请人逾期未按收费通知要求缴纳费用、行政机关不再处理其政府信息公开申请"


@pytest.mark.parametrize("above", [True, False])
def test_a_row_cut_in_two_is_read(above: bool) -> None:
    page = replicas.page(data())
    _cut_in_two(page, LABEL, above=above)
    found = read(replicas.html(page))
    assert differing(found, data()) == {}
    assert "I102" not in codes(found)


def test_a_row_cut_in_two_with_figures_in_both_is_told() -> None:
    page = replicas.page(data())
    _cut_in_two(page, LABEL, above=True, both=True)
    found = read(replicas.html(page))
    assert untold(found, data()) == {}
    assert codes(found) == {"I105"}


@pytest.mark.parametrize(("below", "told"), [("", {"I105"}), ("all", set())])
def test_figures_that_go_on_below_a_label_are_no_row_of_their_own(
    below: str, told: set[str]
) -> None:
    """The label is whole above the end of the page; below is the rest of a figure, or all."""
    page = replicas.page(data())
    _cut_in_two(page, LABEL, above=not below)
    lower = page.tables["applications"][1][0]
    for cell in page.tables["applications"][0][-1]:
        cell.text = LABEL if cell.text and not cell.field else cell.text
    for cell in lower:
        cell.text = "" if not cell.field else "7" if not below and cell is lower[-1] else cell.text
    found = read(replicas.html(page))
    assert untold(found, data()) == {}
    assert codes(found) == told


def test_text_before_and_behind_what_is_not_shown_is_read() -> None:
    page = (
        "<p>甲<span style='display: none'>密</span><i hidden>密</i>乙<br>"
        "丙<b>丁</b>戊<!-- 注 -->己</p>尾"
        "<script>x()</script>末<table><tr><td>格</td><td>子</td></tr></table>后"
    )
    items = html.read(page.encode()).items
    texts = [each.text for each in items if isinstance(each, Text)]
    assert texts == ["甲乙", "丙丁戊己", "尾末", "后"]
    assert [isinstance(each, Text) for each in items] == [True, True, True, False, True]


@pytest.mark.parametrize(
    "how", ["<del>9</del>", "<S>9</S>", "<i style='text-decoration:line-through'>9</i>"]
)
def test_what_is_struck_out_is_no_part_of_a_figure(how: str) -> None:
    (table,) = html.read(f"<table><tr><td>x</td><td>{how}128</td></tr></table>".encode()).items
    assert isinstance(table, DrawnTable)
    assert [each.text for each in table.cells] == ["x", "[划去：9]128"]


@pytest.mark.parametrize(
    ("content", "name", "words"),
    [
        (b"MIME-Version: 1.0\nContent-Type: multipart/related", "a.mht", "单个文件的网页"),
        (b"\n mime-version: 1.0", "a.html", "单个文件的网页"),
        (b"\x89PNG\r\n\x1a\n", "a.png", "这是图片"),
        (b"words", "a.xyz", "不能从 .xyz 文件中读出"),
        (b"words", "a", "不能从 这种 文件中读出"),
        (b" \x00\n", "a.txt", "文件是空的"),
    ],
)
def test_another_kind_of_file_is_refused_by_what_it_is(
    content: bytes, name: str, words: str
) -> None:
    with pytest.raises(PublishedError, match=words):
        read(content, name)


@pytest.mark.parametrize(
    ("line", "kept"),
    [
        ("网站底部增加了版权所有的说明。", True),
        (f"网站底部增加了版权所有的说明，{'并逐页核对' * 10}", True),
        ("版权所有 永宁市人民政府", False),
        ("- 12 -", False),
        ("第 3 页", False),
        ("第3页 / 共12页", False),
        ("第 3 页，共 12 页", False),
        ("第 3 页上的数据已经更正", True),
        ("【打印本页】 【关闭窗口】", False),
    ],
)
def test_what_pages_have_around_a_report_is_no_text(line: str, kept: bool) -> None:
    words = {**BODY, "other": f"没有收费。\n{line}\n特此报告。"}
    page = replicas.html(replicas.page(balanced("2021", year=2024, narrative=words)))
    told = [each.text for each in read(page).report.narrative["other"]]
    assert told == ["没有收费。", *[line] * kept, "特此报告。"]


def test_radicals_that_a_pdf_has_in_place_of_characters() -> None:
    """What browsers print: ⼈⺠ in place of 人民, in labels and titles as in the text."""
    given = data()
    page = replicas.page(given)
    look = {
        "一": "⼀",
        "二": "⼆",
        "人": "⼈",
        "民": "⺠",
        "文": "⽂",
        "工": "⼯",
        "行": "⾏",
        "门": "⻔",
    }
    found = read(replicas.html(page).translate(str.maketrans(look)))
    assert differing(found, given) == {}
    assert codes(found) == set()
    assert found.report.agency.address == "永宁市人民路1号"
    assert found.report.narrative["overview"][1].text == "全年公布文件和解读。"


def test_what_keeps_a_line_whole_is_what_it_looks_as() -> None:
    """What becomes of our own document where it is saved as a page."""
    given = data()
    page = replicas.page(given)
    page.before[1] = page.before[1].replace("0123-", "0123\u2011").replace("永宁市", "永\u2060宁市")
    assert replicas.html(page) != replicas.html(replicas.page(given))
    told = read(replicas.html(page)).report.narrative["preamble"]
    assert [each.text for each in told] == [PREAMBLE]
