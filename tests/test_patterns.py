"""Regular expressions are compiled when they are used, and every one of them can be."""

import ast
import importlib
import pickle
import re
from collections.abc import Iterable
from pathlib import Path
from re import _parser as parser  # type: ignore[attr-defined]
from typing import Any

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


def test_a_text_without_what_it_needs_is_not_searched() -> None:
    wrong = regex("b+(", needs=("b",))
    assert wrong.search("acd") is None
    assert not list(wrong.finditer("acd"))
    found = regex("b+", needs=("b",))
    assert [each.group() for each in found.finditer("abBc")] == ["b"]
    assert found.search("abc", 2) is None
    assert pickle.loads(pickle.dumps(found)).needs == ("b",)


def holds(parsed: Iterable[tuple[Any, Any]], needs: tuple[str, ...]) -> bool:
    """Tell whether all that a parsed expression finds has one of some words in it."""
    run = ""
    for code, given in parsed:
        if code is parser.LITERAL:
            run += chr(given)
            if run.endswith(needs):
                return True
            continue
        run = ""
        if code is parser.IN:
            inside = all(code is parser.LITERAL and chr(each) in needs for code, each in given)
        elif code is parser.BRANCH:
            inside = all(holds(each, needs) for each in given[1])
        elif code is parser.SUBPATTERN:
            inside = holds(given[3], needs)
        elif code in (parser.MAX_REPEAT, parser.MIN_REPEAT):
            inside = given[0] > 0 and holds(given[2], needs)
        else:
            inside = code is parser.ASSERT and holds(given[1], needs)
        if inside:
            return True
    return False


def test_what_it_needs_is_in_all_that_it_finds() -> None:
    spare = [each for each in held() if each.needs]
    assert spare
    assert [
        each.pattern for each in spare if not holds(parser.parse(each.pattern), each.needs)
    ] == []
    assert not holds(parser.parse("a?b|c"), ("b",))


def held() -> list[Any]:
    """Return the patterns that the modules have, those in their tuples among them."""
    kind = type(regex(""))
    found = [
        each for path in MODULES for each in vars(importlib.import_module(name(path))).values()
    ]
    inner = [one for each in found if isinstance(each, tuple) for one in each]
    return [each for each in (*found, *inner) if isinstance(each, kind)]


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
    found = held()
    assert len(found) > 200
    assert all(each.groups >= 0 for each in found)
