"""From the words beside a number to the figures that it is of."""

from __future__ import annotations

from collections.abc import Callable

from govxlsx.claims.model import Kind, Reading, Token
from govxlsx.claims.topics import Thread, Topic
from govxlsx.claims.vocabulary.applicants import LOOSE, OTHER_ORGANIZATION, PERSON
from govxlsx.claims.vocabulary.applications import (
    ACCEPTED,
    ASKED,
    CARRIED_IN,
    CARRIED_OUT,
    CARRYING,
    CONCLUDED,
    NEW,
    RECEIVED,
    TOPIC,
)
from govxlsx.claims.vocabulary.disclosure import ADDED
from govxlsx.claims.vocabulary.proceedings import AFTER, DIRECT, LITIGATION, LOST, RECONSIDERATION
from govxlsx.claims.vocabulary.results import LISTED, REST

CORRECTING = "更正"
"""What is asked to be corrected is no application for disclosure."""

WHY = ("因", "由于", "因为")
_BETWEEN = frozenset(
    (
        Kind.JOIN,
        Kind.INFO,
        Kind.BRINGING,
        Kind.CLIENT,
        Kind.WHOLE,
        Kind.EACH,
        Kind.CAUSE,
        Kind.PRESENT,
    )
)
"""What may stand between two terms that share a number."""


def named(terms: list[Token], thread: Thread, *, each: bool) -> list[Reading]:
    """Return the fields that the words before a number name; ``terms`` are they, the nearest first.

    ``each``: the number holds for every one of them (均为0件), not for all together.
    """
    if not terms:
        return []
    head = terms[0]
    if head.meaning == ADDED and any(each.kind in _ADDED_TO for each in terms):
        terms = terms[1:]
        head = next(each for each in terms if each.kind in _ADDED_TO)
    if head.kind is Kind.RECEIVE and thread.topic is Topic.PROCEEDINGS:
        head = next((each for each in terms if each.kind is Kind.PROCEEDING), head)
        terms = [head, *(one for one in terms if one is not head)]
    if head.kind is Kind.APPLICATION and (better := _telling(terms)) is not None:
        head = better
        terms = [head, *(one for one in terms if one is not head)]
    reader = _READERS.get(head.kind)
    found = reader(head, terms, thread, each) if reader is not None else []
    return [*found, *_beside(terms, thread)] if each and found else found


_ADDED_TO = (Kind.DECISION, Kind.APPLICATION, Kind.PROCEEDING)
"""What 新增 says nothing more of: 行政处罚新增12件."""


def _telling(terms: list[Token]) -> Token | None:
    """Return what says more of 申请 than that it was received: 不予公开的申请, 自然人申请."""
    for each in terms[1:]:
        if each.kind in (Kind.RECEIVE, Kind.JOIN, Kind.CONCLUDE, Kind.HANDLE):
            return None
        if each.kind in (Kind.GROUP, Kind.ITEM, Kind.CARRIED, Kind.UNDECIDED):
            return None if each.meaning == LISTED else each
        if each.kind in (Kind.APPLICANT, Kind.REST):
            return each
    return None


def joined(terms: list[Token]) -> list[Token]:
    """Return the nearest term with those of its kind that share its number."""
    found = [terms[0]]
    for each in terms[1:]:
        if each.kind is terms[0].kind:
            found.append(each)
        elif each.kind not in _BETWEEN:
            break
    return found


def _same(terms: list[Token], each: bool) -> list[str]:
    """Return the meanings of the terms that share a number; [] where it is of all together."""
    names = list(dict.fromkeys(one.meaning for one in joined(terms)))
    return names if each or len(names) == 1 else []


def _beside(terms: list[Token], thread: Thread) -> list[Reading]:
    """Return what stands beside the words that share a number: 申请、复议、诉讼均为0件."""
    rest = terms[terms.index(joined(terms)[-1]) + 1 :]
    nouns = [one for one in rest if one.kind not in (*_BETWEEN, Kind.APPLICATION)]
    pair = (terms[0].kind, nouns[0].kind if nouns else Kind.UNKNOWN)
    if pair != _LAST_OF_ALL:
        nouns = [one for one in rest if one.kind not in _BETWEEN]
        pair = (terms[0].kind, nouns[0].kind if nouns else Kind.UNKNOWN)
    if pair in _NEIGHBOURS and any(one.kind is Kind.JOIN for one in rest):
        return _READERS[nouns[0].kind](nouns[0], nouns, thread, True)
    return []


_LAST_OF_ALL = (Kind.REST, Kind.APPLICANT)
_NEIGHBOURS = ((Kind.PROCEEDING, Kind.APPLICATION), _LAST_OF_ALL)
"""What may share a number with what stands before it."""


def _stage(head: Token, terms: list[Token], thread: Thread, _: bool) -> list[Reading]:
    """Read 申请, 收到, 办理 and 办结."""
    noun = next((each for each in terms if each.kind is Kind.APPLICATION), None)
    receive = next((each for each in terms if each.kind is Kind.RECEIVE), None)
    kinds = {each.kind for each in terms}
    if _is_other(noun, receive, terms, thread):
        return []
    about = noun is not None or (receive is not None and Kind.INFO in kinds)
    asked = noun is not None and noun.meaning == ASKED
    part = Kind.CHANNEL in kinds and _is_part(thread, kinds, asked=asked)
    if part or not (about or _is_ours(head, receive, thread)):
        return []
    carried = [each.meaning for each in terms if each.kind is Kind.CARRIED]
    if carried and receive is not None:
        return [(ACCEPTED, ())] if carried[0] == CARRIED_IN else []
    listed = thread.listed[thread.begun :]
    if head.kind is Kind.HANDLE and receive is None and any(map(_is_result, listed)):
        return []
    if head.kind is Kind.CONCLUDE and receive is not None and _is_apart(terms):
        kinds = kinds - {Kind.RECEIVE}
    return _done(kinds, noun)


def _is_other(
    noun: Token | None, receive: Token | None, terms: list[Token], thread: Thread
) -> bool:
    """Tell whether 申请 or 办结 is of what the form does not count: a topic, a cause, one's own."""
    why = noun is None and any(each.meaning in WHY for each in terms if each.kind is Kind.CAUSE)
    topic = noun is not None and noun.meaning == TOPIC
    one = receive is None and any(_is_person(each) for each in terms)
    correcting = any(each.meaning == CORRECTING for each in terms)
    return thread.topic is Topic.ELSEWHERE or topic or why or one or correcting


def _is_result(name: str) -> bool:
    """Tell whether a field is one of the results, behind which 办理 is another one."""
    stages = (RECEIVED, CARRIED_IN, ACCEPTED, CONCLUDED, CARRIED_OUT)
    return name.startswith("applications.") and not name.startswith(stages)


def _is_apart(terms: list[Token]) -> bool:
    """Tell whether a noun without 和 stands between what came in and what was done.

    收到申请后办结19件 is of what was done, 收到申请并办结19件 is of both.
    """
    nouns = [each.kind for each in terms if each.kind in (Kind.APPLICATION, Kind.RECEIVE)]
    return nouns[:1] == [Kind.APPLICATION] and not any(each.kind is Kind.JOIN for each in terms)


def _is_person(token: Token) -> bool:
    """Tell whether a word names who applied: 办结自然人申请16件 is a cell that nobody claims."""
    return token.kind is Kind.APPLICANT and token.meaning != LOOSE


def _done(kinds: set[Kind], noun: Token | None) -> list[Reading]:
    """Return the stages that the verbs beside a number name, by the noun alone what came in."""
    found: list[Reading] = [(RECEIVED, (ACCEPTED,))] if Kind.RECEIVE in kinds else []
    if Kind.CONCLUDE in kinds:
        return [*found, (CONCLUDED, ())]
    if found:
        return found
    if Kind.HANDLE in kinds:
        return [(CONCLUDED, (RECEIVED, ACCEPTED))]
    told = noun is not None and Kind.CAUSE not in kinds
    return [(RECEIVED, (ACCEPTED, CONCLUDED))] if told else []


def _is_part(thread: Thread, kinds: set[Kind], *, asked: bool) -> bool:
    """Tell whether a number is of one channel of several: 网络申请3件、信函申请38件."""
    done = asked or kinds & {Kind.RECEIVE, Kind.HANDLE, Kind.CONCLUDE}
    return not done or thread.channels > 1 or RECEIVED in thread.listed[thread.begun :]


def _is_ours(head: Token, receive: Token | None, thread: Thread) -> bool:
    """Tell whether 收到 or 办结 without a noun speaks of applications."""
    if receive is not None and receive.meaning == NEW:
        return thread.topic is not Topic.ELSEWHERE
    if thread.topic is Topic.APPLICATIONS:
        return True
    if thread.topic is not Topic.OPEN:
        return False
    return head.kind is Kind.CONCLUDE or thread.concludes


def _carried(head: Token, terms: list[Token], thread: Thread, _: bool) -> list[Reading]:
    if thread.topic in (Topic.ELSEWHERE, Topic.PROCEEDINGS):
        return []
    if any(each.kind is Kind.RECEIVE for each in terms) and head.meaning == CARRIED_IN:
        joint = any(each.kind is Kind.JOIN for each in terms)
        return [(ACCEPTED, ())] if joint else [(CARRIED_IN, ())]
    return [(head.meaning, ())]


def _moved(head: Token, terms: list[Token], thread: Thread, _: bool) -> list[Reading]:
    """Read a 结转 without years by what was told last: 新收56件，结转2件; 办结45件，结转3件."""
    if thread.topic is Topic.ELSEWHERE or not thread.listed or head.meaning not in CARRYING:
        return []
    if thread.listed[-1] == RECEIVED:
        return [(CARRIED_IN, ())]
    told = thread.listed[-1]
    results = told.startswith("applications.") and told not in (CARRIED_IN, CARRIED_OUT, ACCEPTED)
    return [(CARRIED_OUT, ())] if results and told.count(".") == 1 else []


def _results(head: Token, terms: list[Token], thread: Thread, each: bool) -> list[Reading]:
    if thread.topic is Topic.ELSEWHERE:
        return []
    items = [one for one in terms if one.kind is Kind.ITEM]
    same = _same(terms, each)
    if head.kind is Kind.GROUP and items and not each:
        item = items[0]
        if len({one.meaning for one in items}) > 1:
            return []
        group = ".".join(item.meaning.split(".")[:2])
        others = () if group == head.meaning else (head.meaning,)
        return [(item.meaning, (*item.alternatives, *others)[:2])]
    if head.kind is Kind.GROUP and head.meaning == LISTED:
        info = any(one.kind is Kind.INFO for one in terms)
        return [(_DISCLOSED, ())] if not info and _among_results(thread) else []
    if head.kind is Kind.ITEM and head.meaning == REST and thread.topic is Topic.PROCEEDINGS:
        return _outcome("other", terms, thread, ())
    by_name = {one.meaning: one.alternatives for one in terms}
    return [(name, by_name.get(name, ())) for name in same if name != LISTED]


_DISCLOSED = "applications.disclosed"


def _among_results(thread: Thread) -> bool:
    """Tell whether a list of results is in hand, or other results stand in the sentence."""
    if thread.results and thread.topic is Topic.APPLICATIONS:
        return True
    return any(
        name.startswith(RECEIVED) or name in (CONCLUDED, ACCEPTED) or name.count(".") == 1
        for name in thread.listed
        if name.startswith("applications.")
    )


def _applicants(head: Token, terms: list[Token], thread: Thread, each: bool) -> list[Reading]:
    if thread.topic is Topic.ELSEWHERE:
        return []
    told = thread.listed if thread.parted else thread.listed[thread.begun :]
    base = [name for name in told if name.count(".") == 1]
    if base and base[-1] in (ACCEPTED, CONCLUDED):
        return []
    kinds = {one.kind for one in terms}
    if kinds & {Kind.CONCLUDE, Kind.CARRIED} and Kind.RECEIVE not in kinds:
        return []
    split = any(name.startswith(f"{RECEIVED}.") for name in thread.listed)
    if head.meaning == LOOSE:
        noun = bool(kinds & {Kind.APPLICATION, Kind.RECEIVE}) or split or RECEIVED in thread.listed
        whole = (RECEIVED,) if RECEIVED not in thread.listed else ()
        return [(PERSON, whole)] if noun else []
    return [(name, ()) for name in _same(terms, each) if name != LOOSE]


def _proceedings(head: Token, terms: list[Token], thread: Thread, each: bool) -> list[Reading]:
    return [(name, ()) for name in _same([head, *_behind(head, terms)], each)]


def _behind(head: Token, terms: list[Token]) -> list[Token]:
    return terms[terms.index(head) + 1 :]


def decides(terms: list[Token]) -> bool:
    """Tell whether cases were taken in by who decides them: 受理行政复议申请368件.

    Not where they are said to be about disclosure, or to have been brought about.
    """
    own = (Kind.INFO, Kind.APPLICATION, Kind.BRINGING)
    if not any(each.kind is Kind.PROCEEDING for each in terms):
        return False
    taking = [each for each in terms if each.kind in (Kind.RECEIVE, Kind.HANDLE)]
    takes = bool(taking)
    if takes and any(
        each.meaning == RECONSIDERATION and each.start < taking[-1].start
        for each in terms
        if each.kind is Kind.CLIENT
    ):
        return True
    return takes and not any(each.kind in own or each.meaning in WHY for each in terms)


def _outcomes(head: Token, terms: list[Token], thread: Thread, _: bool) -> list[Reading]:
    case = next((one.meaning for one in terms if one.kind is Kind.PROCEEDING), "")
    case = case or (_decided_by(terms) if head.meaning in _DECIDED else "")
    if thread.topic is not Topic.PROCEEDINGS and not case:
        began = thread.topic is Topic.OPEN and head.meaning == "open"
        if thread.topic is not Topic.APPLICATIONS and not began:
            return []
        if head.kind is Kind.UNDECIDED:
            return [(CARRIED_OUT, ())]
        return [(REST, ("applications.other",))] if head.meaning == "other" else []
    if head.kind is Kind.UNDECIDED:
        return _outcome("pending", terms, thread, ())
    if head.meaning == "dismissed":
        return _outcome("upheld", terms, thread, ("other",))
    return _outcome("corrected" if head.meaning == LOST else head.meaning, terms, thread, ())


_DECIDED = ("upheld", "dismissed", "corrected", LOST)


def _decided_by(terms: list[Token]) -> str:
    """Return what case it is that 复议机关 or 法院 decided, "" where neither is named."""
    return next((one.meaning for one in terms if one.meaning in _DECIDING), "")


_DECIDING = (RECONSIDERATION, LITIGATION)


def _outcome(
    name: str, terms: list[Token], thread: Thread, others: tuple[str, ...]
) -> list[Reading]:
    cases = [one for one in terms if one.kind is Kind.PROCEEDING]
    at = cases[0].meaning if cases else _at(terms, thread)
    if not at or len({one.meaning for one in cases}) > 1:
        return []
    return [(f"{at}.{name}", tuple(f"{at}.{other}" for other in others))]


def _at(terms: list[Token], thread: Thread) -> str:
    """Return of which case an outcome is: the one in hand, unless another one decided it."""
    by = _decided_by(terms)
    told = thread.proceeding
    both = by == LITIGATION and told in (DIRECT, AFTER)
    return told if both or not by else by


ACTS = {"issued": ("issued", "produced")}
"""制发 is the form's 制发 in one edition and its 新制作 in the other."""


def _documents(head: Token, terms: list[Token], thread: Thread, each: bool) -> list[Reading]:
    if thread.topic is not Topic.DOCUMENTS:
        return []
    act = next((one.meaning for one in terms if one.kind is Kind.ACT), "")
    if not act and thread.listed and thread.listed[-1].startswith("disclosure."):
        goes_on = bool(thread.terms) and thread.terms[0].kind is Kind.DOCUMENT
        act = thread.act if head.kind is Kind.DOCUMENT and goes_on else ""
    if not act and thread.parted and head.kind is Kind.DOCUMENT:
        act = thread.act if thread.act == "issued" else ""
    if act == ADDED:
        told = thread.listed[thread.begun :]
        ours = any(one.kind is Kind.DOCUMENT for one in terms)
        ours = ours or bool(told and told[-1].startswith("disclosure."))
        ours = ours and all(one.kind is not Kind.GROUP for one in terms)
        act = "issued" if ours else ""
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


def _decisions(head: Token, terms: list[Token], thread: Thread, each: bool) -> list[Reading]:
    column = next((one.meaning for one in terms if one.kind is Kind.COLUMN), "decisions")
    column = "change" if column == "fewer" else column
    names = list(dict.fromkeys(one.meaning for one in terms if one.kind is Kind.DECISION))
    if not names:
        known = thread.topic is Topic.DECISIONS and thread.decision
        return [(f"disclosure.{thread.decision}.{column}", ())] if known else []
    if len(names) > 1 and not each:
        return []
    return [(f"disclosure.{name}.{column}", ()) for name in names]


def _rest(head: Token, terms: list[Token], thread: Thread, __: bool) -> list[Reading]:
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
    stages = (RECEIVED, CARRIED_IN, ACCEPTED, CONCLUDED, CARRIED_OUT)
    if last.startswith("applications.") and last not in stages:
        return [("applications.other", (REST,))]
    return []


def _withdrawn(token: Token) -> bool:
    item = token.kind is Kind.ITEM and token.meaning == REST
    return item or (token.kind is Kind.OUTCOME and token.meaning == "other")


def _sum(_: Token, __: list[Token], thread: Thread, ___: bool) -> list[Reading]:
    return together(thread)


def together(thread: Thread) -> list[Reading]:
    """Read 合计 or a number that stands alone: 一 and 二, applicants, results or outcomes."""
    listed = thread.listed[thread.begun :] or thread.listed
    stages = [name for name in listed if name.count(".") == 1]
    if thread.topic is Topic.PROCEEDINGS:
        total = thread.proceeding
        return [(total, ())] if listed and listed[-1].startswith(f"{total}.") else []
    if set(stages[-2:]) == {RECEIVED, CARRIED_IN}:
        return [(ACCEPTED, ())]
    if listed and listed[-1].startswith(f"{RECEIVED}."):
        return [(RECEIVED, (ACCEPTED,))]
    results = [
        name
        for name in listed
        if name.startswith("applications.") and name not in (RECEIVED, CARRIED_IN)
    ]
    groups = {".".join(name.split(".")[:2]) for name in results}
    if (
        len(groups) == 1
        and CONCLUDED not in groups
        and all(name.count(".") > 1 for name in results)
    ):
        return [(groups.pop(), (CONCLUDED,))]
    return [(CONCLUDED, ())] if len(results) > 1 else []


_READERS: dict[Kind, Callable[[Token, list[Token], Thread, bool], list[Reading]]] = {
    Kind.APPLICATION: _stage,
    Kind.RECEIVE: _stage,
    Kind.HANDLE: _stage,
    Kind.CONCLUDE: _stage,
    Kind.CARRIED: _carried,
    Kind.MOVE: _moved,
    Kind.PROCEEDING: _proceedings,
    Kind.GROUP: _results,
    Kind.ITEM: _results,
    Kind.APPLICANT: _applicants,
    Kind.OUTCOME: _outcomes,
    Kind.UNDECIDED: _outcomes,
    Kind.ACT: _documents,
    Kind.DOCUMENT: _documents,
    Kind.DECISION: _decisions,
    Kind.COLUMN: _decisions,
    Kind.REST: _rest,
    Kind.SUM: _sum,
}
HEADS = frozenset((*_READERS, Kind.MONEY, Kind.CHANNEL))
"""What a number can be of."""
