"""Colours of the terminal that can be read on white as on black: 4.4 to 1 and more on both."""

from __future__ import annotations

RED = "red"
AMBER = "color(130)"
GREEN = "color(28)"
BLUE = "color(30)"
