"""The rules, found by their file names: ``rules/<family>/<code>_<what is wrong>.py``.

A rule is listed nowhere. What is wanted of one rule imports that rule's module alone.
"""

from dataclasses import replace
from functools import cache
from importlib import import_module
from pkgutil import iter_modules

from govxlsx.checking.rule import Rule

_ROOM = "govxlsx.rules"
_OF_IMPORT = "I"
"""The family that tells of importing published reports; it does not check workbooks."""


@cache
def _modules() -> dict[str, str]:
    """Return the module of each rule by its code, in order: W1, V2, S3 to B9, then I1."""
    found = {}
    for family in iter_modules(import_module(_ROOM).__path__, f"{_ROOM}."):
        for module in iter_modules(import_module(family.name).__path__, f"{family.name}."):
            found[module.name.rpartition(".")[2].partition("_")[0].upper()] = module.name
    return {code: found[code] for code in sorted(found, key=_order)}


def codes() -> tuple[str, ...]:
    """Return the codes of all rules, in order; no rule is imported for them."""
    return tuple(_modules())


def _order(code: str) -> tuple[bool, str]:
    return code.startswith(_OF_IMPORT), code[1:]


def check_codes() -> tuple[str, ...]:
    """Return the codes of the rules that a workbook is checked against, in order."""
    return tuple(code for code in codes() if not code.startswith(_OF_IMPORT))


@cache
def checks() -> tuple[Rule, ...]:
    """Return the rules that a workbook is checked against, in order."""
    return tuple(map(rule, check_codes()))


@cache
def of_import() -> tuple[Rule, ...]:
    """Return the rules that tell of importing a published report, in order."""
    return tuple(rule(code) for code in codes() if code.startswith(_OF_IMPORT))


@cache
def rule(code: str) -> Rule:
    """Return the rule with this code. Raises KeyError for an unknown one."""
    found = import_module(_modules()[code]).RULE
    assert isinstance(found, Rule)
    return replace(found, code=code)


@cache
def rules() -> tuple[Rule, ...]:
    """Return all rules, in order."""
    return tuple(map(rule, codes()))
