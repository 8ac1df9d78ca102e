"""Something that is no text stands in the text: lost characters, places of pictures, markup."""

import re

from govxlsx.checking import Rule, Severity, regex
from govxlsx.checking.repeated import wherever
from govxlsx.checking.rule import either
from govxlsx.report.placeholders import MARKDOWN, PICTURE

_LOST = regex(
    "[\ufffd\ue000-\uf8ff?？锟烫屯ÃÂâïäåæçèé](?:(?<=[\ufffd\ue000-\uf8ff])[\ufffd\ue000-\uf8ff]*"
    "|(?<=[?？])[?？]{2,}|(?<=锟)斤拷|(?<=烫)烫烫|(?<=屯)屯屯|(?<=[ÃÂ])[\x80-\xbf]|(?<=â)€|(?<=ï)¿½"
    "|(?<=[äåæçèé])[\u00a0-\u00bf\u0152-\u0192\u02c6\u02dc\u2013-\u203a\u20ac\u2122]{2})"
)
"""What stands for characters that an encoding or a face of symbols has lost; the first of them is
tested by a set, for which a text is searched fastest."""

_MARKUP = regex(
    r"</?(?:a|b|br|div|em|font|h[1-6]|hr|i|img|li|ol|p|span|strong|su[bp]|table|t[bdrh]|u|ul)"
    r"(?:\s[^<>\n]{0,200})?/?>"
    r"|&(?:nbsp|lt|gt|amp|quot|[lr][ds]quo|mdash|middot|e[mn]sp|hellip|#\d{1,6}|#x[0-9a-f]{1,5});"
    r"|_x00[0-9a-f]{2}_",
    re.IGNORECASE,
    needs=("<", "&", "_"),
)
"""What markup leaves where words of a page, or of a file, were taken over without reading it."""

RULE = Rule(
    title="有乱码、图片占位或网页代码",
    checks="没有乱码、图片占位和网页代码",
    severity=Severity.WARNING,
    basis="国办公开办函〔2021〕30号、〔2019〕60号：年度报告应当内容完整、真实准确",
    message="“{context}”中的“{quote}”是{kind}，不是文字{times}。",
    fix="请在 {where} 对照原稿，换成原来的文字；图片不会印进报告，要写的键入正文；多出来的代码删去。",
    why="从网页、邮件、聊天软件或 Word 粘贴来的文字，有时丢了字、留下图片的占位或代码，照样会印进报告、公布出去。",
    bad="全年公开[图片]信息\ufffd\ufffd条&nbsp;。",
    good="全年公开信息230条。",
    look=either(
        wherever(_LOST, kind="没有读出来的字"),
        wherever(PICTURE, kind="图片的占位"),
        wherever(_MARKUP, kind="网页代码"),
        wherever(MARKDOWN, kind="排版记号"),
    ),
)
