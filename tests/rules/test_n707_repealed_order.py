from __future__ import annotations

import pytest
from reports import ADDED, BASICS, both, caught, silent, told


@both
@pytest.mark.parametrize(
    "text",
    [
        "根据条例（国务院令第711号）编制。",
        "条例由国务院令第492号公布、国务院令第711号修订。",
        "原条例（国务院令第492号）已不适用，档案第1492号不变，公开信息492条。",
    ],
)
def test_silent(edition: str, text: str) -> None:
    silent(told(edition, preamble=text), "N707")


@both
@pytest.mark.parametrize(
    "text",
    [
        "根据条例（国务院令第492号）编制。",
        "根据条例（国务院第492号令）编制。",
        "根据条例（国务院令 492 号）编制。",
    ],
)
def test_caught(edition: str, text: str) -> None:
    caught(told(edition, preamble=text), "N707", ADDED["preamble"], BASICS)
