"""The results of a check as JSON, exactly as the contract has it."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import fields
from decimal import Decimal
from typing import TYPE_CHECKING, Any, NamedTuple

from govxlsx.checking.finding import Finding
from govxlsx.checking.rule import Severity
from govxlsx.version import MAKER

if TYPE_CHECKING:
    from govxlsx.checking.examination import Result

_KEYS = tuple(each.name for each in fields(Finding) if each.name != "lead")
"""The keys of a finding: each stands for itself here, so that none needs what heads several."""


def plain_json(value: object) -> object:
    """Return what json cannot write by itself: a Decimal as a number."""
    if isinstance(value, Decimal):
        return int(value) if value == value.to_integral_value() else float(value)
    raise TypeError(type(value).__name__)


def dumps(value: object) -> str:
    """Write a value as indented JSON with a line end."""
    return json.dumps(value, ensure_ascii=False, indent=1, default=plain_json) + "\n"


def finding(found: Finding) -> dict[str, Any]:
    """Return a finding as the object that becomes JSON."""
    return {each: getattr(found, each) for each in _KEYS}


def _file(result: Result) -> dict[str, Any]:
    report, outcome, rules = result.report, result.outcome, result.rules
    return {
        "path": result.path,
        "sha256": result.sha256,
        "status": result.status,
        "edition": report.edition if report is not None else None,
        "year": report.year if report is not None else None,
        "agency": (report.agency.shown or None) if report is not None else None,
        "findings": [finding(each) for each in outcome.findings] if outcome is not None else [],
        "rules": {
            "passed": list(rules.passed),
            "broken": list(rules.broken),
            "not_run": rules.not_run,
        },
        "error_code": result.error.code if result.error is not None else None,
        "error": result.refusal or None,
    }


def render(results: Iterable[Result], skipped: Sequence[str]) -> str:
    """Return the JSON of a check over several files."""
    return "".join(pieces(results, skipped))


def pieces(results: Iterable[Result], skipped: Sequence[str]) -> Iterator[str]:
    """Yield the JSON of a check piece by piece; no more than one result is held at a time."""
    return assembled((entry(number, each) for number, each in enumerate(results)), skipped)


class JsonFile(NamedTuple):
    """A file in the JSON, with what the summary counts of it."""

    text: str
    status: str
    severities: Counter[Severity]


def entry(number: int, result: Result) -> JsonFile:
    """Return the part of the file at a position."""
    found = result.outcome.findings if result.outcome is not None else ()
    text = f"{',' if number else ''}\n  {_inside(_file(result), 2)}"
    return JsonFile(text, result.status, Counter(each.severity for each in found))


def assembled(entries: Iterable[JsonFile], skipped: Sequence[str]) -> Iterator[str]:
    """Yield the JSON of a check around the files' parts."""
    statuses: Counter[str] = Counter()
    found: Counter[Severity] = Counter()
    yield f'{{\n "tool": {json.dumps(MAKER)},\n "files": ['
    for each in entries:
        statuses[each.status] += 1
        found.update(each.severities)
        yield each.text
    summary = {
        "files": statuses.total(),
        "ok": statuses["ok"],
        "errors": statuses["errors"],
        "unusable": statuses["unusable"],
        "skipped": len(skipped),
        "findings": {str(severity): found[severity] for severity in Severity},
    }
    yield "\n ]" if statuses else "]"
    yield f',\n "skipped": {_inside(list(skipped), 1)},\n "summary": {_inside(summary, 1)}\n}}\n'


def array(items: Iterable[object]) -> Iterator[str]:
    """Yield an indented JSON array with a line end, an item at a time."""
    number = 0
    for number, item in enumerate(items, 1):
        yield f"{',' if number > 1 else '['}\n {_inside(item, 1)}"
    yield "\n]\n" if number else "[]\n"


def _inside(value: object, depth: int) -> str:
    """Write a value as it stands inside another; a line break is never part of a JSON text."""
    return dumps(value).rstrip("\n").replace("\n", "\n" + " " * depth)
