"""The form of report years 2019 and 2020.

Source: 国办公开办函〔2019〕60号《关于政府信息公开工作年度报告有关事项的通知》, annex.
"""

from govxlsx.form.editions import common
from govxlsx.form.editions.model import Basis, Edition
from govxlsx.form.editions.tables import Block, FigureKind, Node, Table

_OTHER = Node("（六）其他处理", "other")
_PREVIOUS = Node("上一年项目数量", "previous_items", aliases=("本年项目数量", "上年项目数量"))
_CHANGE = Node("本年增/减", "change", kind=FigureKind.SIGNED)
_DECISIONS = Node("处理决定数量", "decisions")

_DISCLOSURE = Table(
    "disclosure",
    (
        Block(
            title="第二十条第（一）项",
            corner="信息内容",
            columns=(
                Node("本年新制作数量", "produced"),
                Node("本年新公开数量", "published"),
                Node("对外公开总数量", "total_public", aliases=("对外公开总数",)),
            ),
            rows=(Node("规章", "regulations"), Node("规范性文件", "normative_documents")),
        ),
        Block(
            title="第二十条第（五）项",
            corner="信息内容",
            columns=(_PREVIOUS, _CHANGE, _DECISIONS),
            rows=(Node("行政许可", "licensing"), Node("其他对外管理服务事项", "other_services")),
        ),
        Block(
            title="第二十条第（六）项",
            corner="信息内容",
            columns=(_PREVIOUS, _CHANGE, _DECISIONS),
            rows=(Node("行政处罚", "penalties"), Node("行政强制", "coercion")),
        ),
        Block(
            title="第二十条第（八）项",
            corner="信息内容",
            columns=(_PREVIOUS, _CHANGE),
            rows=(Node("行政事业性收费", "fees"),),
        ),
        Block(
            title="第二十条第（九）项",
            corner="信息内容",
            columns=(
                Node("采购项目数量", "projects", unit="个"),
                Node("采购总金额", "amount", kind=FigureKind.DECIMAL, unit=""),
            ),
            rows=(Node("政府集中采购", "procurement"),),
        ),
    ),
)

FORM = Edition(
    id="2019",
    first_year=2019,
    basis=Basis(
        "国务院办公厅政府信息与政务公开办公室《关于政府信息公开工作年度报告有关事项的通知》",
        "国办公开办函〔2019〕60号",
        called="关于政府信息公开工作年度报告有关事项的通知",
    ),
    parts=common.parts(
        aspects=(),
        overview_prompt="概述本机关本年度政府信息公开工作的总体情况。",
        other_prompt="没有其他需要报告的事项的，写明没有。",
    ),
    tables=(_DISCLOSURE, common.applications(_OTHER), common.PROCEEDINGS),
    relations=common.relations(_OTHER),
)
