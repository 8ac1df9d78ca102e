"""File names as mails and archives leave them, and files that are left as they are."""

import hashlib
import os
import sys
from pathlib import Path

import pytest

from govxlsx.checking.examination import examine_together
from govxlsx.desk.inputs import collect
from govxlsx.errors import UnusableWorkbookError
from govxlsx.reading import load
from govxlsx.workbook import FILE_LIMIT
from workbooks import build

NAMES = {
    "spaces": " 年 报 (最终版) .xlsx",
    "decoded wrongly": "ÄÏÔÆÊÐ.xlsx",
    "long": "长" * 80 + ".xlsx",
    "brackets": "年报[1].xlsx",
    "dots": "2023.年报...xlsx",
    "upper case": "年报.XLSX",
    "emoji": "年报😀.xlsx",
    "quote": "年'报\".xlsx",
    "dash first": "-年报.xlsx",
    "star": "年报*?.xlsx",
}


@pytest.mark.parametrize("kind", NAMES)
def test_odd_names(kind: str, tmp_path: Path) -> None:
    path = tmp_path / NAMES[kind]
    path.write_bytes(build.clean())
    assert collect([str(path)]).files == (str(path),)
    (result,) = examine_together([str(path)])
    assert (result.status, result.path) == ("ok", str(path))


@pytest.mark.skipif(sys.platform != "linux", reason="only here are names bytes")
def test_name_in_gbk(tmp_path: Path) -> None:
    path = os.fsencode(tmp_path) + b"/" + "年报.xlsx".encode("gbk")
    Path(os.fsdecode(path)).write_bytes(build.clean())
    (result,) = examine_together([os.fsdecode(path)])
    assert result.status == "ok"


def test_one_name_in_two_folders(tmp_path: Path) -> None:
    other = build.clean(changes={"disclosure.fees.amount": 99})
    for folder, data in (("甲", build.clean()), ("乙", other)):
        (tmp_path / folder).mkdir()
        (tmp_path / folder / "年报.xlsx").write_bytes(data)
    results = examine_together(collect([str(tmp_path)]).files)
    assert len({each.path for each in results}) == 2
    assert len({each.sha256 for each in results}) == 2


def test_the_file_is_left_as_it_is(tmp_path: Path) -> None:
    path = tmp_path / "年报.xlsx"
    path.write_bytes(build.clean())
    path.chmod(0o444)
    before = (hashlib.sha256(path.read_bytes()).hexdigest(), path.stat().st_mtime_ns)
    (result,) = examine_together([str(path)])
    assert (result.sha256, path.stat().st_mtime_ns) == before
    assert [each.name for each in tmp_path.iterdir()] == ["年报.xlsx"]


def test_lock_files_in_a_folder_are_passed_over(tmp_path: Path) -> None:
    (tmp_path / "年报.xlsx").write_bytes(build.clean())
    (tmp_path / "~$年报.xlsx").write_bytes(b"\x04user")
    assert [Path(each).name for each in collect([str(tmp_path)]).files] == ["年报.xlsx"]


def test_why_a_file_cannot_be_opened(tmp_path: Path) -> None:
    with pytest.raises(UnusableWorkbookError) as caught:
        load(tmp_path / f"{'长' * 100}.xlsx")
    assert (caught.value.code, caught.value.words["reason"]) == ("W108", "文件名太长")
    assert str(caught.value) == "文件不可用（W108）：govxlsx explain W108 说明原因和办法"
    with pytest.raises(UnusableWorkbookError) as caught:
        load(tmp_path / "年\x00报.xlsx")
    assert caught.value.words["reason"] == "文件名里有这台电脑不能用的字"
    (tmp_path / "年报.xlsx").symlink_to("没有.xlsx")
    for name, case in (("年报.xlsx", "link"), ("没有.xlsx", "none"), (".", "folder")):
        with pytest.raises(UnusableWorkbookError) as caught:
            load(tmp_path / name)
        assert (caught.value.code, caught.value.case) == ("W108", case)


def test_a_file_of_the_limit_is_looked_into_and_no_larger_one(tmp_path: Path) -> None:
    path = tmp_path / "年报.xlsx"
    with path.open("wb") as stream:
        stream.truncate(FILE_LIMIT)  # of zeros: it takes no room on the disk
        assert len(load(path)) == FILE_LIMIT
        stream.truncate(FILE_LIMIT + 1)
    with pytest.raises(UnusableWorkbookError) as caught:
        load(path)
    assert (caught.value.code, caught.value.words) == ("W105", {"detail": "文件超过 256 MB"})
