"""The base of a sentence's claims: what was handled includes what was carried in."""

from govxlsx.claims.model import Claim
from govxlsx.claims.vocabulary.applications import (
    ACCEPTED,
    CARRIED_IN,
    CARRIED_OUT,
    CONCLUDED,
    RECEIVED,
)


def _is_of_both(found: list[Claim], place: int) -> bool:
    """Tell whether a 结转 is told by its directions behind it: 结转10件，其中上年6件、下年4件."""
    moved = {CARRIED_IN, CARRIED_OUT}
    if found[place].field not in moved:
        return False
    behind = found[place + 1 : place + 3]
    whole = sum(int(each.value) for each in behind)
    return {each.field for each in behind} == moved and whole == found[place].value


def _adds_up(row: list[Claim]) -> bool:
    """Tell whether what came in is told twice, the first time with what was carried in.

    So is 处理92件，其中新收91件，上年结转1件.
    """
    if [each.field for each in row[1:]] != [RECEIVED, CARRIED_IN]:
        return False
    if row[0].field != RECEIVED and ACCEPTED not in row[0].alternatives:
        return False
    return row[2].value != 0 and row[0].value == row[1].value + row[2].value


def based(found: list[Claim]) -> list[Claim]:
    """Return claims with the base told that includes what was carried in.

    处理986件（其中含上年结转58件），答复921件: the first is what was accepted. So is it in
    受理3件，其中新收2件，上年结转1件.
    """
    if len(found) < 2:
        return found
    found = [each for place, each in enumerate(found) if not _is_of_both(found, place)]
    changed = list(found)
    for place, each in enumerate(found[:-1]):
        if _adds_up(found[place : place + 3]):
            other = (CONCLUDED,) if each.field == CONCLUDED else ()
            changed[place] = Claim(ACCEPTED, each.value, each.start, each.end, other)
            continue
        if each.field != CONCLUDED or ACCEPTED not in each.alternatives:
            continue
        behind = found[place + 1 : place + 3]
        carried = behind[0].field == CARRIED_IN and behind[0].start - each.end < 8
        done = any(one.field == CONCLUDED and not one.alternatives for one in behind)
        if carried or done:
            rest = tuple(one for one in each.alternatives if one != ACCEPTED)
            others = rest if done else (CONCLUDED, *rest)
            changed[place] = Claim(ACCEPTED, each.value, each.start, each.end, others)
    return changed
