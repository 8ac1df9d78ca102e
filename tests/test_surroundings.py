"""What lies around the workbooks: odd files and folders, odd names, a clock that is wrong."""

import json
import os
import re
import socket
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest
from command import environment, run
from reports import AGENCY
from workbooks import build

from govxlsx.desk.inputs import collect
from govxlsx.desk.naming import annotated_paths, report_name

LINUX = pytest.mark.skipif(sys.platform != "linux", reason="needs the names and links of Linux")


@pytest.fixture
def desk(tmp_path: Path) -> Path:
    """Return a folder with one workbook."""
    (tmp_path / "年报.xlsx").write_bytes(build.clean())
    return tmp_path


@LINUX
@pytest.mark.parametrize("kind", ["pipe", "socket", "device", "folder"])
def test_what_is_no_file_is_named_at_once(kind: str, desk: Path) -> None:
    odd = desk / "odd.xlsx"
    with socket.socket(socket.AF_UNIX) as server:
        if kind == "pipe":
            os.mkfifo(odd)
        elif kind == "socket":
            server.bind(str(odd))
        elif kind == "device":
            odd.symlink_to("/dev/zero")
        else:
            odd.mkdir()
        for line in (
            "check 年报.xlsx --previous odd.xlsx",
            "build 年报.xlsx --previous odd.xlsx",
            "compare 年报.xlsx odd.xlsx",
            "claims odd.xlsx --year 2024",
            "new --year 2024 --data odd.xlsx",
            "new --year 2024 --previous odd.xlsx",
            "rollup 年报.xlsx --against odd.xlsx -o sum.xlsx",
            "rollup 年报.xlsx --roster odd.xlsx -o sum.xlsx",
            "status odd.xlsx --roster odd.xlsx",
            "verify odd.xlsx",
            *(f"{each} odd.xlsx" for each in ("check", "build", "export", "archive --into in")),
        ):
            done = run(*line.split(), cwd=desk)
            assert (line, done.returncode) == (line, 2)
            assert "Traceback" not in done.stderr
            assert done.stdout + done.stderr


@LINUX
def test_what_cannot_be_read_in_a_folder_counts(desk: Path) -> None:
    (desk / "gone.xlsx").symlink_to(desk / "nowhere.xlsx")
    (desk / "gone").symlink_to(desk / "nowhere")
    (desk / "again").symlink_to(desk)
    done = run("check", ".", "--format", "json", cwd=desk)
    assert done.returncode == 2
    told = {each["path"]: each["error_code"] for each in json.loads(done.stdout)["files"]}
    assert told == {"gone": "W108", "gone.xlsx": "W108", "年报.xlsx": None}


@LINUX
def test_folders_that_are_closed(desk: Path) -> None:
    for mode in (0o000, 0o444, 0o111):
        closed = desk / f"closed {mode:03o}"
        closed.mkdir()
        (closed / "b.xlsx").write_bytes(build.clean())
        closed.chmod(mode)
    root = os.geteuid() == 0  # who may read everything, unless told otherwise
    limits = ["setpriv", "--bounding-set=-dac_override,-dac_read_search"] if root else []
    command = [*limits, sys.executable, "-m", "govxlsx", "check", ".", "--format", "json"]
    try:
        done = subprocess.run(
            command, cwd=desk, env=environment(), capture_output=True, check=False, text=True
        )
    finally:
        for closed in desk.glob("closed *"):
            closed.chmod(0o700)
    assert (done.returncode, done.stderr) == (2, "")
    told = {each["path"]: each["error_code"] for each in json.loads(done.stdout)["files"]}
    assert told == {
        "closed 000": "W108",
        "closed 111": "W108",
        "closed 444/b.xlsx": "W108",
        "年报.xlsx": None,
    }


@pytest.mark.parametrize(
    "suffix",
    [
        *("xls", "xlsb", "xlt", "xltx", "et", "ett", "numbers", "ods", "csv", "zip", "rar", "7z"),
        *("eml", "msg", "XLS"),
    ],
)
def test_what_a_clerk_may_send_instead_is_no_silence(suffix: str, desk: Path) -> None:
    (desk / f"b.{suffix}").write_bytes(b"\x01\x02\x03" * 99)
    done = run("check", ".", "--format", "json", cwd=desk)
    assert done.returncode == 2
    assert json.loads(done.stdout)["summary"]["unusable"] == 1


def test_other_files_are_skipped_and_named_and_our_own_ignored(desk: Path) -> None:
    for name in ("b.doc", "c.pdf", "d.txt", "e.jpg", "~$年报.xlsx", ".hidden.xlsx"):
        (desk / name).write_bytes(b"x")
    for ending in (".html", ".pdf"):
        (desk / f"{report_name('某局', 2024)}{ending}").write_bytes(b"x")
    (desk / f"{report_name('某局', 2024)}.docx").write_bytes(b"sent in place of the workbook")
    found = collect([str(desk)])
    assert [Path(each).name for each in found.files] == ["年报.xlsx"]
    foreign = ["b.doc", "c.pdf", "d.txt", "e.jpg", f"{report_name('某局', 2024)}.docx"]
    assert [Path(each).name for each in found.skipped] == foreign


def test_an_annotated_copy_that_a_clerk_has_saved_is_a_submission(desk: Path) -> None:
    (copy,) = annotated_paths([Path("年报.xlsx")], desk)
    assert run("check", "年报.xlsx", "--annotate", ".", cwd=desk).returncode == 0
    assert collect([str(desk)]).files == (str(desk / "年报.xlsx"),)
    copy.write_bytes(build.changed(copy.read_bytes(), lambda _: None))
    assert collect([str(desk)]).files == (str(desk / "年报.xlsx"), str(copy))


def test_what_this_tool_wrote_into_the_folder_is_no_submission(desk: Path) -> None:
    (desk / "名册.csv").write_text("机关名称,机关类别,上级机关\n某某局,政府部门,\n", "utf-8")
    (desk / "b.xlsx").write_bytes((desk / "年报.xlsx").read_bytes())
    for words in (
        "build 年报.xlsx --format docx,html",
        "check 年报.xlsx --format csv -o 结果.csv",
        "check 年报.xlsx --format json -o 结果.json",
        "check 年报.xlsx --format xlsx -o 结果.xlsx",
        "check 年报.xlsx --format html -o 结果.html",
        "check 年报.xlsx --format html -o 网页/",
        "check 年报.xlsx --annotate 标注",
        "export 年报.xlsx --format csv -o 数据.csv",
        "summary 年报.xlsx -o 汇总.xlsx",
        "compare 年报.xlsx b.xlsx --format xlsx -o 对照.xlsx",
        "compare 年报.xlsx b.xlsx --format html -o 对照.html",
        "archive 年报.xlsx --into 归档",
        "status 归档 --roster 名册.csv --year 2021 --format csv -o 情况.csv",
        "status 归档 --roster 名册.csv --year 2021 --format html -o 情况.html",
        "notices 归档 --roster 名册.csv --year 2021 --as-of 2022-02-10 -o 通知",
    ):
        done = run(*words.split(), cwd=desk)
        assert (words, done.returncode) == (words, 0), done.stderr
    for made in ("归档/register.sqlite", "通知/某某局催报通知.eml", "通知/某某局催报通知.docx"):
        assert (desk / made).exists()
    (desk / "名册.csv").unlink()
    done = run("check", ".", "--format", "json", cwd=desk)
    data = json.loads(done.stdout)
    assert [each["path"] for each in data["files"]] == ["b.xlsx", "年报.xlsx"]
    assert (done.returncode, data["skipped"]) == (0, [])


@pytest.mark.parametrize(
    "words",
    [
        "check . --format json",
        "archive . --into ../a",
        "summary . -o ../s.xlsx",
        "rollup . -o ../r.xlsx",
    ],
)
def test_the_roster_in_the_folder_is_no_submission(desk: Path, words: str) -> None:
    (desk / "in").mkdir()
    (desk / "年报.xlsx").rename(desk / "in/年报.xlsx")
    name = AGENCY.name
    (desk / "in/名册.csv").write_text(f"机关名称,机关类别,上级机关\n{name},政府部门,\n", "utf-8")
    done = run(*words.split(), "--roster", "名册.csv", cwd=desk / "in")
    assert done.returncode == 0, done.stderr
    assert "名册.csv" not in done.stdout
    typed = run("check", "年报.xlsx", "名册.csv", "--roster", "名册.csv", cwd=desk / "in")
    assert typed.returncode == 2


def test_the_list_of_the_handed_out_templates_is_no_submission(tmp_path: Path) -> None:
    (tmp_path / "r.csv").write_text("机关名称,机关类别,上级机关\n某某局,政府部门,\n", "utf-8")
    done = run("new", "--roster", "r.csv", "--year", "2024", "-o", "out", cwd=tmp_path)
    assert done.returncode == 0
    assert (tmp_path / "out/发放清单.csv").exists()
    done = run("check", "out", "--format", "json", cwd=tmp_path)
    assert (done.returncode, json.loads(done.stdout)["summary"]["unusable"]) == (1, 0)


def test_archives_hold_no_submissions(desk: Path) -> None:
    assert run("archive", "年报.xlsx", "--into", "archive", cwd=desk).returncode == 0
    for command in ("check", "build", "export"):
        done = run(command, ".", cwd=desk)
        assert (command, done.returncode) == (command, 0)
        assert "archive" not in done.stdout.replace("archive\\", "archive/").split("年报.xlsx")[0]
        done = run(command, "archive", cwd=desk)
        assert (command, done.returncode, "归档文件夹" in done.stderr) == (command, 2, True)
    following = build.clean(year=2022)
    (desk / "b.xlsx").write_bytes(following)
    done = run("check", "b.xlsx", "--previous", "archive", "--format", "json", cwd=desk)
    assert "Y501" not in json.loads(done.stdout)["files"][0]["rules"]["not_run"]


@pytest.mark.parametrize(
    "agency", ["~$局", "...局", "CON", "\u202e局\u200f", "局" * 99, "a/b", "局."]
)
def test_verify_accepts_what_archive_made(agency: str, desk: Path) -> None:
    data = build.clean(agency=type(AGENCY)(**{**_fields(AGENCY), "name": agency}))
    (desk / "年报.xlsx").write_bytes(data)
    assert run("archive", "年报.xlsx", "--into", "archive", cwd=desk).returncode == 0
    done = run("verify", "archive", cwd=desk)
    assert (done.returncode, "全部一致" in done.stdout) == (0, True), done.stdout


def _fields(agency: object) -> dict[str, str]:
    return {name: getattr(agency, name) for name in agency.__slots__}  # type: ignore[attr-defined]


@LINUX
@pytest.mark.parametrize("how", ["itself", "spelling", "link", "hard link"])
def test_nothing_is_written_over_what_is_read(how: str, desk: Path) -> None:
    data = build.clean()
    (desk / "b.json").write_text(run("export", "年报.xlsx", cwd=desk).stdout, encoding="utf-8")
    (desk / "r.csv").write_text("name\n某局\n", encoding="utf-8")
    assert run("archive", "年报.xlsx", "--into", "archive", cwd=desk).returncode == 0
    (desk / "发放清单.csv").write_text("name,kind,parent\n某局,政府部门,\n", encoding="utf-8")
    (stored,) = (str(each.relative_to(desk)) for each in (desk / "archive").rglob("*.xlsx"))
    names = ("年报.xlsx", "b.json", "r.csv", "发放清单.csv", stored)
    before = {each: (desk / each).read_bytes() for each in names}

    def other(name: str) -> str:
        place = desk / f"other-{Path(name).name}"
        if how == "itself":
            return name
        if how == "spelling":
            return f"../{desk.name}/./{name}"
        if not place.exists():
            place.symlink_to(desk / name) if how == "link" else place.hardlink_to(desk / name)
        return place.name

    for line in (
        f"check 年报.xlsx -o {other('年报.xlsx')} --format csv",
        f"check 年报.xlsx --previous b.json -o {other('b.json')} --format json",
        f"check . -o {other('年报.xlsx')}",
        f"export 年报.xlsx -o {other('年报.xlsx')}",
        f"compare 年报.xlsx b.json -o {other('b.json')} --format html",
        f"new --year 2022 --previous 年报.xlsx -o {other('年报.xlsx')}",
        f"rollup 年报.xlsx -o {other('年报.xlsx')}",
        f"rollup . -o {other('年报.xlsx')}",
        f"rollup archive -o {other(stored)}",
        f"summary 年报.xlsx -o {other('年报.xlsx')}",
        f"summary . -o {other('年报.xlsx')}",
        f"summary archive -o {other(stored)}",
        f"new --year 2026 --roster {other('发放清单.csv')} -o .",
        f"status archive --roster r.csv --format csv -o {other('r.csv')}",
    ):
        done = run(*line.split(), "--force", cwd=desk)
        assert (line, done.returncode) == (line, 2)
        assert "不能写在它上面" in done.stderr, (line, done.stderr)
    assert {each: (desk / each).read_bytes() for each in before} == before
    assert before["年报.xlsx"] == data


@LINUX
def test_a_device_is_not_replaced(desk: Path) -> None:
    (desk / "null").symlink_to("/dev/null")
    done = run("check", "年报.xlsx", "-o", "null", "--force", cwd=desk)
    assert (done.returncode, "不是文件" in done.stderr) == (2, True)
    assert (desk / "null").is_symlink()


@LINUX
@pytest.mark.parametrize("form", ["json", "csv", "html", "text"])
def test_a_name_in_gbk_loses_no_output(form: str, desk: Path) -> None:
    name = os.fsdecode("局.xlsx".encode("gbk"))
    (desk / "年报.xlsx").rename(desk / name)
    done = run("check", ".", "--format", form, "-o", f"out.{form}", cwd=desk)
    assert done.returncode == 0, done.stderr
    told = (desk / f"out.{form}").read_text(encoding="utf-8")
    assert "udcbe" in told
    if form == "json":
        assert json.loads(told)["files"][0]["path"] == name
    assert run("compare", name, name, "--format", "xlsx", "-o", "c.xlsx", cwd=desk).returncode == 0
    assert run("export", name, "--format", "csv", cwd=desk).returncode == 0
    assert run("build", name, cwd=desk).returncode == 0
    assert run("check", name, "--annotate", "copies", cwd=desk).returncode == 0
    for each in (desk / "copies").iterdir():
        each.name.encode()


@LINUX
def test_a_name_in_gbk_is_told_of_what_is_imported(desk: Path) -> None:
    name = os.fsdecode("局.docx".encode("gbk"))
    assert run("build", "年报.xlsx", "-o", ".", cwd=desk).returncode == 0
    (document,) = desk.glob("*.docx")
    document.rename(desk / name)
    assert run("import", name, "--year", "2024", "-o", "读出", cwd=desk).returncode == 0
    (read,) = (desk / "读出").iterdir()
    assert json.loads(read.read_bytes())["_import"]["source"] == name


LINES = """
import sys
from govxlsx.__main__ import run
for line in sys.argv[1:]:
    sys.argv = ["govxlsx", *line.split()]
    print("ended with", run(), file=sys.stderr, flush=True)
"""
CLOCK = f"import time; time.time = lambda: {{}}{LINES}"


def processed(script: str, *lines: str, cwd: Path, **more: str) -> list[tuple[int, str]]:
    """Run command lines one after the other in one process; return how each ended, what it said."""
    done = subprocess.run(
        [sys.executable, "-u", "-c", script, *lines],
        cwd=cwd,
        env=environment() | more,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        check=False,
    )
    said = done.stdout.decode("utf-8", "replace")
    assert (done.returncode, "Traceback" in said) == (0, False), said
    *pieces, rest = re.split(r"ended with (\d+)\n", said)
    assert rest == ""
    return [(int(status), text) for text, status in zip(pieces[::2], pieces[1::2], strict=True)]


ASCII = {"LC_ALL": "C", "PYTHONCOERCECLOCALE": "0", "PYTHONUTF8": "0"}
"""Where the file system's names are taken for ASCII, as on servers without a language."""


@LINUX
def test_names_that_the_file_system_cannot_hold_are_one_sentence(desk: Path) -> None:
    (desk / "年报.xlsx").rename(desk / "a.xlsx")
    assert run("archive", "a.xlsx", "--into", "kept", cwd=desk).returncode == 0
    lines = (
        "build a.xlsx -o out",
        "archive a.xlsx --into archive",
        "verify kept",
        "check a.xlsx --annotate copies",
    )
    more = "check a.xlsx b.xlsx", "export a.xlsx -o a.json"
    *found, missing, exported = processed(LINES, *lines, *more, cwd=desk, **ASCII)
    for line, (status, text) in zip(lines, found, strict=True):
        assert (line, status, "写不了的字" in text) == (line, 2, True), text
    assert (missing[0], exported[0]) == (2, 0)


@pytest.mark.parametrize("moment", ["0", "4354819200"])
def test_a_wrong_clock_makes_no_difference(moment: str, desk: Path) -> None:
    lines = (
        "build 年报.xlsx -o {}",
        "check 年报.xlsx --annotate {}",
        "new --year 2024 -o {}/a.xlsx",
        "compare 年报.xlsx 年报.xlsx --format xlsx -o {}/b.xlsx",
        "rollup 年报.xlsx --agency 某局 -o {}/c.xlsx",
    )
    right = [run(*line.format("right").split(), cwd=desk).returncode for line in lines]
    wrong = processed(CLOCK.format(moment), *(line.format("wrong") for line in lines), cwd=desk)
    assert [status for status, _ in wrong] == right, wrong
    for each in (desk / "right").iterdir():
        assert zipfile.ZipFile(desk / "wrong" / each.name).testzip() is None
        assert (desk / "wrong" / each.name).read_bytes() == each.read_bytes()


@LINUX
def test_a_long_way_to_temporary_files_is_no_obstacle(desk: Path) -> None:
    (desk / "另一份.xlsx").write_bytes(build.clean())
    far = desk / ("很长的临时文件夹" * 5)
    far.mkdir()
    done = subprocess.run(
        [sys.executable, "-m", "govxlsx", "check", "-q", "--jobs", "2", "年报.xlsx", "另一份.xlsx"],
        cwd=desk,
        env=environment() | {"TMPDIR": str(far)},
        capture_output=True,
        check=False,
    )
    assert "共 2 个文件" in done.stdout.decode("utf-8"), done.stderr
    assert not list(far.iterdir())
