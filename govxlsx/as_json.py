"""The results of a check as JSON, exactly as the contract has it."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import fields
from decimal import Decimal
from typing import Any

from govxlsx import __version__
from govxlsx.examination import Result
from govxlsx.finding import Finding, Severity


def plain_json(value: object) -> object:
    """Return what json cannot write by itself: a Decimal as a number."""
    if isinstance(value, Decimal):
        return int(value) if value == value.to_integral_value() else float(value)
    raise TypeError(type(value).__name__)


def dumps(value: object) -> str:
    """Write a value as indented JSON with a line end."""
    return json.dumps(value, ensure_ascii=False, indent=1, default=plain_json) + "\n"


def _finding(finding: Finding) -> dict[str, Any]:
    return {each.name: getattr(finding, each.name) for each in fields(Finding)}


def _file(result: Result) -> dict[str, Any]:
    report, outcome, rules = result.report, result.outcome, result.rules
    return {
        "path": result.path,
        "sha256": result.sha256,
        "status": result.status,
        "edition": report.edition if report is not None else None,
        "year": report.year if report is not None else None,
        "agency": (report.agency.name or None) if report is not None else None,
        "findings": [_finding(each) for each in outcome.findings] if outcome is not None else [],
        "rules": {
            "passed": list(rules.passed),
            "broken": list(rules.broken),
            "not_run": rules.not_run,
        },
        "error_code": result.error.code if result.error is not None else None,
        "error": str(result.error) if result.error is not None else None,
    }


def render(results: Sequence[Result], skipped: Sequence[str]) -> str:
    """Return the JSON of a check over several files."""
    outcomes = [each.outcome for each in results if each.outcome is not None]
    statuses = [each.status for each in results]
    return dumps(
        {
            "tool": f"govxlsx {__version__}",
            "files": [_file(each) for each in results],
            "skipped": list(skipped),
            "summary": {
                "files": len(results),
                "ok": statuses.count("ok"),
                "errors": statuses.count("errors"),
                "unusable": statuses.count("unusable"),
                "skipped": len(skipped),
                "findings": {
                    str(severity): sum(outcome.count(severity) for outcome in outcomes)
                    for severity in Severity
                },
            },
        }
    )
