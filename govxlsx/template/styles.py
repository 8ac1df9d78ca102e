"""The template's look: a few styles, each a set of XlsxWriter's format properties.

Only faces that every Windows has with Excel or WPS: 宋体 for text and figures, 黑体 for titles.
"""

from collections.abc import Mapping

Style = Mapping[str, str | int]

FACE, TITLE_FACE = "宋体", "黑体"
SIZE = 11
DEFAULT: Style = {
    "font_name": FACE,
    "font_size": SIZE,
    "font_charset": 134,
    "font_family": 3,
    "font_scheme": "none",
}
"""The workbook's own face. No theme font: outside China that would show as Calibri."""

INPUT_COLOR = "#FFF8DC"
TOTAL_COLOR = "#DDEBF7"
HEAD_COLOR = "#D9E2EC"
LABEL_COLOR = "#F3F6F9"

_EDGES: Style = {"border": 1, "border_color": "#A6B4C2", "valign": "vcenter", "text_wrap": 1}

TITLE: Style = {
    "font_name": TITLE_FACE,
    "font_size": 16,
    "font_color": "#1F3A5F",
    "valign": "vcenter",
    "bottom": 2,
    "bottom_color": "#1F3A5F",
}
HINT: Style = {"font_size": 10, "font_color": "#595959", "valign": "vcenter", "text_wrap": 1}
SECTION: Style = {
    "font_name": TITLE_FACE,
    "font_size": 12,
    "font_color": "#1F3A5F",
    "valign": "vcenter",
}
HEAD: Style = {**_EDGES, "font_name": TITLE_FACE, "bg_color": HEAD_COLOR, "align": "center"}
LABEL: Style = {**_EDGES, "bg_color": LABEL_COLOR, "align": "left", "indent": 1}
PLAIN: Style = {**_EDGES, "align": "left", "indent": 1}
CENTERED: Style = {**_EDGES, "align": "center"}
LINK: Style = {**CENTERED, "font_color": "#1F5FBF", "underline": 1}

INPUT: Style = {**_EDGES, "bg_color": INPUT_COLOR, "align": "center", "locked": 0}
ENTRY: Style = {**INPUT, "align": "left", "indent": 1}
TEXT: Style = {**ENTRY, "num_format": "@"}
PARAGRAPH: Style = {**INPUT, "align": "left", "valign": "top"}
TOTAL: Style = {**_EDGES, "bg_color": TOTAL_COLOR, "align": "center"}
FREED: Style = {**TOTAL, "locked": 0}
OPEN: Style = {"locked": 0}

BROKEN: Style = {"bg_color": "#FFC7CE", "font_color": "#9C0006"}
GOOD: Style = {"bg_color": "#D8F0DC", "font_color": "#0B6B2B"}
UNKNOWN: Style = {"bg_color": "#E4E4E4", "font_color": "#595959"}
