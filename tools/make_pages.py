"""Writes the pages that are made from code: the catalogue of checks and the command reference.

usage: make_pages.py [--check]      (--check: write nothing, fail where a page is not up to date)
"""

import os
import subprocess
import sys
from pathlib import Path

from govxlsx.checking.catalogue import rules
from govxlsx.checking.finding import SEVERITY_WORDS
from govxlsx.commands.listing import HELPS

DOCS = Path(__file__).parent.parent / "docs"


def checks() -> str:
    """Return the page of the catalogue."""
    lines = ["# 检查项目录", "", "由 `make templates` 从程序生成，请勿手改。", ""]
    for rule in rules():
        lines += [
            f"## {rule.code} {rule.title}（{SEVERITY_WORDS[rule.severity]}）",
            "",
            f"- 依据：{rule.basis}",
            f"- 用于：{'、'.join(rule.editions)} 版的表",
            f"- 为什么：{rule.why}",
            f"- 错的例子：{rule.bad}",
            f"- 对的例子：{rule.good}",
            f"- 提示的话：{rule.message}",
            f"- 怎么改：{rule.fix}",
            "",
        ]
    return "\n".join(lines)


def commands() -> str:
    """Return the page of the commands: each one's own help."""
    lines = ["# 命令说明", "", "由 `make templates` 从程序生成，请勿手改。", ""]
    environment = {**os.environ, "COLUMNS": "90", "PYTHONIOENCODING": "utf-8"}
    for command in HELPS:
        code = (
            "import sys; from govxlsx.__main__ import main; "
            f"sys.argv = ['govxlsx', {command!r}, '--help']; main()"
        )
        done = subprocess.run(
            [sys.executable, "-c", code], capture_output=True, check=True, env=environment
        )
        text = "\n".join(line.rstrip() for line in done.stdout.decode().strip().splitlines())
        lines += [f"## {command}", "", "```", text, "```", ""]
    return "\n".join(lines)


def main() -> int:
    """Write the pages, or compare them."""
    stale = 0
    for name, text in (("checks.zh-CN.md", checks()), ("commands.zh-CN.md", commands())):
        path = DOCS / name
        if "--check" not in sys.argv:
            path.write_text(text, encoding="utf-8")
        elif not path.exists() or path.read_text(encoding="utf-8") != text:
            print(f"not up to date: {path}; run make templates")
            stale = 1
    return stale


if __name__ == "__main__":
    raise SystemExit(main())
