"""From 申请, 收到, 办结 and 结转 to what came in, was concluded and carried over."""

from govxlsx.claims.model import Kind, Reading, Token
from govxlsx.claims.scanning import WITHIN
from govxlsx.claims.topics import Thread, Topic
from govxlsx.claims.vocabulary.applicants import LOOSE
from govxlsx.claims.vocabulary.applications import (
    ACCEPTED,
    ASKED,
    BARE,
    CARRIED_IN,
    CARRIED_OUT,
    CARRYING,
    CONCLUDED,
    MATTERS,
    NEW,
    PEOPLE,
    RECEIVED,
    TOPIC,
)
from govxlsx.claims.vocabulary.asides import WHY
from govxlsx.claims.vocabulary.proceedings import LITIGATION, RECONSIDERATION

_DECIDERS = (RECONSIDERATION, LITIGATION)
"""What 复议机关 and 法院 mean, which take in no applications."""

_OF_PARTS = (WITHIN, "各")
"""What says that a number is of a part: 15件申请中, 分别于2月、5月各收到2件."""

CORRECTING = "更正"
"""What is asked to be corrected is no application for disclosure; what is paid for is a part."""


def stage(head: Token, terms: list[Token], thread: Thread, each: bool) -> list[Reading]:
    """Read 申请, 收到, 办理 and 办结."""
    noun = next((each for each in terms if each.kind is Kind.APPLICATION), None)
    receive = next((each for each in terms if each.kind is Kind.RECEIVE), None)
    kinds = {each.kind for each in terms}
    if thread.topic is Topic.ELSEWHERE or _is_other(noun, kinds, terms):
        return []
    already = RECEIVED in thread.listed
    again = already and any(each.meaning in _OF_PARTS for each in terms)
    again = again or (already and receive is not None and receive.meaning == PEOPLE)
    if again or (not each and is_with_others(terms)):
        return []
    about = noun is not None or (receive is not None and Kind.INFO in kinds)
    asked = noun is not None and noun.meaning == ASKED
    part = Kind.CHANNEL in kinds and _is_part(terms, thread, kinds, asked=asked)
    if part or not (about or _is_ours(head, receive, thread)):
        return []
    carried = [each.meaning for each in terms if each.kind is Kind.CARRIED]
    if carried and receive is not None:
        alone = receive.meaning == NEW and Kind.JOIN not in kinds
        both = ACCEPTED if Kind.JOIN in kinds or noun is not None else CARRIED_IN
        told = RECEIVED if alone else both if carried[0] == CARRIED_IN else ""
        return [(told, ())] if told else []
    listed = thread.in_hand
    if head.kind is Kind.HANDLE and receive is None and any(map(is_result, listed)):
        return []
    if head.kind is Kind.CONCLUDE and receive is not None and _is_apart(terms):
        kinds = kinds - {Kind.RECEIVE}
    found = _done(kinds, noun)
    apiece = each and head.kind is Kind.CONCLUDE and Kind.RECEIVE not in kinds
    return [(RECEIVED, ()), *found] if apiece and _is_named_beside(head, noun, terms) else found


def _is_named_beside(head: Token, noun: Token | None, terms: list[Token]) -> bool:
    """Tell whether 申请 shares its number with 办结: 申请、办结均为12件."""
    between = terms[terms.index(head) + 1 : terms.index(noun)] if noun is not None else []
    return any(each.kind is Kind.JOIN for each in between)


def _is_other(noun: Token | None, kinds: set[Kind], terms: list[Token]) -> bool:
    """Tell whether 申请 or 办结 is of what the form does not count: a topic, a cause, one's own."""
    if noun is None:
        if Kind.CAUSE in kinds and any(each.meaning in WHY for each in terms):
            return True
    elif noun.meaning == TOPIC or (kinds.isdisjoint(_DOING) and _is_of_those(noun, terms)):
        return True
    if Kind.MONEY in kinds or any(each.meaning == CORRECTING for each in terms):
        return True
    if Kind.CLIENT in kinds and any(each.meaning == "各" for each in terms):
        return True  # 收到个人和企业的申请各1件 are two
    if any(each.kind is Kind.CLIENT and each.meaning in _DECIDERS for each in terms):
        return True  # 法院受理不服答复的案件1件
    return Kind.RECEIVE not in kinds and any(map(_is_person, terms))


def _is_of_those(noun: Token, terms: list[Token]) -> bool:
    """Tell whether it is said which applications are meant, or what of them: 来自外地的申请7件."""
    behind = terms[terms.index(noun) + 1 :]
    strange = bool(behind) and behind[0].kind is Kind.UNKNOWN
    those = strange and noun.meaning == BARE and noun.start - behind[0].end == len("的")
    return those or noun.meaning == MATTERS


def is_with_others(terms: list[Token]) -> bool:
    """Tell whether a number is of applications and letters together: 收到来信、申请等26件."""
    row = [each.kind for each in terms if each.kind is not Kind.SUM]
    if Kind.FOREIGN not in row:
        return False
    both = [Kind.APPLICATION, Kind.JOIN, Kind.FOREIGN]
    return any(row[at : at + 3] == both for at in range(len(row) - 2))


_DOING = (Kind.RECEIVE, Kind.HANDLE, Kind.CONCLUDE)


def is_result(name: str) -> bool:
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


def _is_part(terms: list[Token], thread: Thread, kinds: set[Kind], *, asked: bool) -> bool:
    """Tell whether a number is of one channel of several: 网络申请3件、信函申请38件.

    通过网络、信函受理申请9件 is of several together.
    """
    done = asked or kinds & {Kind.RECEIVE, Kind.HANDLE, Kind.CONCLUDE}
    if RECEIVED in thread.in_hand or (CONCLUDED in thread.in_hand and Kind.CONCLUDE in kinds):
        return True
    if not done:
        return thread.channels > 1 or bool(thread.split)
    row = [each.kind for each in terms]
    several = (Kind.CHANNEL, Kind.JOIN, Kind.CHANNEL)
    together = any(tuple(row[at : at + 3]) == several for at in range(len(row)))
    return thread.channels > 1 and not together


def _is_ours(head: Token, receive: Token | None, thread: Thread) -> bool:
    """Tell whether 收到 or 办结 without a noun speaks of applications."""
    if receive is not None and receive.meaning == NEW:
        return thread.topic not in (Topic.ELSEWHERE, Topic.PROCEEDINGS)
    if thread.topic is Topic.APPLICATIONS:
        return True
    if thread.topic is not Topic.OPEN:
        return False
    return head.kind is Kind.CONCLUDE or thread.concludes


def carried_over(head: Token, terms: list[Token], thread: Thread, _: bool) -> list[Reading]:
    """Read 上年结转, 结转下年."""
    if thread.topic in (Topic.ELSEWHERE, Topic.PROCEEDINGS):
        return []
    if any(each.kind is Kind.DOCUMENT for each in terms):
        return []
    if any(each.kind is Kind.RECEIVE for each in terms) and head.meaning == CARRIED_IN:
        joint = any(each.kind is Kind.JOIN for each in terms)
        return [(ACCEPTED, ())] if joint else [(CARRIED_IN, ())]
    return [(head.meaning, ())]


def moved(head: Token, terms: list[Token], thread: Thread, _: bool) -> list[Reading]:
    """Read a 结转 without years by what was told last: 新收56件，结转2件; 办结45件，结转3件."""
    if thread.topic is Topic.ELSEWHERE or not thread.listed or head.meaning not in CARRYING:
        return []
    if thread.listed[-1] == RECEIVED:
        return [(CARRIED_IN, ())]
    told = thread.listed[-1]
    if told == ACCEPTED and RECEIVED in thread.in_hand:
        return [(CARRIED_OUT, ())]  # 收件72，办件70，结转2
    results = told.startswith("applications.") and told not in (CARRIED_IN, CARRIED_OUT, ACCEPTED)
    return [(CARRIED_OUT, ())] if results and told.count(".") == 1 else []
