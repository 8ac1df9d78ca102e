"""The independent check of a finished document: every figure by its labels, every text in order.

It knows the form's labels but not how its tables were drawn, and shares no code with what wrote the
document but the words of title, opening and note.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from difflib import SequenceMatcher
from zipfile import BadZipFile
from zlib import error as ZlibError  # noqa: N812

from lxml import etree

from govxlsx.form.editions.tables import Field
from govxlsx.form.sentences import LabelPath
from govxlsx.report.model import Report
from govxlsx.text import clean, quoted
from govxlsx.word import opening
from govxlsx.word.labelled import figures, labels
from govxlsx.word.matrix import Matrix, MatrixCell, blocks, main_part
from govxlsx.word.recurring import TABLE, recalled, written
from govxlsx.word.title import broken


def _quote(text: str) -> str:
    return quoted(text, 24)


def _expected(text: str) -> str:
    if text.isprintable():
        return text
    return clean(text).replace("\r\n", "\n").replace("\r", "\n")


def _compare_figures(
    fields: Sequence[Field], found: Mapping[LabelPath, list[MatrixCell]], report: Report
) -> Iterator[str]:
    for field in fields:
        name = field.place
        cells = found.get(field.path, [])
        wanted = _expected(report.printed[field.id])
        if not cells:
            yield f"{name}：文档中没有找到这一格，应为{_quote(wanted)}。"
        elif len(cells) > 1:
            yield f"{name}：文档中有{len(cells)}格。"
        elif cells[0].text != wanted:
            yield f"{name}：应为{_quote(wanted)}，文档中是{_quote(cells[0].text)}。"


def _check_figures(tables: Sequence[Matrix], report: Report) -> Iterator[str]:
    fields = report.form.fields
    form = labels(report.edition)
    found: dict[LabelPath, list[MatrixCell]] = defaultdict(list)
    for table in tables:
        for path, cell in figures(table, form):
            if cell not in found[path]:
                found[path].append(cell)
    yield from _compare_figures(fields, found, report)
    order = [path for path in found if path in form.paths]
    if len(order) == len(fields) and order != [field.path for field in fields]:
        yield "表格中各行各列的次序与格式规定的不同。"


def _texts(report: Report) -> Iterator[str]:
    """Yield the texts that the document must have, in order; a table is a mark."""
    yield from map(broken, opening.title(report))
    yield from opening.paragraphs(report)
    for part in report.form.parts:
        yield part.title
        if part.table:
            yield TABLE
            if part.numeral in report.notes:
                yield opening.note(report.notes[part.numeral].text)
        else:
            yield from (each.text for each in report.narrative.get(part.narrative, ()))


def _check_texts(actual: Sequence[str], report: Report) -> Iterator[str]:
    expected = [_expected(text) for text in _texts(report)]
    if actual == expected:
        return
    matcher = SequenceMatcher(None, expected, actual, autojunk=False)
    for kind, first, last, start, end in matcher.get_opcodes():
        if kind == "equal":
            continue
        for text in expected[first:last]:
            fault = "次序不对" if text in actual else "文档中没有"
            yield f"文字{_quote(text)}：{fault}。"
        for text in actual[start:end]:
            if text not in expected:
                yield f"文字{_quote(text)}：文档中多出。"


def _same(xml: bytes, report: Report) -> bool:
    """Tell whether a document is its report's, where that can be told without parsing it all.

    False decides nothing.
    """
    form = labels(report.edition)
    figures = written(list(report.printed.values()), form)
    if figures is None:
        return False
    try:
        found = recalled(xml, form, figures)
    except (ValueError, etree.XMLSyntaxError):
        return False
    if found is None or found.places != list(range(len(figures))):
        return False
    return found.texts == [_expected(text) for text in _texts(report)]


def figure_differences(data: bytes, report: Report) -> list[str]:
    """Return a line for every figure in which a document differs from its report.

    Its texts may be those of an earlier version. Raises what a damaged package or its XML raises.
    """
    tables = [each for each in blocks(main_part(data)) if not isinstance(each, str)]
    return list(_check_figures(tables, report))


def differences(data: bytes, report: Report) -> list[str]:
    """Return a line for every figure and text in which a document (.docx) differs from its report.

    Empty where nothing differs. Found are figures with another text, missing or found twice under
    their labels, labels in another order, texts missing, added or out of order.
    """
    try:
        xml = main_part(data)
    except (BadZipFile, ZlibError):
        return ["文档的压缩包不完整，读不出来。"]
    if _same(xml, report):
        return []
    try:
        read = list(blocks(xml))
    except etree.XMLSyntaxError:
        return ["文档的正文不是完整的 XML，读不出来。"]
    texts = [each if isinstance(each, str) else TABLE for each in read]
    tables = [each for each in read if not isinstance(each, str)]
    return [*_check_figures(tables, report), *_check_texts(texts, report)]
