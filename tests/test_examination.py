"""Files that are examined together have the results that each of them has alone."""

import gc
from dataclasses import replace
from pathlib import Path
from random import Random

import pytest
from openpyxl import Workbook
from workbooks import build

from govxlsx.checking.examination import Result, examine_together
from govxlsx.reading import opening
from govxlsx.reading.assembly import Opened
from govxlsx.report.model import Report
from govxlsx.stages import at_one_go


def _files(folder: Path) -> list[str]:
    """Return a good file, a wrong one, a large one, and three that cannot be used."""
    large = f"<a>{Random(1).randbytes(1 << 19).hex()}</a>".encode()
    given = {
        "好.xlsx": build.clean(),
        "文字.xlsx": "不是工作簿".encode(),
        "大.xlsx": build.with_parts(build.clean("2019"), **{"docProps/large.xml": large}),
        "错.xlsx": build.clean(changes={"applications.received.total": 1}),
    }
    for name, data in given.items():
        (folder / name).write_bytes(data)
    Workbook().save(folder / "别的.xlsx")
    return [str(folder / name) for name in (*given, "别的.xlsx", "没有.xlsx")]


def _told(result: Result) -> Result | tuple[str, str | None, str]:
    """Return a result so that it can be compared: errors are never equal."""
    error = result.error
    return result if error is None else (error.code, result.sha256, result.refusal)


def test_together_and_alone(tmp_path: Path) -> None:
    paths = _files(tmp_path)
    together = list(map(_told, examine_together(paths)))
    assert together == [_told(examine_together((path,))[0]) for path in paths]
    codes = [each[0] for each in together if isinstance(each, tuple)]
    assert codes == ["W101", "W106", "W108"]


def test_in_whatever_order(tmp_path: Path) -> None:
    paths = _files(tmp_path)
    there, back = examine_together(paths), examine_together(paths[::-1])[::-1]
    assert list(map(_told, there)) == list(map(_told, back))


def test_in_a_folder(tmp_path: Path) -> None:
    path = Path(_files(tmp_path)[0])
    (whole,) = examine_together((str(path),))
    (relative,) = examine_together((path.name,), root=str(tmp_path))
    assert whole.report is not None
    assert relative == replace(
        whole, path=path.name, report=replace(whole.report, source=path.name)
    )


class _Unpublished:
    """Last year's reports, of which there are none; asked while all that was opened is held."""

    def __init__(self) -> None:
        self.held: list[int] = []

    def of(self, _: Report) -> tuple[None, str]:
        self.held.append(_held())
        return None, "没有"


def _held() -> int:
    return sum(isinstance(each, Opened) for each in gc.get_objects())


@pytest.mark.parametrize(("more", "held"), [(-1, 1), (0, 0)])
def test_of_a_large_workbook_no_cells_are_held(tmp_path: Path, more: int, held: int) -> None:
    name, path = "docProps/more.xml", tmp_path / "大.xlsx"
    rest = (1 << 20) - at_one_go(opening(build.clean(), "大.xlsx")).book.size + more
    path.write_bytes(build.with_parts(build.clean(), **{name: b"<a/>".ljust(rest)}))
    before, asked = _held(), _Unpublished()
    examine_together([str(path)], asked)
    assert asked.held == [before + held]


def test_of_an_unusable_file_no_bytes_are_held(tmp_path: Path) -> None:
    path = tmp_path / "坏.xlsx"
    path.write_bytes(b"PK\x03\x04".ljust(1000))
    (found,) = examine_together([str(path)])
    assert found.error is not None and found.error.code == "W104"
    assert (found.error.__traceback__, found.error.__context__) == (None, None)
