"""A page is read as it is seen: what its styles hide is not read, what may be hidden is told."""

import pytest

from govxlsx.published import html
from govxlsx.published.content import DrawnTable, Text
from govxlsx.published.styles.sheets import Sheets
from published import replicas
from published.reading import codes, differing, read
from published.test_shapes import data

AWAY = "position:absolute;left:-9999px"


def cell(written: str, css: str = "", head: str = "") -> str:
    """Return what is read of a cell."""
    row = f"<table><tr><td>规章</td><td>{written}</td></tr></table>"
    page = f"<!DOCTYPE html><head>{head}<style>{css}</style></head><body>{row}</body>"
    (table,) = (each for each in html.read(page.encode()).items if isinstance(each, DrawnTable))
    return table.cells[1].text


@pytest.mark.parametrize(
    "style",
    [
        *("display:none", "visibility:hidden", "font-size:0", "font:0/0 a", "opacity:0%"),
        *("color:#fff", "color:rgba(0, 0, 0, 0)", "color:hsl(0,0%,100%)", "filter:opacity(0)"),
        *("background:#c00;color:#cc0000", "-webkit-text-fill-color:transparent", AWAY),
        *("position:relative;left:-9999px", "display:block;margin-top:-999px"),
        *("display:inline-block;text-indent:-9999px", "display:block;max-height:0;overflow:hidden"),
        *("float:left;width:0;overflow:hidden", "position:absolute;clip:rect(0,0,0,0)"),
        *("clip-path:inset(50%)", "clip-path:circle(0)", "display:inline-block;transform:scale(0)"),
        *("display:inline-block;transform:translateX(-9999px)", "display:block;scale:0"),
        "display:block;content-visibility:hidden",
    ],
)
def test_what_a_style_hides_is_not_read(style: str) -> None:
    assert cell("12<i class=h>7</i>8", f".h{{{style}}}") == "128"
    assert cell(f"12<i style='{style}'>7</i>8") == "128"


@pytest.mark.parametrize(
    "style",
    [
        *("color:#fefefe", "opacity:.05", "font-size:1px", "mso-hide:all", "filter:blur(3px)"),
        *("float:right", "position:relative;left:-12px", "margin-left:4em", "order:2"),
        *("display:block;transform:rotate(180deg)", "unicode-bidi:bidi-override"),
        *("clip-path:polygon(0 0)", "position:absolute;clip:rect(0,9px,9px,0)", "color:var(--x)"),
        *("mask:url(a.png)", "display:block;width:3px;overflow:hidden", "zoom:0"),
        "position:absolute;left:3000px",
    ],
)
def test_what_may_not_be_seen_where_it_stands_is_told(style: str) -> None:
    assert cell("12<i class=h>8</i>", f".h{{{style}}}").replace("\n", "") == "12[看不准：8]"


@pytest.mark.parametrize(
    ("css", "written"),
    [
        (".h{display:none} .h{display:inline}", "12<i class=h>8</i>"),
        (".h{display:none!important}", "12<i class=h style='display:inline'>7</i>8"),
        ("td .h{display:none} .h{display:inline}", "12<i class=h>7</i>8"),
        (".h{display:none;display:nonsense}", "12<i class=h>7</i>8"),
        ("/*.h{display:none}*/", "12<i class=h>8</i>"),
        (".h{visibility:hidden} .h b{visibility:visible}", "12<i class=h>7<b>8</b></i>"),
        (".h{font-size:0} .h b{font-size:2em}", "12<i class=h><b>7</b></i>8"),
        (".h{font-size:0} .h b{font-size:9pt}", "12<i class=h>7<b>8</b></i>"),
        ("td{background:#036 no-repeat;color:white}", "12<i>8</i>"),
        ("td{background:url(a.png);color:white}", "128"),
        (":root{--w:#fff}.h{color:var(--w)}", "12<i class=h>7</i>8"),
        ("@media print{.h{display:none}}", "12<i class=h>8</i>"),
        ("@media (max-width:767px){.h{display:none}}", "12<i class=h>8</i>"),
        ("@media (600px <= width), print{.h{display:none}}", "12<i class=h>7</i>8"),
        ("@media not print{.h{display:none}}", "12<i class=h>7</i>8"),
        ("@supports not (display:grid){.h{display:none}}", "12<i class=h>8</i>"),
        ("@font-face{src:url(a;b)} td{.h{display:none}}", "12<i class=h>7</i>8"),
        ("td{& > .h{display:none}}", "12<i class=h>7</i>8"),
        (".h{d\\isplay:none}", "12<i class=h>7</i>8"),
        (".h{display:none\\9}", "12<i class=h>8</i>"),
        ("td i:hover{display:none}", "12<i>8</i>"),
        ("td i:not(.k):nth-child(2){display:none}", "<b>12</b><i>7</i>8"),
        ("td i:nth-of-type(even),p{display:none}", "<i>12</i><b></b><i>7</i>8"),
        ("b + i, u ~ s{display:none}", "<b>12</b><i>7</i>8"),
        ("td > :is(em, i):last-child{display:none}", "128<i>7</i>"),
        ("i:has(> u){display:none}", "12<i><u>7</u></i>8"),
        (
            "[data-a^='x'][data-b$=y][data-c*=z]{display:none}",
            "12<i data-a=xx data-b=yy data-c=zz>7</i>8",
        ),
        ("i:empty{display:none}", "12<i>8</i>"),
        (".h::before{content:'12'}", "<i class=h>8</i>"),
        (".h::after{content:attr(data-n)}", "12<i class=h data-n=8></i>"),
        (".h::after{content:'\\38'}", "12<i class=h></i>"),
        (".h::after{content:'7';display:none}", "12<i class=h>8</i>"),
        (".h{width:0;overflow:hidden;text-indent:-999px}", "12<i class=h>8</i>"),
        ("td{width:0;overflow:hidden;padding:0 4px 0 6px}", "128"),
        ("p{margin:0 auto;position:relative;left:9px}", "<p>128</p>"),
    ],
)
def test_what_counts_is_what_a_browser_shows(css: str, written: str) -> None:
    assert cell(written, css) == "128"


@pytest.mark.parametrize(
    "written",
    [
        *("128<details><summary></summary>7</details>", "128<dialog>7</dialog>"),
        *("128<datalist><option>7</datalist>", "<ruby>128<rp>7</rp></ruby>", "128<svg width=1/>"),
        *("128<noframes>7</noframes>", "128<script>7</script>", "<bdo dir=ltr></bdo>128"),
        *("<input value=128>", "<textarea>128</textarea>", "128<input type=hidden value=7>"),
        *("<font color=white>7</font>128", "128<b popover>7</b>"),
    ],
)
def test_elements_that_show_nothing(written: str) -> None:
    assert cell(written) == "128"


@pytest.mark.parametrize(
    ("written", "css", "text"),
    [
        ("12<select><option>8</select>", "", "12[图片]"),
        ("<svg><text>128</text></svg>", "", "[图片]"),
        ("<i class=h></i>28", ".h{display:inline-block;background:url(1.png)}", "[图片]28"),
        ("12<script>document.write(8)</script>", "", "12[样式]"),
        ("<i class=h>28</i>", ".h:before{content:counter(n)}", "[样式]28"),
        ("<p>128</p>", "p::first-letter{font-size:0}", "[看不准：128]"),
        ("1<i class=h>28</i>", "i:unheard-of{display:none}", "1[看不准：28]"),
        ("12<sub>8</sub>", "", "12[下标：8]"),
        ("12<s class=h>8</s>", ".h{color:red}", "12[划去：8]"),
        ("<bdo dir=rtl>128</bdo>", "", "[看不准：128]"),
        ("12<i class=h>8</i>", ".h{display:block}", "12\n8"),
    ],
)
def test_what_is_no_figure_for_certain_is_set_off(written: str, css: str, text: str) -> None:
    assert cell(written, css) == text


@pytest.mark.parametrize(
    ("written", "text"),
    [
        ("12<i class=k>8</i>", "12[看不准：8]"),
        ("<i class=hide>128</i>", "[看不准：128]"),
        ("<i style='color:white'>128</i>", "[看不准：128]"),
        ("<i class=k>1</i><i class=k>28</i>", "128"),
        ("<p class=k><b>128</b></p>", "128"),
    ],
)
def test_a_sheet_that_is_not_in_the_page_may_hide_part_of_a_figure(written: str, text: str) -> None:
    assert cell(written, head="<link rel=stylesheet href=a.css>") == text
    assert cell(written, "@import 'a.css';") == text
    assert cell(written, head="<link rel=stylesheet media=print href=a.css>") != text or (
        text == "128"
    )


@pytest.mark.parametrize(
    "style", ["display:none", "height:0;overflow:hidden", AWAY, "opacity:0", "visibility:hidden"]
)
def test_a_table_that_is_hidden_is_no_second_report(style: str) -> None:
    text = replicas.html(replicas.page(data()))
    body = text.partition("<body>")[2].partition("</body>")[0]
    copy = body.replace(">0<", ">5<").replace(">1<", ">6<")
    sheet = f"<style>.h{{{style}}}</style>"
    found = read(text.replace("<body>", f"{sheet}<body><div class=h>{copy}</div>"))
    assert differing(found, data()) == {}
    assert codes(found) == set()


def test_bullets_that_a_style_adds_are_no_text() -> None:
    page = "<style>p:before{content:'▪'}b:after{content:'（完）'}</style><p>甲<b>乙</b></p>"
    assert html.read(page.encode()).items == (Text("甲乙（完）", (1, 2, 3)),)


@pytest.mark.parametrize(
    ("selector", "outside"),
    [
        *(("a..b", False), ("!x", False), ("i:hover", False), ("i::selection", False)),
        *(("i:-moz-any(b)", False), ("i:heard", True), (f"i{'.a' * 1000}", True)),
        *((f"{'(' * 900}{')' * 900}", True), (f"{'&& a{' * 300}{'}' * 300}", True)),
    ],
)
def test_selectors_that_find_nothing(selector: str, outside: bool) -> None:
    sheets = Sheets()
    sheets.add(f"{selector}{{display:none}} i{{display:none}}")
    assert sheets.outside is outside


def test_many_elements_before_one_that_is_found() -> None:
    css = "u ~ .h{display:none}"
    assert cell(f"<u></u>{'<b></b>' * 2000}12<i class=h>7</i>8", css) == "128"


def test_sheets_beyond_measure_are_outside() -> None:
    sheets = Sheets()
    sheets.add("a{display:none}" * 20_000)
    assert (sheets.outside, sheets.matcher.order) == (True, 0)


def test_more_than_can_be_looked_for_is_outside() -> None:
    css = "".join(f"i.a{each}{{display:none}}" for each in range(6000))
    assert cell(f"1<i class=a0>28</i>{'<b></b>' * 4000}", css) == "1[看不准：28]"
