"""Many files at once: in order, whole, nothing lost and nothing twice, whoever dies."""

import json
import os
import pickle
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Callable
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import redirect_stderr, suppress
from dataclasses import replace
from functools import partial
from hashlib import sha256
from io import StringIO
from itertools import accumulate, islice, repeat
from pathlib import Path
from types import FrameType
from typing import Any
from zipfile import ZipFile

import pytest
from batches import report, text
from command import ROOT, run
from processes import (
    LINUX,
    SLOW,
    Process,
    children,
    documents,
    left_aside,
    many,
    put,
    until,
    workers,
)
from reports import AGENCY

from govxlsx.checking.across import Contrast
from govxlsx.desk.batch.crew import Crew, here, processes, taken
from govxlsx.desk.batch.documents import Documents
from govxlsx.desk.batch.lanes import Lanes
from govxlsx.desk.batch.orders import Order, built
from govxlsx.desk.batch.runner import Runner, sizes
from govxlsx.desk.batch.shelf import Shelf
from govxlsx.desk.batch.signatures import Signatures, signed
from govxlsx.desk.batch.work import Job, QueuedFile, crashed
from govxlsx.desk.publishing import Made, publish
from govxlsx.errors import UsageError
from govxlsx.output import new_mark
from govxlsx.word.properties import origin


def document(name: str, source: str = "") -> str:
    return f"{name}2024年政府信息公开工作年度报告{f'（{source}）' if source else ''}.docx"


def inside(folder: Path) -> list[str]:
    return sorted(each.name for each in folder.iterdir())


@pytest.fixture
def inbox(tmp_path: Path) -> Path:
    """Seven workbooks of seven bodies, one with an error, and a file that is none."""
    for number in range(7):
        wrong = {"applications.disclosed.total": 1} if number == 3 else {}
        put(tmp_path / f"in/{number}.xlsx", f"第{number}局", figures=wrong)
    (tmp_path / "in/4b.xlsx").write_bytes(b"%PDF-1.7")
    return tmp_path


# --- the runner -----------------------------------------------------------------------------------


def squares(shared: int, items: tuple[int, ...]) -> list[int]:
    """Square numbers, the small ones last; a multiple of ``shared`` kills the process."""
    time.sleep(0.02 if items[0] < 10 else 0)
    for item in items:
        if item and shared and item % shared == 0:
            os.kill(os.getpid(), signal.SIGKILL)
    return [item * item for item in items]


def lost(item: int, error: BaseException) -> int:
    return -item


def answers(crew: Crew, count: int, fatal: int) -> list[int]:
    runner = Runner(crew, squares, fatal, lost)
    return [each for chunk in runner.answers(range(count), repeat(5)) for each in chunk]


@pytest.mark.parametrize("jobs", [1, 3])
def test_answers_are_in_order(jobs: int) -> None:
    with processes(jobs) as crew:
        assert answers(crew, 48, 0) == [each * each for each in range(48)]


def test_a_process_that_dies_costs_its_own_item_only() -> None:
    with processes(2) as crew:
        expected = [-each if each and each % 17 == 0 else each * each for each in range(48)]
        assert answers(crew, 48, 17) == expected


class Twice:
    """Kills its process, the first two times."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def __call__(self, _: None, items: tuple[int, ...]) -> list[int]:
        made = len(list(self.folder.iterdir()))
        if made < 2:
            (self.folder / str(made)).touch()
            os.kill(os.getpid(), signal.SIGKILL)
        return list(items)


def test_an_item_whose_process_is_killed_twice_is_not_the_cause(tmp_path: Path) -> None:
    with processes(1) as crew:
        runner = Runner(crew, Twice(tmp_path), None, lost)
        assert list(runner.answers([5], repeat(1))) == [[5]]


def unhandled() -> str:
    """Return what this process writes of an error that nobody handles."""
    with redirect_stderr(StringIO()) as written:
        sys.excepthook(OSError, OSError("no such semaphore"), None)
    return written.getvalue()


def test_a_process_that_cannot_begin_writes_nothing() -> None:
    with processes(1) as crew:
        assert crew.executor.submit(unhandled).result() == ""


class Empty(Lanes):
    """Lanes for which no process is to be had."""

    pauses = (0.0, 0.0)

    def _new(self) -> ProcessPoolExecutor:
        raise OSError(11, "Resource temporarily unavailable")


def test_where_no_process_is_to_be_had_the_end_is_not_waited_for() -> None:
    with Empty(2, list) as lanes:
        for _ in range(3):
            with pytest.raises(UsageError, match=r"^启动不了工作进程，.*再运行一次。$"):
                lanes.submit(abs, 1)


def lengths(shared: str, items: tuple[int, ...]) -> list[int]:
    """Return for each item how much was shared."""
    return [len(taken(shared)) for _ in items]


@pytest.mark.parametrize("length", [10, 1_000_000])
def test_what_is_shared_reaches_every_process(length: int) -> None:
    with processes(2) as crew:
        runner = Runner(crew, lengths, crew.share("长" * length), lost)
        found = [each for chunk in runner.answers(range(6), repeat(1)) for each in chunk]
    assert found == [length] * 6


def test_chunks_are_small_enough_for_every_worker() -> None:
    assert [next(sizes(count, 2)) for count in (1, 8, 80, 160, 10_000)] == [1, 1, 10, 20, 20]


def test_the_last_chunks_are_small() -> None:
    found = list(islice(sizes(100, 2), 30))
    assert found == sorted(found, reverse=True)
    assert found[:2] == [13, 11]
    assert found[-1] == 1
    assert sum(found) >= 100


# --- check ----------------------------------------------------------------------------------------


@pytest.mark.parametrize("format_", ["json", "csv", "html", "text"])
def test_processes_change_nothing_in_the_output(inbox: Path, format_: str) -> None:
    arguments = ("check", "in", "--format", format_)
    one = run(*arguments, "--jobs", "1", cwd=inbox)
    two = run(*arguments, "--jobs", "2", cwd=inbox)
    assert (one.returncode, two.returncode) == (2, 2)
    assert one.stdout == two.stdout
    assert two.stderr == ""


def test_the_json_of_a_batch_is_in_order_and_complete(inbox: Path) -> None:
    done = run("check", "in", "--format", "json", "--jobs", "2", "-o", "out.json", cwd=inbox)
    assert done.returncode == 2
    data = json.loads((inbox / "out.json").read_text(encoding="utf-8"))
    names = ["0", "1", "2", "3", "4", "4b", "5", "6"]
    paths = [str(Path("in", f"{each}.xlsx")) for each in names]
    assert [each["path"] for each in data["files"]] == paths
    assert data["summary"]["files"] == 8
    assert [data["summary"][each] for each in ("ok", "errors", "unusable")] == [6, 1, 1]


def test_reports_of_a_batch_are_compared(tmp_path: Path) -> None:
    put(tmp_path / "a.xlsx")
    put(tmp_path / "b.xlsx", figures={"disclosure.penalties.decisions": 9})
    alone = json.loads(run("check", "a.xlsx", "--format", "json", cwd=tmp_path).stdout)
    assert alone["files"][0]["rules"]["not_run"]["B901"].startswith("只检查了一个文件")
    done = run("check", "a.xlsx", "b.xlsx", "--format", "json", "--jobs", "2", cwd=tmp_path)
    files = json.loads(done.stdout)["files"]
    found = [[each["code"] for each in file["findings"]] for file in files]
    assert found == [["B901"], ["B901"]]
    assert all("B901" in file["rules"]["broken"] for file in files)


def test_reports_are_compared_whoever_does_it() -> None:
    with here() as alone, processes(1) as near, Lanes(1, partial(os._exit, 3)) as deadly:
        said = [_compared(each) for each in (alone, near, replace(near, executor=deadly))]
    codes = [each and [found.code for found in each.findings] for each in said[0]]
    assert codes == [["B902", "B903"], None, ["B902", "B903"]]
    assert said == [said[0]] * 3


def _compared(crew: Crew) -> list[Contrast | None]:
    """Compare the first and the last of three files; of the one between there is no report."""
    signatures = Signatures(crew.room)
    for number, name in ((0, "永宁市档案局"), (2, "永宁市教育局")):
        signatures.add(number, signed(report(name, overview=text(1))))
    signatures.compared(crew)
    said = signatures.compared(crew).pickled()  # as after a worker that died over it
    return [pickle.loads(each) if each else None for each in said]


def test_annotated_copies_of_a_batch(inbox: Path) -> None:
    done = run("check", "in", "--annotate", "marked", "--jobs", "2", cwd=inbox)
    assert done.returncode == 2
    expected = [f"{number}（校验结果）.xlsx" for number in range(7)]
    assert inside(inbox / "marked") == expected
    assert [line.rpartition("/")[2] for line in done.stderr.splitlines()] == expected
    again = run("check", "in/0.xlsx", "--annotate", "marked", cwd=inbox)
    assert again.returncode == 2
    assert "已经存在" in again.stderr


# --- names ----------------------------------------------------------------------------------------


@pytest.mark.parametrize("jobs", ["1", "2"])
def test_where_two_want_one_name_each_gets_its_sources(tmp_path: Path, jobs: str) -> None:
    for path in ("a/x.xlsx", "a/y.xlsx", "b/x.xlsx"):
        put(tmp_path / path)
    put(tmp_path / "c.xlsx", "别的局")
    done = run("build", "a", "b", "c.xlsx", "-o", "out", "--jobs", jobs, cwd=tmp_path)
    assert done.returncode == 0
    names = [document(AGENCY.name, each) for each in ("x", "x) (2", "y")]
    names[1] = document(AGENCY.name, "x").replace(".docx", " (2).docx")
    assert inside(tmp_path / "out") == sorted([*names, document("别的局")])
    told = [line for line in done.stdout.splitlines() if line.startswith("已生成")]
    assert [line.rpartition("/")[2] for line in told] == [
        names[0],
        names[2],
        names[1],
        document("别的局"),
    ]
    assert sha(tmp_path / "out" / names[2]) == sha_of(tmp_path / "a/y.xlsx")


def sha(path: Path) -> str:
    told = origin(path)
    assert told is not None
    return told.sha256


def sha_of(path: Path) -> str:
    return sha256(path.read_bytes()).hexdigest()


def test_nothing_is_left_where_a_name_of_its_own_is_taken(tmp_path: Path) -> None:
    put(tmp_path / "x.xlsx")
    put(tmp_path / "y.xlsx")
    (tmp_path / "out").mkdir()
    mine = tmp_path / "out" / document(AGENCY.name, "x")
    mine.write_bytes(b"mine")
    done = run("build", "x.xlsx", "y.xlsx", "-o", "out", cwd=tmp_path)
    assert done.returncode == 2
    assert "（x）.docx”已经存在" in done.stderr
    assert mine.read_bytes() == b"mine"
    assert inside(tmp_path / "out") == [mine.name, document(AGENCY.name, "y")]


def test_who_finds_the_plain_name_taken_still_gets_its_own(tmp_path: Path) -> None:
    put(tmp_path / "x.xlsx")
    put(tmp_path / "y.xlsx")
    (tmp_path / "out").mkdir()
    (tmp_path / "out" / document(AGENCY.name)).write_bytes(b"mine")
    done = run("build", "x.xlsx", "y.xlsx", "-o", "out", cwd=tmp_path)
    assert done.returncode == 0
    assert inside(tmp_path / "out") == sorted(
        document(AGENCY.name, each) for each in ("", "x", "y")
    )
    assert (tmp_path / "out" / document(AGENCY.name)).read_bytes() == b"mine"


# --- strict ---------------------------------------------------------------------------------------

SAME_TEXT = {
    "overview": "（一）主动公开\n" + "".join(f"第{n}次公布文件{n * 7}件。" for n in range(40))
}


def test_a_warning_from_comparing_stops_a_strict_build(tmp_path: Path) -> None:
    put(tmp_path / "a.xlsx", "甲局", narrative=SAME_TEXT)
    put(tmp_path / "b.xlsx", "乙局", narrative=SAME_TEXT)
    checked = json.loads(run("check", "a.xlsx", "b.xlsx", "--format", "json", cwd=tmp_path).stdout)
    assert {"B902"} <= {each["code"] for each in checked["files"][0]["findings"]}
    assert run("build", "a.xlsx", "b.xlsx", "--strict", cwd=tmp_path).returncode == 1
    assert not list(tmp_path.glob("*.docx"))
    done = run("build", "a.xlsx", "b.xlsx", "--strict", "--draft", cwd=tmp_path)
    assert done.returncode == 1
    assert sorted(each.stem[-4:] for each in tmp_path.glob("*.docx")) == ["（草稿）"] * 2


# --- resume ---------------------------------------------------------------------------------------


def times(folder: Path) -> dict[str, int]:
    return {each.name: each.stat().st_mtime_ns for each in folder.glob("*.docx")}


def test_resume_makes_what_is_missing_only(inbox: Path) -> None:
    assert run("build", "in", "-o", "out", cwd=inbox).returncode == 2
    before = times(inbox / "out")
    assert len(before) == 6
    (inbox / "out" / document("第5局")).unlink()
    done = run("build", "in", "-o", "out", "--resume", "--jobs", "2", cwd=inbox)
    assert done.returncode == 2
    after = times(inbox / "out")
    assert {name for name in after if after[name] != before[name]} == {document("第5局")}
    assert done.stdout.count("跳过") == 5
    assert "生成文档 1 份，已有不再生成的 5 份，没有写成的 0 份" in done.stdout


def with_maker(path: Path, maker: str) -> None:
    """Make a document that of another version of this tool."""
    with ZipFile(path) as package:
        parts = {name: package.read(name) for name in package.namelist()}
    own = f"govxlsx {__import__('govxlsx').__version__}".encode()
    parts["docProps/custom.xml"] = parts["docProps/custom.xml"].replace(own, maker.encode())
    with ZipFile(path, "w") as package:
        for name, content in parts.items():
            package.writestr(name, content)


@pytest.mark.parametrize(
    ("change", "words"),
    [
        ("version", "是由 govxlsx 0.1 生成的，现在是 govxlsx "),
        ("workbook", "不是由这份工作簿现在的内容生成的"),
        ("other", "不是由这份工作簿现在的内容生成的"),
    ],
)
def test_resume_asks_for_force_where_a_document_is_another(
    tmp_path: Path, change: str, words: str
) -> None:
    put(tmp_path / "a.xlsx")
    assert run("build", "a.xlsx", cwd=tmp_path).returncode == 0
    path = tmp_path / document(AGENCY.name)
    if change == "version":
        with_maker(path, "govxlsx 0.1")
    elif change == "workbook":
        put(tmp_path / "a.xlsx", figures={"disclosure.penalties.decisions": 9})
    else:
        path.write_bytes(b"PK mine")
    before = path.read_bytes()
    done = run("build", "a.xlsx", "--resume", cwd=tmp_path)
    assert done.returncode == 2
    assert words in done.stderr
    assert "--force" in done.stderr
    assert path.read_bytes() == before
    assert run("build", "a.xlsx", "--resume", "--force", cwd=tmp_path).returncode == 0
    assert sha(path) == sha_of(tmp_path / "a.xlsx")
    assert inside(tmp_path) == ["a.xlsx", path.name]


def test_resume_renames_when_a_second_file_wants_the_name(tmp_path: Path) -> None:
    put(tmp_path / "in/m.xlsx")
    assert run("build", "in", "-o", "out", cwd=tmp_path).returncode == 0
    assert inside(tmp_path / "out") == [document(AGENCY.name)]
    put(tmp_path / "in/a.xlsx", figures={"disclosure.penalties.decisions": 9})
    put(tmp_path / "in/z.xlsx", figures={"disclosure.penalties.decisions": 5})
    for _ in range(2):
        done = run("build", "in", "-o", "out", "--resume", cwd=tmp_path)
        assert (done.returncode, done.stderr) == (0, "")
        assert inside(tmp_path / "out") == [document(AGENCY.name, each) for each in "amz"]
        for each in "amz":
            path = tmp_path / "out" / document(AGENCY.name, each)
            assert sha(path) == sha_of(tmp_path / f"in/{each}.xlsx")


# --- processes that die ---------------------------------------------------------------------------

COUNT = 120


@LINUX
def test_a_killed_worker_loses_nothing(tmp_path: Path, start: Callable[..., Process]) -> None:
    many(tmp_path / "in", COUNT)
    process = start("build", "in", "-o", "out", "--jobs", "2")
    until(lambda: len(documents(tmp_path / "out")) > 10, process)
    os.kill(workers(process)[0], signal.SIGKILL)
    assert process.wait(SLOW) == 0
    assert len(documents(tmp_path / "out")) == COUNT
    assert left_aside(tmp_path / "out") == []
    out = (tmp_path / "stdout").read_text(encoding="utf-8")
    assert f"共 {COUNT} 个文件：没有错误 {COUNT}、有错误 0、不能用 0" in out
    heads = [line[2:].partition("：")[0] for line in out.splitlines() if line.startswith("✓")]
    assert heads == [f"in/{number:03}.xlsx" for number in range(COUNT)]


@LINUX
def test_ctrl_c_leaves_whole_documents_and_says_what_was_done(
    tmp_path: Path, start: Callable[..., Process]
) -> None:
    many(tmp_path / "in", COUNT)
    process = start("build", "in", "-o", "out", "--jobs", "2")
    until(lambda: len(documents(tmp_path / "out")) > 10, process)
    os.killpg(process.pid, signal.SIGINT)
    assert process.wait(SLOW) == 130
    made_now = documents(tmp_path / "out")
    assert 10 < len(made_now) < COUNT
    assert all(origin(each) is not None for each in made_now)
    assert left_aside(tmp_path / "out") == []
    said = (tmp_path / "stderr").read_text(encoding="utf-8")
    assert f"已中断：共 {COUNT} 个文件，检查完 {len(made_now)} 个" in said
    assert f"有文档 {len(made_now)} 份" in said
    assert len(said.splitlines()) == 1
    resumed = run("build", "in", "-o", "out", "--resume", cwd=tmp_path)
    assert resumed.returncode == 0
    assert resumed.stdout.count("跳过") == len(made_now)
    assert len(documents(tmp_path / "out")) == COUNT


@LINUX
def test_ctrl_c_before_the_first_file_is_done(
    tmp_path: Path, start: Callable[..., Process]
) -> None:
    many(tmp_path / "in", COUNT)
    process = start("check", "in", "--jobs", "2")
    until(lambda: bool(children(process)), process)
    os.killpg(process.pid, signal.SIGINT)
    assert process.wait(SLOW) == 130
    said = (tmp_path / "stderr").read_text(encoding="utf-8")
    assert said.startswith("已中断")
    assert len(said.splitlines()) == 1


def limited(folder: Path, *typed: str) -> subprocess.CompletedProcess[str]:
    """Run the command where no file may grow beyond a few kilobytes."""
    shell = ["sh", "-c", 'ulimit -f 16; exec "$@"', "sh"]
    return subprocess.run(
        [*shell, sys.executable, "-m", "govxlsx", *typed],
        cwd=folder,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        capture_output=True,
        encoding="utf-8",
        check=False,
    )


@LINUX
def test_of_a_document_that_failed_nothing_is_left(tmp_path: Path) -> None:
    put(tmp_path / "a.xlsx")
    done = limited(tmp_path, "build", "a.xlsx", "-o", "out")
    assert done.returncode == 2
    assert done.stderr.startswith(f"无法写入“out/{document(AGENCY.name)}”：")
    assert inside(tmp_path / "out") == []


def test_a_document_is_made_again_after_its_worker_died(tmp_path: Path) -> None:
    path = put(tmp_path / "a.xlsx")
    place = tmp_path / "a.docx"
    order = Order(0, str(path), sha_of(path), str(place), draft=False, force=False)
    assert [built(Job(), order) for _ in range(2)] == ["", ""]
    assert sha(place) == order.sha256
    place.write_bytes(b"mine")
    assert "已经存在，没有改动它" in built(Job(), order)
    assert place.read_bytes() == b"mine"


def test_what_a_dead_worker_has_left_aside_is_swept(tmp_path: Path) -> None:
    options = Documents(folder=str(tmp_path), mark=new_mark())
    left = [options.aside("a.xlsx", number) for number in (0, 1, 1, 11)]
    for each in left:
        each.write_bytes(b"PK")
    (tmp_path / "mine.docx").write_bytes(b"PK")
    Shelf(["a.xlsx"] * 12, options).sweep(range(1, 5))
    assert inside(tmp_path) == sorted([left[0].name, left[3].name, "mine.docx"])


@LINUX
def test_a_full_disk_is_told_in_a_sentence(tmp_path: Path) -> None:
    many(tmp_path / "in", COUNT)
    done = limited(tmp_path, "check", "in", "--jobs", "2")
    assert done.returncode == 2
    assert done.stderr.startswith("写不下临时文件：“")
    assert len(done.stderr.splitlines()) == 1


def test_pages_beside_documents_are_the_same_whoever_makes_them(inbox: Path) -> None:
    for jobs in ("1", "2"):
        done = run("build", "in", "-o", jobs, "--format", "html", "--jobs", jobs, cwd=inbox)
        assert (done.returncode, done.stdout.count(".html")) == (2, 12)
    one, two = ({each.name: sha_of(each) for each in (inbox / jobs).iterdir()} for jobs in "12")
    assert one == two
    assert len(one) == 18


def test_of_a_workbook_that_went_there_is_no_page(tmp_path: Path) -> None:
    gone = Made(str(tmp_path / "x.xlsx"), str(tmp_path / "x.docx"))
    with processes(1) as crew:
        (found,) = publish([gone], frozenset({"html"}), crew, force=False)
    assert found.written == ()
    assert found.failed[0].startswith(f"“{gone.source}”的网页没有生成：")
    assert list(tmp_path.iterdir()) == []


def test_documents_are_synced_before_they_are_moved_and_their_folders_in_the_end(
    inbox: Path,
) -> None:
    steps: list[str] = []

    def watch(_: FrameType, event: str, called: Any) -> None:
        if event == "c_call" and called.__name__ in ("fsync", "link"):
            steps.append(called.__name__)

    sys.setprofile(watch)
    threading.setprofile(watch)
    try:
        assert run("build", "in", "-o", "out", cwd=inbox).returncode == 2
    finally:
        sys.setprofile(None)
        threading.setprofile(None)
    synced = list(accumulate(1 if each == "fsync" else -1 for each in steps))
    assert min(synced) >= 0, "a document was moved before it was synced"
    assert synced[-1] == 1
    assert steps[-1] == "fsync", "a move is lost with the power unless its folder is synced"


@LINUX
def test_a_killed_run_is_resumed(
    tmp_path: Path, start: Callable[..., Process], monkeypatch: pytest.MonkeyPatch
) -> None:
    many(tmp_path / "in", COUNT)
    temporary = tmp_path / "tmp"
    temporary.mkdir()
    monkeypatch.setenv("TMPDIR", str(temporary))
    process = start("build", "in", "-o", "out", "--jobs", "2")
    until(lambda: len(documents(tmp_path / "out")) > 10, process)
    helpers = workers(process)
    process.kill()
    process.wait(SLOW)
    deadline = time.monotonic() + SLOW
    while any(Path(f"/proc/{each}").exists() for each in helpers):
        assert time.monotonic() < deadline, "a worker outlived its parent"
        time.sleep(0.01)
    assert [*temporary.glob("govxlsx-*")] == []
    before = times(tmp_path / "out")
    assert all(origin(tmp_path / "out" / name) is not None for name in before)
    resumed = run("build", "in", "-o", "out", "--resume", cwd=tmp_path)
    assert resumed.returncode == 0
    assert left_aside(tmp_path / "out") == []
    after = times(tmp_path / "out")
    assert len(after) == COUNT
    assert {name: after[name] for name in before} == before


@LINUX
def test_progress_is_shown_on_a_terminal(tmp_path: Path) -> None:
    many(tmp_path / "in", 30)
    master, slave = os.openpty()
    process = subprocess.Popen(
        [sys.executable, "-m", "govxlsx", "check", "in", "--format", "csv", "-o", "out.csv"],
        cwd=tmp_path,
        env={**os.environ, "PYTHONPATH": str(ROOT), "PYTHONIOENCODING": "utf-8", "TERM": "xterm"},
        stderr=slave,
    )
    os.close(slave)
    shown = b""
    with suppress(OSError):  # how a terminal says that nobody writes to it any more
        while piece := os.read(master, 4096):
            shown += piece
    os.close(master)
    assert process.wait(SLOW) == 0
    assert "检查".encode() in shown
    assert b"30/30" in shown
    assert shown.decode().rstrip().endswith("已写入 out.csv")


@pytest.mark.parametrize(
    ("error", "words"),
    [(BrokenProcessPool(), "可能内存不足"), (KeyError("x"), "本程序出错（KeyError）")],
    ids=["died", "fault"],
)
def test_a_file_that_no_worker_survives_is_unusable(
    tmp_path: Path, error: Exception, words: str
) -> None:
    path = put(tmp_path / "a.xlsx")
    reply = crashed(QueuedFile(0, str(path)), error)
    result = pickle.loads(reply.record)
    assert (result.status, result.outcome) == ("unusable", None)
    assert result.sha256 == sha_of(path)
    assert result.error.code == "W105"
    assert words in result.refusal
    assert "另存为 .xlsx" in result.refusal
