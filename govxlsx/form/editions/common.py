"""What the editions of the form share, letter for letter.

Source: parts three and four of the annex forms of 国办公开办函〔2019〕60号 and 〔2021〕30号.
"""

from govxlsx.form.editions.model import Part
from govxlsx.form.editions.relations import Relation
from govxlsx.form.editions.tables import Block, Node, Table, leaves, path_id

APPLICANTS = (
    Node("自然人", "natural_person"),
    Node(
        "法人或其他组织",
        children=(
            Node("商业企业", "enterprise"),
            Node("科研机构", "research_institution"),
            Node("社会公益组织", "public_welfare_organization"),
            Node("法律服务机构", "legal_service_organization"),
            Node("其他", "other_organization"),
        ),
    ),
    Node("总计", "total"),
)

RECEIVED = Node("一、本年新收政府信息公开申请数量", "received")
CARRIED_IN = Node("二、上年结转政府信息公开申请数量", "carried_in")
CARRIED_OUT = Node("四、结转下年度继续办理", "carried_out")
CONCLUDED = Node("（七）总计", "concluded")

RESULTS = (
    Node("（一）予以公开", "disclosed"),
    Node(
        "（二）部分公开（区分处理的，只计这一情形，不计其他情形）",
        "partly_disclosed",
        aliases=("（二）部分公开",),
    ),
    Node(
        "（三）不予公开",
        "denied",
        (
            Node("1.属于国家秘密", "state_secret"),
            Node("2.其他法律行政法规禁止公开", "prohibited_by_law"),
            Node("3.危及“三安全一稳定”", "security_and_stability"),
            Node("4.保护第三方合法权益", "third_party_rights"),
            Node("5.属于三类内部事务信息", "internal_affairs"),
            Node("6.属于四类过程性信息", "process_information"),
            Node("7.属于行政执法案卷", "enforcement_file"),
            Node("8.属于行政查询事项", "administrative_inquiry"),
        ),
    ),
    Node(
        "（四）无法提供",
        "unavailable",
        (
            Node("1.本机关不掌握相关政府信息", "not_held"),
            Node(
                "2.没有现成信息需要另行制作",
                "needs_creation",
                aliases=("2.没有现成信息需另行制作",),
            ),
            Node("3.补正后申请内容仍不明确", "unclear_after_correction"),
        ),
    ),
    Node(
        "（五）不予处理",
        "not_processed",
        (
            Node("1.信访举报投诉类申请", "petition"),
            Node("2.重复申请", "repeated"),
            Node("3.要求提供公开出版物", "publication"),
            Node("4.无正当理由大量反复申请", "excessive"),
            Node("5.要求行政机关确认或重新出具已获取信息", "reconfirmation"),
        ),
    ),
)

OUTCOMES = (
    Node("结果维持", "upheld"),
    Node("结果纠正", "corrected"),
    Node("其他结果", "other"),
    Node("尚未审结", "pending"),
    Node("总计", "total"),
)

PROCEEDINGS = Table(
    "proceedings",
    (
        Block(
            columns=(
                Node("行政复议", "reconsideration", OUTCOMES),
                Node(
                    "行政诉讼",
                    children=(
                        Node("未经复议直接起诉", "direct_litigation", OUTCOMES),
                        Node("复议后起诉", "litigation_after_reconsideration", OUTCOMES),
                    ),
                ),
            )
        ),
    ),
)


def applications(other: Node) -> Table:
    """Return part three, whose group （六） differs between the editions."""
    concluding = Node("三、本年度办理结果", children=(*RESULTS, other, CONCLUDED))
    return Table(
        "applications",
        (
            Block(
                corner="（本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和）",
                banner="申请人情况",
                columns=APPLICANTS,
                rows=(RECEIVED, CARRIED_IN, concluding, CARRIED_OUT),
            ),
        ),
    )


def relations(other: Node) -> tuple[Relation, ...]:
    """Return the prescribed arithmetic of parts three and four.

    Rows and columns of part three: the form's own note in the corner of its table; totals of part
    four: the form's 总计 columns.
    """
    applicants = tuple(path_id(path) for path in leaves(APPLICANTS))
    results = tuple(path_id(path) for path in leaves((*RESULTS, other)))
    rows = (RECEIVED.id, CARRIED_IN.id, *results, CONCLUDED.id, CARRIED_OUT.id)
    outcomes = tuple(node.id for node in OUTCOMES)
    groups = ("reconsideration", "direct_litigation", "litigation_after_reconsideration")
    return (
        Relation("S301", "applications", "row", applicants[:-1], ("total",), "total", rows),
        Relation(
            "S302", "applications", "column", results, ("concluded",), "concluded", applicants
        ),
        Relation(
            "S303",
            "applications",
            "column",
            ("received", "carried_in"),
            ("concluded", "carried_out"),
            "carried_out",
            applicants,
        ),
        Relation("S304", "proceedings", "row", outcomes[:-1], ("total",), "total", groups),
    )


_BETWEEN = (
    Part(
        "二",
        "二、主动公开政府信息情况",
        "二、主动公开",
        table="disclosure",
        aliases=("二、行政机关主动公开政府信息情况",),
    ),
    Part(
        "三",
        "三、收到和处理政府信息公开申请情况",
        "三、依申请公开",
        table="applications",
        aliases=("三、收到和处理政府信息公开的申请情况",),
    ),
    Part(
        "四",
        "四、政府信息公开行政复议、行政诉讼情况",
        "四、复议诉讼",
        table="proceedings",
        aliases=(
            "四、政府信息公开行政复议行政诉讼情况",
            "四、因政府信息公开工作被申请行政复议、提起行政诉讼情况",
        ),
    ),
    Part(
        "五",
        "五、存在的主要问题及改进情况",
        "五、问题与改进",
        narrative="problems",
        aliases=("五、政府信息公开工作存在的主要问题及改进情况", "五、存在问题及改进情况"),
        prompt="写明本机关政府信息公开工作中存在的具体问题，以及每个问题的改进情况。",
    ),
)
"""The parts that all editions have alike: those with tables, and part five."""


def parts(
    aspects: tuple[str, ...],
    overview_prompt: str,
    other_prompt: str,
    other_asks: tuple[str, ...] = (),
) -> tuple[Part, ...]:
    """Return the six parts; the editions differ in what part one and part six ask for."""
    return (
        Part(
            "一",
            "一、总体情况",
            "一、总体情况",
            narrative="overview",
            aspects=aspects,
            prompt=overview_prompt,
        ),
        *_BETWEEN,
        Part(
            "六",
            "六、其他需要报告的事项",
            "六、其他事项",
            narrative="other",
            prompt=other_prompt,
            asks=other_asks,
        ),
    )
