"""Interchange data (JSON): what ``new --data`` takes and ``export`` gives (contract)."""

import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field, fields
from decimal import Decimal
from typing import Any

from govxlsx.errors import InterchangeError
from govxlsx.form.editions import edition_by_id, editions
from govxlsx.report.figure import Number
from govxlsx.report.model import NARRATIVES, Agency, Explanation, Report

CELL_LIMIT = 32_767
"""The most characters that a cell of a workbook can hold."""

_NOTES = ("二", "三", "四")
_KEYS = ("edition", "year", "agency", "figures", "narrative", "notes", "explanations")


@dataclass(frozen=True, slots=True)
class Interchange:
    """A report as plain data. A missing figure id leaves the template's cell as it is."""

    edition: str
    year: int | None = None
    agency: Agency = field(default_factory=Agency)
    figures: Mapping[str, Number | str | None] = field(default_factory=dict)
    narrative: Mapping[str, str] = field(default_factory=dict)
    notes: Mapping[str, str] = field(default_factory=dict)
    explanations: tuple[Explanation, ...] = ()


def _unique(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    """Return an object's keys and values; of two equal keys nobody knows which one is meant."""
    found: dict[str, Any] = {}
    for key, value in pairs:
        if key in found:
            raise InterchangeError(f"数据中的键“{key}”写了两次，请只留一个。")
        found[key] = value
    return found


def _object(value: object, where: str, allowed: tuple[str, ...]) -> dict[str, Any]:
    if not isinstance(value, dict):
        raise InterchangeError(f"数据{where and f'中的 {where} '}应当是一个对象（花括号）。")
    known = {key: item for key, item in value.items() if not key.startswith("_")}
    for key in known:
        if key not in allowed:
            raise InterchangeError(f"数据{where and f'的 {where} '}中有不认识的键“{key}”。")
    return known


def _text(value: object, where: str) -> str:
    if not isinstance(value, str):
        raise InterchangeError(f"数据中的 {where} 应当是文字。")
    longest = max(map(len, value.split("\n")))
    if longest > CELL_LIMIT:
        raise InterchangeError(
            f"数据中的 {where} 有一段 {longest} 个字，一个单元格最多 {CELL_LIMIT} 个字，请分段。"
        )
    return value


def _texts(value: object, where: str, allowed: tuple[str, ...]) -> dict[str, str]:
    return {
        key: _text(item, f"{where}.{key}")
        for key, item in _object(value, where, allowed).items()
        if item is not None
    }


def _figure(value: object, field_id: str) -> Number | str | None:
    if value is None or isinstance(value, str):
        return None if value is None else _text(value, field_id)
    if isinstance(value, bool) or not isinstance(value, int | Decimal):
        raise InterchangeError(f"数据中的 {field_id} 应当是数字、文字或 null。")
    if isinstance(value, Decimal) and not value.is_finite():
        raise InterchangeError(f"数据中的 {field_id} 不是有限的数。")
    return value


def _explanations(value: object) -> tuple[Explanation, ...]:
    if not isinstance(value, list):
        raise InterchangeError("数据中的 explanations 应当是一个数组（方括号）。")
    items = (_texts(item, "explanations", ("code", "text")) for item in value)
    return tuple(Explanation(item.get("code", ""), item.get("text", "")) for item in items)


def parse(text: str | bytes) -> Interchange:
    """Read interchange JSON. Raises InterchangeError for anything the contract does not allow."""
    try:
        raw = json.loads(
            text, parse_float=Decimal, parse_constant=Decimal, object_pairs_hook=_unique
        )
    except json.JSONDecodeError as error:
        raise InterchangeError(
            f"不是有效的 JSON 数据：第 {error.lineno} 行第 {error.colno} 个字符处写得不对，"
            "请看那里的引号、逗号和括号。"
        ) from error
    except UnicodeDecodeError as error:
        raise InterchangeError("不是有效的 JSON 数据：文件要用 UTF-8 编码保存。") from error
    except (ValueError, RecursionError) as error:
        raise InterchangeError("不是有效的 JSON 数据：数字太长，或者括号套得太深。") from error
    data = _object(raw, "", _KEYS)
    edition_id, year = str(data.get("edition")), data.get("year")
    if edition_id not in {edition.id for edition in editions()}:
        known = "、".join(edition.id for edition in editions())
        raise InterchangeError(f"数据中的 edition 应当是 {known} 之一，现在是“{edition_id}”。")
    if isinstance(year, bool) or not isinstance(year, int):
        raise InterchangeError("数据中的 year 应当是四位数字的年份。")
    figures = _object(data.get("figures"), "figures", tuple(edition_by_id(edition_id).field_by_id))
    agency_keys = tuple(each.name for each in fields(Agency))
    return Interchange(
        edition=edition_id,
        year=year,
        agency=Agency(**_texts(data.get("agency", {}), "agency", agency_keys)),
        figures={field_id: _figure(value, field_id) for field_id, value in figures.items()},
        narrative=_texts(data.get("narrative", {}), "narrative", NARRATIVES),
        notes=_texts(data.get("notes", {}), "notes", _NOTES),
        explanations=_explanations(data.get("explanations", [])),
    )


def of_report(report: Report) -> Interchange:
    """Return a report as interchange data: every figure of the edition, blank ones None.

    What cannot be read as a number, and money with a unit of its own, stays as it is written.
    """
    figures: dict[str, Number | str | None] = {}
    for field_id, figure in report.figures.items():
        as_written = bool(figure.unit) or not figure.readable
        figures[field_id] = (figure.raw or None) if as_written else figure.value
    return Interchange(
        edition=report.edition,
        year=report.year,
        agency=report.agency,
        figures=figures,
        narrative={
            key: "\n".join(each.text for each in given)
            for key, given in report.narrative.items()
            if given
        },
        notes={numeral: note.text for numeral, note in report.notes.items()},
        explanations=report.explanations,
    )


def to_object(data: Interchange) -> dict[str, Any]:
    """Return interchange data as the object that becomes JSON; empty keys are left out."""
    given: dict[str, Any] = {
        "edition": data.edition,
        "year": data.year,
        "agency": {key: value for key, value in asdict(data.agency).items() if value},
        "figures": {
            key: float(value) if isinstance(value, Decimal) else value
            for key, value in data.figures.items()
        },
        "narrative": dict(data.narrative),
        "notes": dict(data.notes),
        "explanations": [{"code": each.code, "text": each.text} for each in data.explanations],
    }
    return {
        key: value for key, value in given.items() if value or key in ("edition", "year", "figures")
    }
