"""What is said of all of a total, without a number: 行政复议2件，均获维持; 3件，均由自然人提出."""

from govxlsx.claims.model import Claim, Kind, Token
from govxlsx.claims.topics import Thread
from govxlsx.claims.vocabulary.applicants import ASKER, LOOSE, PERSON
from govxlsx.claims.vocabulary.applications import CARRIED_IN, CARRIED_OUT, CONCLUDED, RECEIVED
from govxlsx.claims.vocabulary.proceedings import AFTER, DIRECT, LITIGATION, LOST, RECONSIDERATION
from govxlsx.claims.vocabulary.results import LISTED, OTHER, REST

_OTHERS = {"dismissed": ("upheld", ("other",)), LOST: ("corrected", ())}


def followed(tokens: list[Token], thread: Thread, opener: str) -> list[Claim]:
    """Return the claims that a clause without a number makes of the total told before it."""
    claim = _spoken_of(tokens, thread)
    if claim is None:
        return _of_one_kind(tokens, thread.total) or _by_persons(tokens, thread)
    if any(each.kind is Kind.PART or each.meaning in _APIECE for each in tokens):
        return []
    cases = claim.field.startswith("proceedings.") and claim.field.count(".") == 1
    if any(each.kind is Kind.NEGATION for each in tokens):
        return _denied(claim, tokens, thread) if cases else []
    bracket = opener == "("
    several = thread.parted and not bracket and _of_several(claim, thread)
    if several or (opener == ";" and not cases):
        return []
    whole = bracket or any(each.kind is Kind.WHOLE for each in tokens)
    whole = whole or claim.value == 1 or tokens[0].meaning == ASKER
    if cases and tokens[0].kind is Kind.WHOLE and tokens[-1].kind is Kind.UNDECIDED:
        row = _all_told(claim, thread)
        return [Claim(f"{one.field}.pending", one.value, one.start, tokens[-1].end) for one in row]
    return _said_of_all(tokens, claim, thread, cases=cases, whole=whole)


_APIECE = ("分别", "分别为", "分别是")
"""What tells of each by itself how it was: 2件不予公开，分别是国家秘密和执法案卷."""


def _of_one_kind(tokens: list[Token], total: Claim | None) -> list[Claim]:
    """Return of what kind all litigation was: 行政诉讼2件，均为复议后起诉."""
    if total is None or total.field != LITIGATION or tokens[0].kind is not Kind.WHOLE:
        return []
    kinds = [each for each in tokens if each.kind is Kind.PROCEEDING]
    if [each.meaning in (DIRECT, AFTER) for each in kinds] != [True]:
        return []
    return [Claim(kinds[0].meaning, total.value, total.start, kinds[0].end)]


def _by_persons(tokens: list[Token], thread: Thread) -> list[Claim]:
    """Return that natural persons applied, told a sentence later: 收到8件。申请人均为自然人."""
    came, persons = thread.came, [each for each in tokens if each.meaning == PERSON]
    if came is None or not persons or any(each.startswith(_APPLICANTS) for each in thread.listed):
        return []
    kinds = {each.kind for each in tokens}
    of_all = Kind.WHOLE in kinds or any(each.meaning == ASKER for each in tokens)
    if thread.parted or not (of_all and kinds <= _WHO):
        return []
    return [Claim(PERSON, came.value, came.start, persons[0].end)]


_APPLICANTS = f"{RECEIVED}."
_WHO = Kind.of("WHOLE CLIENT APPLICANT APPLICATION CHANNEL PRESENT")
"""What says no more than who applied, and how."""


def _said_of_all(
    tokens: list[Token], claim: Claim, thread: Thread, *, cases: bool, whole: bool
) -> list[Claim]:
    """Return the claim of the first word that says of a total how all of it was.

    Of a single application it may be why it had no answer: 收到申请1件（本机关不掌握）. Who
    applied is told of what came in alone: not in 受理24件（含上年结转1件），申请人全部为公民.
    """
    carried = claim.field == RECEIVED and CARRIED_IN in thread.in_hand
    single = claim.field == RECEIVED and claim.value == 1
    item = _UNANSWERED if single and tokens[0].kind is not Kind.CAUSE else (f"{claim.field}.",)
    for place, each in enumerate(tokens):
        if (carried and each.kind is Kind.APPLICANT) or (
            each.meaning == LOOSE and not _is_by(tokens, place)
        ):
            continue
        name, others = _said_of(claim.field, each, item, cases=cases, whole=whole)
        if name and thread.knows(name):
            alternatives = tuple(f"{claim.field}.{other}" for other in others)
            return [Claim(name, claim.value, claim.start, each.end, alternatives)]
    return []


_UNANSWERED = ("applications.unavailable.", "applications.not_processed.")
"""Of what kinds is why a single application had no answer."""


def _of_several(claim: Claim, thread: Thread) -> bool:
    """Tell whether 均 may mean both kinds: 直接起诉4件，复议后起诉2件，均未审结."""
    told = thread.in_hand
    outcomes = any(each.startswith((f"{DIRECT}.", f"{AFTER}.")) for each in told)
    return claim.field in (DIRECT, AFTER) and {DIRECT, AFTER} <= set(told) and not outcomes


def _spoken_of(tokens: list[Token], thread: Thread) -> Claim | None:
    """Return the total that words speak of: the last one, or the cases that they name."""
    named = {each.meaning for each in tokens if each.kind is Kind.PROCEEDING}
    if not named or (thread.total is not None and thread.total.field in named):
        return thread.total
    return next((each for each in reversed(thread.cases) if each.field in named), None)


def _said_of(
    total: str, token: Token, item: tuple[str, ...], *, cases: bool, whole: bool
) -> tuple[str, tuple[str, ...]]:
    """Return what a word says of all of a total, and what it may say; so its items begin."""
    name, kind = "", token.kind
    if cases and kind is Kind.OUTCOME:
        name, others = _OTHERS.get(token.meaning, (token.meaning, ()))
        return f"{total}.{name}", others
    if cases and kind is Kind.UNDECIDED:
        name = f"{total}.pending"
    elif total == RECEIVED and whole and kind is Kind.UNDECIDED and token.meaning == "open":
        name = CARRIED_OUT
    elif total == OTHER and kind is Kind.OUTCOME and token.meaning == "other":
        name = REST
    elif kind is Kind.ITEM and token.meaning == REST and (cases or (total == RECEIVED and whole)):
        name = f"{total}.other" if cases else REST
    elif (kind is Kind.ITEM and token.meaning.startswith(item)) or (
        whole and (total, kind) in _OF_ALL and token.meaning != LISTED
    ):
        name = PERSON if token.meaning == LOOSE else token.meaning
    return name, ()


def _all_told(claim: Claim, thread: Thread) -> list[Claim]:
    """Return the cases of which 均未审结 tells: 复议、诉讼 where both were told in the sentence."""
    told = thread.in_hand
    both = {RECONSIDERATION, LITIGATION} <= set(told)
    alike = [each for each in thread.cases[-2:] if each.field in (RECONSIDERATION, LITIGATION)]
    ended = any(each.startswith((f"{RECONSIDERATION}.", f"{LITIGATION}.")) for each in told)
    return alike if both and not ended and len(alike) > 1 else [claim]


def _is_by(tokens: list[Token], place: int) -> bool:
    """Tell whether 个人 are who applied: 均为个人申请; not 均已告知公民."""
    last = tokens[place - 1] if place else None
    # No more than 为 or 由 may stand between.
    return last is not None and last.kind is Kind.WHOLE and tokens[place].start - last.end <= 1


_OF_ALL = (
    (CONCLUDED, Kind.GROUP),
    (CONCLUDED, Kind.ITEM),
    (RECEIVED, Kind.APPLICANT),
    (RECEIVED, Kind.GROUP),
)
"""Of which totals words with 均 tell how all of them were."""


def _denied(claim: Claim, tokens: list[Token], thread: Thread) -> list[Claim]:
    """Return the zeros in 该案未被复议机关纠错, of several kinds of cases in 无败诉或纠错."""
    told = [each.field for each in thread.cases if each.field in thread.in_hand]
    found: dict[str, Claim] = {}
    for each in tokens:
        if each.kind is Kind.OUTCOME and each.meaning in ("corrected", LOST):
            own = LITIGATION if each.meaning == LOST else RECONSIDERATION
            name = f"{own if own in told else claim.field}.corrected"
            found.setdefault(name, Claim(name, 0, claim.start, each.end))
    return list(found.values())
