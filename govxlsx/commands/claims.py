"""``govxlsx claims``: the figures that a text claims, with their places."""

import sys
from pathlib import Path
from typing import Annotated

from govxlsx.commands.options import Year, argument, option
from govxlsx.commands.streams import deliver
from govxlsx.errors import UsageError
from govxlsx.form.editions import edition_of_year, editions
from govxlsx.regular import read_regular


def claims(
    file: Annotated[str, argument("文件", "文本文件；- 是标准输入。")],
    year: Year,
    edition: Annotated[
        str | None, option("--edition", "版本", "表的版本；默认是该年度的版本。")
    ] = None,
) -> None:
    """Write the figures that a text claims as JSON."""
    from govxlsx.claims import extract_claims
    from govxlsx.showing import as_json

    known = [each.id for each in editions()]
    if edition is not None and edition not in known:
        raise UsageError(f"没有“{edition}”这个版本；可以是 {'、'.join(known)}。")
    if edition is None and edition_of_year(year) is None:
        raise UsageError(f"没有 {year} 年度的表；可以用 --edition 指定版本。")
    text = _text(file)
    found = [
        {
            "field": each.field,
            "value": each.value,
            "start": each.start,
            "end": each.end,
            "quote": text[each.start : each.end],
            "alternatives": list(each.alternatives),
        }
        for each in extract_claims(text, year, edition)
    ]
    deliver(as_json.dumps(found), None, force=False)


def _text(file: str) -> str:
    """Return the text of a file, in UTF-8 or as Windows saves it in Chinese."""
    from govxlsx.text import decoded

    if file == "-" and sys.stdin is None:
        raise UsageError("标准输入是关闭的，没有文字可读。")
    try:
        data = sys.stdin.buffer.read() if file == "-" else read_regular(Path(file))
    except (OSError, ValueError) as error:
        raise UsageError(f"读不出“{file}”：没有这个文件，没有权限，或者它不是文件。") from error
    text = decoded(data)
    if text is None:
        name = "标准输入" if file == "-" else f"“{file}”"
        raise UsageError(f"{name}不是 UTF-8 或 GBK 的文本。")
    return text
