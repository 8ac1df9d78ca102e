"""Text with characters that documents, tables and consoles choke on."""

import json
from io import BytesIO

import docx
import pytest

from govxlsx import text
from govxlsx.word import deliver
from workbooks import build
from workbooks.build import APPLICATIONS

TEXTS = {
    "markup": "甲<&>乙]]>丙&amp;",
    "line break escaped": "甲_x000D_",
    "vertical tab": "甲_x000B_乙",
    "lone surrogate": "甲_xD83D_乙",
    "noncharacter": "甲_xFFFE_乙",
    "escaped escape": "甲_x005F_x0041_乙",
    "emoji": "甲😀乙",
    "rare character": "甲𠮷乙",
    "formula": "=1+1",
    "plus": "+1 项",
    "at": "@SUM(A1)",
    "longest": "长" * 32_767,
    "braces": "甲{cell}{0}%s乙",
    "right to left": "甲\u202e乙",
}
MEANT = {
    "line break escaped": "甲",
    "vertical tab": "甲乙",
    "lone surrogate": "甲乙",
    "noncharacter": "甲乙",
    "escaped escape": "甲_x0041_乙",
}


@pytest.mark.parametrize("kind", TEXTS)
def test_text(kind: str) -> None:
    parts = build.unpack(build.clean())
    old, cell = "<t>存在不足。</t>".encode(), build.text_cell(TEXTS[kind])
    assert old in parts[build.STRINGS]
    new = cell[cell.index("<t ") : cell.index("</is>")].encode()
    parts[build.STRINGS] = parts[build.STRINGS].replace(old, new)
    report, outcome = build.examined(build.pack(parts))
    wanted = MEANT.get(kind, TEXTS[kind])
    paragraph = report.narrative["problems"][0]
    assert paragraph.text == wanted
    assert text.clean(paragraph.text) == paragraph.text
    document = docx.Document(BytesIO(deliver(report)))
    assert wanted in "\n".join(each.text for each in document.paragraphs)
    for finding in outcome.findings:
        finding.message.encode()


@pytest.mark.parametrize("kind", [each for each in TEXTS if each != "longest"])
def test_text_in_a_figure(kind: str) -> None:
    data = build.with_cells(build.clean(), APPLICATIONS, {"D6": build.text_cell(TEXTS[kind])})
    _, outcome = build.examined(data)
    if kind == "plus":
        assert build.only(outcome, "V205").found == 1
        return
    finding = build.only(outcome, "V204")
    assert str(finding.found).strip() == MEANT.get(kind, TEXTS[kind])
    finding.message.encode()


def test_odd_sheet_name() -> None:
    data = build.replaced(
        build.clean(), build.BOOK, "六、其他事项".encode(), b"_xD800_&lt;&amp;&quot;_x000B_"
    )
    outcome = build.same(data)
    assert build.only(outcome, "W113").sheet == '<&"'
    assert json.dumps(build.only(outcome, "W113").message)


@pytest.mark.parametrize("name", ["永宁市档案局\x0b", "永宁市\n档案局", " 永宁市档案局\u3000"])
def test_agency_name(name: str) -> None:
    escaped = name.replace("\x0b", "_x000B_")
    data = build.with_cells(build.clean(), "基本信息", {"B3": build.text_cell(escaped)})
    assert build.read(data).agency.name.replace("\n", "") == "永宁市档案局"
