"""A fictional form of report year 2027 and later: what somebody writes to add an edition.

Against 2021: one row more in part three, a column of part two and part four's sheet renamed,
another basis. It is handed out in its second revision: a column's label was changed in between.
"""

from dataclasses import replace

from govxlsx.form.editions import common
from govxlsx.form.editions.model import Basis, Edition, Part
from govxlsx.form.editions.tables import Block, FigureKind, Node, Table

_OTHER = Node(
    "（六）其他处理",
    "other",
    (
        Node("1.申请人逾期不补正", "uncorrected"),
        Node("2.申请人逾期不缴费", "unpaid"),
        Node("3.申请人主动撤回申请", "withdrawn"),
        Node("4.其他", "rest"),
    ),
)
_DECISIONS = Node("本年处理决定数量", "decisions")

_DISCLOSURE = Table(
    "disclosure",
    (
        Block(
            title="第二十条第（一）项",
            corner="信息内容",
            columns=(
                Node("本年制发件数", "issued"),
                Node("本年废止件数", "repealed"),
                Node("年末现行有效件数", "in_force", aliases=("年末有效件数",)),
            ),
            rows=(Node("规章", "regulations"), Node("行政规范性文件", "normative_documents")),
        ),
        Block(
            title="第二十条第（五）项",
            corner="信息内容",
            columns=(_DECISIONS,),
            rows=(Node("行政许可", "licensing"),),
        ),
        Block(
            title="第二十条第（八）项",
            corner="信息内容",
            columns=(
                Node("本年收费金额（单位：元）", "amount", kind=FigureKind.DECIMAL, unit="元"),
            ),
            rows=(Node("行政事业性收费", "fees"),),
        ),
    ),
)

_RENAMED = {"proceedings": ("四、行政争议", "四、政府信息公开行政争议情况")}


def _parts() -> tuple[Part, ...]:
    given = common.parts(
        aspects=("（一）主动公开", "（二）依申请公开", "（三）监督保障"),
        overview_prompt="按下面三个方面写，每个标题下写一段或几段。",
        other_prompt="没有其他需要报告的事项的，写明没有。",
    )
    names = ((each, _RENAMED.get(each.key, (each.sheet, each.title))) for each in given)
    return tuple(replace(each, sheet=sheet, title=title) for each, (sheet, title) in names)


FORM = Edition(
    id="2027",
    first_year=2027,
    basis=Basis(
        "《政府信息公开工作年度报告格式（2027年版）》",
        "国办公开办函〔2027〕9号",
        called="年度报告格式（2027",
    ),
    parts=_parts(),
    tables=(_DISCLOSURE, common.applications(_OTHER), common.PROCEEDINGS),
    relations=common.relations(_OTHER),
    revision=2,
)
