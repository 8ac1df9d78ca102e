"""Who applied: natural persons and the five kinds of organisations."""

PERSON = "applications.received.natural_person"
ORGANIZATIONS = "applications.received.organizations"
OTHER_ORGANIZATION = "applications.received.other_organization"
ASKER = "申请人"
LOOSE = "loose"
"""公民, 企业, 个人: who applied where a number stands beside it, else anybody."""
