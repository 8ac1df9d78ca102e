"""A long title in lines that end where a word ends: no 管理/局 over two of them.

Source: GB/T 9704-2012, 7.3.1: a title that takes several lines is broken so that words stay whole.
"""

from functools import lru_cache
from itertools import accumulate

from govxlsx.patterns import regex
from govxlsx.word import page, styles
from govxlsx.word.measures import ems

_ROOM = page.TEXT_WIDTH / (styles.TITLE_SIZE * 10)
"""The characters of a line."""

_WHOLE = regex(
    "(?:人民政府|自治[区州县旗]|"
    "(?<![（、])(?:省|市(?![场政容民])|州|盟|县(?!级)|旗|区(?!域)|镇|乡|街道(?!办))|"
    "委员会|办公[室厅]|(?<!管理)(?<!服务)(?<!监督)局|[）、])(?![）、])|.(?=（)"
)
"""What names a place or a body to its end."""

_PART = regex("(?:管理|服务|发展|改革|建设|保障|监督|资源|数据|和|与|及)(?![局厅委处会办部）、])")
"""A word to its end, in the middle of a name."""

_ASIDE = regex("（[^）]*")

_WHOLE_COST, _ASIDE_COST, _PART_COST, _TORN_COST = 0.0, 3.0, 4.0, 40.0
_BEGINS_NO_LINE = tuple("）、，。；：”》")


@lru_cache(maxsize=256)
def broken(title: str) -> str:
    r"""Return a line of the title with \n where it is broken; one that has room stays as it is.

    Lines are as equally long as whole words allow.
    """
    if ems(title) <= _ROOM:
        return title
    edges = list(accumulate(map(ems, title), initial=0.0))
    costs = [0.0]
    begins = [0]
    for end, torn in enumerate(_torn(title), 1):
        ways = [
            (costs[start] + (_ROOM - edges[end] + edges[start]) ** 2 / _ROOM, start)
            for start in range(end - 1, -1, -1)
            if start == end - 1 or edges[end] - edges[start] <= _ROOM
        ]
        cost, begin = min(ways)
        costs.append(cost + torn)
        begins.append(begin)
    lines, end = [], len(title)
    while end:
        lines.append(title[begins[end] : end])
        end = begins[end]
    return "\n".join(reversed(lines))


def _torn(title: str) -> list[float]:
    """Return what it costs to end a line behind each character."""
    costs = [_TORN_COST] * len(title)
    for pattern, cost in ((_PART, _PART_COST), (_WHOLE, _WHOLE_COST)):
        for found in pattern.finditer(title):
            costs[found.end() - 1] = cost
    for found in _ASIDE.finditer(title):
        for at in range(found.start(), found.end()):
            costs[at] += _ASIDE_COST
    for at in range(1, len(title)):
        if title.startswith(_BEGINS_NO_LINE, at):
            costs[at - 1] = 2 * _TORN_COST
    costs[-1] = 0.0
    return costs
