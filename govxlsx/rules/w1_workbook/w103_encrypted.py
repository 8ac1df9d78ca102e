"""A workbook with a password to open it."""

from govxlsx.checking import Rule, Severity, refused

RULE = Rule(
    title="加密的工作簿",
    checks="工作簿没有加密",
    severity=Severity.ERROR,
    basis="本工具的填报要求：官方模板填报说明",
    message="工作簿设了打开密码。",
    fix="请在 Excel 或 WPS 中取消密码（文件—信息或文档加密—清空密码）后另存，再报送。",
    why="设了打开密码的文件整个是加密的，程序读不到任何内容。工作表保护不是打开密码，不影响读取。",
    bad="设了打开密码的年报.xlsx。",
    good="取消打开密码后另存的年报.xlsx。",
    look=refused,
    refusals={
        "workbook": "这是加密的工作簿：{fix}",
        "client": "这个文件被单位的办公加密软件加密了，在别处打不开。请在装有这个软件的电脑上解密"
        "（或者从允许外发的电脑上另存）后，再报送一次。",
        "archive": "这是加密的压缩包：请取消密码后，报送用 Excel 或 WPS 保存的 .xlsx。",
    },
)
