"""Templates for every body of a roster, and the list (发放清单) that says who gets which."""

from __future__ import annotations

from govxlsx.desk.handout.carrying import carried_over, load
from govxlsx.desk.handout.listing import LISTING
from govxlsx.desk.handout.run import Handed, Handout, hand_out

__all__ = ["LISTING", "Handed", "Handout", "carried_over", "hand_out", "load"]
