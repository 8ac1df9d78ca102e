"""From 制发, 废止, 行政许可 and their kind to the figures of part two."""

from govxlsx.claims.model import Kind, Reading, Token
from govxlsx.claims.topics import Thread, Topic
from govxlsx.claims.vocabulary.applications import CARRIED_IN, RECEIVED
from govxlsx.claims.vocabulary.disclosure import ADDED, GROWN

ACTS = {"issued": ("issued", "produced"), "produced": ("produced", "issued")}
"""制发 is the form's 制发 in one edition and its 新制作 in the other."""


def documents(head: Token, terms: list[Token], thread: Thread, each: bool) -> list[Reading]:
    """Read 规章 and 规范性文件 with what was done: 制发, 废止, 现行有效."""
    if head.meaning == ADDED and _is_carried_beside(terms, thread):
        return [(RECEIVED, ())]
    if thread.topic is not Topic.DOCUMENTS:
        return []
    act = next((one.meaning for one in terms if one.kind is Kind.ACT), "")
    if not act and thread.listed and thread.listed[-1].startswith("disclosure."):
        goes_on = bool(thread.terms) and thread.terms[0].kind is Kind.DOCUMENT
        goes_on = goes_on and all(one.kind not in _OTHER_VERBS for one in terms)
        act = thread.act if head.kind is Kind.DOCUMENT and goes_on else ""
    if not act and thread.parted and head.kind is Kind.DOCUMENT:
        act = thread.act if thread.act == "issued" else ""
    if act == ADDED:
        act = "issued" if _is_issued(terms, thread) else ""
        if any(name.endswith(_MADE) for name in thread.in_hand):
            return []
    kinds = [one.meaning for one in terms if one.kind is Kind.DOCUMENT]
    if not kinds and any(one.kind is Kind.INFO for one in terms):
        return []
    kinds = kinds or [thread.document]
    if len(set(kinds)) > 1 and not each:
        return []
    found: list[Reading] = []
    for kind in dict.fromkeys(kinds):
        names = (f"disclosure.{kind}.{one}" for one in ACTS.get(act, (act,)))
        found.extend([(name, ()) for name in names if act and thread.knows(name)][:1])
    return found


_MADE = (".issued", ".produced")
"""Where it is told how many were issued, 新增 is how many of them are new."""

_OTHER_VERBS = (Kind.OBJECT, Kind.UNKNOWN)
"""What says that something else was done than before: 制定规章5件，修改规章1件."""


def _is_carried_beside(terms: list[Token], thread: Thread) -> bool:
    """Tell whether 新增 is of applications: 上年结转3件，本年新增41件."""
    beside = thread.topic is Topic.APPLICATIONS and thread.in_hand[-1:]
    theirs = any(each.kind in (Kind.DOCUMENT, Kind.DECISION) for each in thread.terms)
    alone = {each.kind for each in terms} <= _ADDED_ALONE
    return beside == (CARRIED_IN,) and alone and not theirs


_ADDED_ALONE = {Kind.ACT, Kind.COLUMN, Kind.PRESENT, Kind.PART, Kind.JOIN}


def _is_issued(terms: list[Token], thread: Thread) -> bool:
    """Tell whether 新增 is of documents: named beside it or told right before, not 公开新增."""
    told = thread.in_hand
    beside = any(one.kind is Kind.DOCUMENT for one in terms)
    before = bool(told) and told[-1].startswith("disclosure.")
    return (beside or before) and all(one.kind is not Kind.GROUP for one in terms)


def decisions(head: Token, terms: list[Token], thread: Thread, each: bool) -> list[Reading]:
    """Read 行政许可, 行政处罚, 行政强制 and their columns."""
    column = next((one.meaning for one in terms if one.kind is Kind.COLUMN), "decisions")
    if head.meaning == GROWN and _is_carried_beside(terms, thread):
        return [(RECEIVED, ())]
    if head.meaning == GROWN and thread.topic is Topic.DOCUMENTS and _is_issued(terms, thread):
        name = f"disclosure.{thread.document}.issued"
        told = any(one.endswith(_MADE) for one in thread.in_hand)
        return [] if told else [(name, ())]
    column = "change" if column in ("fewer", GROWN) else column
    names = list(dict.fromkeys(one.meaning for one in terms if one.kind is Kind.DECISION))
    if not names:
        if any(_is_led(head, each) for each in terms):
            return []
        of_items = thread.topic is Topic.ELSEWHERE and column == "decisions"
        known = thread.decision and (of_items or thread.topic is Topic.DECISIONS)
        return [(f"disclosure.{thread.decision}.{column}", ())] if known else []
    if len(names) > 1 and not each:
        return []
    return [(f"disclosure.{name}.{column}", ()) for name in names]


def _is_led(head: Token, word: Token) -> bool:
    """Tell whether a strange word says of what a decision is: 责令改正违法行为决定74条."""
    return word.kind is Kind.UNKNOWN and head.start - word.end <= len("为")
