"""An .xls, .et, .ods or .xlsb workbook."""

from govxlsx.checking import Rule, Severity, refused

RULE = Rule(
    title="旧格式的工作簿",
    checks="工作簿是 .xlsx 或 .xlsm 格式",
    severity=Severity.ERROR,
    basis="本工具的填报要求：官方模板填报说明",
    message="文件是 .xls、.et 等格式的工作簿，本程序只读 .xlsx（.xlsm 也可以）。",
    fix="请用 Excel 或 WPS 打开，选“文件—另存为”，类型选“Excel 工作簿（*.xlsx）”，再报送新文件。",
    why="旧格式不能逐格可靠地读出；改扩展名不等于转换格式。",
    bad="年报.et",
    good="用 WPS 另存为年报.xlsx 后报送。",
    look=refused,
    refusals={
        "kind": "这是{kind}，本程序只读 .xlsx。{fix}",
        "numbers": "这是 Apple 的 Numbers 表格（.numbers），本程序只读 .xlsx。"
        "请在 Numbers 中选“文件—导出为—Excel”，再报送导出的 .xlsx。",
        "suffix": "文件名以 {suffix} 结尾，内容却是新格式的工作簿。请用 Excel 或 WPS 打开后另存为 .xlsx，再报送。",
    },
)
