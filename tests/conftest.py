"""Makes the helpers of this folder importable from every test, and property tests untimed."""

from __future__ import annotations

from hypothesis import settings

settings.register_profile("untimed", deadline=None)
settings.load_profile("untimed")
