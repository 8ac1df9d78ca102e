"""Reads a roster from its file, and names every fault of it with its line.

A CSV file with the columns name, kind, parent, aliases, or 机关名称, 机关类别, 上级机关, 别名.
"""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterator, Mapping
from pathlib import Path

from govxlsx.desk.roster.model import Body, Roster
from govxlsx.errors import GovxlsxError
from govxlsx.report.identity import agency_key
from govxlsx.report.model import KINDS
from govxlsx.text import label_key, trim

_HEADERS = {
    "name": ("name", "机关名称"),
    "kind": ("kind", "机关类别"),
    "parent": ("parent", "上级机关"),
    "aliases": ("aliases", "别名"),
}
_OPTIONAL = frozenset({"aliases"})
_SEPARATORS = re.compile("[、;；|｜]")
_DELIMITERS = ",\t;"
_MOST = 20
"""So many faults are told at once; whoever has more has mistaken the file."""


class RosterError(GovxlsxError):
    """A roster that cannot be used; its text names every fault with its line."""


def load(path: Path) -> Roster:
    """Read a roster file. Raises RosterError."""
    try:
        data = path.read_bytes()
    except FileNotFoundError as error:
        raise RosterError(f"没有名册文件“{path}”，请检查路径和文件名。") from error
    except OSError as error:
        raise RosterError(
            f"读不出名册“{path}”：它可能正被 Excel 或 WPS 打开，或者没有权限。请关闭后再试。"
        ) from error
    return parse(data, str(path))


def parse(data: bytes, source: str = "名册") -> Roster:
    """Read a roster from its bytes: UTF-8 with or without mark, or GB18030 as Excel saves it.

    Columns are separated by commas, or by tabs or semicolons where the header is. Raises
    RosterError with every fault and its line.
    """
    lines = list(_records(_text(data, source), source))
    if not lines:
        raise RosterError(f"名册“{source}”是空的。{_columns_wanted()}")
    columns = _columns(lines[0][1], source)
    faults: list[str] = []
    bodies = [_body(number, cells, columns, faults) for number, cells in lines[1:]]
    names = _names(bodies, faults)
    found = [_with_parent(each, names, faults) for each in bodies]
    _refuse(faults, source)
    _cycles(found, faults)
    _refuse(faults, source)
    if not found:
        raise RosterError(f"名册“{source}”只有表头，没有机关。请每行写一个机关。")
    return Roster(tuple(found), source)


def _refuse(faults: list[str], source: str) -> None:
    if faults:
        more = f"……共 {len(faults)} 处，先改以上各处。" if len(faults) > _MOST else ""
        raise RosterError(f"名册“{source}”不能用：{''.join(faults[:_MOST])}{more}")


def _text(data: bytes, source: str) -> str:
    if data.startswith((b"PK", b"\xd0\xcf\x11\xe0")):
        raise RosterError(
            f"名册“{source}”是 Excel 工作簿，不是 CSV。"
            "请在 Excel 或 WPS 中另存为“CSV UTF-8（逗号分隔）（*.csv）”。"
        )
    encoding = "utf-16" if data.startswith((b"\xff\xfe", b"\xfe\xff")) else "utf-8-sig"
    for each in (encoding, "gb18030"):
        try:
            return data.decode(each)
        except UnicodeDecodeError:
            continue
    raise RosterError(
        f"名册“{source}”既不是 UTF-8，也不是 GB18030 编码的文字。"
        "请在 Excel 或 WPS 中另存为“CSV UTF-8（逗号分隔）（*.csv）”。"
    )


def _records(text: str, source: str) -> Iterator[tuple[int, list[str]]]:
    """Yield each record with the number of the line that it begins in, blank lines left out."""
    head = next((line for line in text.splitlines() if trim(line)), "")
    delimiter = max(_DELIMITERS, key=head.count)
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter)
    start = 1
    while True:
        try:
            cells = next(reader)
        except StopIteration:
            return
        except csv.Error as error:
            raise RosterError(
                f"名册“{source}”第 {start} 行读不出来：引号没有成对，或者一格太长。"
            ) from error
        if any(map(trim, cells)):
            yield start, cells
        start = reader.line_num + 1


def _columns_wanted() -> str:
    return "第一行应当是表头：name,kind,parent,aliases（或机关名称,机关类别,上级机关,别名）。"


def _columns(header: list[str], source: str) -> Mapping[str, int]:
    keys = [label_key(cell) for cell in header]
    found: dict[str, int] = {}
    for column, names in _HEADERS.items():
        places = [place for place, key in enumerate(keys) if key in names]
        if len(places) > 1:
            raise RosterError(f"名册“{source}”的表头中“{names[1]}”（{column}）出现了两次。")
        if places:
            found[column] = places[0]
        elif column not in _OPTIONAL:
            raise RosterError(
                f"名册“{source}”的表头中没有“{names[1]}”（{column}）这一列。{_columns_wanted()}"
            )
    return found


def _body(number: int, cells: list[str], columns: Mapping[str, int], faults: list[str]) -> Body:
    given = {
        column: trim(cells[place]) if place < len(cells) else ""
        for column, place in columns.items()
    }
    name, kind = given["name"], given["kind"]
    if not name:
        faults.append(f"第 {number} 行没有机关名称。")
    known = {label_key(each): each for each in KINDS}
    if label_key(kind) not in known:
        told = f"机关类别“{kind}”不认识" if kind else "没有机关类别"
        faults.append(f"第 {number} 行{told}，应当是：{'、'.join(KINDS)}。")
    aliases = tuple(filter(None, map(trim, _SEPARATORS.split(given.get("aliases", "")))))
    return Body(name, known.get(label_key(kind), ""), given["parent"], aliases, number)


def _names(bodies: list[Body], faults: list[str]) -> dict[str, Body]:
    """Return the bodies by the key of each of their names; a name must be one body's only."""
    found: dict[str, Body] = {}
    for each in bodies:
        keys = {agency_key(name): name for name in (*each.aliases, each.name) if name}
        for key, name in keys.items():
            other = found.setdefault(key, each)
            if other is not each:
                faults.append(
                    f"第 {each.line} 行的“{name}”与第 {other.line} 行的“{other.name}”重复"
                    "（按名称或别名），每个机关只写一行。"
                )
    return found


def _with_parent(body: Body, names: Mapping[str, Body], faults: list[str]) -> Body:
    if not body.parent:
        return body
    parent = names.get(agency_key(body.parent))
    if parent is None:
        faults.append(
            f"第 {body.line} 行“{body.name}”的上级机关“{body.parent}”不在名册中，"
            "请为它写一行，或者把上级机关留空。"
        )
        return body
    return Body(body.name, body.kind, parent.name, body.aliases, body.line)


def _cycles(bodies: list[Body], faults: list[str]) -> None:
    parents = {each.name: each.parent for each in bodies}
    lines = {each.name: each.line for each in bodies}
    done: set[str] = {""}
    for each in bodies:
        path: dict[str, None] = {}
        name = each.name
        while name not in done and name not in path:
            path[name] = None
            name = parents[name]
        if name not in done:
            round_ = [*path][[*path].index(name) :]
            chain = "→".join((*round_, name))
            faults.append(f"第 {lines[name]} 行“{name}”的上级机关绕成了一圈：{chain}。")
        done.update(path)
