"""How alike reports are: a small signature of each, and what a batch of signatures tells.

The only door to rensa (MinHash) and rapidfuzz. They are imported where they are used.
"""

from govxlsx.checking.likeness.shares import closest, essence, share
from govxlsx.checking.likeness.signature import SHORTEST, SIZE, SLOTS, Signature, signature
from govxlsx.checking.likeness.submissions import Likeness, Submissions, Twin

__all__ = [
    "SHORTEST",
    "SIZE",
    "SLOTS",
    "Likeness",
    "Signature",
    "Submissions",
    "Twin",
    "closest",
    "essence",
    "share",
    "signature",
]
