"""The report as a page of its own, and as a fragment for a content system's editor.

Such editors strip classes, scripts and styles: the fragment has none. The same report gives the
same bytes.
"""

from pathlib import Path

from govxlsx.publication.markup import body, text
from govxlsx.publication.proof import confirm
from govxlsx.report.model import Report
from govxlsx.version import MAKER
from govxlsx.word import opening

_STYLE = f"\n{Path(__file__).with_name('page.css').read_text(encoding='utf-8')}"
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
