"""From 予以公开, 不予处理 and their kind to the results of part three."""

from govxlsx.claims.heads.cases import ended
from govxlsx.claims.heads.sharing import sharing_names
from govxlsx.claims.model import Kind, Reading, Token
from govxlsx.claims.topics import Thread, Topic
from govxlsx.claims.vocabulary import TERMS
from govxlsx.claims.vocabulary.applications import RECEIVED
from govxlsx.claims.vocabulary.results import DISCLOSED, LISTED, REST


def results(head: Token, terms: list[Token], thread: Thread, each: bool) -> list[Reading]:
    """Read the six groups and their items; an item beside its group says more."""
    if thread.topic is Topic.ELSEWHERE:
        return []
    kinds = [one.kind for one in terms]
    if head.kind is Kind.GROUP and Kind.ITEM in kinds and not (each and Kind.JOIN in kinds):
        items = list(dict.fromkeys(one.meaning for one in terms if one.kind is Kind.ITEM))
        own = [one for one in items if one.startswith(f"{head.meaning}.")]
        if len(items) > 1:
            return [(head.meaning, ())] if own == items else []
        others = _LOOSE.get(items[0], ())
        # 因属于国家秘密等原因不予公开21件 is of all that was denied.
        return [(items[0], others if head.meaning in others else (*others, head.meaning)[:2])]
    if head.meaning == LISTED:
        return [(DISCLOSED, ())] if Kind.INFO not in kinds and _among_results(thread) else []
    if head.meaning == REST and thread.topic is Topic.PROCEEDINGS:
        return ended("other", terms, thread, ())
    names = sharing_names(terms, each)
    return [(name, _LOOSE.get(name, ())) for name in names if name != LISTED]


_LOOSE = {each.meaning: each.alternatives for each in TERMS if each.kind is Kind.ITEM}
"""Items whose words may mean their whole group, too."""


def _among_results(thread: Thread) -> bool:
    """Tell whether a list of results is in hand, or other results stand in the sentence."""
    if thread.results and thread.topic in (Topic.APPLICATIONS, Topic.OPEN):
        return True
    listed = [name for name in thread.listed if name.startswith("applications.")]
    return any(name.startswith(RECEIVED) or name.count(".") == 1 for name in listed)
