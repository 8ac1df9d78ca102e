"""The file is something else: a page, a PDF, a picture, a Word document."""

from govxlsx.checking import Rule, Severity, refused

RULE = Rule(
    title="不是 Excel 工作簿",
    checks="文件是 Excel 工作簿",
    severity=Severity.ERROR,
    basis="本工具的填报要求：官方模板填报说明",
    message="文件不是 Excel 工作簿。",
    fix="请用本年度的官方模板填写后报送 .xlsx 文件。",
    why="按内容（不按扩展名）判断文件类型；不是工作簿的文件没有单元格可查。",
    bad="把 PDF 改名为“年报.xlsx”报送。",
    good="报送用官方模板填写、由 Excel 或 WPS 保存的 .xlsx。",
    look=refused,
    refusals={
        "kind": "这是{kind}，不是 Excel 工作簿。{fix}",
        "archive": "这是压缩包，不是 Excel 工作簿。请解压后逐个报送里面的 .xlsx 文件。",
        "page": "这是网页（HTML），不是 Excel 工作簿：从网上下载的，可能存下的是登录页面，请登录后重新下载；"
        "系统导出的，用 Excel 或 WPS 打开另存为 .xlsx；不是的，{fix}",
        "link": "这是网址的快捷方式，不是工作簿本身。请点开它，把工作簿下载到电脑上，再报送。",
        "mail": "这是邮件，不是 Excel 工作簿。请打开邮件，把附件里的 .xlsx 另存出来报送。{fix}",
        "unknown": "这是无法识别的文件，不是 Excel 工作簿：多半没有发送完整，或者被单位的办公加密软件加密了。"
        "请在原来的电脑上用 Excel 或 WPS 打开，另存（有加密软件的先解密）后再报送；打不开的，{fix}",
        "lock": "这是 Excel 或 WPS 打开文件时的临时文件（~$ 开头），不是填报的工作簿。请关闭工作簿后报送原文件。",
    },
)
