"""How a roster stands, as CSV for Excel: a line a body, then what belongs to none."""

from collections.abc import Iterator

from govxlsx.desk.status import STATE_WORDS, Status
from govxlsx.showing import csv_rows

HEADER = (
    *("机关名称", "机关类别", "上级机关", "状态", "期限", "报送日期", "迟几天", "份数"),
    *("计入的文件", "退回日期", "退回的文件", "退回的问题", "还有几天"),
)


def render(found: Status) -> str:
    """Return the status as CSV."""
    return csv_rows.for_excel((HEADER, *_rows(found)))


def _rows(found: Status) -> Iterator[tuple[str, ...]]:
    for each in found.standings:
        returned = each.returned
        yield (
            *(each.body.name, each.body.kind, each.body.parent, STATE_WORDS[each.state]),
            *(str(each.deadline), str(each.received or ""), str(each.days_late)),
            *(str(each.submissions), each.counted.path if each.counted is not None else ""),
            str(returned.counted_on) if returned is not None else "",
            returned.path if returned is not None else "",
            "\n".join(each.faults),
            str(each.days_left) if each.received is None and each.days_left >= 0 else "",
        )
    for state, held in (("名册中没有", found.strangers), ("看不出机关或年度", found.unknown)):
        for one in held:
            told = (one.agency, "", "", state, "", str(one.counted_on), "", "1", one.path)
            yield (*told, "", "", "", "")
