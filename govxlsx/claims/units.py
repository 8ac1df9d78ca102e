"""The units of numbers: what counts applications and documents, what is money, what is neither."""

import re
from decimal import Decimal


def words(row: str) -> tuple[str, ...]:
    """Return the words of a row, parted by blanks."""
    return tuple(row.split())


CASES = words(
    "件次 件(次) 件(份) 件(起) 件(条) 份(件) 起(件) 条(件) 条次 件 条 份 个 项 起 宗 例 封 笔 桩 案"
)
"""Units that count applications, documents, decisions and cases."""

PUBLISHED = ("篇次", "篇", "次", "期", "场次", "场", "人次", "人", "家", "户")
"""Units that count what is published, held or visited: of lists and shares, never of claims."""

MONEY = {
    "亿元": Decimal(100_000_000),
    "万元": Decimal(10_000),
    "元": Decimal(1),
    "亿": Decimal(100_000_000),
    "万": Decimal(10_000),
}
"""Units of money in 元. 万 and 亿 alone are money behind a word of money only."""

OTHER = words(
    "万人次 万次 万条 万件 户次 艘次 批次 批 名 位 类 种 年 月 日 号 时 岁 届 版 章 册 块 "
    "台 部 处 所 轮 天 周 % ‰ 级 页 字 平方 公里 倍 个百分点 个工作日 个月 个部门 个方面 "
    "个栏目 个问题 个单位 个机关 个乡镇 个镇 个街道 个县 个区 个市 个省 个专栏 个板块 个主体 "
    "成 个环节 个科室 个村 个平台 件套 辆 株 亩 小时 分钟 支 只 张 门 则 幅 款 季度 分 单"
)
"""Units of what no table of the form counts."""

LONGEST_FIRST = sorted((*CASES, *PUBLISHED, *OTHER, *MONEY), key=len, reverse=True)
"""All units; where one begins as another does, the longer one is meant."""

BODIES = frozenset(
    f"个{each}" for each in ("部门", "单位", "机关", "乡镇", "镇", "街道", "县", "区", "市", "科室")
)
"""Units of bodies: what they have or have not is no figure of the report."""

COUNTING = "|".join(map(re.escape, sorted((*CASES, *PUBLISHED), key=len, reverse=True)))
"""A pattern of the units of lists and shares."""
