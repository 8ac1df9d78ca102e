"""How often a property is tried: as its test says, or as often as GOVXLSX_FUZZ_EXAMPLES says.

Without the variable the examples are the same each time; with it (``make fuzz``) they are random.
"""

import os

from hypothesis import HealthCheck, settings

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


def examples(count: int) -> settings:
    """Return the settings of a property that ``count`` examples are enough for."""
    return settings(max_examples=_FUZZING or count)
