"""A prescribed sum in the form's own words: “自然人”列：（七）总计＝（一）至（六）共 21 行之和."""

from govxlsx.form.editions.model import Edition
from govxlsx.form.editions.relations import Sum
from govxlsx.patterns import regex

_NUMERAL = regex(r"（[一二三四五六七八九十]+）|[一二三四五六七八九十]+(?=、)")
_REMARK = regex(r"(?<=[^）])（[^（）]+）$")
_INNER_QUOTES = str.maketrans("“”", "‘’")

LabelPath = tuple[str, ...]
"""The labels that lead to a figure: title of the block, row labels, column labels."""


def _numerals(path: LabelPath) -> str:
    """Shorten labels to their numerals: 三、本年度办理结果 + （七）总计 → 三（七）."""
    return "".join(found[0] for label in path if (found := _NUMERAL.match(label)))


def _name(path: LabelPath) -> str:
    """Name an item by its last label, with the numeral of what it belongs to."""
    if not path:
        return ""
    above = _numerals(path[-2:-1])
    own = _REMARK.sub("", path[-1]).translate(_INNER_QUOTES)
    return f"{above}{own}" if above.startswith("（") else own


def _shared(paths: list[LabelPath]) -> int:
    steps = zip(*paths, strict=False)
    return next((i for i, step in enumerate(steps) if len(set(step)) > 1), min(map(len, paths)))


def _range(total: LabelPath, parts: list[LabelPath], unit: str) -> str:
    """Name the parts of a total by their labels on the total's level."""
    level = len(total) - 1
    names = list(dict.fromkeys(_numerals(part[level:][:1]) or part[level] for part in parts))
    listed = "、".join(names) if len(names) < 3 else f"{names[0]}至{names[-1]}"
    return f"{listed}共 {len(parts)} {unit}之和"


def describe(edition: Edition, each: Sum) -> str:
    """Return what a sum of the edition demands, in a line that a clerk understands."""
    paths = {field: edition.field_by_id[field].path for field in each.fields}
    in_row = len({edition.field_by_id[field].row for field in each.fields}) == 1
    if in_row:
        shared = _shared(list(paths.values()))
        item = next(iter(paths.values()))[:shared]
        own = {field: path[shared:] for field, path in paths.items()}
    else:
        shared = _shared([path[::-1] for path in paths.values()])
        item = next(iter(paths.values()))[-shared:]
        own = {field: path[:-shared] for field, path in paths.items()}
    table = edition.table(edition.field_by_id[each.field].table)
    axis = ("行" if in_row else "列") if table.blocks[0].rows else ""
    parts = [own[field] for field in each.parts]
    if len(each.totals) == 1:
        total = own[each.totals[0]]
        rule = f"{total[-1]}＝{_range(total, parts, '列' if in_row else '行')}"
    else:
        left = "＋".join(map(_numerals, parts))
        rule = f"{left}＝{'＋'.join(_numerals(own[field]) for field in each.totals)}"
    return f"“{_name(item)}”{axis}：{rule}"
