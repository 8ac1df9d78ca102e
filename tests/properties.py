"""How often a property is tried: as its test says, or as often as GOVXLSX_FUZZ_EXAMPLES says.

Without the variable the examples are the same each time; with it (``make fuzz``) they are random.
"""

import os

from hypothesis import HealthCheck, settings
from hypothesis.internal.conjecture import providers

_FUZZING = int(os.environ.get("GOVXLSX_FUZZ_EXAMPLES", "0"))

settings.register_profile(
    "govxlsx",
    deadline=None,
    derandomize=not _FUZZING,
    database=None,
    print_blob=True,
    suppress_health_check=list(HealthCheck),
)
settings.load_profile("govxlsx")

if not _FUZZING:
    # Numbers and words of the program's own source are tried too: every process would look through
    # all of it for them (4 s), and the examples would be others after each change of it.
    providers._get_local_constants = lambda: providers._local_constants


def examples(count: int) -> settings:
    """Return the settings of a property that ``count`` examples are enough for."""
    return settings(max_examples=_FUZZING or count)
