"""From clauses to claims: every number goes to the words that it is of, sentence by sentence."""

from govxlsx.claims import units
from govxlsx.claims.counting import REMEMBERED, of_number
from govxlsx.claims.heads import HEADS, is_result
from govxlsx.claims.model import Claim, Clause, Kind, Piece, Sentence, Token
from govxlsx.claims.naming import is_title
from govxlsx.claims.predicates import LOOSE_FIT
from govxlsx.claims.scanning import BODY, WITHIN
from govxlsx.claims.sentences import is_parting
from govxlsx.claims.topics import Thread, Topic
from govxlsx.claims.vocabulary.applicants import ASKER
from govxlsx.claims.vocabulary.applications import ACCEPTED, CARRIED_IN, CARRIED_OUT, RECEIVED
from govxlsx.claims.ways import in_all_ways
from govxlsx.claims.wholes import followed
from govxlsx.claims.zeros import zeros


def read(sentence: Sentence, at: int, thread: Thread) -> list[Claim]:
    """Return the claims of a sentence that stands at a place; the thread goes on behind it."""
    thread.open(sentence, at)
    if not sentence.clauses:
        for tokens in sentence.steering:
            thread.follow(tokens)
        return []
    if thread.topic is Topic.PROCEEDINGS and sentence.ours:
        thread.topic = Topic.APPLICATIONS
    found = [claim for clause in sentence.clauses for claim in _clause(clause, thread)]
    if len(thread.split) > 1:
        found.extend(in_all_ways(thread, sentence.words))
    if thread.unsaid:
        found = [each for each in found if each.start not in thread.unsaid]
    if len(found) > 2:
        found = _but_for_shared(found)
    if len(found) > 1 and found[0].field == CARRIED_IN and _are_of_these(found, sentence):
        found = found[:1]
    return found


def _but_for_shared(found: list[Claim]) -> list[Claim]:
    """Return claims without a result told of those new and of those carried in: neither is all.

    新收17件，予以公开13件；上年结转1件，予以公开1件.
    """
    carried = next((at for at, each in enumerate(found) if each.field == CARRIED_IN), 0)
    theirs = [each for each in found[carried + 1 :] if is_result(each.field)] if carried else []
    if not theirs or sum(each.value for each in theirs) != found[carried].value:
        return found
    shared = {each.field for each in theirs} & {each.field for each in found[:carried]}
    return [each for each in found if each.field not in shared]


def _are_of_these(found: list[Claim], sentence: Sentence) -> bool:
    """Tell whether results are of those carried in alone: 上年结转4件，其中公开3件、不予公开1件."""
    first, *parts = found
    told = [each.value for each in parts if each.field.count(".") == 1]
    if any(each.field in (RECEIVED, ACCEPTED, CARRIED_OUT) for each in parts):
        return False
    return sum(told) <= first.value and any(
        (is_parting(each) or each.meaning == WITHIN) and first.end <= each.start < parts[0].start
        for clause in sentence.clauses
        for each in clause.tokens
    )


def _clause(clause: Clause, thread: Thread) -> list[Claim]:
    if thread.bound and clause.opener == ";":
        thread.topic, thread.bound = Topic.STALE, False
    found: list[Claim] = []
    counted = theirs = some = False
    done: set[int] = set()
    for piece in clause.pieces:
        _turn(thread, piece, first=not counted and clause.opener != "(")
        if piece.number is not None:
            claims = of_number(piece, thread.counted(piece.number), thread, clause.opener)
            found += claims
            counted = True
            some = thread.parted and not claims
            theirs = piece.number.unit in units.BODIES
        elif not theirs and piece.kinds != {Kind.BRACKET}:
            found += _uncounted(piece, clause, thread, counted=counted)
        for row in (piece.left, piece.right) if clause.brackets else ():
            for place, each in enumerate(row):
                if each.kind is Kind.BRACKET and each.start not in done:
                    done.add(each.start)
                    inside = clause.brackets[int(each.value)]
                    claims = _bracket(inside, thread, _before(row, place))
                    found += _but_for_results(claims, piece, thread) if some else claims
    return found


def _but_for_results(claims: list[Claim], piece: Piece, thread: Thread) -> list[Claim]:
    """Return the claims of a bracket behind some applications: 其中涉及土地21件（8件予以公开）."""
    results = [each for each in claims if is_result(each.field)]
    if piece.number is None or [each.kind for each in piece.right[:1]] != [Kind.BRACKET]:
        return claims
    of_all = sum(each.value for each in results) > thread.counted(piece.number).value
    return claims if of_all else [each for each in claims if each not in results]


def _turn(thread: Thread, piece: Piece, *, first: bool) -> None:
    """Go on behind the words before a number: what they speak of, and of which year."""
    left, alone = piece.left, piece.number is None
    if alone and left[0].kind is Kind.WHOLE and thread.total is not None:
        return
    if Kind.PART in piece.kinds and any(map(is_parting, left)):
        thread.parted = True
    thread.follow(left)
    if not first or piece.kinds.isdisjoint(_TURNING):
        return
    years = [each for each in left if each.kind in _YEARS]
    if Kind.SINCE in piece.kinds:
        # 清理2015年以来的规范性文件，继续有效17件: what is in force is so now.
        thread.past = not (alone and Kind.DOCUMENT in piece.kinds)
    elif years and years[0].kind is Kind.PRESENT:
        thread.past = False
    elif alone and len(left) == 1 and left[0].kind in (Kind.YEAR, Kind.LAST):
        thread.past = True


_YEARS = (Kind.YEAR, Kind.LAST, Kind.PRESENT)
_TURNING = frozenset((*_YEARS, Kind.SINCE))


def _before(row: list[Token], place: int) -> tuple[Token, ...]:
    """Return what stands right before a bracket, which may hold its number: 不掌握（9件）."""
    found: list[Token] = []
    strange = False
    for each in reversed(row[max(0, place - REMEMBERED) : place]):
        if found and each.kind in (Kind.BRACKET, Kind.PART, *_COUNTS):
            break
        if each.kind in HEADS:
            found.append(each)
        elif not found and each.meaning == BODY:
            return (each,)
        elif not found and each.kind not in _LIGHT:
            if strange or (
                each.kind is Kind.JOIN and place > 1 and row[place - 1].kind is Kind.UNKNOWN
            ):
                # 申请以征地拆迁为主（18件）、规划审批（9件）: of some.
                return (each,)
            if each.kind is not Kind.UNKNOWN:
                return ()
            strange = True
    return () if strange and found and found[0].kind not in LOOSE_FIT else tuple(found)


def _is_of_last_year(tokens: list[Token], kinds: set[Kind]) -> bool:
    """Tell whether it is denied of another year: 去年未收到申请, but not 上年度无结转."""
    return tokens[0].kind in (Kind.LAST, Kind.YEAR) and kinds.isdisjoint(_OF_THIS_YEAR)


_OF_THIS_YEAR = Kind.of("MOVE CARRIED COMPARED PRESENT UNDECIDED SINCE")
_SAYING_NONE = (Kind.NEGATION, Kind.PRESENT, Kind.BRINGING, Kind.WHOLE)
_COUNTS = (Kind.QUANTITY, Kind.FIGURE)
_LIGHT = (Kind.INFO, Kind.BRINGING, Kind.CLIENT)


def _bracket(clauses: list[Clause], thread: Thread, named: tuple[Token, ...]) -> list[Claim]:
    """Return the claims of a bracket; what is spoken of in it is left behind where it closes."""
    inside = thread.copied()
    inside.compared = False
    inside.named = named or inside.named
    found = [claim for clause in clauses for claim in _clause(clause, inside)]
    thread.unsaid = inside.unsaid
    if found:
        thread.listed = inside.listed
        if thread.compared:
            thread.compared, thread.named = False, ()
    return found


def _uncounted(piece: Piece, clause: Clause, thread: Thread, *, counted: bool) -> list[Claim]:
    """Return the claims of words without a number: zeros, and what is said of all of a total."""
    tokens, kinds = piece.left, piece.kinds
    if thread.denied:
        if not counted and (claims := _going_on(tokens)):
            return claims
        thread.denied = False
    whole = Kind.WHOLE in kinds or not (counted or _counts_inside(clause))
    told = thread.total is not None or thread.came is not None or bool(thread.cases)
    claims = followed(tokens, thread, clause.opener) if whole and told else []
    if claims:
        thread.add(each.field for each in claims if each.field.count(".") > 1)
        thread.total = None
        return claims
    if Kind.NEGATION in kinds and not (thread.past or _is_of_last_year(tokens, kinds)):
        words = tokens
        titled = clause.opener == ":" or is_title(thread.named)
        if titled and all(each.kind in _SAYING_NONE for each in tokens):
            words = [*reversed(thread.named), *tokens]
        claims = zeros(words, thread)
        if claims:
            thread.add(each.field for each in claims)
            thread.total = None
            if claims[0].field.startswith("applications."):
                thread.topic = Topic.APPLICATIONS
            last = claims[-1].field
            thread.denied = last.startswith("proceedings.") and last.count(".") == 1
            return claims
    if not _still_spoken_of(thread.total, tokens):
        thread.total = None
    thread.named = tuple(reversed(tokens[-REMEMBERED:]))
    return []


def _still_spoken_of(total: Claim | None, tokens: list[Token]) -> bool:
    """Tell whether a total is spoken of behind words that claim nothing.

    Cases are; applications are where it was told how all of them came, 均为线上申请, or that it
    was spoken with who applied: 经与申请人沟通，均已撤回.
    """
    if total is None:
        return False
    came = tokens[0].kind is Kind.WHOLE and any(each.kind is Kind.CHANNEL for each in tokens)
    asked = any(each.meaning == ASKER for each in tokens)
    asked = asked and {each.kind for each in tokens} <= _WITH_ASKERS
    return "proceedings" in total.field or came or asked


_WITH_ASKERS = Kind.of("CLIENT CHANNEL UNKNOWN INFO JOIN BRINGING CAUSE")
"""What says no more than that it was spoken with who applied: 经与申请人沟通."""


def _counts_inside(clause: Clause) -> bool:
    """Tell whether the numbers of a clause stand in its brackets: 不掌握（9件）."""
    inside = (each for row in clause.brackets for one in row for each in one.tokens)
    return any(each.kind is Kind.QUANTITY for each in inside)


def _going_on(tokens: list[Token]) -> list[Claim]:
    """Return the zeros that a negation reaches over a comma: 无行政复议，提起行政诉讼情形发生."""
    plain = all(
        each.kind in (Kind.PROCEEDING, Kind.JOIN, Kind.BRINGING, Kind.INFO) for each in tokens
    )
    cases = [each for each in tokens if each.kind is Kind.PROCEEDING] if plain else []
    return [Claim(each.meaning, 0, each.start, each.end) for each in cases]
