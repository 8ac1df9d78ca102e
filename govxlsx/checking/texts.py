"""Looks through everything that a report says in words: text, notes, entries, explanations."""

import re
from collections.abc import Iterator

from govxlsx.checking.case import Case, Passage


def matches(case: Case, *patterns: re.Pattern[str]) -> Iterator[tuple[Passage, re.Match[str]]]:
    """Yield where one of the patterns occurs, passage by passage.

    All texts are searched at once first. A pattern that begins with a plain character, what stands
    before it looked at afterwards, is found ten times as quickly.
    """
    occurring = [each for each in patterns if each.search(case.wording)]
    for passage in case.texts if occurring else ():
        for pattern in occurring:
            for match in pattern.finditer(passage.text):
                yield passage, match
