"""What programs leave in place of words: error values, and what stands for a picture."""

import re

from govxlsx.patterns import regex

ERROR = regex(
    r"[#＃](?:(?:REF|VALUE|NUM|NULL|SPILL|CALC|FIELD|BLOCKED|CONNECT|UNKNOWN|PYTHON|EXTERNAL)[!！]"
    r"|DIV[/／][0０][!！]|NAME[?？]|N[/／]A(?![A-Za-z]))|Err:5\d\d(?!\d)",
    re.IGNORECASE,
    needs=("#", "＃", "Err:"),
)
"""An error value of a formula, as Excel and WPS show it, or LibreOffice where these have none."""

_SHOWN = "(?:图片|图像|截图|照片|表情|动画表情|image|img|picture)"
_SQUARE = r"(?:图|图[表示]|附图|表格|视频|语音)"

MARKDOWN = regex(
    r"\*\*(?![\s件条次份篇个元年月日])[^*\n]{1,80}\*\*(?![件条次份篇个元年月日])"
    r"|###{0,4} +(?=[\u4e00-\u9fff（])"
    r"|\|[ :]?---[-: |]*"
    "|```",
    needs=("**", "##", "---", "```"),
)
"""The marks of Markdown that copied text keeps: **words**, ## heading, a table's |---|, a fence."""

PICTURE = regex(
    rf"[\[［](?:{_SHOWN}|{_SQUARE})\s?\d*[\]］]"
    rf"|[【「]{_SHOWN}\s?\d*[】」](?![】」【「、栏专板类格形版解和与等])"
    r"|[\[［](?:cid|image)[:：][^\[\]［］\n]{1,80}[\]］]"
    r"|!\[[^\[\]\n]{0,40}\]\([^()\n]{1,200}\)"
    "|\ufffc+",
    re.IGNORECASE,
    needs=("[", "［", "【", "「", "\ufffc"),
)
"""What mail, chat and Word leave where a picture stood; 【图片】 may be the name of a column."""
