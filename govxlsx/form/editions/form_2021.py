"""The form of report year 2021 and later, the one in force.

Source: 国办公开办函〔2021〕30号《中华人民共和国政府信息公开工作年度报告格式》.
"""

from govxlsx.form.editions import common
from govxlsx.form.editions.model import Basis, Edition
from govxlsx.form.editions.tables import Block, FigureKind, Node, Table

_OTHER = Node(
    "（六）其他处理",
    "other",
    (
        Node("1.申请人无正当理由逾期不补正、行政机关不再处理其政府信息公开申请", "uncorrected"),
        Node("2.申请人逾期未按收费通知要求缴纳费用、行政机关不再处理其政府信息公开申请", "unpaid"),
        Node("3.其他", "rest"),
    ),
)
_DECISIONS = Node("本年处理决定数量", "decisions", aliases=("处理决定数量",))

_DISCLOSURE = Table(
    "disclosure",
    (
        Block(
            title="第二十条第（一）项",
            corner="信息内容",
            columns=(
                Node("本年制发件数", "issued"),
                Node("本年废止件数", "repealed"),
                Node("现行有效件数", "in_force"),
            ),
            rows=(
                Node("规章", "regulations"),
                Node("行政规范性文件", "normative_documents", aliases=("规范性文件",)),
            ),
        ),
        Block(
            title="第二十条第（五）项",
            corner="信息内容",
            columns=(_DECISIONS,),
            rows=(Node("行政许可", "licensing"),),
        ),
        Block(
            title="第二十条第（六）项",
            corner="信息内容",
            columns=(_DECISIONS,),
            rows=(Node("行政处罚", "penalties"), Node("行政强制", "coercion")),
        ),
        Block(
            title="第二十条第（八）项",
            corner="信息内容",
            columns=(
                Node(
                    "本年收费金额（单位：万元）",
                    "amount",
                    aliases=("本年收费金额（万元）",),
                    kind=FigureKind.DECIMAL,
                    unit="万元",
                ),
            ),
            rows=(Node("行政事业性收费", "fees"),),
        ),
    ),
)

FORM = Edition(
    id="2021",
    first_year=2021,
    basis=Basis(
        "《中华人民共和国政府信息公开工作年度报告格式》",
        "国办公开办函〔2021〕30号",
        called="年度报告格式",
    ),
    parts=common.parts(
        aspects=(
            "（一）主动公开",
            "（二）依申请公开",
            "（三）政府信息管理",
            "（四）政府信息公开平台建设",
            "（五）监督保障",
        ),
        overview_prompt="按下面五个方面写，每个标题下写一段或几段；没有内容的标题不会印出。",
        other_prompt=(
            "写明本年度收取信息处理费的情况：发出收费通知的件数、总金额和实际收取的总金额；"
            "没有收取的，写明没有收取。还有其他事项的，接着写。"
        ),
        other_asks=("fee.information_processing",),
    ),
    tables=(_DISCLOSURE, common.applications(_OTHER), common.PROCEEDINGS),
    relations=common.relations(_OTHER),
)
