"""Cells of the published table are blank."""

from govxlsx.checking import Notice, Rule, Severity, noticed

RULE = Rule(
    title="公布的表里有空白格",
    checks="公布的表里没有空白格",
    severity=Severity.INFO,
    basis="本工具的导入规则：按标签读，不猜",
    message="“{part}”的表里有 {count} 格是空白或短横，没有数，照样留空。",
    fix="不用处理；知道应是 0 的，可以填 0。",
    why="空白不等于 0：原文没有写的，不替它写。",
    bad="（一）予以公开　5　空白　空白",
    good="（一）予以公开　5　0　0",
    look=noticed(Notice.FIGURES_BLANK),
)
