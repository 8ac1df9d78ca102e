"""A workbook that is too large, or made to do harm."""

from govxlsx.checking import Rule, Severity, refused

RULE = Rule(
    title="超出安全限度",
    checks="文件在安全限度之内",
    severity=Severity.ERROR,
    basis="本工具的填报要求：官方模板填报说明",
    message="文件过大，或含有正常工作簿不会有的内容，没有读取。",
    fix="请用本年度的官方模板重新填写后报送 .xlsx 文件。",
    why="年报只有几十 KB；解压后上百 MB，或带有 DOCTYPE 声明的文件，不是填报产生的，读取它可能拖垮整批检查。",
    bad="解压后超过 160 MB 的工作簿。",
    good="用官方模板填写的工作簿。",
    look=refused,
    refusals={
        "limits": "文件超出安全限度，没有读取：{detail}。{fix}",
        "crashed": "检查这个文件时{reason}，没有结果；其他文件不受影响。请在 Excel 或 WPS 中打开它，另存为 .xlsx 后单独再检查一次。",
    },
)
