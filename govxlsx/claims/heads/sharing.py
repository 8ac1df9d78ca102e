"""Terms that share a number: 行政复议、行政诉讼均为0件."""

from govxlsx.claims.model import Kind, Token

BETWEEN = Kind.of("JOIN INFO BRINGING CLIENT WHOLE EACH CAUSE PRESENT")
"""What may stand between two terms that share a number."""


def joined(terms: list[Token]) -> list[Token]:
    """Return the nearest term with those of its kind that share its number."""
    found = [terms[0]]
    for each in terms[1:]:
        if each.kind is terms[0].kind:
            found.append(each)
        elif each.kind not in BETWEEN:
            break
    return found


def sharing_names(terms: list[Token], each: bool) -> list[str]:
    """Return the meanings of the terms that share a number; [] where it is of all together."""
    names = list(dict.fromkeys(one.meaning for one in joined(terms)))
    return names if each or len(names) == 1 else []
