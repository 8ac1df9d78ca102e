"""Words that turn, close or cancel a statement, and words that speak of something else."""

ELSEWHERE, CORRESPONDENCE = "elsewhere", "correspondence"
BODIES = "bodies"
"""Other bodies: what they did is theirs; where what came in is parted, they name a part of it."""

WHY = ("因", "由于", "因为")
"""What tells why, whatever follows."""

ASKING = ("要求", "请求")
"""How words begin behind which stands what is asked for."""
ENDED = ("审结", "结案")
"""What is said of cases, and of applications right behind how many came in."""

PARTING = ("其中", "其中含", "其中包括", "包括", "包含")
"""Behind which parts of what was told stand; not 另."""

LETTER = "letter"
"""How an application came where other channels stand beside it, else no application."""

FORM = "form"
"""An application form is counted as the application that it is, where it was received."""

ACTS = "acts"
"""What an office does besides, over which cases are brought that are not of applications."""
