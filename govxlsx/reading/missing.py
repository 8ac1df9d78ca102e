"""Labels of a table that are missing or there twice: one remark a table, since one cause did it."""

from collections.abc import Iterable, Sequence

from govxlsx.report.model import Notice, Remark

_FEW = 3
"""Of so many missing labels it is told where each may be; of more, one cause took all."""


def together(remarks: Iterable[Remark]) -> tuple[Remark, ...]:
    """Return remarks, those upon missing labels as one, and those upon labels twice as another.

    The first has the words ``labels`` and ``lost``, the other ``labels``. Each of what is given has
    the words ``label``, and ``near``: where it may be.
    """
    given = tuple(remarks)
    missing = [each for each in given if each.notice is Notice.LABEL_MISSING]
    twice = [each for each in given if each.notice is Notice.LABEL_TWICE]
    if not (missing or twice):
        return given
    others = (each for each in given if each not in missing and each not in twice)
    return (*_missing(missing), *_twice(twice), *others)


def _missing(found: Sequence[Remark]) -> Iterable[Remark]:
    if not found:
        return
    near = {each.words["label"]: each.words["near"] for each in reversed(found)}
    labels = dict.fromkeys(each.words["label"] for each in found)
    few = len(labels) <= _FEW
    named = "、".join(f"“{each}”{near[each] if few else ''}" for each in labels)
    count = "" if few else f" {len(labels)} 个行名、列名："
    lost = "它对应的数字" if len(labels) == 1 else "它们对应的数字"
    yield _one(found, {"labels": count + named, "lost": lost})


def _twice(found: Sequence[Remark]) -> Iterable[Remark]:
    if not found:
        return
    labels = list(dict.fromkeys(each.words["label"] for each in found))
    named = "、".join(f"“{each}”" for each in labels[:_FEW])
    count = f" 等 {len(labels)} 个行名、列名" if len(labels) > _FEW else ""
    yield _one(found, {"labels": f"{named}{count}"})


def _one(found: Sequence[Remark], words: dict[str, str]) -> Remark:
    """Return one remark for several of a notice."""
    cells = dict.fromkeys(cell for each in found for cell in each.cells)
    fields = dict.fromkeys(field for each in found for field in each.fields)
    return Remark(found[0].notice, found[0].sheet, tuple(cells), tuple(fields), words)
