"""The workbooks that are measured: the examples' data with other figures, and the worst files."""

import base64
import random
from collections.abc import Iterator
from dataclasses import dataclass, replace
from decimal import Decimal
from io import BytesIO
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile

from govxlsx.form.editions import edition_by_id
from govxlsx.report.interchange import Interchange, parse
from govxlsx.template import workbook

EXAMPLES = Path(__file__).resolve().parent.parent / "examples"

_LAST_CELL = (
    b'<row r="1048576"><c r="XFD1048576" t="inlineStr"><is><t xml:space="preserve"> </t></is></c>'
)
_SPACE = "http://schemas.openxmlformats.org"
_OTHER_BOOK = {
    "[Content_Types].xml": f'<Types xmlns="{_SPACE}/package/2006/content-types"/>',
    "xl/workbook.xml": (
        f'<workbook xmlns="{_SPACE}/spreadsheetml/2006/main"'
        f' xmlns:r="{_SPACE}/officeDocument/2006/relationships">'
        '<sheets><sheet name="Sheet1" sheetId="1" r:id="rId1"/></sheets></workbook>'
    ),
    "xl/_rels/workbook.xml.rels": (
        f'<Relationships xmlns="{_SPACE}/package/2006/relationships">'
        '<Relationship Id="rId1" Target="worksheets/sheet1.xml" Type="worksheet"/></Relationships>'
    ),
}


LENGTHS = (500, 1500, 4400)
"""Characters of text: a township, a bureau, a province."""

TEXTS = 100
"""So many different texts there are of each length."""

_BASE = "2021-suqian-city"
_COUNTED = (
    "全年收到政府信息公开申请{applications.received.total}件",
    "其中自然人申请{applications.received.natural_person}件",
    "上年结转{applications.carried_in.total}件",
    "全年办结{applications.concluded.total}件",
    "结转下年度继续办理{applications.carried_out.total}件",
    "予以公开{applications.disclosed.total}件",
    "部分公开{applications.partly_disclosed.total}件",
    "作出行政许可决定{disclosure.licensing.decisions}件",
    "作出行政处罚决定{disclosure.penalties.decisions}件",
    "制发行政规范性文件{disclosure.normative_documents.issued}件",
    "因政府信息公开引发的行政复议案件{proceedings.reconsideration.total}件",
)
_WHO = ("各县区", "市直部门", "各乡镇", "门户网站", "服务大厅", "档案馆", "主管部门", "各街道")
_WHAT = ("财政预决算", "义务教育", "医疗卫生", "征地补偿", "安全生产", "社会救助", "就业创业")
_WHEN = ("年初", "一季度", "上半年", "年中", "三季度", "下半年", "年底前", "全年")
_WHY = ("方便群众查询", "回应社会关切", "减少重复提问", "保障群众知情", "便于基层办理")
_HOW = (
    "{when}{who}按目录更新{what}和{more}信息，{why}",
    "{when}围绕{what}、{more}整理群众常问的问题，由{who}统一答复，{why}",
    "{who}把{what}方面的文件与解读在{when}同步发布，{more}的随后发布，{why}",
    "{what}、{more}的办理条件和流程由{who}在{when}写成指引，{why}",
    "针对{what}和{more}，{when}开展业务培训，{who}的工作人员都参加了学习，{why}",
)
"""So many sentences can be made of these that a text shares next to none with another."""


@dataclass(frozen=True, slots=True)
class Workbook:
    """A filled workbook: where it lies, and how many characters of text it has."""

    path: Path
    length: int


def _scaled(data: Interchange, factor: int) -> Interchange:
    """Multiply every figure, so that a sum holds or is broken as it was."""
    figures = {
        field_id: value * factor if isinstance(value, int | Decimal) else value
        for field_id, value in data.figures.items()
    }
    return replace(data, figures=figures)


def _narrative(data: Interchange, length: int, chance: random.Random) -> dict[str, str]:
    """Return a text of some length: every seventh sentence tells two figures of the tables."""
    said = list(_COUNTED)
    chance.shuffle(said)
    lines: list[str] = [f"{data.year}年，本机关认真执行政府信息公开条例，有关情况如下。"]
    size, number = len(lines[0]), 0
    while size < length - 90:
        if number % 7 == 0:
            told = [said[(number // 7 * 2 + each) % len(said)] for each in range(2)]
            line = "，".join(told)
            for field_id, value in data.figures.items():
                line = line.replace(f"{{{field_id}}}", str(value))
        else:
            line = chance.choice(_HOW).format(
                who=chance.choice(_WHO),
                what=chance.choice(_WHAT),
                more=chance.choice(_WHAT),
                when=chance.choice(_WHEN),
                why=chance.choice(_WHY),
            )
        lines.append(f"{line}。")
        size, number = size + len(line) + 1, number + 1
    return {
        "overview": "\n".join("".join(lines[at : at + 4]) for at in range(0, len(lines), 4)),
        "problems": "存在的问题：少数信息更新不够及时。改进情况：明确专人负责，按月检查。",
        "other": "本年度没有收取信息处理费。",
    }


def workbooks(folder: Path, length: int, count: int) -> list[Workbook]:
    """Write workbooks of one length into a folder: TEXTS different texts, all other figures."""
    base = parse((EXAMPLES / _BASE / "data.json").read_bytes())
    folder.mkdir()
    made: list[Workbook] = []
    for number in range(count):
        data = _scaled(base, 1 + number)
        text = _narrative(data, length, random.Random(number % TEXTS))
        name, kind = f"{data.agency.name}第{number}局", "政府部门"
        agency = replace(data.agency, name=name, kind=kind, scope="本机关")
        data = replace(data, agency=agency, narrative=text, notes={})
        path = folder / f"{number:05}.xlsx"
        path.write_bytes(workbook(edition_by_id(data.edition), data))
        made.append(Workbook(path, length))
    return made


def _with_rows(source: Path, rows: Iterator[bytes], target: Path) -> Path:
    """Copy a workbook, with more rows at the end of the sheet 六 (the last but two)."""
    with ZipFile(source) as old, ZipFile(target, "w", ZIP_DEFLATED) as new:
        sheets = [name for name in old.namelist() if name.startswith("xl/worksheets/sheet")]
        chosen = sorted(sheets, key=lambda name: int(name[19:-4]))[-3]
        for name in old.namelist():
            content = old.read(name)
            if name == chosen:
                content = content.replace(b"</sheetData>", b"".join(rows) + b"</sheetData>")
            new.writestr(name, content)
    return target


def _other_book(target: Path, size: int) -> Path:
    """Write a book of random words that is no report: a file of ``size`` bytes."""
    randomness = random.Random(1)
    each, wide = 60, 20
    count = size // each
    strings, cells = BytesIO(), BytesIO()
    opening = f'xmlns="{_SPACE}/spreadsheetml/2006/main"><'.encode()
    strings.write(b"<sst " + opening[:-1])
    cells.write(b"<worksheet " + opening + b"sheetData>")
    for number in range(count):
        word = base64.b64encode(randomness.randbytes(each))
        strings.write(b"<si><t>%b</t></si>" % word)
        row, column = divmod(number, wide)
        start = b'<row r="%d">' % (row + 1) if column == 0 else b""
        end = b"</row>" if column == wide - 1 or number == count - 1 else b""
        cells.write(
            b'%b<c r="%c%d" t="s"><v>%d</v></c>%b' % (start, 65 + column, row + 1, number, end)
        )
    strings.write(b"</sst>")
    cells.write(b"</sheetData></worksheet>")
    with ZipFile(target, "w", ZIP_DEFLATED, compresslevel=1) as package:
        for name, text in _OTHER_BOOK.items():
            package.writestr(name, text)
        package.writestr("xl/sharedStrings.xml", strings.getvalue())
        package.writestr("xl/worksheets/sheet1.xml", cells.getvalue())
    return target


def worst(folder: Path, source: Path) -> dict[str, Path]:
    """Write the worst files, two of them from the workbook ``source``; return them by name."""
    rows = (
        b'<row r="%d" s="1" customFormat="1"><c r="A%d" s="1"/></row>' % (number, number)
        for number in range(2_000, 1_002_000)
    )
    far = iter((_LAST_CELL, b"</row>"))
    return {
        "1,000,000 styled empty rows": _with_rows(source, rows, folder / "rows.xlsx"),
        "one space at XFD1048576": _with_rows(source, far, folder / "far.xlsx"),
        "another book of 50 MB": _other_book(folder / "other.xlsx", 50 << 20),
    }
