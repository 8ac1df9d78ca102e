"""The same work on a real dask cluster of two processes; a nanny starts another where one dies."""

import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from command import ROOT, run
from test_batch import answers, documents, left_aside, many, until

from govxlsx.desk.batch import runner
from govxlsx.desk.batch.crew import cluster as on_cluster

dask = pytest.importorskip("dask")
distributed = pytest.importorskip("distributed")
COUNT = 60


@pytest.fixture(scope="module")
def cluster() -> Iterator[distributed.LocalCluster]:
    """The cluster of all tests; those in which workers die come last."""
    options = {"n_workers": 2, "threads_per_worker": 1, "processes": True}
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("PYTHONPATH", str(ROOT))
        with (
            dask.config.set({"distributed.scheduler.allowed-failures": 0}),
            distributed.LocalCluster(**options, dashboard_address=None) as running,
        ):
            yield running


def test_answers_are_in_order(cluster: distributed.LocalCluster) -> None:
    with on_cluster(cluster.scheduler_address) as crew:
        assert answers(crew, 48, 0) == [each * each for each in range(48)]


def test_output_is_that_of_local_processes(
    cluster: distributed.LocalCluster, tmp_path: Path
) -> None:
    many(tmp_path / "in", 30)
    arguments = ("check", "in", "--format", "json")
    mine = run(*arguments, cwd=tmp_path)
    theirs = run(*arguments, "--scheduler", cluster.scheduler_address, cwd=tmp_path)
    assert (theirs.returncode, theirs.stderr) == (0, "")
    assert theirs.stdout == mine.stdout


def test_every_file_is_built_once_though_a_worker_is_killed(
    cluster: distributed.LocalCluster, tmp_path: Path
) -> None:
    many(tmp_path / "in", COUNT)
    environment = {**os.environ, "PYTHONPATH": str(ROOT), "PYTHONIOENCODING": "utf-8"}
    command = ["build", "in", "-o", "out", "--scheduler", cluster.scheduler_address]
    process = subprocess.Popen(
        [sys.executable, "-m", "govxlsx", *command],
        cwd=tmp_path,
        env=environment,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    )
    try:
        until(lambda: bool(documents(tmp_path / "out")), process)
        victim = next(iter(cluster.workers.values()))
        os.kill(victim.pid, signal.SIGKILL)
        out, err = process.communicate(timeout=60)
    finally:
        process.kill()
    assert process.returncode == 0, err.decode()
    heads = [
        line[2:].partition("：")[0] for line in out.decode().splitlines() if line.startswith("✓")
    ]
    assert heads == [f"in/{number:03}.xlsx" for number in range(COUNT)]
    assert len(documents(tmp_path / "out")) == COUNT
    assert left_aside(tmp_path / "out") == []


def test_what_no_worker_survives_costs_its_own_item_only(
    cluster: distributed.LocalCluster, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(runner, "_PATIENCE", 600)  # a busy machine is slow to start other workers
    with on_cluster(cluster.scheduler_address) as crew:
        assert answers(crew, 12, 7) == [-7 if each == 7 else each * each for each in range(12)]


def test_a_scheduler_that_does_not_answer_is_one_sentence(tmp_path: Path) -> None:
    many(tmp_path, 1)
    for address in ("tcp://127.0.0.1:9", "nonsense://x"):
        done = run("check", "000.xlsx", "--scheduler", address, cwd=tmp_path)
        assert (done.returncode, done.stdout) == (2, "")
        assert done.stderr.startswith(f"连不上调度器 {address}。")
        assert len(done.stderr.splitlines()) == 1


def test_jobs_and_scheduler_do_not_go_together(tmp_path: Path) -> None:
    many(tmp_path, 1)
    arguments = ("check", "000.xlsx", "--scheduler", "tcp://127.0.0.1:9", "--jobs", "2")
    done = run(*arguments, cwd=tmp_path)
    assert done.returncode == 2
    assert "只能用一个" in done.stderr


def test_without_dask_the_sentence_says_how_to_install_it(tmp_path: Path) -> None:
    many(tmp_path, 1)
    code = (
        "import sys; sys.modules['distributed'] = None; from govxlsx.__main__ import main; main()"
    )
    done = subprocess.run(
        [sys.executable, "-c", code, "check", "000.xlsx", "--scheduler", "tcp://127.0.0.1:9"],
        cwd=tmp_path,
        env={**os.environ, "PYTHONPATH": str(ROOT), "PYTHONIOENCODING": "utf-8"},
        capture_output=True,
        check=False,
    )
    assert done.returncode == 2
    assert done.stderr.decode().startswith("没有安装 dask，不能用 --scheduler。")
