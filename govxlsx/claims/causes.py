"""Why something was: 因政府信息公开申请引起的行政复议 tells of no application."""

from dataclasses import replace

from govxlsx.claims.model import Kind, Token


def caused(tokens: list[Token]) -> list[Token]:
    """Return the tokens without what only tells why: 因政府信息公开申请引起的行政复议.

    Applications between 因 and what it brought about are left out; so is one that stands right
    before a proceeding, which is then about it.
    """
    brought = _brought(tokens)
    found: list[Token] = []
    why = ""
    taken = False
    for at, each in enumerate(tokens):
        taken = taken or each.kind is Kind.RECEIVE
        if each.kind is Kind.CAUSE:
            why = each.meaning if brought[at] or not taken else ""
        elif each.kind in (Kind.QUANTITY, Kind.FIGURE, Kind.MARK) or (
            each.kind is Kind.RECEIVE and why in _FIRM
        ):
            why = ""
        elif each.kind is Kind.APPLICATION and (brought[at] or why in _FIRM):
            if brought[at] == "paid":
                found.append(replace(each, kind=Kind.INFO))
                continue
            if not (why == "" and brought[at] == "joined"):
                continue
        elif each.kind in _UNSAID and why and brought[at]:
            continue
        found.append(each)
    return found


_UNSAID = (Kind.HANDLE, Kind.CONCLUDE, Kind.WHOLE, Kind.LAST, Kind.YEAR, Kind.PRESENT)
"""What tells nothing between 因 and what it brought about: 因上年申请引起的行政复议1件."""

_FIRM = ("因", "由于", "因为", "涉及", "涉", "不服")
"""What tells why whatever follows."""


def _brought(tokens: list[Token]) -> list[str]:
    """Tell of every token whether something is brought about behind it, and how it stands to that.

    "" for nothing, "paid" for what was charged, "joined" where 、or 和 stands between and it may
    be named beside it. 被复议机关纠正 is how a case ended, not what brought one about.
    """
    found = [""] * len(tokens)
    state = ""
    ended = False
    for at in range(len(tokens) - 1, -1, -1):
        each = tokens[at]
        found[at] = state
        if each.kind is Kind.PROCEEDING:
            state = "near"
        elif each.kind is Kind.BRINGING and not ended:
            state = state if state == "paid" else "near"
        elif each.kind is Kind.MONEY:
            state = "paid"
        elif each.kind in (Kind.QUANTITY, Kind.FIGURE, Kind.BRACKET) or each.meaning == "零":
            state = ""
        elif each.kind is Kind.NEGATION and at + 1 < len(tokens):
            state = "" if tokens[at + 1].kind is Kind.CAUSE else state
        elif each.kind in (Kind.JOIN, Kind.RECEIVE, Kind.CONCLUDE) and state:
            state = "joined"
        ended = each.kind is Kind.OUTCOME or (ended and each.kind is Kind.CLIENT)
    return found
