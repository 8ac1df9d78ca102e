"""The results of part three: six groups and their items."""

DISCLOSED, PARTLY = "applications.disclosed", "applications.partly_disclosed"
BOTH = "applications.disclosed_or_partly"
DENIED = "applications.denied"
OTHER, REST = "applications.other", "applications.other.rest"
LISTED = "listed"
"""公开 alone: a result among other results only."""
