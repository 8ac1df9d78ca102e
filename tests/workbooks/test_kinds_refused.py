"""Files that are not read: each is refused in one sentence, and the batch goes on."""

import re
import struct
import zipfile
from io import BytesIO
from pathlib import Path

import docx
import pytest
from openpyxl import Workbook

from govxlsx.checking import unusable
from govxlsx.checking.examination import examine_together
from govxlsx.checking.refusal import sentence
from govxlsx.errors import UnusableWorkbookError
from govxlsx.workbook import xml
from govxlsx.workbook.guard import PART_LIMIT, UNPACKED_LIMIT, open_package
from workbooks import build
from workbooks.build import APPLICATIONS, PROCEEDINGS

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(504)


def utf16(*names: str) -> bytes:
    return b"".join(name.encode("utf-16-le").ljust(128, b"\0") for name in names)


def word() -> bytes:
    target = BytesIO()
    docx.Document().save(target)
    return target.getvalue()


def archive(**parts: bytes) -> bytes:
    target = BytesIO()
    with zipfile.ZipFile(target, "w") as held:
        for name, content in parts.items():
            held.writestr(name.replace("__", "/"), content)
    return target.getvalue()


def package(method: int) -> bytes:
    target = BytesIO()
    with zipfile.ZipFile(target, "w", method) as book:
        for name, content in build.unpack(build.clean()).items():
            book.writestr(name, content)
    return target.getvalue()


def locked_archive() -> bytes:
    data = bytearray(build.clean())
    start = data.index(b"PK\x01\x02")
    data[start + 8] |= 1
    return bytes(data)


def compound(*names: str, inside: tuple[str, ...] = ()) -> bytes:
    """Return a compound file with streams below its root, and others in a storage of it."""
    none = 0xFFFF_FFFF

    def entry(name: str, left: int, right: int, child: int) -> bytes:
        spelt = f"{name}\0".encode("utf-16-le")
        return (
            spelt.ljust(64, b"\0")
            + struct.pack("<HBB3I", len(spelt), 1, 1, left, right, child)
            + bytes(48)
        )

    deep = 2 + len(names)
    entries = [
        entry("Root Entry", none, none, 1),
        entry("MBD01", none, 2, deep if inside else none),
    ]
    for at, name in enumerate(names, 2):
        entries.append(entry(name, none, at + 1 if at + 1 < deep else none, none))
    for at, name in enumerate(inside, deep):
        entries.append(entry(name, none, at + 1 if at + 1 < deep + len(inside) else none, none))
    directory = b"".join(entries)
    sectors = -(-len(directory) // 512)
    table = [0xFFFF_FFFD, *range(2, sectors + 1), 0xFFFF_FFFE]
    head = bytearray(OLE[:8] + bytes(504))
    struct.pack_into("<H", head, 30, 9)
    struct.pack_into("<I", head, 48, 1)
    struct.pack_into("<109I", head, 76, 0, *[none] * 108)
    fat = struct.pack(f"<{len(table)}I", *table).ljust(512, b"\xff")
    return bytes(head) + fat + directory.ljust(512 * sectors, b"\0")


def main_part(place: str, space: str) -> bytes:
    """Return a package whose relationships name its main part, without content types."""
    kinds = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument"
    relationships = (
        '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
        f'<Relationship Id="a" Type="{kinds}" Target="/{place}"/></Relationships>'
    )
    return build.pack(
        {"_rels/.rels": relationships.encode(), place: f'<x xmlns="urn:{space}"/>'.encode()}
    )


LOCK = b"\x06Zhang \x20" + bytes(50) + "张".encode("utf-16-le") + b"\x20\x00" * 30
PAGE = (
    "<html><head><title>年报</title></head><body><table><tr><td>1</td></tr></table></body></html>"
)

REFUSED: dict[str, tuple[bytes, str, str, str]] = {
    "encrypted": (
        OLE + utf16("EncryptionInfo", "EncryptedPackage"),
        "年报.xlsx",
        "W103",
        "取消密码",
    ),
    "BIFF": (OLE + utf16("Root Entry", "Workbook"), "年报.xlsx", "W102", "另存为"),
    "xls": (OLE + utf16("Root Entry", "Workbook"), "年报.xls", "W102", ".xls）"),
    "et": (OLE + utf16("Root Entry", "Workbook", "ETExtData"), "年报.et", "W102", "WPS 表格"),
    "doc": (OLE + utf16("Root Entry", "WordDocument"), "年报.xlsx", "W101", ".doc"),
    "HTML": (PAGE.encode(), "年报.xlsx", "W101", "网页"),
    "HTML with BOM": (b"\xef\xbb\xbf\r\n" + PAGE.encode(), "年报.xlsx", "W101", "网页"),
    "link": (b"[InternetShortcut]\r\nURL=https://a.cn\r\n", "年报.xlsx", "W101", "快捷方式"),
    "MHT": (b"MIME-Version: 1.0\r\n", "年报.xlsx", "W101", "网页"),
    "XML 2003": (
        b'<?xml version="1.0"?><Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet">',
        "年报.xlsx",
        "W102",
        "XML 表格 2003",
    ),
    "csv": ("项目,数量\r\n新收,12\r\n".encode(), "年报.xlsx", "W101", "csv"),
    "csv in GBK": ("项目,数量\r\n新收,12\r\n".encode("gbk") * 500, "年报.xlsx", "W101", "csv"),
    "csv in UTF-16": ("项目\t数量\r\n".encode("utf-16"), "年报.xlsx", "W101", "csv"),
    "PDF": (b"%PDF-1.7\n%\xe2\xe3", "年报.xlsx", "W101", "PDF"),
    "SVG": (
        b"<?xml version='1.0'?>\n<svg xmlns='x'><text>1</text></svg>",
        "年报.xlsx",
        "W101",
        "图片",
    ),
    "PNG": (b"\x89PNG\r\n\x1a\n" + bytes(40), "年报.xlsx", "W101", "图片"),
    "JPEG": (b"\xff\xd8\xff\xe0" + bytes(40), "年报.xlsx", "W101", "图片"),
    "docx": (word(), "年报.xlsx", "W101", "Word"),
    "OFD": (archive(**{"OFD.xml": b"<x/>"}), "年报.xlsx", "W101", "OFD"),
    "ods": (archive(**{"content.xml": b"<x/>"}), "年报.xlsx", "W102", ".ods"),
    "xlsb": (archive(**{"xl__workbook.bin": b"x"}), "年报.xlsx", "W102", ".xlsb"),
    "zip": (archive(**{"a.xlsx": build.clean()}), "年报.xlsx", "W101", "解压"),
    "empty zip": (archive(), "年报.xlsx", "W101", "压缩包"),
    "rar": (b"Rar!\x1a\x07\x01\x00", "年报.xlsx", "W101", "压缩包"),
    "zero bytes": (b"", "年报.xlsx", "W104", "0 字节"),
    "only NULs": (bytes(4096), "年报.xlsx", "W104", "空字节"),
    "half a zip": (build.clean()[:20_000], "年报.xlsx", "W104", "没有下载"),
    "first bytes of a zip": (b"PK\x03\x04", "年报.xlsx", "W104", "没有下载"),
    "a hole in a part": (
        build.clean()[:9_000] + bytes(4_000) + build.clean()[13_000:],
        "年报.xlsx",
        "W104",
        "损坏",
    ),
    "lock file": (LOCK, "~$年报.xlsx", "W101", "~$"),
    "lock file renamed": (LOCK, "年报.xlsx", "W101", "不是 Excel 工作簿"),
    "office encryption": (b"%TSD-Header-###%" + bytes(range(256)), "年报.xlsx", "W103", "加密软件"),
    "E-SafeNet": (b"b\x14#e\x02\x00E-SafeNet\x00LOCK" + bytes(90), "年报.xlsx", "W103", "加密软件"),
    "BIFF2": (b"\x09\x00\x04\x00\x02\x00\x10\x00", "年报.xlsx", "W102", ".xls"),
    "BIFF3": (b"\x09\x02\x06\x00\x00\x00\x10\x00", "年报.xlsx", "W102", ".xls"),
    "BIFF4": (b"\x09\x04\x06\x00\x00\x00\x10\x00", "年报.xlsx", "W102", ".xls"),
    "xls with a document in it": (
        compound("Workbook", inside=("WordDocument", "EncryptedPackage")),
        "年报.xlsx",
        "W102",
        ".xls",
    ),
    "doc with a workbook in it": (
        compound("WordDocument", inside=("Workbook",)),
        "年报.xlsx",
        "W101",
        ".doc",
    ),
    "msg": (compound("__properties_version1.0"), "年报.msg", "W101", "邮件"),
    "eml": (
        b"Received: by a\r\nFrom: a@b.cn\r\nTo: c@d.cn\r\nSubject: x\r\n\r\nx",
        "年报.eml",
        "W101",
        "附件",
    ),
    "page in one file": (
        b"From: <Saved by Blink>\r\nSnapshot-Content-Location: http://a\r\nMIME-Version: 1.0\r\n",
        "年报.xlsx",
        "W101",
        "网页",
    ),
    "Numbers": (archive(**{"Index__Document.iwa": b"x"}), "年报.xlsx", "W102", "Numbers"),
    "old Numbers": (
        archive(**{"Index.zip": b"x", "buildVersionHistory.plist": b"x"}),
        "年报.numbers",
        "W102",
        "导出为",
    ),
    "odt": (
        archive(mimetype=b"application/vnd.oasis.opendocument.text", **{"content.xml": b"<x/>"}),
        "年报.xlsx",
        "W101",
        "OpenDocument 文本",
    ),
    "Word by its relationships": (
        main_part("word/document2.xml", "wordprocessingml"),
        "年报.xlsx",
        "W101",
        "Word",
    ),
    "slides at the root": (main_part("slides.xml", "presentationml"), "年报.xlsx", "W101", "演示"),
    "xlsb by its relationships": (main_part("xl/book.bin", "x"), "年报.xlsx", "W102", ".xlsb"),
    "Numbers, its folder zipped": (
        archive(**{"年报.numbers__Index.zip": b"x"}),
        "年报.zip",
        "W102",
        "Numbers",
    ),
    "template named xltx": (build.clean(), "年报.xltx", "W102", "模板文件（.xltx）"),
    "xlsb named so": (main_part("xl/workbook.bin", "x"), "年报.xlsb", "W102", "二进制工作簿"),
    "xlsx named xlsb": (build.clean(), "年报.xlsb", "W102", "内容却是"),
    "parts of a workbook alone": (
        archive(**{"xl__worksheets__sheet1.xml": b"<x/>"}),
        "年报.xlsx",
        "W104",
        "workbook.xml",
    ),
    "csv in UTF-16 without a mark": ("新收,12\r\n".encode("utf-16-le"), "a.csv", "W101", "csv"),
    "mail without its version": (b"From: a@b.cn\r\nSubject: x\r\n\r\nx", "a.eml", "W101", "邮件"),
    "BIFF8 with a short beginning": (b"\x09\x08\x06\x00\x00\x00", "年报.xlsx", "W102", ".xls"),
    "noise": (bytes(range(256)) * 40, "年报.xlsx", "W101", "无法识别"),
    "xlsx named xls": (build.clean(), "年报.XLS", "W102", "另存为 .xlsx"),
    "no workbook part": (
        build.pack({k: v for k, v in build.unpack(build.clean()).items() if k != build.BOOK}),
        "年报.xlsx",
        "W104",
        "损坏",
    ),
    "no relationships": (
        build.pack(
            {k: v for k, v in build.unpack(build.clean()).items() if k != build.RELATIONSHIPS}
        ),
        "年报.xlsx",
        "W104",
        "内部目录",
    ),
    "a sheet's part gone": (
        build.pack(
            {k: v for k, v in build.unpack(build.clean()).items() if k != build.part(APPLICATIONS)}
        ),
        "年报.xlsx",
        "W104",
        APPLICATIONS,
    ),
    "locked zip": (locked_archive(), "年报.xlsx", "W103", "密码"),
    "odd compression": (package(zipfile.ZIP_LZMA), "年报.xlsx", "W104", "压缩方式"),
}


@pytest.mark.parametrize("kind", REFUSED)
def test_refused(kind: str) -> None:
    data, name, code, words = REFUSED[kind]
    error = build.refused(data, name)
    assert (error.code, words in sentence(error)) == (code, True), sentence(error)


def test_the_batch_goes_on(tmp_path: Path) -> None:
    paths = []
    for number, (data, name, _, _) in enumerate(REFUSED.values()):
        (tmp_path / f"{number}").mkdir()
        for each, content in ((name, data), ("好的.xlsx", build.clean())):
            path = tmp_path / f"{number}" / each
            path.write_bytes(content)
            paths.append(str(path))
    paths += [str(tmp_path / "没有这个文件.xlsx"), str(tmp_path)]
    results = examine_together(paths)
    assert [each.path for each in results] == paths
    wanted = [code for _, _, code, _ in REFUSED.values()]
    errors = [each.error for each in results if each.error is not None]
    assert [error.code for error in errors] == [*wanted, "W108", "W108"]
    good = [each for each in results if each.error is None]
    assert [each.status for each in good] == ["ok"] * len(REFUSED)
    bad = next(each for each in results if each.error is not None)
    assert (bad.status, bad.report) == ("unusable", None)
    assert bad.rules == unusable(bad.error.code if bad.error else "")


def test_name_longer_than_the_system_allows(tmp_path: Path) -> None:
    (result,) = examine_together([str(tmp_path / ("长" * 300 + ".xlsx"))])
    assert result.error is not None
    assert result.error.code == "W108"


def test_another_form() -> None:
    book = Workbook()
    book.active.title = "财务报表"
    for row in range(1, 200):
        book.active.cell(row, 1).value = f"科目{row}"
    target = BytesIO()
    book.save(target)
    error = build.refused(target.getvalue())
    assert (error.code, "不是政府信息公开工作年度报告" in sentence(error)) == ("W106", True)


def test_a_large_book_of_something_else() -> None:
    """Only the first rows are looked at."""
    row = b'<row r="%d"><c r="A%d"><v>1</v></c><c r="B%d"><v>2</v></c></row>'
    rows = b"".join(row % (number, number, number) for number in range(1, 200_001))
    parts = build.unpack(build.clean())
    for name in parts:
        if name.startswith("xl/worksheets/sheet"):
            parts[name] = re.sub(
                rb"<sheetData>.*</sheetData>", b"<sheetData>" + rows + b"</sheetData>", parts[name]
            )
    parts[build.BOOK] = re.sub(
        rb'<sheet name="[^"]*" sheetId="(\d+)"',
        rb'<sheet name="S\1" sheetId="\1"',
        parts[build.BOOK],
    )
    assert sum(map(len, parts.values())) > 90 << 20
    assert build.refused(build.pack(parts)).code == "W106"


def test_no_edition_told() -> None:
    def change(book: Workbook) -> None:
        book["填报说明"]["B4"] = None
        book["基本信息"]["B4"] = None
        for sheet in build.SHEETS[3:6]:
            for row in book[sheet].iter_rows(min_row=3):
                for cell in row:
                    if isinstance(cell.value, str):
                        cell.value = None

    assert build.refused(build.changed(build.clean(), change)).code == "W107"


def bomb(name: str, start: bytes, unit: bytes, end: bytes, size: int) -> bytes:
    """Return a workbook one part of which unpacks to ``size`` bytes."""
    target = BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as package:
        for each, content in build.unpack(build.clean()).items():
            if each != name:
                package.writestr(each, content)
        with package.open(name, "w") as stream:
            stream.write(start)
            block = unit * max(1, (1 << 20) // len(unit))
            for _ in range(size // len(block)):
                stream.write(block)
            stream.write(end)
    return target.getvalue()


MAIN = b"http://schemas.openxmlformats.org/spreadsheetml/2006/main"
SST = b'<sst xmlns="' + MAIN + b'">'
SHEET = b'<worksheet xmlns="' + MAIN + b'"><sheetData>'
SHEET_END = b"</sheetData></worksheet>"
FIFTH = build.part(APPLICATIONS)
BOMBS = {
    "300 MiB of strings": (build.STRINGS, SST, b"<si><t>bomb</t></si>", b"</sst>", 300 << 20),
    "too many strings": (build.STRINGS, SST, b"<si><t/></si>", b"</sst>", 20 << 20),
    "one endless string": (build.STRINGS, SST + b"<si><t>", b"a", b"</t></si></sst>", 60 << 20),
    "one endless comment": (build.STRINGS, SST + b"<!--", b"a", b"--></sst>", 60 << 20),
    "one endless tag": (FIFTH, SHEET + b'<row a="', b"a", b'"/>' + SHEET_END, 60 << 20),
    "elements without end": (FIFTH, SHEET, b"<a>", SHEET_END, 60 << 20),
    "cells without end": (
        FIFTH,
        SHEET + b'<row r="1">',
        b"<c><v>1</v></c>",
        b"</row>" + SHEET_END,
        5 << 20,
    ),
    "one endless cell": (
        FIFTH,
        SHEET + b'<row r="1"><c r="A1" t="str"><v>',
        b"a",
        b"</v></c></row>" + SHEET_END,
        60 << 20,
    ),
}


@pytest.mark.parametrize("kind", BOMBS)
def test_bombs(kind: str) -> None:
    data = bomb(*BOMBS[kind])
    error = build.refused(data)
    wanted = "W104" if kind == "cells without end" else "W105"
    assert error.code == wanted, sentence(error)


def test_elements_without_end_spread_over_the_sheets(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(xml, "_ELEMENT_LIMIT", xml._ELEMENT_LIMIT // 100)
    parts = build.unpack(build.clean())
    for sheet in build.SHEETS:
        parts[build.part(sheet)] = SHEET + b"<a/>" * 4_500 + SHEET_END
    assert build.refused(build.pack(parts)).code == "W105"


def test_what_is_weighed_as_a_picture_is_not_read_as_a_sheet() -> None:
    parts = build.unpack(build.clean())
    picture = FIFTH.replace(".xml", ".png")
    parts[picture] = parts.pop(FIFTH)
    names = [each.rpartition("/")[2].encode() for each in (FIFTH, picture)]
    parts[build.RELATIONSHIPS] = parts[build.RELATIONSHIPS].replace(*names)
    assert build.refused(build.pack(parts)).code == "W104"


@pytest.mark.parametrize("place", ["signature", "patched", "strongly encrypted"])
def test_a_part_that_zip_programs_refuse(place: str) -> None:
    data = bytearray(build.clean())
    with zipfile.ZipFile(BytesIO(data)) as package:
        start = package.getinfo(FIFTH).header_offset
    line = data.rindex(FIFTH.encode()) - 46
    if place == "signature":
        data[start] ^= 1
    else:
        data[line + 8] |= 0x20 if place == "patched" else 0x40
    assert build.refused(bytes(data)).code == "W104"


def test_no_more_is_read_of_a_stored_part_than_the_directory_says() -> None:
    data = bytearray(package(zipfile.ZIP_STORED))
    line = data.rindex(build.BOOK.encode()) - 46
    size = int.from_bytes(data[line + 24 : line + 28], "little")
    data[line + 24 : line + 28] = (size - 1).to_bytes(4, "little")
    assert build.refused(bytes(data)).code == "W104"


def test_merges_without_end() -> None:
    merges = b"".join(b'<mergeCell ref="A1:ALL1000"/>' for _ in range(50_001))
    data = build.edited(
        build.clean(),
        FIFTH,
        lambda content: re.sub(
            rb"<mergeCells.*</mergeCells>", b"<mergeCells>" + merges + b"</mergeCells>", content
        ),
    )
    assert build.refused(data).code == "W105"


LAUGHS = (
    b'<!DOCTYPE x [<!ENTITY a "hahahahaha">'
    + b"".join(
        b'<!ENTITY %c "%s">' % (98 + number, b"&%c;" % (97 + number) * 10) for number in range(9)
    )
    + b"]>"
)
FETCH = b'<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]>'
REMOTE = b'<!DOCTYPE x SYSTEM "http://127.0.0.1:9/x.dtd">'


@pytest.mark.parametrize(
    "name", [build.STRINGS, build.STYLES, build.BOOK, build.RELATIONSHIPS, FIFTH]
)
@pytest.mark.parametrize("doctype", [LAUGHS, FETCH, REMOTE])
def test_entities(name: str, doctype: bytes) -> None:
    def change(content: bytes) -> bytes:
        declaration, _, rest = content.partition(b"?>")
        return declaration + b"?>" + doctype + rest

    error = build.refused(build.edited(build.clean(), name, change))
    assert (error.code, "DOCTYPE" in sentence(error)) == ("W105", True)


@pytest.mark.parametrize("encoding", [b"gbk", b"no-such-encoding", b"hex", b"utf-7", b"idna"])
def test_encodings(encoding: bytes) -> None:
    data = build.replaced(build.clean(), FIFTH, b'encoding="UTF-8"', b'encoding="%s"' % encoding)
    assert build.refused(data).code == "W104"


def test_utf_16_is_read() -> None:
    data = build.edited(
        build.clean(),
        build.STRINGS,
        lambda content: content.decode().replace("UTF-8", "UTF-16").encode("utf-16"),
    )
    assert build.codes(build.same(data)) == []


BROKEN_CELLS = {
    "row far away": ('<row r="6"', '<row r="2147483647"'),
    "row 0": ('<row r="6"', '<row r="0"'),
    "row below zero": ('<row r="6"', '<row r="-5"'),
    "row of other digits": ('<row r="6"', '<row r="６"'),
    "column far away": ('<c r="D6"', '<c r="XFE6"'),
    "no address at all": ('<c r="D6"', '<c r="6D"'),
    "string -1": ('<c r="D6" s="16"><v>', '<c r="D6" t="s"><v>-1</v></c><c r="AA6"><v>'),
    "string 99999": ('<c r="D6" s="16"><v>', '<c r="D6" t="s"><v>99999</v></c><c r="AA6"><v>'),
    "string 1.5": ('<c r="D6" s="16"><v>', '<c r="D6" t="s"><v>1.5</v></c><c r="AA6"><v>'),
    "not closed": ("</row></sheetData>", "</sheetData>"),
}


@pytest.mark.parametrize("kind", BROKEN_CELLS)
def test_broken_cells(kind: str) -> None:
    old, new = BROKEN_CELLS[kind]
    data = build.replaced(build.clean(), FIFTH, old.encode(), new.encode())
    assert build.refused(data).code == "W104"


@pytest.mark.filterwarnings("ignore:Duplicate name")
def test_duplicate_names() -> None:
    target = BytesIO(build.clean())
    with zipfile.ZipFile(target, "a") as package:
        package.writestr(FIFTH, build.unpack(build.clean())[build.part(PROCEEDINGS)])
    error = build.refused(target.getvalue())
    assert (error.code, "重名" in sentence(error)) == ("W104", True)


def test_names_that_leave_the_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    parts = build.unpack(build.clean())
    evil = {
        "../evil.txt": b"x",
        "/etc/evil": b"x",
        "..\\..\\evil.xml": b"<x/>",
        "a/../../b.xml": b"<x/>",
    }
    assert build.codes(build.same(build.pack({**parts, **evil}))) == []
    assert list(tmp_path.parent.rglob("evil*")) == []
    data = build.replaced(
        build.pack({**parts, **evil}),
        build.RELATIONSHIPS,
        b"worksheets/sheet5.xml",
        b"../../evil.xml",
    )
    assert build.refused(data).code == "W104"


def test_part_whose_size_is_not_what_it_says() -> None:
    data = bytearray(build.clean())
    name = FIFTH.encode()
    start = data.rindex(name) - 46
    assert data[start : start + 4] == b"PK\x01\x02"
    (size,) = struct.unpack_from("<L", data, start + 24)
    struct.pack_into("<L", data, start + 24, size // 2)
    assert build.refused(bytes(data)).code == "W104"


def test_damage_behind_the_figures() -> None:
    """A part's check sum covers its figures, so it is looked at even where reading ends early."""
    data = bytearray(build.clean())
    start = data.rindex(FIFTH.encode()) - 46
    data[start + 16] ^= 1
    assert build.refused(bytes(data)).code == "W104"


def test_too_many_parts() -> None:
    extra = {f"x/{number}": b"" for number in range(10_001)}
    assert build.refused(build.pack({**build.unpack(build.clean()), **extra})).code == "W105"


def weighing(total: int) -> bytes:
    """Return a workbook whose directory says that its XML parts unpack to so many bytes.

    A picture of any size does not count.
    """
    own = build.unpack(build.clean())
    data = build.pack({**own, "xl/more.xml": b"<a/>", "xl/media/a.png": b"\0"})
    sizes = {
        "xl/more.xml": total
        - sum(len(each) for name, each in own.items() if name.endswith((".xml", ".rels"))),
        "xl/media/a.png": 2**31,
    }
    for name, size in sizes.items():
        entry = data.rindex(name.encode()) - 46
        assert data[entry : entry + 4] == b"PK\1\2"
        data = data[: entry + 24] + struct.pack("<I", size) + data[entry + 28 :]
    return data


def test_all_parts_together_may_unpack_to_the_limit_and_no_further() -> None:
    open_package(weighing(UNPACKED_LIMIT), "年报.xlsx")
    with pytest.raises(UnusableWorkbookError) as caught:
        open_package(weighing(UNPACKED_LIMIT + 1), "年报.xlsx")
    assert (caught.value.code, caught.value.words) == ("W105", {"detail": "解压后有 160 MB"})


def test_ten_thousand_parts_and_no_more() -> None:
    own = build.unpack(build.clean())
    more = {f"xl/media/{number}.png": b"" for number in range(PART_LIMIT - len(own))}
    open_package(build.pack(own | more), "年报.xlsx")
    with pytest.raises(UnusableWorkbookError) as caught:
        open_package(build.pack(own | more | {"xl/media/a.png": b""}), "年报.xlsx")
    assert (caught.value.code, caught.value.words) == ("W105", {"detail": "里面有 10001 个部件"})


def test_one_part_that_is_locked_is_enough() -> None:
    data = build.clean()
    entry = data.rindex(build.BOOK.encode()) - 46
    assert data[entry : entry + 4] == b"PK\1\2"
    locked = data[: entry + 8] + bytes([data[entry + 8] | 1]) + data[entry + 9 :]
    with pytest.raises(UnusableWorkbookError) as caught:
        open_package(locked, "年报.xlsx")
    assert (caught.value.code, caught.value.case) == ("W103", "archive")


def test_a_part_whose_own_name_is_another_is_not_read() -> None:
    data, name = build.clean(), build.BOOK.encode()
    place = data.index(name)
    assert build.refused(data[:place] + name.upper() + data[place + len(name) :]).code == "W104"


def test_parts_in_one_sheet_and_a_part_alone_are_told() -> None:
    def together(book: Workbook) -> None:
        target = book.create_sheet("年报")
        for name in book.sheetnames[:-1]:
            below = target.max_row + 2
            for row in book[name].iter_rows():
                for cell in row:
                    if cell.value is not None:
                        target.cell(below + cell.row, cell.column).value = cell.value
            book.remove(book[name])

    def alone(book: Workbook) -> None:
        for name in book.sheetnames:
            if name != "三、依申请公开":
                book.remove(book[name])

    told = {
        each: sentence(build.refused(build.changed(build.clean(), each)))
        for each in (together, alone)
    }
    assert "有 6 个放在了一张工作表“年报”里" in told[together]
    assert "只找到“三、依申请公开”这一张表" in told[alone]
