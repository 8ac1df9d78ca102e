"""One name, one thing: no two modules have a public class, or an alias of a type, of one name."""

import ast
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path

import govxlsx

ROOT = Path(govxlsx.__file__).parent


def named(module: ast.Module) -> Iterator[str]:
    """Yield the public classes and aliases of a module."""
    for each in module.body:
        if isinstance(each, ast.ClassDef):
            yield each.name
        elif isinstance(each, ast.Assign) and isinstance(each.targets[0], ast.Name):
            name, value = each.targets[0].id, each.value
            union = isinstance(value, ast.BinOp) and isinstance(value.op, ast.BitOr)
            if not name.isupper() and (union or isinstance(value, ast.Subscript)):
                yield name


def test_no_name_of_a_type_means_two() -> None:
    homes: defaultdict[str, list[str]] = defaultdict(list)
    for path in sorted(ROOT.rglob("*.py")):
        for name in named(ast.parse(path.read_text(encoding="utf-8"))):
            if name[0].isupper():
                homes[name].append(str(path.relative_to(ROOT)))
    several = [f"{name}: {found}" for name, found in homes.items() if len(found) > 1]
    assert several == []
