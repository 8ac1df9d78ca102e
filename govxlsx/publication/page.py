"""The report as a page of its own, and as a fragment for a content system's editor.

Such editors strip classes, scripts and styles: the fragment has none. The same report gives the
same bytes.
"""

from __future__ import annotations

from govxlsx.publication.markup import body, text
from govxlsx.publication.proof import confirm
from govxlsx.report.model import Report
from govxlsx.version import MAKER
from govxlsx.word import opening

_STYLE = """
:root{color-scheme:light}
body{margin:0;background:#fff;color:#111;font:1.05rem/1.8 "FangSong","STFangsong","仿宋",serif}
main{max-width:60rem;margin:0 auto;padding:1.5rem 1rem 4rem}
h1{font:700 1.7rem/1.5 "SimSun","宋体",serif;text-align:center;margin:1rem 0 2rem}
h2,h3{font-size:1.1rem;margin:1.4rem 0 .4rem;padding-left:2em}
h2{font-family:"SimHei","黑体",sans-serif}
h3{font-family:"KaiTi","楷体",serif;font-weight:400}
p{margin:.2rem 0;text-indent:2em;overflow-wrap:anywhere}
strong{font-family:"KaiTi","楷体",serif;font-weight:400}
.scroll{overflow-x:auto}
table{border-collapse:collapse;width:100%;min-width:44rem;font-size:.9rem;line-height:1.4;
margin:.5rem 0}
caption{caption-side:top;padding:.3rem;font-weight:700}
th,td{border:1px solid #333;padding:.3rem .25rem;text-align:center}
th{font-weight:400}
@media print{main{max-width:none;padding:0}.scroll{overflow:visible}table{min-width:0}}
"""
_DRAFT = "草稿"


def page(report: Report, *, draft: bool = False) -> bytes:
    """Return the report as a whole page. Raises ReadBackError."""
    title = "".join(opening.title(report))
    lines = "<br>".join(text(each) for each in opening.title(report))
    blocks = []
    for each in body(report):
        blocks.append(each.replace("<table ", '<div class="scroll" tabindex="0"><table ', 1))
        if each.endswith("</table>"):
            blocks.append("</div>")
    mark = f"<p>{_DRAFT}</p>\n" if draft else ""
    data = (
        '<!DOCTYPE html>\n<html lang="zh-CN">\n<head>\n<meta charset="utf-8">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f'<meta name="generator" content="{text(MAKER)}">\n'
        f'<meta name="source-sha256" content="{report.sha256}">\n'
        f"<title>{text(title)}</title>\n<style>{_STYLE}</style>\n</head>\n<body>\n<main>\n"
        f"{mark}<h1>{lines}</h1>\n" + "\n".join(blocks) + "\n</main>\n</body>\n</html>\n"
    ).encode()
    confirm(data, "page.html", report)
    return data


def fragment(report: Report, *, draft: bool = False) -> bytes:
    """Return the report as a fragment: no class, no script, no style. Raises ReadBackError."""
    lines = "<br>".join(text(each) for each in opening.title(report))
    mark = f"<p>{_DRAFT}</p>\n" if draft else ""
    blocks = "\n".join(body(report, indent="　　"))
    data = f'{mark}<h1 align="center">{lines}</h1>\n{blocks}\n'.encode()
    confirm(data, "fragment.html", report)
    return data
