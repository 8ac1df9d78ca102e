"""Reads a roster from its file, and names every fault of it with its row and column.

Two bodies of one name under two parents are told apart by putting the parent's name before theirs:
甲镇财政所 and 乙镇财政所.
"""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path

from govxlsx.desk.roster.columns import Columns, split
from govxlsx.desk.roster.model import SEPARATORS, Body, Roster
from govxlsx.desk.roster.rows import RosterError, Row, rows
from govxlsx.patterns import regex
from govxlsx.regular import read_regular
from govxlsx.report.identity import agency_key
from govxlsx.report.model import KINDS
from govxlsx.text import label_key, trim

_MOST = 20
"""So many faults are told at once; whoever has more has mistaken the file."""

_DAY = regex(r"(20\d\d)[-/.年](\d{1,2})[-/.月](\d{1,2})日?(?: 0?0:00(?::00)?)?")
_ADDRESS = regex(r"[^\s@<>]+@[^\s@<>]+\.[^\s@<>]+")
_KINDS = {label_key(each): each for each in KINDS}


def load(path: Path) -> Roster:
    """Read a roster file, CSV or .xlsx. Raises RosterError."""
    try:
        data = read_regular(path)
    except FileNotFoundError as error:
        raise RosterError(f"没有名册文件“{path}”，请检查路径和文件名。") from error
    except (OSError, ValueError) as error:
        raise RosterError(
            f"读不出名册“{path}”：它可能正被 Excel 或 WPS 打开，没有权限，"
            "或者不是文件。请检查后再试。"
        ) from error
    return parse(data, str(path))


def parse(data: bytes, source: str = "名册") -> Roster:
    """Read a roster from its bytes: a workbook, or CSV as UTF-8 or GB18030, as Excel saves it.

    Raises RosterError with every fault, its row and its column.
    """
    columns, below = split(rows(data, source), source)
    faults = columns.faults
    bodies = _apart([_body(row, columns) for row in below], faults)
    names = _names(bodies, columns)
    found = [_with_parent(each, names, columns) for each in bodies]
    _codes(found, columns)
    _refuse(faults, source)
    _cycles(found, columns)
    _refuse(faults, source)
    if not found:
        raise RosterError(f"名册“{source}”只有表头，没有机关。请每行写一个机关。")
    return Roster(tuple(found), source)


def _refuse(faults: list[str], source: str) -> None:
    if faults:
        more = f"……共 {len(faults)} 处，先改以上各处。" if len(faults) > _MOST else ""
        raise RosterError(f"名册“{source}”不能用：{''.join(faults[:_MOST])}{more}")


def _body(row: Row, columns: Columns) -> Body:
    given = {column: columns.cell(row, column) for column in columns.places}
    if not given["name"]:
        columns.faults.append(f"{columns.at(row.number, 'name')}没有机关名称。")
    kind = _KINDS.get(label_key(given["kind"]), "")
    if not kind:
        at = columns.at(row.number, "kind")
        told = f"的机关类别“{given['kind']}”不认识" if given["kind"] else "没有机关类别"
        columns.faults.append(f"{at}{told}，应当是：{'、'.join(KINDS)}。")
    body = Body(
        name=given["name"],
        kind=kind,
        parent=given["parent"],
        aliases=tuple(filter(None, map(trim, SEPARATORS.split(given.get("aliases", ""))))),
        line=row.number,
        contact=given.get("contact", ""),
        phone=given.get("phone", ""),
        email=given.get("email", ""),
        deadline=_deadline(given.get("deadline", ""), row, columns),
        code=given.get("code", ""),
    )
    for each in body.addresses:
        if not _ADDRESS.fullmatch(each):
            at = columns.at(row.number, "email")
            columns.faults.append(f"{at}的“{each}”不是邮箱地址；有几个的，用顿号分开。")
    return body


def _deadline(text: str, row: Row, columns: Columns) -> date | None:
    """Return the day that is written as 2027-01-31, 2027/1/31, 2027年1月31日 or an Excel date."""
    if not text:
        return None
    found = _DAY.fullmatch(text)
    try:
        if found is not None:
            return date(*map(int, found.groups()))
    except ValueError:
        pass  # the 30th of February
    at = columns.at(row.number, "deadline")
    columns.faults.append(f"{at}的期限“{text}”不是日期，请写成 2027-01-31 的样子。")
    return None


def _apart(bodies: Sequence[Body], faults: list[str]) -> list[Body]:
    """Put the parent's name before a name that bodies of several parents share.

    One that leaves two bodies with one name all the same is told of by ``_names``.
    """
    counts = Counter(agency_key(each.name) for each in bodies)
    parents = {(agency_key(each.name), agency_key(each.parent)) for each in bodies if each.parent}
    by_name = Counter(name for name, _ in parents)
    found: list[Body] = []
    for each in bodies:
        key = agency_key(each.name)
        shared = counts[key] > 1 and by_name[key] == counts[key]
        found.append(replace(each, name=f"{each.parent}{each.name}") if shared else each)
    taken = {key for key, count in by_name.items() if count == counts[key] > 1}
    for each in found:
        if agency_key(each.parent) in taken:
            faults.append(
                f"第 {each.line} 行的上级机关“{each.parent}”在名册中不止一个，"
                "请把它写成带上级名称的全称。"
            )
    return found


def _names(bodies: Sequence[Body], columns: Columns) -> dict[str, Body]:
    """Return the bodies by the key of each of their names; a name must be one body's only."""
    found: dict[str, Body] = {}
    for each in bodies:
        keys = {agency_key(name): name for name in (*each.aliases, each.name) if name}
        for key, name in keys.items():
            other = found.setdefault(key, each)
            if other is not each:
                column = "name" if name == each.name else "aliases"
                columns.faults.append(
                    f"{columns.at(each.line, column)}的“{name}”与第 {other.line} 行的"
                    f"“{other.name}”重复（按名称或别名），每个机关只写一行；"
                    "不同上级的同名机关，请都写上级机关。"
                )
    return found


def _codes(bodies: Sequence[Body], columns: Columns) -> None:
    """Tell of a code that two bodies have: whoever knows it could file for the other."""
    found: dict[str, Body] = {}
    for each in bodies:
        other = found.setdefault(each.code, each)
        if each.code and other is not each:
            at = columns.at(each.line, "code")
            columns.faults.append(f"{at}的编码与第 {other.line} 行的相同，每个机关要有自己的编码。")


def _with_parent(body: Body, names: Mapping[str, Body], columns: Columns) -> Body:
    if not body.parent:
        return body
    parent = names.get(agency_key(body.parent))
    if parent is None:
        columns.faults.append(
            f"{columns.at(body.line, 'parent')}“{body.name}”的上级机关“{body.parent}”不在名册中，"
            "请为它写一行，或者把上级机关留空。"
        )
        return body
    return replace(body, parent=parent.name)


def _cycles(bodies: Sequence[Body], columns: Columns) -> None:
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
            at = columns.at(lines[name], "parent")
            columns.faults.append(f"{at}“{name}”的上级机关绕成了一圈：{chain}。")
        done.update(path)
