"""Pins what is installed, and so was tested: constraints.txt, which make and CI install from.

usage: make_constraints.py

Every package is pinned that pyproject.toml names, with all extras, and every one that these need in
turn; in the versions of the environment this runs in. Update that first, run the tests, then this.
"""

import tomllib
from collections.abc import Iterable
from importlib.metadata import Distribution, distribution
from itertools import chain
from pathlib import Path

from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

ROOT = Path(__file__).parent.parent
HEAD = """\
# The versions that were tested together, made by `make constraints`. pyproject.toml says what is
# needed and why. With pip: pip install -c constraints.txt .
"""


def declared(extras: bool = True) -> list[Requirement]:
    """Return what the project needs to run, and what all its extras add."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    texts = [*project["dependencies"]]
    if extras:
        texts += chain.from_iterable(project["optional-dependencies"].values())
    return [Requirement(each) for each in texts]


def needed(wanted: Iterable[Requirement]) -> dict[str, Distribution]:
    """Return by name what the requirements need, each other's needs included, as installed."""
    found: dict[str, Distribution] = {}
    seen: set[tuple[str, frozenset[str]]] = set()
    waiting = list(wanted)
    while waiting:
        each = waiting.pop()
        name, extras = canonicalize_name(each.name), frozenset(each.extras)
        if name == "govxlsx" or (name, extras) in seen:
            continue
        seen.add((name, extras))
        found[name] = distribution(name)
        for text in found[name].requires or ():
            need = Requirement(text)
            places = [{"extra": extra} for extra in extras] or [{"extra": ""}]
            if need.marker is None or any(map(need.marker.evaluate, places)):
                waiting.append(need)
    return found


def main() -> None:
    """Write the file."""
    pins = (f"{name}=={each.version}\n" for name, each in sorted(needed(declared()).items()))
    (ROOT / "constraints.txt").write_text(HEAD + "".join(pins), encoding="utf-8")


if __name__ == "__main__":
    main()
