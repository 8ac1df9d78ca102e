"""Measures the page: uploads two at a time, their time and the server's CPU and memory.

usage: page.py [UPLOADS]

Each upload is a workbook of 40 KB that is checked and whose page is fetched. The time is compared
with the CPU of the check alone on this machine.
"""

import io
import os
import re
import subprocess
import sys
import tempfile
import time
import zipfile
from concurrent.futures import ThreadPoolExecutor
from http.client import HTTPConnection
from pathlib import Path
from random import Random
from urllib.parse import urlsplit

import httpx
from corpus import LENGTHS, workbooks

from govxlsx.checking import check
from govxlsx.reading import read_bytes

_SIZE = 40_000
_TICKS = os.sysconf("SC_CLK_TCK")


def _workbook() -> bytes:
    """Return a workbook of about 40 KB: a picture of noise fills it up."""
    with tempfile.TemporaryDirectory() as folder:
        data = workbooks(Path(folder) / "books", LENGTHS[0], 2)[-1].path.read_bytes()
    held = io.BytesIO(data)
    with zipfile.ZipFile(held, "a") as package:
        noise = Random(1).randbytes(max(0, _SIZE - len(data)))
        package.writestr("docProps/thumbnail.jpeg", noise)
    return held.getvalue()


def _cpu_of_check(data: bytes) -> float:
    found = []
    for _ in range(30):
        start = time.process_time()
        check(read_bytes(data, "a.xlsx"))
        found.append(time.process_time() - start)
    return min(found)


def _tree(pid: int) -> list[int]:
    found = [pid]
    for task in Path(f"/proc/{pid}/task").glob("*/children"):
        for child in task.read_text().split():
            found += _tree(int(child))
    return found


def _cpu(pids: list[int]) -> float:
    """Return the seconds that processes took, with those of their children that ended."""
    total = 0
    for pid in pids:
        fields = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
        total += sum(map(int, fields[11:15]))
    return total / _TICKS


def _cpus(pid: int) -> tuple[float, float]:
    """Return the seconds that a server took with all its processes, and those of its own."""
    return _cpu(_tree(pid)), _cpu([pid])


def _memory(pid: int) -> int:
    """Return a process's own memory in KB."""
    text = Path(f"/proc/{pid}/status").read_text()
    return int(re.findall(r"VmRSS:\s+(\d+)", text)[0])


def main() -> None:
    """Run, and print what was measured."""
    uploads = int(sys.argv[1]) if len(sys.argv) > 1 else 200
    data = _workbook()
    alone = _cpu_of_check(data)
    with tempfile.TemporaryDirectory() as folder:
        command = [sys.executable, "-m", "govxlsx", "serve", "archive", "--port", "0"]
        environment = {**os.environ, "TMPDIR": folder}
        server = subprocess.Popen(command, cwd=folder, env=environment, stderr=subprocess.PIPE)
        assert server.stderr is not None
        said = server.stderr.readline().decode()
        url = re.findall(r"http://[0-9.:]+", said)[0]

        request = httpx.Request("POST", f"{url}/check", files={"file": ("a.xlsx", data)})
        body, kind = request.read(), request.headers["Content-Type"]

        def send(_: int) -> float:
            # The plainest client there is: it runs on the server's own cores.
            own = HTTPConnection(urlsplit(url).netloc, timeout=60)
            start = time.perf_counter()
            own.request("POST", "/check", body, {"Origin": url, "Content-Type": kind})
            answer = own.getresponse()
            answer.read()
            own.request("GET", answer.headers["Location"])
            page = own.getresponse()
            assert page.status == 200 and page.read()
            taken = time.perf_counter() - start
            own.close()
            return taken

        with ThreadPoolExecutor(2) as pool:
            list(pool.map(send, range(10)))
            before, memory = _cpus(server.pid), _memory(server.pid)
            times = sorted(pool.map(send, range(uploads)))
            took, after = _cpus(server.pid), _memory(server.pid)
        server.terminate()
        server.wait()
        left = [each.name for each in Path(folder).rglob("*") if "page" in each.name]
    at = times[int(len(times) * 0.95)]
    print(f"{uploads} uploads of {len(data)} bytes, two at a time")
    print(f"time: median {times[len(times) // 2] * 1000:.0f} ms, p95 {at * 1000:.0f} ms")
    print(f"the check alone: {alone * 1000:.1f} ms of CPU; p95 is {at / alone:.1f} times that")
    shares = ((end - begun) / uploads * 1000 for begun, end in zip(before, took, strict=True))
    print("CPU an upload: {:.1f} ms, {:.1f} of them in the server itself".format(*shares))
    print(f"memory of the server: {memory} KB, after {uploads} uploads {after} KB; left: {left}")


if __name__ == "__main__":
    main()
