"""A city's bodies: balanced reports that differ, their workbooks, and the roster they stand on."""

import random
from collections.abc import Iterable
from dataclasses import replace
from decimal import Decimal
from pathlib import Path
from typing import Any

from reports import AGENCY, Figures, balanced, figures, made

from govxlsx.report.figure import Number
from govxlsx.report.model import Agency

CITY = "永宁市人民政府"
KINDS = {
    "市人民政府": "设区的市或自治州人民政府",
    "县人民政府": "县级人民政府",
    "局": "政府部门",
    "办公室": "政府办公厅（室）",
}
MONEY = "disclosure.procurement.amount"
SPECIAL = ("received", "carried_in", "concluded", "carried_out")
OUTCOMES = ("upheld", "corrected", "other", "pending")


def agency(name: str, **changes: str) -> Agency:
    """Return an agency; its kind and scope are what its name says."""
    kind = next(kind for ending, kind in KINDS.items() if name.endswith(ending))
    scope = "本行政区域" if name.endswith("人民政府") else "本机关"
    return replace(AGENCY, name=name, kind=kind, scope=scope, **changes)


def times(edition: str, factor: int, **changes: Number | str | None) -> Figures:
    """Return the balanced figures, each ``factor`` times; "__" in ``changes`` stands for a dot."""
    found: Figures = {}
    for key, value in figures(edition).items():
        if key == MONEY:
            found[key] = f"{251000 * factor}元"
        else:
            assert isinstance(value, int)
            found[key] = value * factor
    return found | {key.replace("__", "."): value for key, value in changes.items()}


def varied(edition: str, chance: random.Random) -> Figures:
    """Return balanced figures of which every one is drawn anew."""
    found = dict(figures(edition))
    columns = [key.rpartition(".")[2] for key in found if ".received." in key][:-1]
    rows = list(
        dict.fromkeys(key.rpartition(".")[0] for key in found if key.startswith("applications."))
    )
    special = [f"applications.{row}" for row in SPECIAL]
    received, carried_in, concluded, carried_out = special
    for column in columns:
        given = {row: chance.randrange(9) for row in rows if row not in special}
        given[concluded] = sum(given.values())
        given[carried_in] = chance.randrange(3)
        given[carried_out] = chance.randrange(3) + 2
        given[received] = given[concluded] + given[carried_out] - given[carried_in]
        found |= {f"{row}.{column}": value for row, value in given.items()}
    for row in rows:
        found[f"{row}.total"] = sum(whole(found[f"{row}.{column}"]) for column in columns)
    for group in ("reconsideration", "direct_litigation", "litigation_after_reconsideration"):
        outcomes = [f"proceedings.{group}.{each}" for each in OUTCOMES]
        found |= {key: chance.randrange(40) for key in outcomes}
        found[f"proceedings.{group}.total"] = sum(whole(found[key]) for key in outcomes)
    if MONEY in found:
        found[MONEY] = chance.choice(["251000元", "160.5964万元", "0.31亿元", 0, "0.07元"])
    else:
        found["disclosure.fees.amount"] = Decimal(chance.randrange(10**9)) / 10_000
    return found


def whole(value: object) -> int:
    assert isinstance(value, int)
    return value


def put(folder: Path, name: str, edition: str = "2021", file: str = "", **changes: Any) -> Path:
    """Write a body's workbook; ``changes`` are keys of the interchange data."""
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / f"{file or name}.xlsx"
    changes.setdefault("agency", agency(name))
    path.write_bytes(made(balanced(edition, **changes)))
    return path


def roster(path: Path, *bodies: str | tuple[str, str]) -> Path:
    """Write a roster: each body below the city, or below the other that is named with it."""
    lines = ["name,kind,parent,aliases", f"{CITY},{agency(CITY).kind},,"]
    lines += _lines(bodies)
    path.write_text("\n".join(lines), encoding="utf-8")
    return path


def _lines(bodies: Iterable[str | tuple[str, str]]) -> Iterable[str]:
    for each in bodies:
        name, parent = each if isinstance(each, tuple) else (each, CITY)
        yield f"{name},{agency(name).kind},{parent},"
