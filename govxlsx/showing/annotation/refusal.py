"""Why a copy cannot be made, said in one sentence; the findings stand without it."""

from __future__ import annotations

from govxlsx.errors import OutputError


def refusal(reason: str) -> OutputError:
    """Return the error for a workbook of which no copy can be made."""
    return OutputError(f"没能生成标注副本：{reason}；校验结果不受影响，请按结果修改原文件。")
