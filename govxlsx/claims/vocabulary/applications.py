"""Applications on their way: received, carried in, concluded, carried out."""

RECEIVED = "applications.received"
CARRIED_IN = "applications.carried_in"
ACCEPTED = "applications.accepted"
CONCLUDED = "applications.concluded"
CARRIED_OUT = "applications.carried_out"

OWN, BARE, ASKED, TOPIC = "own", "bare", "asked", "topic"
"""What 依申请公开, 申请, 申请公开 and 依申请公开工作 say of the noun."""

MATTERS = "matters"
"""依申请公开相关事项: applications where they are received or handled, else anything."""

NEW, PLAIN, GOT, PEOPLE = "new", "plain", "got", "people"
"""新收 speaks of applications by itself, 收到 needs to be told of what.

本年7名申请人提交 is of all that came in where nothing else is said of that.
"""

CARRYING = (
    "结转",
    "转结",
    "结余",
    "遗留",
    "遗留未办结",
    "留转",
    "结转办理",
    "结转申请",
    "结转件",
    "滚存",
)
"""What is carried over even where no year is named; 延期 and 移交 are not."""
