"""``check --roster``, ``archive --roster``: a report beside what the roster says of its body."""

import json
from pathlib import Path

import pytest
from command import run
from mails import workbook

from govxlsx.desk.archive.register import Register

ROSTER = (
    "机关名称,机关类别,上级机关,期限\n"
    "永宁市档案局,政府部门,,2025-01-31\n"
    "永宁市审计局,政府部门,,2025-01-31\n"
    "永宁市司法局,乡镇人民政府或街道办事处,,2026-01-31\n"
)


@pytest.fixture
def desk(tmp_path: Path) -> Path:
    for name in ("永宁市档案局", "永宁市审记局", "永宁市司法局"):
        (tmp_path / "报送").mkdir(exist_ok=True)
        (tmp_path / "报送" / f"{name}.xlsx").write_bytes(workbook(name, other=name))
    (tmp_path / "名册.csv").write_text(ROSTER, encoding="utf-8")
    return tmp_path


@pytest.mark.parametrize("jobs", ["1", "2"])
def test_each_file_of_a_batch_is_compared(desk: Path, jobs: str) -> None:
    done = run(
        *("check", "报送", "--roster", "名册.csv", "--format", "json", "--jobs", jobs), cwd=desk
    )
    assert done.returncode == 0, done.stderr
    found = {
        Path(each["path"]).stem: [
            (one["code"], one["sheet"], one["cell"], one["expected"])
            for one in each["findings"]
            if one["code"] in ("B904", "B905", "B906")
        ]
        for each in json.loads(done.stdout)["files"]
    }
    assert found == {
        "永宁市档案局": [],
        "永宁市审记局": [("B904", "基本信息", "B3", "永宁市审计局")],
        "永宁市司法局": [
            ("B905", "基本信息", "B5", "乡镇人民政府或街道办事处"),
            ("B906", "基本信息", "B4", "2025"),
        ],
    }


def test_one_file_alone_is_compared_too(desk: Path) -> None:
    done = run("check", "报送/永宁市审记局.xlsx", "--roster", "名册.csv", cwd=desk, width=200)
    assert done.returncode == 0
    assert "名册中没有“永宁市审记局”，最接近的是“永宁市审计局”。" in done.stdout
    assert run("check", "报送", "--roster", "名册.csv", "--strict", cwd=desk).returncode == 1


def test_a_roster_that_cannot_be_used(desk: Path) -> None:
    done = run("check", "报送", "--roster", "没有.csv", cwd=desk)
    assert done.returncode == 2
    assert "没有名册文件“没有.csv”" in done.stderr


def test_the_archive_keeps_what_the_roster_says(desk: Path) -> None:
    done = run("archive", "报送", "--into", "档案", "--roster", "名册.csv", cwd=desk, width=200)
    assert done.returncode == 0, done.stderr
    with Register.open(desk / "档案") as register:
        codes = {
            each.agency: {one.code for one in each.findings} for each in register.submissions()
        }
    assert "B904" in codes["永宁市审记局"]
    assert {"B905", "B906"} <= codes["永宁市司法局"]
    assert not {"B904", "B905", "B906"} & codes["永宁市档案局"]
