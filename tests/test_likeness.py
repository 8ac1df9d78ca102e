"""Signatures and what comparing them costs, told by counting, never by the clock."""

from __future__ import annotations

import pickle
import random
from dataclasses import replace
from operator import eq

import numpy as np
import numpy.typing as npt
import pytest
from batches import outcomes, report, text, unlike
from reports import balanced, figures

from govxlsx.checking.across import contrasts
from govxlsx.checking.catalogue import check_codes
from govxlsx.checking.finding import Finding
from govxlsx.checking.likeness.gist import gist, names
from govxlsx.checking.likeness.neighbours import ALIKE, BANDS, ROWS, Neighbours, candidates
from govxlsx.checking.likeness.neighbours import neighbours as all_neighbours
from govxlsx.checking.likeness.shares import share
from govxlsx.checking.likeness.signature import SIZE, SLOTS, Signature, shingles, signature, sketch
from govxlsx.reading.data import of_data


def numbers(made: bytes) -> memoryview[int]:
    return memoryview(made).cast("I")


def common(first: bytes, second: bytes) -> float:
    """Return how much of two texts is common: twice what they share by their sum."""
    same = sum(map(eq, numbers(first), numbers(second)))
    return 2 * same / (SLOTS + same)


WORDS = [chr(0x4E10 + number) for number in range(600)]


def written(seed: int, length: int = 900) -> str:
    """Return characters that have nothing to do with those of another seed."""
    return "".join(random.Random(seed).choices(WORDS, k=length))


def signed(number: int, body: str, name: str = "") -> Signature:
    return replace(unlike(number, name), sketch=sketch(body))


def test_a_signature_is_small_and_survives_pickling() -> None:
    made = signature(report("永宁市档案局", overview=text(1, 60)))
    assert pickle.loads(pickle.dumps(made)) == made
    assert len(pickle.dumps(made)) < 2500
    assert len(made.sketch) == 4 * SLOTS


def test_the_order_of_paragraphs_is_of_no_account() -> None:
    one, two = text(1, 20), text(2, 20)
    share = common(sketch(one + two), sketch(two + one))
    assert share > 0.97


@pytest.mark.parametrize("kept", [0.5, 0.8, 0.9, 0.97])
def test_the_share_is_near_the_counted_one(kept: float) -> None:
    first = written(1, 3000)
    second = first[: int(3000 * kept)] + written(2, 3000 - int(3000 * kept))
    one, two = set(shingles(first)), set(shingles(second))
    counted = 2 * len(one & two) / (len(one) + len(two))
    assert common(sketch(first), sketch(second)) == pytest.approx(counted, abs=0.05)


def test_of_very_long_texts_the_beginnings_are_compared() -> None:
    text = "主动公开工作平稳有序。" * 4000
    assert share(text, f"{text}依申请公开。") == 99
    assert share(text, "依" * len(text)) == 0


def test_shingles_are_every_run_of_four_characters() -> None:
    body = "甲乙丙丁戊己庚"
    expected = {body[at : at + 4] for at in range(4)}
    told = {each.to_bytes(8, "little").decode("utf-16-le") for each in shingles(body)}
    assert told == expected


def test_the_gist_leaves_out_what_every_report_has() -> None:
    told = (
        "永宁市档案局2024年公布文件12件，共一百零五条。根据《中华人民共和国政府信息公开条例》编制。"
        "我局没有收取信息处理费；市档案局窗口答疑。"
    )
    given = report("永宁市档案局", overview=told)
    assert gist(given).startswith("年公布文件件共条窗口答疑存在的问题")


@pytest.mark.parametrize("end", ["", "。", "；此外无他。"])
def test_what_every_report_says_in_the_end_goes_with_its_sentence_only(end: str) -> None:
    told = f"甲乙丙丁。没有其他需要报告的事项{end}"
    given = gist(report("永宁市档案局", overview=told))
    assert given.startswith("甲乙丙丁此外无他" if "此外" in end else "甲乙丙丁存在")


def test_what_an_agency_is_called_in_its_text() -> None:
    assert names("福建省福州市大数据委") == (
        "福建省福州市大数据委",
        "大数据委",
        "福州市",
        "福建省",
        "福州",
        "福建",
    )
    assert names("某局") == ("某局",)


def matrix(sketches: list[bytes]) -> npt.NDArray[np.uint32]:
    return np.frombuffer(b"".join(sketches), np.uint32).reshape(-1, SLOTS)


def neighbours(sketches: list[bytes], owners: list[int] | None = None) -> Neighbours:
    """Compare sketches, each of another owner unless owners are given."""
    whose = list(range(len(sketches))) if owners is None else owners
    return all_neighbours(matrix(sketches), range(len(sketches)), whose)


def pairs_compared(sketches: list[bytes]) -> int:
    return sum(map(len, candidates(matrix(sketches), np.arange(len(sketches)))))


def test_unlike_texts_are_hardly_compared() -> None:
    counts = [
        pairs_compared([sketch(written(seed)) for seed in range(size)]) for size in (200, 400, 800)
    ]
    assert max(counts) <= 8


def test_comparisons_grow_with_the_files_even_where_all_are_alike() -> None:
    body = written(0)
    near = [sketch(body + written(seed, 60)) for seed in range(1, 801)]
    counts = {size: pairs_compared(near[:size]) for size in (200, 400, 800)}
    for size, count in counts.items():
        assert count <= 2 * BANDS * size
    assert counts[800] < 2.5 * counts[400] < 2.5 * 2.5 * counts[200]
    whole = neighbours(near)
    assert len(set(whole.group.tolist())) == 1


def linked(sketches: list[bytes]) -> dict[tuple[int, int], float]:
    """Return what is alike, found band by band: each with the first and the one before it."""
    found = {}
    for start in range(0, SLOTS, ROWS):
        holders: dict[bytes, list[int]] = {}
        for place, made in enumerate(sketches):
            held = holders.setdefault(bytes(numbers(made)[start : start + ROWS]), [])
            for other in {*held[:1], *held[-1:]}:
                found[other, place] = common(sketches[other], made)
            held.append(place)
    return {pair: share for pair, share in found.items() if share >= ALIKE}


def nearest(pairs: dict[tuple[int, int], float], owners: list[int]) -> dict[int, tuple[int, float]]:
    """Return which one of another owner each shares most with, the first of several."""
    found: dict[int, tuple[int, float]] = {}
    for (first, second), common_part in pairs.items():
        for one, other in ((first, second), (second, first)):
            held = found.get(one, (len(owners), 0.0))
            if owners[one] != owners[other] and (-common_part, other) < (-held[1], held[0]):
                found[one] = other, common_part
    return found


def groups(pairs: dict[tuple[int, int], float], count: int) -> list[int]:
    """Return the lowest place that each hangs together with."""
    lowest, before = list(range(count)), [-1]
    while lowest != before:
        before = lowest.copy()
        for one, other in pairs:
            lowest[one] = lowest[other] = min(lowest[one], lowest[other])
    return lowest


@pytest.mark.parametrize("agencies", [300, 5])
def test_the_same_is_found_in_blocks_as_one_by_one(agencies: int) -> None:
    bodies = [written(seed) for seed in range(3)]
    made = [
        sketch(bodies[seed % 3][20 * (seed % 7) :] + written(seed, 10 + seed % 90))
        for seed in range(10, 310)
    ]
    expected = linked(made)
    owners = [random.Random(place).randrange(agencies) for place in range(len(made))]
    found = neighbours(made, owners)
    assert len(expected) > 300
    assert {
        place: (other, share)
        for place, (other, share) in enumerate(zip(found.nearest, found.shares, strict=True))
        if other >= 0
    } == nearest(expected, owners)
    assert found.group.tolist() == groups(expected, len(made))


def test_only_the_rows_that_are_named_are_compared() -> None:
    body = written(0)
    made = [sketch(body + written(seed, 60)) for seed in range(1, 8)]
    found = all_neighbours(matrix(made), [0, 3, 6], [0, 1, 1])
    alone = neighbours([made[0], made[3], made[6]], [0, 1, 1])
    assert found.nearest.tolist() == alone.nearest.tolist()
    assert found.nearest[0] in (1, 2)
    assert set(found.group.tolist()) == {0}


def compared(signatures: list[Signature]) -> dict[int, tuple[Finding, ...]]:
    """Return the findings of comparing reports, by position."""
    found = enumerate(contrasts(signatures))
    return {position: each.findings for position, each in found if each.findings}


def test_planted_pairs_are_all_found_and_nothing_else() -> None:
    given = [signed(number, written(number)) for number in range(600)]
    planted = {}
    for number in range(0, 600, 20):
        copy = written(number, 900)[:800] + written(10_000 + number, 100)
        given[number + 7] = signed(number + 7, copy)
        planted |= {number: number + 7, number + 7: number}
    found = compared(given)
    assert found.keys() == planted.keys()
    for position, findings in found.items():
        assert [each.code for each in findings] == ["B902"]
        assert f"{planted[position]}.xlsx" in findings[0].message
        assert "共 2 份" in findings[0].message


def test_a_cluster_of_identical_texts_is_compared_once() -> None:
    same = sketch(written(1))
    given = [replace(unlike(number), sketch=same) for number in range(3000)]
    found = compared(given)
    assert len(found) == 3000
    assert all("共 3000 份" in findings[0].message for findings in found.values())


def test_a_batch_holds_little_of_a_signature() -> None:
    made = signature(report("永宁市档案局", overview=text(1, 60)))
    assert len(made.sketch) == SIZE
    brief = made.brief()
    assert len(pickle.dumps(brief)) < 300
    assert brief == replace(made, sketch=brief.sketch)
    assert unlike(1).brief().sketch == b""


def test_sketches_on_the_disk_say_the_same_as_those_in_memory() -> None:
    bodies = [written(seed) for seed in range(600)]
    given = [signed(number, body) for number, body in enumerate(bodies)]
    for number in range(0, 600, 50):
        near = bodies[number][:800] + written(9_000 + number, 100)
        given[number + 3] = signed(number + 3, near)
        given[number + 5] = replace(given[number], source="second.xlsx")
        given[number + 7] = unlike(number + 7)
    held = matrix([each.sketch or bytes(SIZE) for each in given])
    found = list(contrasts([each.brief() for each in given], held))
    assert found == list(contrasts(given))
    assert sum(len(each.findings) for each in found) == 48


def test_what_is_said_does_not_depend_on_the_others_order() -> None:
    first, second = signed(1, written(1)), signed(2, written(1))
    third = signed(3, written(3))
    assert [len(each.findings) for each in contrasts([first, third, second])] == [1, 0, 1]
    assert [len(each.findings) for each in contrasts([second, first, third])] == [1, 1, 0]


def test_every_b9_rule_is_passed_broken_or_not_run_with_a_reason() -> None:
    given = [report(name, overview=text(1)) for name in ("永宁市档案局", "永宁市教育局", "")]
    for outcome in outcomes(*given):
        states = outcome.rules
        told = [*states.passed, *states.broken, *states.not_run]
        mine = [each for each in check_codes() if each.startswith("B9")]
        assert sorted(each for each in told if each.startswith("B9")) == mine
        assert {"B901", "B902", "B903"} <= {*mine}
        assert len(told) == len(set(told))
        assert all(states.not_run.values())


@pytest.mark.parametrize(("number", "told"), [(99_999, False), (100_000, True)])
def test_six_digits_of_figures_say_something(number: int, told: bool) -> None:
    zeros = dict.fromkeys(figures("2021"), 0)
    data = balanced("2021", figures=zeros | {"disclosure.licensing.decisions": number})
    assert bool(signature(of_data(data)).figures) is told


def test_a_hundred_and_twenty_characters_are_enough_for_a_sketch() -> None:
    assert (sketch("字" * 119), len(sketch("字" * 120))) == (b"", SIZE)
