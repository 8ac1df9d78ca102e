"""The cities above the county level, and which of them a name or a text holds.

Source of ``cities.txt``: 民政部《中华人民共和国行政区划》 (names of provinces, 地级市, 自治州,
地区 and 盟).
"""

from collections.abc import Iterator
from pathlib import Path

from govxlsx.patterns import regex

_BY_PROVINCE = Path(__file__).with_suffix(".txt").read_text(encoding="utf-8").splitlines()
_ALL = frozenset(city for line in _BY_PROVINCE for city in line.partition("：")[2].split())
_CITIES_ALONE = frozenset(each for each in _ALL if each.endswith("市"))
_LONGEST = max(map(len, _ALL))
_LAST = regex("[市州盟区]")
"""The last character of every name."""
_ACTING = regex(
    "市(?![场民容部])(?=(?:人民)?政府|政务|各|全市|信息公开|主动公开|公开|发布|收到|受理|办结|门户|网站|全年|累计|共"
    "|[\u4e00-\u9fff]{1,3}[区县](?:人民政府|公开|发布|收到|受理|各|全年|共|累计)"
    "|[\u4e00-\u9fff]{1,8}?(?:局|委员会|办公[厅室]|街道|镇))"
)
"""The end of a city that does something, or whose bodies do; 上海市场, 广州市民 and 江门市部 are
none."""


def own(agency: str) -> frozenset[str]:
    """Return the cities that an agency's name holds: 杭州市余杭区财政局 → 杭州市.

    None for 大同区财政局, though there is a 大同市: that district is another city's.
    """
    ends = (each.end() for each in _LAST.finditer(agency))
    return frozenset(city for end in ends for city in _ending(agency, end) if city in _ALL)


def named(text: str) -> Iterator[tuple[int, str]]:
    """Yield where a text names a city as one that acts, in order, and the city."""
    for found in _ACTING.finditer(text):
        end = found.end()
        city = next((each for each in _ending(text, end) if each in _CITIES_ALONE), "")
        if city:
            yield end - len(city), city


def _ending(text: str, end: int) -> Iterator[str]:
    """Yield what may be a name that ends at a place, the longest first."""
    return (text[start:end] for start in range(max(0, end - _LONGEST), end - 1))
