"""The copy's package: the submitted one, with some parts changed and some added.

Every other part stays as it is, to the byte; the same input gives the same bytes. Source: ECMA-376
Part 2, 7 to 9 (parts, content types, relationships).
"""

import posixpath
import zipfile
from io import BytesIO

from lxml import etree

from govxlsx.errors import OutputError
from govxlsx.showing.seal import sealed
from govxlsx.workbook import guard
from govxlsx.workbook.package import Parts, Targets, targets

SIZE_LIMIT = 6 << 20
"""The most bytes that the XML of a workbook may unpack to, seventy times what the form needs."""

PACKAGE_LIMIT = 64 << 20
"""The most bytes that the whole package may unpack to: pictures and macros are held in memory."""

_TYPES = "[Content_Types].xml"
_TYPES_SPACE = "{http://schemas.openxmlformats.org/package/2006/content-types}"
_RELATIONS = "http://schemas.openxmlformats.org/package/2006/relationships"
_KIND = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"


def refusal(reason: str) -> OutputError:
    """Return the error for a workbook of which no copy can be made; the findings stand without."""
    return OutputError(f"没能生成标注副本：{reason}；校验结果不受影响，请按结果修改原文件。")


class CopyPackage:
    """Parts by name, whatever the case of their names; a part that was parsed is written anew.

    Raises UnusableWorkbookError, OutputError where the file is too large for a copy.
    """

    def __init__(self, data: bytes) -> None:
        self._parts = Parts(guard.open_package(data, ""))
        infos = self._parts.package.infolist()
        xml = (
            each.file_size for each in infos if each.filename.lower().endswith((".xml", ".rels"))
        )
        if sum(xml) > SIZE_LIMIT:
            raise refusal("文件太大（可能有大量设了格式的空行）")
        if sum(each.file_size for each in infos) > PACKAGE_LIMIT:
            raise refusal("文件太大（图片等附件过多）")
        self._changed: dict[str, etree._Element | bytes] = {}

    def __contains__(self, name: str) -> bool:
        return name in self._changed or name in self._parts

    def targets(self, owner: str) -> Targets:
        """Return what a part of the submitted package is related to; "" is the package itself."""
        return targets(self._parts, owner) or Targets()

    def read(self, name: str) -> bytes:
        """Return a part of the submitted package as it is."""
        return self._parts.package.read(self._parts.infos[name.lower()])

    def tree(self, name: str) -> etree._Element:
        """Return a part to be changed. Raises OutputError where it has a document type."""
        key = self._name(name)
        held = self._changed.get(key)
        if isinstance(held, etree._Element):
            return held
        sloppy = key.lower().endswith(".vml")  # Excel's own drawings are not always well formed
        parser = etree.XMLParser(
            resolve_entities=False, load_dtd=False, no_network=True, recover=sloppy
        )
        root = etree.fromstring(self.read(name) if held is None else held, parser)
        if root.getroottree().docinfo.doctype:  # type: ignore[union-attr]
            raise refusal("文件里有不安全的部件（文档类型声明）")
        self._changed[key] = root
        return root

    def add(self, pattern: str, data: bytes, content_type: str) -> str:
        """Add a part under the first free name, ``{}`` being a number; return the name."""
        number = 1
        while pattern.format(number) in self:
            number += 1
        name = pattern.format(number)
        self._changed[name] = data
        types = self.tree(_TYPES)
        if name.endswith(".xml"):
            given = {"PartName": f"/{name}", "ContentType": content_type}
            etree.SubElement(types, f"{_TYPES_SPACE}Override", given)
        else:
            self._declare(types, name.rpartition(".")[2], content_type)
        return name

    def relate(self, owner: str, kind: str, part: str) -> str:
        """Relate a part to another one; return the relationship's id."""
        place = _relations(owner)
        if place in self:
            root = self.tree(place)
        else:
            root = etree.Element(f"{{{_RELATIONS}}}Relationships", nsmap={None: _RELATIONS})  # type: ignore[dict-item]
            self._changed[place] = root
        taken = {each.get("Id") for each in root}
        number = 1
        while f"rId{number}" in taken:
            number += 1
        key = f"rId{number}"
        given = {"Id": key, "Type": f"{_KIND}{kind}", "Target": f"/{part}"}
        etree.SubElement(root, f"{{{_RELATIONS}}}Relationship", given)
        return key

    def unrelate(self, owner: str, kind: str) -> None:
        """End the relationships of a kind that a part has."""
        if self.targets(owner).of_kind(posixpath.basename(kind)):
            root = self.tree(_relations(owner))
            for each in [each for each in root if each.get("Type", "").endswith(f"/{kind}")]:
                root.remove(each)

    def packed(self, results: str) -> bytes:
        """Return the bytes of the copy, sealed by the name of its part of ``results``.

        Raises OutputError where a part cannot be read.
        """
        changed = {
            name: each
            if isinstance(each, bytes)
            else etree.tostring(each, xml_declaration=True, encoding="UTF-8", standalone=True)
            for name, each in self._changed.items()
        }
        parts: dict[str, bytes] = {}
        as_before: dict[str, zipfile.ZipInfo] = {}
        for key, info in self._parts.infos.items():
            if not key.endswith("/"):
                name = self._name(key)
                parts[name] = changed.pop(name) if name in changed else self.read(key)
                as_before[name] = info
        parts |= {name: changed[name] for name in sorted(changed)}
        stream = BytesIO()
        with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as package:
            for name, content in sealed(parts, results).items():
                _write(package, name, content, as_before.get(name))
        return stream.getvalue()

    def _name(self, name: str) -> str:
        """Return a part's name as the submitted package writes it."""
        info = self._parts.infos.get(name.lower())
        return info.filename.replace("\\", "/").lstrip("/") if info is not None else name

    def _declare(self, types: etree._Element, ending: str, content_type: str) -> None:
        known = (each.get("Extension", "").lower() for each in types)
        if ending not in known:
            given = {"Extension": ending, "ContentType": content_type}
            types.insert(0, types.makeelement(f"{_TYPES_SPACE}Default", given))


def _relations(owner: str) -> str:
    folder, name = posixpath.split(owner)
    return posixpath.join(folder, "_rels", f"{name}.rels")


def _write(
    package: zipfile.ZipFile, name: str, data: bytes, as_before: zipfile.ZipInfo | None = None
) -> None:
    info = zipfile.ZipInfo(name)
    info.compress_type = as_before.compress_type if as_before else zipfile.ZIP_DEFLATED
    package.writestr(info, data)
