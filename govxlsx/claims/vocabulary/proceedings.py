"""Administrative reconsideration and litigation over disclosure, and how they ended."""

RECONSIDERATION = "proceedings.reconsideration"
LITIGATION = "proceedings.litigation"
DIRECT = "proceedings.direct_litigation"
AFTER = "proceedings.litigation_after_reconsideration"
DEFENDED = "defended"
"""应诉: litigation, but of any kind where not told beside what is of disclosure."""

LOST = "lost"
"""败诉, 被纠正: what is denied of cases, not that there are any."""
