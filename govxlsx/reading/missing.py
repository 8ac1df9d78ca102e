"""Labels of a table that are missing: one remark a table, since one deletion may take several."""

from collections.abc import Iterable

from govxlsx.report.model import Notice, Remark

_FEW = 3
"""Of so many missing labels it is told where each may be; of more, one cause took all."""


def together(remarks: Iterable[Remark]) -> tuple[Remark, ...]:
    """Return remarks, those upon missing labels as one: it has the words ``labels`` and ``lost``.

    Each of these has the words ``label``, and ``near``: where it may be.
    """
    given = tuple(remarks)
    missing = [each for each in given if each.notice is Notice.LABEL_MISSING]
    if not missing:
        return given
    few = len(missing) <= _FEW
    named = (f"“{each.words['label']}”{each.words['near'] if few else ''}" for each in missing)
    count = "" if few else f" {len(missing)} 个行名、列名："
    lost = "它对应的数字" if len(missing) == 1 else "它们对应的数字"
    one = Remark(
        Notice.LABEL_MISSING,
        missing[0].sheet,
        tuple(dict.fromkeys(cell for each in missing for cell in each.cells)),
        tuple(dict.fromkeys(field for each in missing for field in each.fields)),
        {"labels": count + "、".join(named), "lost": lost},
    )
    return (one, *(each for each in given if each.notice is not Notice.LABEL_MISSING))
