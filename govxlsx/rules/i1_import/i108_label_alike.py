"""A row was recognised by a label that is only alike."""

from govxlsx.checking import Notice, Rule, Severity, noticed

RULE = Rule(
    title="行的标签与格式不一样，按相近认出",
    checks="行的标签与格式一样",
    severity=Severity.WARNING,
    basis="本工具的导入规则：按标签读，不猜",
    message="{place}的标签“{label}”与格式不一样，认作“{row}”。",
    fix="请对照原文，核对这一行是不是“{row}”。",
    why="公开的报告常有漏字错字（“法律行政止公开”）；相近到足以认出的才采用，并在这里说明。",
    bad="2.其他法律行政止公开",
    good="2.其他法律行政法规禁止公开",
    look=noticed(Notice.LABEL_ALIKE),
)
