"""The command line: exit statuses, output, refusals, sentences."""

import csv
import io
import json
import re
import subprocess
import sys
from hashlib import sha256
from pathlib import Path
from typing import Any

import pytest
from command import environment, run, run_process
from openpyxl import load_workbook
from reports import AGENCY, APPLICATIONS, BASICS, balanced, figures, made

from govxlsx.checking.catalogue import checks, rules
from govxlsx.report.interchange import Interchange, to_object
from govxlsx.report.model import Explanation
from govxlsx.version import MAKER

GOOD = balanced("2021")
BAD = balanced("2021", figures={"applications.disclosed.total": 1})
DASH = {"disclosure.regulations.issued": "—"}
DOCUMENT = "永宁市档案局2024年政府信息公开工作年度报告.docx"
JSON_WORDS = {"json", "JSON", "UTF", "edition", "year", "figures", "in", "agency"}
FILE_KEYS = [
    *("path", "sha256", "status", "edition", "year", "agency"),
    *("findings", "rules", "error_code", "error"),
]
FINDING_KEYS = [
    *("code", "severity", "sheet", "cell", "field", "cells", "fields"),
    *("found", "expected", "message", "fix", "cause", "explained"),
]


@pytest.fixture
def desk(tmp_path: Path) -> Path:
    """A folder with a workbook without errors, one with errors, and one that is none."""
    write(tmp_path / "good.xlsx", GOOD)
    write(tmp_path / "bad.xlsx", BAD)
    (tmp_path / "none.xlsx").write_bytes(b"%PDF-1.7")
    return tmp_path


def write(path: Path, data: Interchange) -> Path:
    path.write_bytes(made(data))
    return path


def as_json(cwd: Path, *arguments: str | Path) -> Any:
    return json.loads(run("check", *arguments, "--format", "json", cwd=cwd).stdout)


@pytest.mark.parametrize(
    ("names", "status"),
    [
        (["good.xlsx"], 0),
        (["good.xlsx", "bad.xlsx"], 1),
        (["none.xlsx", "bad.xlsx"], 2),
        (["none.xlsx"], 2),
        (["missing.xlsx"], 2),
        (["nothing-*.xlsx"], 2),
    ],
)
def test_the_exit_status_of_check(desk: Path, names: list[str], status: int) -> None:
    assert run("check", *names, cwd=desk).returncode == status


def test_check_prints_a_heading_the_findings_by_sheet_and_the_count(desk: Path) -> None:
    out = run("check", "bad.xlsx", cwd=desk).stdout
    assert out.startswith("✗ bad.xlsx：错误 2、提醒 0、说明 0\n")
    assert f"【{APPLICATIONS}】" in out
    assert "错误 S301、S302 J8" in out
    assert "，下面 2 处合计就都对了。" in out
    assert "S302 J29：" in out
    assert "项：通过" not in out


def test_check_with_v_lists_every_rule(desk: Path) -> None:
    out = run("check", "bad.xlsx", "-v", cwd=desk).stdout
    assert "✗ S301 行的总计不等于六类申请人之和" in out
    assert "✓ W101 文件是 Excel 工作簿" in out
    assert out.splitlines()[-1].strip().startswith(f"检查 {len(checks())} 项：通过 ")
    assert all(f" {rule.code} " in out for rule in checks())


def test_the_rest_of_a_batch_is_done(desk: Path) -> None:
    done = run("build", "none.xlsx", "bad.xlsx", "good.xlsx", "-o", "out", cwd=desk)
    assert done.returncode == 2
    assert [path.name for path in (desk / "out").iterdir()] == [DOCUMENT]


@pytest.mark.parametrize(("explained", "status"), [(False, 1), (True, 0)])
def test_strict_stops_at_warnings_that_are_not_explained(
    tmp_path: Path, explained: bool, status: int
) -> None:
    words = (Explanation("V203", "没有制定权。"),) if explained else ()
    write(tmp_path / "a.xlsx", balanced("2021", figures=DASH, explanations=words))
    assert run("check", "a.xlsx", cwd=tmp_path).returncode == 0
    done = run("check", "a.xlsx", "--strict", "--format", "json", cwd=tmp_path)
    assert done.returncode == status
    (finding,) = json.loads(done.stdout)["files"][0]["findings"]
    assert finding["severity"] == "warning"
    assert finding["explained"] == ("没有制定权。" if explained else None)
    assert run("build", "a.xlsx", "--strict", cwd=tmp_path).returncode == status
    assert (tmp_path / DOCUMENT).exists() == explained


def test_an_error_cannot_be_explained_away(tmp_path: Path) -> None:
    words = (Explanation("S301", "原件如此。"), Explanation("S302", "原件如此。"))
    fault = {"applications.disclosed.total": 1}
    write(tmp_path / "a.xlsx", balanced("2021", figures=fault, explanations=words))
    done = run("check", "a.xlsx", "--strict", "--format", "json", cwd=tmp_path)
    assert done.returncode == 1
    findings = json.loads(done.stdout)["files"][0]["findings"]
    assert [each["code"] for each in findings] == ["W127", "W127", "S301", "S302"]
    assert {each["explained"] for each in findings} == {None}


@pytest.mark.parametrize(
    "arguments",
    [
        ["new", "--year", "2024", "-o"],
        ["check", "good.xlsx", "-o"],
        ["check", "good.xlsx", "--format", "json", "-o"],
        ["export", "good.xlsx", "-o"],
        ["export", "good.xlsx", "--format", "csv", "-o"],
    ],
    ids=" ".join,
)
def test_nothing_is_overwritten_without_force(desk: Path, arguments: list[str]) -> None:
    target = desk / "target.xlsx"
    target.write_bytes(b"mine")
    done = run(*arguments, target.name, cwd=desk)
    assert (done.returncode, done.stdout) == (2, "")
    assert "已经存在" in done.stderr
    assert target.read_bytes() == b"mine"
    done = run(*arguments, target.name, "--force", cwd=desk)
    assert (done.returncode, done.stdout) == (0, "")
    assert target.read_bytes() != b"mine"


@pytest.mark.parametrize(
    "arguments", ["check bad.xlsx --format json", "check bad.xlsx", "export good.xlsx"]
)
def test_a_dash_is_the_standard_output(desk: Path, arguments: str) -> None:
    plain, dashed = (run(*arguments.split(), *more, cwd=desk) for more in ((), ("-o", "-")))
    assert (dashed.returncode, dashed.stdout) == (plain.returncode, plain.stdout)
    assert plain.stdout
    assert not (desk / "-").exists()


def test_documents_go_to_a_folder_not_to_a_file(desk: Path) -> None:
    done = run("build", "good.xlsx", "-o", "report.docx", cwd=desk)
    assert (done.returncode, "“report.docx”像是文件名" in done.stderr) == (2, True)
    assert not (desk / "report.docx").exists()


def test_no_document_is_overwritten_without_force(desk: Path) -> None:
    (desk / DOCUMENT).write_bytes(b"mine")
    done = run("build", "good.xlsx", cwd=desk)
    assert done.returncode == 2
    assert "已经存在" in done.stderr
    assert (desk / DOCUMENT).read_bytes() == b"mine"
    assert run("build", "good.xlsx", "--force", cwd=desk).returncode == 0
    assert (desk / DOCUMENT).read_bytes()[:2] == b"PK"


def test_a_draft_of_a_workbook_with_errors(desk: Path) -> None:
    assert run("build", "bad.xlsx", cwd=desk).returncode == 1
    assert not list(desk.glob("*.docx"))
    assert run("build", "bad.xlsx", "--draft", cwd=desk).returncode == 1
    assert [path.stem[-4:] for path in desk.glob("*.docx")] == ["（草稿）"]


def test_the_json_has_every_key(desk: Path) -> None:
    (desk / "b.txt").write_bytes(b"")
    data = as_json(desk, "good.xlsx", "bad.xlsx", "none.xlsx", "b.txt")
    assert list(data) == ["tool", "files", "skipped", "summary"]
    assert data["tool"] == MAKER
    assert [list(each) for each in data["files"]] == [FILE_KEYS] * 3
    assert [each["status"] for each in data["files"]] == ["ok", "errors", "unusable"]
    assert all(list(each["rules"]) == ["passed", "broken", "not_run"] for each in data["files"])
    assert {tuple(each) for file in data["files"] for each in file["findings"]} == {
        tuple(FINDING_KEYS)
    }
    assert data["skipped"] == ["b.txt"]
    counts = {"files": 3, "ok": 1, "errors": 1, "unusable": 1, "skipped": 1}
    found = {"error": 2, "warning": 0, "info": 2}  # two files of one agency and year
    assert data["summary"] == {**counts, "findings": found}


def test_the_json_of_a_broken_sum(desk: Path) -> None:
    (file,) = as_json(desk, "bad.xlsx")["files"]
    row = file["findings"][0]
    parts = figures("2021")["applications.disclosed.total"]
    assert (row["code"], row["severity"], row["sheet"]) == ("S301", "error", APPLICATIONS)
    assert (row["cell"], row["found"], row["expected"]) == ("J8", 1, parts)
    assert row["field"] == row["fields"][-1] == row["cause"] == "applications.disclosed.total"
    assert row["cells"] == [f"{column}8" for column in "DEFGHIJ"]
    assert row["explained"] is None
    assert file["rules"]["broken"] == ["S301", "S302"]
    states = [*file["rules"]["passed"], *file["rules"]["broken"], *file["rules"]["not_run"]]
    assert sorted(states) == sorted(rule.code for rule in checks())


def test_the_json_of_an_unusable_file(desk: Path) -> None:
    (file,) = as_json(desk, "none.xlsx")["files"]
    assert file["sha256"] == sha256(b"%PDF-1.7").hexdigest()
    assert (file["edition"], file["year"], file["agency"], file["findings"]) == (
        *(None, None, None),
        [],
    )
    assert (file["error_code"], file["rules"]["broken"]) == ("W101", ["W101"])
    assert file["error"].count("\n") == 0
    assert len(file["rules"]["not_run"]) == len(checks()) - 1


def test_which_files_of_a_folder_are_taken(desk: Path) -> None:
    box = desk / "收件"
    (box / "sub").mkdir(parents=True)
    for name in ("a.xlsx", "sub/d.XLSM", "~$a.xlsx", ".hidden.xlsx"):
        write(box / name, GOOD)
    for name in ("b.txt", "c.et", "e.xls", "f.csv", "g.ods", "h.zip"):
        (box / name).write_bytes(b"x")
    assert run("build", "收件/a.xlsx", cwd=desk).returncode == 0
    data = as_json(desk, "收件")
    paths = ["a.xlsx", "c.et", "e.xls", "f.csv", "g.ods", "h.zip", "sub/d.XLSM"]
    assert [each["path"] for each in data["files"]] == [f"收件/{name}" for name in paths]
    assert data["skipped"] == ["收件/b.txt"]
    assert [each["status"] for each in data["files"]] == ["ok", *["unusable"] * 5, "ok"]
    assert {each["path"] for each in as_json(desk, "收件/*.xlsx")["files"]} >= {"收件/a.xlsx"}


@pytest.mark.parametrize(
    ("typed", "paths"),
    [
        ("good.xlsx ./good.xlsx", ["good.xlsx"]),
        ("./good.xlsx good.xlsx", ["./good.xlsx"]),
        ("./good.xlsx .", ["./good.xlsx", "bad.xlsx", "none.xlsx"]),
        (". ./good.xlsx", ["bad.xlsx", "good.xlsx", "none.xlsx"]),
    ],
)
def test_a_file_counts_once_however_it_is_spelled(desk: Path, typed: str, paths: list[str]) -> None:
    assert [each["path"] for each in as_json(desk, *typed.split())["files"]] == paths


def test_nothing_but_skipped_files_is_unusable(desk: Path) -> None:
    (desk / "b.txt").write_bytes(b"")
    done = run("check", "b.txt", cwd=desk)
    assert done.returncode == 2
    assert "b.txt" in done.stderr
    done = run("check", ".", "--format", "json", cwd=_empty(desk))
    assert (done.returncode, "没有可以检查的工作簿" in done.stderr) == (2, True)
    data = json.loads(done.stdout)
    assert (data["files"], data["skipped"], data["summary"]["skipped"]) == ([], ["b.txt"], 1)


def _empty(desk: Path) -> Path:
    for path in desk.glob("*.xlsx"):
        path.unlink()
    return desk


def test_a_glob_passes_over_what_lies_beside_an_open_workbook(desk: Path) -> None:
    for path in (desk / "bad.xlsx", desk / "none.xlsx"):
        path.unlink()
    (desk / "~$good.xlsx").write_bytes(b"x")
    assert [each["path"] for each in as_json(desk, "*.xlsx")["files"]] == ["good.xlsx"]
    assert run("check", "~$good.xlsx", cwd=desk).returncode == 2
    assert run("check", "~*.xlsx", cwd=desk).returncode == 2


def test_text_never_fails_on_a_gbk_pipe(tmp_path: Path) -> None:
    rare = Interchange("2021", 2024, figures=figures("2021"))
    write(tmp_path / "a.xlsx", GOOD)
    write(tmp_path / "𠮷.xlsx", rare)
    done = run_process("check", "a.xlsx", "𠮷.xlsx", "-v", cwd=tmp_path, encoding="gbk")
    assert done.returncode == 1
    assert done.stdout.startswith("对 a.xlsx")
    assert "错 ?.xlsx" in done.stdout
    for arguments in (["rules"], ["explain", "S303"], ["--help"], ["check", "--help"]):
        assert run(*arguments, cwd=tmp_path, encoding="gbk").returncode == 0


def test_data_is_utf8_on_a_gbk_pipe(tmp_path: Path) -> None:
    write(tmp_path / "a.xlsx", GOOD)
    command = [sys.executable, "-m", "govxlsx", "export", "a.xlsx", "--format", "json"]
    given = environment("gbk")
    done = subprocess.run(command, cwd=tmp_path, env=given, capture_output=True, check=True)
    assert json.loads(done.stdout.decode("utf-8"))["agency"]["name"] == AGENCY.name


def test_text_and_json_into_files(desk: Path) -> None:
    assert run("check", "bad.xlsx", "-o", "a.txt", cwd=desk).returncode == 1
    assert "✗ bad.xlsx" in (desk / "a.txt").read_text(encoding="utf-8")
    assert run("check", "bad.xlsx", "--format", "json", "-o", "a.json", cwd=desk).returncode == 1
    assert json.loads((desk / "a.json").read_text(encoding="utf-8"))["summary"]["errors"] == 1


def test_lines_fit_a_narrow_console(desk: Path) -> None:
    out = run("check", "bad.xlsx", "-v", cwd=desk, width=60).stdout
    wide = [sum(2 if ord(each) > 0x2E80 else 1 for each in line) for line in out.splitlines()]
    assert max(wide) <= 60


def test_new_names_its_file_after_agency_and_year(tmp_path: Path) -> None:
    done = run("new", "--year", "2026", "--agency", "甲/乙局", cwd=tmp_path)
    assert (done.returncode, done.stdout) == (0, "")
    (path,) = tmp_path.iterdir()
    assert path.name == "甲_乙局2026年政府信息公开工作年度报告填报表.xlsx"
    book = load_workbook(path)
    assert (book[BASICS]["B3"].value, str(book[BASICS]["B4"].value)) == ("甲/乙局", "2026")


def test_new_with_data_and_export_give_the_same_data(tmp_path: Path) -> None:
    data = {"_about": "a comment", **to_object(GOOD)}
    (tmp_path / "in.json").write_text(json.dumps(data), encoding="utf-8")
    arguments = ("--year", "2024", "--data", "in.json", "-o", "a.xlsx")
    assert run("new", *arguments, cwd=tmp_path).returncode == 0
    done = run("export", "a.xlsx", "--format", "json", cwd=tmp_path)
    assert json.loads(done.stdout) == to_object(GOOD)


@pytest.mark.parametrize("kind", ["workbook", "data"])
def test_new_carries_over_from_the_previous_report(tmp_path: Path, kind: str) -> None:
    last = balanced("2021", year=2023, figures={"applications.carried_out.enterprise": 7})
    name = "last.xlsx" if kind == "workbook" else "last.json"
    if kind == "workbook":
        write(tmp_path / name, last)
    else:
        (tmp_path / name).write_text(json.dumps(to_object(last)), encoding="utf-8")
    given = {"edition": "2021", "year": 2024, "agency": {"phone": "0123-7654321"}}
    given["figures"] = {"applications.carried_in.natural_person": 40}
    (tmp_path / "in.json").write_text(json.dumps(given), encoding="utf-8")
    arguments = ("--year", "2024", "--previous", name, "--data", "in.json", "-o", "a.xlsx")
    assert run("new", *arguments, cwd=tmp_path).returncode == 0
    made_data = json.loads(run("export", "a.xlsx", cwd=tmp_path).stdout)
    assert made_data["agency"] == {**to_object(last)["agency"], "phone": "0123-7654321"}
    carried = {
        key.rpartition(".")[2]: value
        for key, value in made_data["figures"].items()
        if key.startswith("applications.carried_in.")
    }
    assert list(carried.values()) == [40, 7, 2, 2, 2, 2, 55]
    assert made_data["figures"]["applications.received.natural_person"] is None


def test_new_says_whose_last_report_it_was(tmp_path: Path) -> None:
    figure = {"applications.carried_out.natural_person": "约13812345678"}
    write(tmp_path / "last.xlsx", balanced("2021", year=2023, figures=figure))
    words = ("new", "--year", "2024", "--previous", "last.xlsx", "-o")
    same = run(*words, "a.xlsx", "--agency", "永宁市 档案局", cwd=tmp_path)
    assert (same.returncode, "请核对" in same.stderr) == (0, False)
    assert "上年填的是“约138******78”" in same.stderr
    other = run(*words, "b.xlsx", "--agency", "永宁市水利局", cwd=tmp_path)
    assert other.returncode == 0
    assert "上年报告是“永宁市档案局”的，这份是“永宁市水利局”的" in other.stderr
    folder = run("new", "--year", "2024", "--previous", ".", "-o", "c.xlsx", cwd=tmp_path)
    assert (folder.returncode, "“.”是文件夹" in folder.stderr) == (2, True)


def test_new_refuses_a_previous_report_of_another_year(tmp_path: Path) -> None:
    write(tmp_path / "last.xlsx", balanced("2021", year=2022))
    done = run("new", "--year", "2024", "--previous", "last.xlsx", "-o", "a.xlsx", cwd=tmp_path)
    assert done.returncode == 2
    assert "2023" in done.stderr
    assert not (tmp_path / "a.xlsx").exists()


@pytest.mark.parametrize(
    "data",
    [
        "{",
        "[]",
        '{"edition": "2021", "year": 2024, "figures": {"applications.received": 1}}',
        '{"edition": "2021", "year": 2024, "figures": {}, "color": "red"}',
        '{"edition": "2021", "year": 2023, "figures": {}}',
        '{"edition": "2019", "year": 2024, "figures": {}}',
        '{"edition": "2021", "year": 2024}',
        '{"edition": "2021", "year": 2024, "figures": {}, "agency": {"fax": "1"}}',
        '{"edition": "2021", "year": 2024, "figures": {}, "year": 2025}',
        '{"edition": "2021", "year": 2024, "figures": {}, "notes": {"二": "a", "二": "b"}}',
        f'{{"edition": "2021", "year": {"9" * 5000}}}',
        "[" * 100_000,
        '{"edition": "2021",\n "year": 2024, "figures": {"a": }}',
        "\ud800",
    ],
    ids=range(14),
)
def test_new_refuses_data_that_the_contract_does_not_allow(tmp_path: Path, data: str) -> None:
    (tmp_path / "in.json").write_bytes(data.encode("utf-8", "surrogatepass"))
    done = run("new", "--year", "2024", "--data", "in.json", "-o", "a.xlsx", cwd=tmp_path)
    assert done.returncode == 2
    assert len(done.stderr.splitlines()) == 1
    assert not set(re.findall("[A-Za-z]+", re.sub("“[^”]*”", "", done.stderr))) - JSON_WORDS
    assert not (tmp_path / "a.xlsx").exists()


def test_a_json_error_names_its_line(tmp_path: Path) -> None:
    (tmp_path / "in.json").write_text('{"edition": "2021",\n "year": }')
    done = run("new", "--year", "2024", "--data", "in.json", cwd=tmp_path)
    assert "第 2 行第 10 个字符处写得不对" in done.stderr


@pytest.mark.parametrize(
    "typed",
    [
        ["new", "--year", "2024", "-o", "a.docx"],
        ["new", "--year", "2024", "-o", "a"],
        ["rollup", "good.xlsx", "-o", "a.xls"],
        ["compare", "good.xlsx", "bad.xlsx", "--format", "xlsx", "-o", "a.html"],
    ],
    ids=" ".join,
)
def test_a_workbook_is_named_as_one(desk: Path, typed: list[str]) -> None:
    done = run(*typed, cwd=desk)
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr.startswith(f"“{typed[-1]}”不是工作簿的名字")
    assert done.stderr.endswith("例如 -o a.xlsx。\n")
    assert not (desk / typed[-1]).exists()


def test_export_of_several_is_an_array_with_paths(desk: Path) -> None:
    done = run("export", "good.xlsx", "bad.xlsx", "--format", "json", cwd=desk)
    data = json.loads(done.stdout)
    assert [each["path"] for each in data] == ["good.xlsx", "bad.xlsx"]
    assert data[0] == {"path": "good.xlsx", **to_object(GOOD)}
    assert run("export", "good.xlsx", "none.xlsx", cwd=desk).returncode == 2


def test_export_as_csv(desk: Path) -> None:
    done = run("export", "good.xlsx", "bad.xlsx", "--format", "csv", cwd=desk)
    header, *rows = csv.reader(io.StringIO(done.stdout))
    assert ",".join(header) == (
        "path,agency,year,edition,field,section,label,value,unit,sheet,cell"
    )
    assert len(rows) == 400
    row = dict(zip(header, rows[210], strict=True))
    assert (row["path"], row["agency"], row["year"]) == ("bad.xlsx", AGENCY.name, "2024")
    assert (row["field"], row["section"]) == ("applications.received.natural_person", "三")
    assert (row["sheet"], row["cell"], row["unit"]) == (APPLICATIONS, "D6", "件")
    assert row["value"] == str(figures("2021")["applications.received.natural_person"])


def test_rules_as_json(tmp_path: Path) -> None:
    data = json.loads(run("rules", "--format", "json", cwd=tmp_path).stdout)
    keys = ["code", "severity", "title", "basis", "editions", "message", "fix"]
    assert [each["code"] for each in data] == [rule.code for rule in rules()]
    assert all(list(each) == keys for each in data)
    assert {each["severity"] for each in data} == {"error", "warning", "info"}


def test_explain(tmp_path: Path) -> None:
    done = run("explain", "s301", cwd=tmp_path)
    assert done.returncode == 0
    assert all(word in done.stdout for word in ("S301", "依据", "错的例子", "对的例子", "怎么改"))
    unknown = run("explain", "S999", cwd=tmp_path)
    assert unknown.returncode == 2
    assert "S999" in unknown.stderr


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["check", "--nope", "a.xlsx"], "没有选项“--nope”"),
        (["chekc"], "是不是“check”？"),
        (["check"], "缺少参数"),
        (["new"], "缺少选项“--year”"),
        (["check", "a.xlsx", "--annotate", "-o", "marked"], "选项“--annotate”后面要有值"),
        (["new", "--year", "soon"], "--year"),
        (["new", "--year", "2018"], "2018"),
        (["check", "a.xlsx", "--format", "pdf"], "--format"),
    ],
    ids=lambda value: " ".join(value) if isinstance(value, list) else "",
)
def test_bad_usage_is_one_chinese_sentence(
    tmp_path: Path, arguments: list[str], words: str
) -> None:
    done = run(*arguments, cwd=tmp_path)
    assert (done.returncode, done.stdout) == (2, "")
    assert words in done.stderr
    assert "Error" not in done.stderr
    assert len(done.stderr.strip().splitlines()) == 1


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such names")
def test_a_file_name_does_nothing_to_the_terminal(tmp_path: Path) -> None:
    name = "第\n一\x1b[31m份.xlsx"
    (tmp_path / name).write_bytes(made(balanced("2021")))
    done = run("check", name, cwd=tmp_path)
    assert done.returncode == 0
    assert done.stdout.splitlines()[0] == "✓ 第␊一␛[31m份.xlsx：没有发现问题"
