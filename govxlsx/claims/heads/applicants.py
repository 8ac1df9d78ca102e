"""From 自然人, 商业企业 and their kind to who applied."""

from govxlsx.claims.heads.sharing import sharing_names
from govxlsx.claims.model import Kind, Reading, Token
from govxlsx.claims.topics import Thread, Topic
from govxlsx.claims.vocabulary.applicants import ASKER, LOOSE, PERSON
from govxlsx.claims.vocabulary.applications import ACCEPTED, CONCLUDED, RECEIVED


def applicants(head: Token, terms: list[Token], thread: Thread, each: bool) -> list[Reading]:
    """Read 自然人 and the five kinds of organisations; 公民 and 个人 where it is clear who."""
    if thread.topic is Topic.ELSEWHERE:
        return []
    told = thread.listed if thread.parted else thread.in_hand
    base = [name for name in told if name.count(".") == 1]
    if base and base[-1] in (ACCEPTED, CONCLUDED):
        return []
    kinds = {one.kind for one in terms}
    if kinds & {Kind.CONCLUDE, Kind.CARRIED} and Kind.RECEIVE not in kinds:
        return []
    split = any(name.startswith(f"{RECEIVED}.") for name in thread.listed)
    if head.meaning == LOOSE:
        noun = bool(kinds & {Kind.APPLICATION, Kind.RECEIVE}) or split or RECEIVED in thread.listed
        noun = noun or any(one.meaning == ASKER for one in terms)
        whole = (RECEIVED,) if RECEIVED not in thread.listed else ()
        return [(PERSON, whole)] if noun else []
    return [(name, ()) for name in sharing_names(terms, each) if name != LOOSE]
