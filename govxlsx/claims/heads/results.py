"""From 予以公开, 不予处理 and their kind to the results of part three."""

from __future__ import annotations

from govxlsx.claims.heads.cases import ended
from govxlsx.claims.heads.sharing import sharing_names
from govxlsx.claims.model import Kind, Reading, Token
from govxlsx.claims.topics import Thread, Topic
from govxlsx.claims.vocabulary.applications import ACCEPTED, CONCLUDED, RECEIVED
from govxlsx.claims.vocabulary.results import DISCLOSED, LISTED, REST


def results(head: Token, terms: list[Token], thread: Thread, each: bool) -> list[Reading]:
    """Read the six groups and their items; an item beside its group says more."""
    if thread.topic is Topic.ELSEWHERE:
        return []
    items = [one for one in terms if one.kind is Kind.ITEM]
    same = sharing_names(terms, each)
    apart = any(one.kind is Kind.JOIN for one in terms)
    if head.kind is Kind.GROUP and items and not (each and apart):
        item = items[0]
        if len({one.meaning for one in items}) > 1:
            every = all(one.meaning.startswith(f"{head.meaning}.") for one in items)
            return [(head.meaning, ())] if every else []
        group = ".".join(item.meaning.split(".")[:2])
        others = () if group == head.meaning else (head.meaning,)
        return [(item.meaning, (*item.alternatives, *others)[:2])]
    if head.kind is Kind.GROUP and head.meaning == LISTED:
        info = any(one.kind is Kind.INFO for one in terms)
        return [(DISCLOSED, ())] if not info and _among_results(thread) else []
    if head.kind is Kind.ITEM and head.meaning == REST and thread.topic is Topic.PROCEEDINGS:
        return ended("other", terms, thread, ())
    by_name = {one.meaning: one.alternatives for one in terms}
    return [(name, by_name.get(name, ())) for name in same if name != LISTED]


def _among_results(thread: Thread) -> bool:
    """Tell whether a list of results is in hand, or other results stand in the sentence."""
    if thread.results and thread.topic is Topic.APPLICATIONS:
        return True
    return any(
        name.startswith(RECEIVED) or name in (CONCLUDED, ACCEPTED) or name.count(".") == 1
        for name in thread.listed
        if name.startswith("applications.")
    )
