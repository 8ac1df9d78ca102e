"""What of the attached files is meant as a submission; a zip is opened, one level deep.

Nothing is refused here that a check can refuse with a better sentence: an old .xls is handed on.
"""

import zipfile
import zlib
from collections.abc import Callable, Iterable, Iterator
from io import BytesIO

from govxlsx.desk.naming import ANNOTATED
from govxlsx.intake import winmail
from govxlsx.intake.letter import Attachment
from govxlsx.intake.names import decoded, last_part
from govxlsx.patterns import regex
from govxlsx.showing.seal import is_sealed
from govxlsx.workbook import FILE_LIMIT

_WORKBOOKS = (
    *(".xlsx", ".xlsm", ".xls", ".xlsb", ".xlt", ".xltx", ".et", ".ett"),
    *(".ods", ".numbers", ".csv", ".rar", ".7z"),
)
"""What a clerk sends as the filled form."""

_DOCUMENTS = (".docx", ".pptx", ".wps", ".ofd", ".odt")
_MOST = 50
_PACKAGE = b"PK\x03\x04"
_PACKED = (b"Rar!\x1a\x07", b"7z\xbc\xaf\x27\x1c")
"""How the archives begin that are refused by what they are, whatever they are called."""

_BROKEN = (zipfile.BadZipFile, zlib.error, NotImplementedError, EOFError, ValueError, OSError)
_UTF8 = 0x800
_ENCRYPTED = 0x1
WINMAIL = "winmail.dat"
_EMPTY_REMARK = (
    "附件“{}”是空文件（0 字节），可能没有传完。请把填好的工作簿（.xlsx）作为附件再发一次。"
)
_LARGE = regex(
    "超大附件|云附件|文件中转站|大附件下载|[网云]盘|提取码|(?:在线|腾讯|金山)文档"
    r"|pan\.baidu\.com|weiyun\.com|docs\.qq\.com|kdocs\.cn|alipan\.com|aliyundrive\.com"
    "|ftnExs_download|(?:large|cloud)-attachment"
)
_LARGE_REMARK = (
    "工作簿是以超大附件、网盘或在线文档的链接发来的，没有打开链接。"
    "请用普通附件（在邮件中直接添加工作簿文件）再发一次；填好的工作簿一般不到 1 MB。"
)
_SEALED = (".p7m", "encrypted.asc")
_SEALED_REMARK = (
    "邮件加了密，或者整封签了名（{}），取不出里面的附件。"
    "请不加密、不签名，把填好的工作簿（.xlsx）作为附件再发一次。"
)


class Parcel:
    """What was found in the attachments of one mail.

    ``inside`` yields the files of a mail that lies in a zip, of any other file itself.
    """

    def __init__(self, inside: Callable[[Attachment], Iterator[Attachment]]) -> None:
        self.inside = inside
        self.workbooks: dict[str, Attachment] = {}
        self.others: list[str] = []
        self.remarks: list[str] = []

    @property
    def submissions(self) -> tuple[Attachment, ...]:
        """What is submitted: an annotated copy as it went out counts if there is nothing else.

        One that was saved since comes first: what lies beside it is meant to replace it.
        """
        found = tuple(sorted(self.workbooks.values(), key=lambda each: ANNOTATED not in each.name))
        if len(found) < 2:
            return found
        return tuple(each for each in found if not is_sealed(BytesIO(each.data))) or found

    def read(self, text: str) -> None:
        """Look whether a mail without a workbook says that it is a link to somewhere else."""
        if not self.workbooks and _LARGE.search(text):
            self.remarks.append(_LARGE_REMARK)

    def take(self, files: Iterable[Attachment], package: Attachment | None = None) -> None:
        """Sort files in: submissions once each, the others by name.

        ``package`` is the zip that they were in; another one in it is not opened.
        """
        for each in files:
            name = each.name.lower()
            if name.startswith("~$"):
                continue
            if not each.data and name.endswith((*_WORKBOOKS, ".zip")):
                self.remarks.append(_EMPTY_REMARK.format(each.name))
            elif name.endswith(_SEALED):
                self.remarks.append(_SEALED_REMARK.format(each.name))
            elif _is_winmail(each):
                self._take_out(each, package)
            elif _is_workbook(each):
                self.workbooks.setdefault(each.sha256, _named(each))
            elif _is_zip(each) and package is not None:
                self._remark(package, f"里面还有压缩包“{each.name}”")
            elif _is_zip(each):
                within = self._unpacked(each)
                self.take((one for file in within for one in self.inside(file)), each)
            else:
                self.others.append(each.name)

    def _take_out(self, file: Attachment, package: Attachment | None) -> None:
        """Take the files that Outlook has put into its own format; in a zip it is not opened."""
        found: list[Attachment] = []
        whole = package is None
        try:
            found = winmail.files(file.data) if whole else []
        except winmail.DamagedError:
            whole = False
        within = [each for each in found if not _is_winmail(each)]
        self.take(within)
        if not whole or len(within) < len(found):
            self.remarks.append(
                "附件成了 winmail.dat，取不出里面的工作簿。请在 Outlook 中把邮件格式改为"
                "“HTML”或“纯文本”，重新添加附件后再发一次。"
            )

    def _unpacked(self, archive: Attachment) -> Iterable[Attachment]:
        """Return the files of a zip; what cannot be had is remarked."""
        found: list[Attachment] = []
        try:
            with zipfile.ZipFile(BytesIO(archive.data)) as package:
                infos = [each for each in package.infolist() if not each.is_dir()]
                if len(infos) > _MOST or sum(each.file_size for each in infos) > 2 * FILE_LIMIT:
                    self._remark(archive, "里的文件太多或太大")
                    return ()
                if any(each.flag_bits & _ENCRYPTED for each in infos):
                    self._remark(archive, "有密码")
                    return ()
                for each in infos:
                    name = _entry_name(each)
                    if name.startswith(("~$", ".")) or "__MACOSX" in each.filename:
                        continue
                    with package.open(each) as stream:
                        data = stream.read(FILE_LIMIT + 1)
                    if name.lower().endswith((".zip", ".rar", ".7z")):
                        self._remark(archive, f"里面还有压缩包“{name}”")
                    else:
                        found.append(Attachment(name, data))
        except _BROKEN:
            self._remark(archive, "已损坏")
        return found

    def _remark(self, archive: Attachment, why: str) -> None:
        self.remarks.append(
            f"压缩包“{archive.name}”{why}，没有打开。请不要压缩，直接添加填好的工作簿（.xlsx）后"
            "再发一次。"
        )


def _is_winmail(file: Attachment) -> bool:
    return file.name.lower() == WINMAIL or file.data.startswith(winmail.SIGNATURE)


def _is_workbook(file: Attachment) -> bool:
    """Tell whether a file is meant as a submission by its name, or is a workbook by its content."""
    named = file.name.lower().endswith(_WORKBOOKS)
    return named or file.data.startswith(_PACKED) or "xl/workbook.xml" in _entries(file.data)


def _named(file: Attachment) -> Attachment:
    """Return a workbook under its own name, but for one that a browser has made a zip of."""
    stem, dot, suffix = file.name.rpartition(".")
    zipped = suffix.lower() == "zip" and not file.data.startswith(_PACKED)
    return Attachment(f"{stem}{dot}xlsx", file.data) if zipped else file


def _is_zip(file: Attachment) -> bool:
    """Tell a plain zip from the packages that Office files are."""
    name = file.name.lower()
    if name.endswith(_DOCUMENTS):
        return False
    held = _entries(file.data)
    return name.endswith(".zip") or (bool(held) and "[Content_Types].xml" not in held)


def _entries(data: bytes) -> frozenset[str]:
    """Return the names in a package, none of a broken one or of any other file."""
    if not data.startswith(_PACKAGE):
        return frozenset()
    try:
        with zipfile.ZipFile(BytesIO(data)) as package:
            return frozenset(package.namelist())
    except _BROKEN:
        return frozenset()


def _entry_name(info: zipfile.ZipInfo) -> str:
    """Return an entry's name; what is not marked as UTF-8 was read as cp437 and is GBK or UTF-8."""
    if info.flag_bits & _UTF8:
        return last_part(info.filename)
    try:
        return last_part(decoded(info.filename.encode("cp437")))
    except UnicodeEncodeError:
        return last_part(info.filename)
