"""A copy in which this program has marked the findings; it may be mended, or only saved again."""

from govxlsx.checking import Notice, Rule, Severity, noticed

RULE = Rule(
    title="是标出问题的副本",
    checks="不是标出问题的副本",
    severity=Severity.INFO,
    basis="本工具的填报要求：官方模板填报说明",
    message="这一份是标出问题的副本，不是原来的工作簿：多了“{name}”一页。",
    fix="已经在副本里改好的，可以照样报送；还没有改的，在原来的工作簿里改，报送原来的工作簿。",
    why="副本供修改时对照，只打开、保存过的副本，内容还是检查时的样子，容易当作更正又报一次。",
    bad="把“（校验结果）.xlsx”当作改好的报上来",
    good="在原来的工作簿里改好，报送原来的工作簿",
    look=noticed(Notice.COPY),
)
