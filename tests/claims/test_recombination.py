"""A paragraph claims what its sentences claim: blocks of reports, put together at random."""

import random
from decimal import Decimal

import pytest
from sentences import Labelled, sentences

from govxlsx import extract_claims

SETS = ("first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth")
BLOCKS = [each for name in SETS for each in sentences(name) if each.year == 2024]
"""Whole narratives of one year; each tells by itself what it speaks of."""

NAMING = ("申请", "复议", "诉讼", "规章", "规范性文件", "行政许可", "处理费", "行政事业性收费")
LEADING = (
    "其中",
    "全部",
    "其余",
    "从",
    "按",
    "上述",
    "其他",
    "无法",
    "不",
    "因",
    "未",
    "在",
    "经",
    "一是",
    "撤销",
    "答复",
    "办理",
    "本年度零",
    "受理两",
    "年度",
    "12件申请中",
)
"""What goes on from a sentence before is no block; a block names early what it speaks of."""

OWN = [
    each
    for each in BLOCKS
    if each.text.endswith("。")
    and not each.text.startswith(LEADING)
    and any(name in each.text[:20] for name in NAMING)
    and each.claims
]
ASIDE = [
    "全年主动公开政府信息1286条，其中网站公开820条、公众号公开466条。",
    "受理12345热线工单312件，办结310件，正在办理2件。",
    "举办业务培训2场，参训86人次，发放申请指南500份。",
    "办理人大代表建议11件、政协提案9件，均已答复并公开。",
    "县长信箱收到来信64封，回复64封，回复率100%。",
    "2023年收到申请15件，办结14件。",
    "监督保障方面，对12个单位开展考核，抽查栏目40个。",
]


def said(text: str) -> set[tuple[str, Decimal, str]]:
    """Return what a text of 2024 claims, with the words."""
    return {
        (each.field, Decimal(each.value), text[each.start : each.end])
        for each in extract_claims(text, 2024, "2021")
    }


@pytest.mark.parametrize("seed", range(60))
def test_a_paragraph_claims_what_its_sentences_claim(seed: int) -> None:
    dice = random.Random(seed)
    chosen: list[Labelled] = dice.sample(OWN, dice.randint(2, 5))
    texts = [each.text for each in chosen]
    for aside in dice.sample(ASIDE, dice.randint(0, 2)):
        texts.insert(dice.randint(0, len(texts)), aside)
    together = dice.choice(("", "\n")).join(texts)
    alone = [claim for text in texts for claim in said(text)]
    assert said(together) == set(alone), together
