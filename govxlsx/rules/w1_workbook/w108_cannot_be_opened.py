"""The file is not there, or may not be read."""

from govxlsx.checking import Rule, Severity, refused

RULE = Rule(
    title="文件打不开",
    checks="文件可以打开",
    severity=Severity.ERROR,
    basis="本工具的填报要求：官方模板填报说明",
    message="没有这个文件，或者没有权限读取。",
    fix="请检查路径和文件名；文件正被 Excel 或 WPS 打开的，先关闭。",
    why="打不开的文件没有查过，不能算没有问题。",
    bad="文件名写错。",
    good="可以正常读取的文件。",
    look=refused,
    refusals={
        "none": "没有这个文件，请检查路径和文件名。",
        "link": "这是一个快捷方式（链接），它指向的文件已经不在了。请检查路径，报送原文件。",
        "folder": "这个文件夹打不开，里面的文件没有检查。请检查文件夹的权限。",
        "irregular": "这不是文件，是管道、设备一类的东西，没有读取。请给出工作簿的路径。",
        "forbidden": "没有权限读取这个文件：它可能正被 Excel 或 WPS 打开，请关闭后再试。",
        "unread": "读不出这个文件：{reason}。",
        "changed": "归档时这个文件有变动，没有归档，请再归档一次。",
    },
)
