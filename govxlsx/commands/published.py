"""``govxlsx published``: is what was published what was accepted."""

from pathlib import Path
from typing import Annotated

import typer

from govxlsx.checking.refusal import sentence
from govxlsx.commands.options import argument, option
from govxlsx.commands.running import take_in_published
from govxlsx.commands.streams import say
from govxlsx.desk.counterpart import accepted
from govxlsx.errors import GovxlsxError
from govxlsx.published.comparison import differences
from govxlsx.published.source import read
from govxlsx.showing import screen

_MANY = 20
"""More differences than these are not listed where the report is another one."""


def published(
    files: Annotated[
        list[str], argument("文件", "已公布的报告：网页、Word、PDF 或文字文件，通配符或文件夹。")
    ],
    against: Annotated[
        Path,
        option("--against", "路径", "认可的报告：归档文件夹（按机关和年度找），或者一份工作簿。"),
    ],
) -> None:
    """Compare published reports with the accepted ones."""
    paths = take_in_published(files)
    approved = accepted(against)
    page = screen.stdout()
    status = 0
    for path in paths:
        try:
            given = read(path)
            found = differences(given, approved(given))
        except GovxlsxError as error:
            say(f"{path}：{sentence(error)}")
            status = 2
            continue
        if not found:
            page.line(f"✓ {path}：与认可的报告一致")
            continue
        status = max(status, 1)
        page.line(f"✗ {path}：有 {len(found)} 处不同")
        other = [each for each in found if each.other]
        many = other and len(found) > _MANY
        for each in other if many else found:
            page.line(each.sentence, indent=2)
        if many:
            page.line(
                f"机关或年度不同，像是另一份报告：其余 {len(found) - len(other)} 处没有列出。"
                "请先核对公布的文件和 --against 是不是同一份报告。",
                indent=2,
            )
    raise typer.Exit(status)
