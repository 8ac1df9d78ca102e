"""Regular expressions are compiled when they are used, and every one of them can be."""

from __future__ import annotations

import ast
import importlib
import pickle
import re
from pathlib import Path

import pytest
from command import ROOT

from govxlsx.patterns import regex

PACKAGE = ROOT / "govxlsx"
MODULES = sorted(path for path in PACKAGE.rglob("*.py") if path.name != "__main__.py")


def name(path: Path) -> str:
    return ".".join(path.relative_to(ROOT).with_suffix("").parts).removesuffix(".__init__")


def test_it_is_compiled_when_it_is_used() -> None:
    wrong = regex("(")
    with pytest.raises(re.error):
        wrong.search("")


def test_it_does_what_the_pattern_does() -> None:
    found = regex("b+", re.IGNORECASE)
    assert [each.group() for each in found.finditer("abBc")] == ["bB"]
    assert found.sub("-", "abc") == "a-c"
    assert (found.pattern, found.groups) == ("b+", 0)
    assert pickle.loads(pickle.dumps(found)).fullmatch("BB")


def compiles(path: Path) -> bool:
    """Tell whether a module compiles a pattern outside its functions."""
    return any(
        isinstance(node, ast.Attribute) and ast.unparse(node) == "re.compile"
        for part in ast.parse(path.read_text(encoding="utf-8")).body
        if not isinstance(part, ast.FunctionDef | ast.ClassDef | ast.If)
        for node in ast.walk(part)
    )


def test_no_module_compiles_one_when_it_is_imported() -> None:
    assert not [name(path) for path in MODULES if compiles(path)]


def test_every_one_can_be_compiled() -> None:
    kind = type(regex(""))
    held = [
        each
        for path in MODULES
        for each in vars(importlib.import_module(name(path))).values()
        if isinstance(each, kind)
    ]
    assert len(held) > 200
    assert all(each.groups >= 0 for each in held)
