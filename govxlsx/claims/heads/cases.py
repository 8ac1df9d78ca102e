"""From 行政复议, 行政诉讼 and how they ended to the figures of part four."""

from govxlsx.claims.heads.sharing import sharing_names
from govxlsx.claims.model import Kind, Reading, Token
from govxlsx.claims.topics import Thread, Topic
from govxlsx.claims.vocabulary.applications import CARRIED_OUT, GOT
from govxlsx.claims.vocabulary.asides import WHY
from govxlsx.claims.vocabulary.proceedings import (
    AFTER,
    DEFENDED,
    DIRECT,
    LITIGATION,
    LOST,
    RECONSIDERATION,
)
from govxlsx.claims.vocabulary.results import REST


def proceedings(head: Token, terms: list[Token], thread: Thread, each: bool) -> list[Reading]:
    """Read 行政复议, 行政诉讼 and the two kinds of it: 行政诉讼未经复议直接起诉 is one of these."""
    row = terms[terms.index(head) :]
    if len(row) > 1 and row[1].kind in _ENDS and 0 <= head.start - row[1].end <= len("的"):
        return outcomes(row[1], row, thread, each)  # 被纠正的行政复议2件, 在审行政诉讼1件
    if head.meaning in (DIRECT, AFTER) and [one.meaning for one in row[1:2]] == [LITIGATION]:
        return [(head.meaning, ())]
    return [(name, ()) for name in sharing_names(row, each)]


_ENDS = (Kind.OUTCOME, Kind.UNDECIDED)


def decides(terms: list[Token]) -> bool:
    """Tell whether cases were taken in by who decides them: 受理行政复议申请368件.

    Not where they are said to be about disclosure, or to have been brought about; but always
    where it is said that 复议机构 received them.
    """
    kinds = [each.kind for each in terms]
    if Kind.PROCEEDING not in kinds or (Kind.RECEIVE not in kinds and Kind.HANDLE not in kinds):
        return False
    taking = next(each for each in terms if each.kind in (Kind.RECEIVE, Kind.HANDLE))
    deciders = (each for each in terms if each.kind is Kind.CLIENT)
    if any(each.meaning == RECONSIDERATION and each.start < taking.start for each in deciders):
        return True
    if taking.meaning == GOT and (_is_bare(terms) or any(map(_is_suit, terms))):
        return False
    return not any(each.kind in _OURS or each.meaning in WHY for each in terms)


def _is_suit(token: Token) -> bool:
    """Tell whether a word names litigation, which no office decides: 收到行政诉讼案件1件."""
    return token.kind is Kind.PROCEEDING and token.meaning != RECONSIDERATION


def _is_bare(terms: list[Token]) -> bool:
    """Tell whether cases are named by no more than 复议 or 行政复议: 收到行政复议2件.

    Who decides them receives 行政复议申请, 行政复议案件.
    """
    cases = (each for each in terms if each.kind is Kind.PROCEEDING)
    return all(each.end - each.start <= len("行政复议") for each in cases)


_OURS = (Kind.INFO, Kind.APPLICATION, Kind.BRINGING)


def is_of_any_kind(terms: list[Token], thread: Thread) -> bool:
    """Tell whether litigation may be of any kind: 行政应诉案件53件, told beside none of ours."""
    if all(each.unit != DEFENDED for each in terms) or any(each.kind in _OURS for each in terms):
        return False
    return all(each.start in thread.unsaid for each in thread.cases)


def outcomes(head: Token, terms: list[Token], thread: Thread, _: bool) -> list[Reading]:
    """Read 维持, 纠正, 未审结; of applications 尚在办理 and 撤回."""
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
        return ended("pending", terms, thread, ())
    if head.meaning == "dismissed":
        return ended("upheld", terms, thread, ("other",))
    return ended("corrected" if head.meaning == LOST else head.meaning, terms, thread, ())


_DECIDED = ("upheld", "dismissed", "corrected", LOST)


def _decided_by(terms: list[Token]) -> str:
    """Return what case it is that 复议机关 or 法院 decided, "" where neither is named."""
    return next((one.meaning for one in terms if one.meaning in _DECIDING), "")


_DECIDING = (RECONSIDERATION, LITIGATION)


def ended(name: str, terms: list[Token], thread: Thread, others: tuple[str, ...]) -> list[Reading]:
    """Return an outcome of the case that is named, decided or in hand."""
    cases = [one for one in terms if one.kind is Kind.PROCEEDING]
    if not cases and thread.cases and thread.cases[-1].start in thread.unsaid:
        return []
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
