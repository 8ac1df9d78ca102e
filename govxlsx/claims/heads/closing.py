"""From 其他 and 合计 to the figures that close a list or add it up."""

from govxlsx.claims.heads.stages import is_result
from govxlsx.claims.model import Kind, Reading, Token
from govxlsx.claims.topics import Thread, Topic
from govxlsx.claims.vocabulary.applicants import OTHER_ORGANIZATION
from govxlsx.claims.vocabulary.applications import (
    ACCEPTED,
    CARRIED_IN,
    CARRIED_OUT,
    CONCLUDED,
    RECEIVED,
)
from govxlsx.claims.vocabulary.results import REST


def rest(head: Token, terms: list[Token], thread: Thread, __: bool) -> list[Reading]:
    """Read 其他 by the list that it closes: items, groups, organisations, outcomes."""
    if thread.topic is not Topic.PROCEEDINGS and any(map(_withdrawn, terms)):
        return [(REST, ("applications.other",))]
    last = thread.listed[-1] if thread.listed else ""
    if last.startswith("proceedings.") and thread.proceeding:
        return [(f"{thread.proceeding}.other", ())]
    if last.startswith(f"{RECEIVED}."):
        return [(OTHER_ORGANIZATION, ())]
    if last.startswith("applications.other."):
        return [(REST, ())]
    if head.meaning in _LEFT_OVER and last == CONCLUDED and RECEIVED in thread.listed:
        return [(CARRIED_OUT, ())]
    return [("applications.other", (REST,))] if is_result(last) else []


_LEFT_OVER = ("尚余", "余下", "剩余")
"""What says that something is still to be done: 办完33件，尚余2件."""


def _withdrawn(token: Token) -> bool:
    item = token.kind is Kind.ITEM and token.meaning == REST
    return item or (token.kind is Kind.OUTCOME and token.meaning == "other")


def together(thread: Thread) -> list[Reading]:
    """Read 合计 or a number that stands alone: 一 and 二, applicants, results or outcomes."""
    listed = thread.in_hand or thread.listed
    stages = [name for name in listed if name.count(".") == 1]
    if thread.topic is Topic.PROCEEDINGS:
        total = thread.proceeding
        return [(total, ())] if listed and listed[-1].startswith(f"{total}.") else []
    if set(stages[-2:]) == {RECEIVED, CARRIED_IN}:
        return [(ACCEPTED, ())]
    if listed and listed[-1].startswith(f"{RECEIVED}."):
        return [(RECEIVED, (ACCEPTED,))]
    of_part_three = (name for name in listed if name.startswith("applications."))
    results = [name for name in of_part_three if name not in (RECEIVED, CARRIED_IN)]
    groups = {".".join(name.split(".")[:2]) for name in results}
    items = CONCLUDED not in groups and all(name.count(".") > 1 for name in results)
    if len(groups) == 1 and items:
        return [(groups.pop(), (CONCLUDED,))]
    return [(CONCLUDED, ())] if len(results) > 1 else []
