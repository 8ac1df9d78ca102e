"""The pandas frames of a report: shapes, ids, cells."""

import pytest
from reports import balanced, both, figures, made, read

SHAPES = {
    "2019": {"disclosure": (8, 8), "applications": (23, 7), "proceedings": (3, 5)},
    "2021": {"disclosure": (6, 5), "applications": (25, 7), "proceedings": (3, 5)},
}
TABLES = ("disclosure", "applications", "proceedings")


@both
def test_the_frames_and_their_shapes(edition: str) -> None:
    frames = read(made(balanced(edition))).frames
    assert list(frames) == [*TABLES, "narrative"]
    assert {name: frames[name].shape for name in TABLES} == SHAPES[edition]
    with pytest.raises(KeyError):
        frames["other"]


@both
def test_rows_and_columns_bear_the_ids_of_the_fields(edition: str) -> None:
    report = read(made(balanced(edition)))
    ids = set()
    for name in TABLES:
        for row, cells in report.frames[name].iterrows():
            ids |= {f"{name}.{row}.{column}" for column, cell in cells.items() if cell is not None}
    assert ids == figures(edition).keys()


@both
def test_cells_are_exact_numbers_or_none(edition: str) -> None:
    blank = {"applications.disclosed.enterprise": None}
    report = read(made(balanced(edition, figures=blank)))
    frame = report.frames["applications"]
    assert {str(each) for each in frame.dtypes} == {"object"}
    assert frame.loc["disclosed", "enterprise"] is None
    assert type(frame.loc["received", "total"]) is int
    assert (
        frame.loc["denied.state_secret", "total"]
        == (figures(edition)["applications.denied.state_secret.total"])
    )


@both
def test_unreadable_figures_are_none(edition: str) -> None:
    report = read(made(balanced(edition, figures={"applications.disclosed.enterprise": "约3"})))
    assert report.frames["applications"].loc["disclosed", "enterprise"] is None
    assert report.figures["applications.disclosed.enterprise"].raw == "约3"


@both
def test_the_narrative_has_a_row_for_each_paragraph(edition: str) -> None:
    report = read(
        made(balanced(edition, narrative={"problems": "（一）问题。说理不足。\n已改进。"}))
    )
    frame = report.frames["narrative"]
    assert list(frame.columns) == ["part", "level", "text", "cell"]
    problems = frame[frame["part"] == "problems"]
    assert problems["text"].tolist() == ["（一）问题。说理不足。", "已改进。"]
    assert problems["level"].tolist() == [2, 0]
    assert problems["cell"].tolist() == ["五、问题与改进!B4", "五、问题与改进!B5"]
