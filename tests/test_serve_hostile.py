"""What nobody should send, and what becomes of it: a page that says no, and the server goes on."""

import asyncio
import base64
import io
import os
import re
import select
import signal
import socket
import struct
import subprocess
import sys
import threading
import time
import zipfile
from collections.abc import Callable, Iterator
from contextlib import ExitStack, suppress
from pathlib import Path

import httpx
import pytest
from command import run
from processes import SLOW, processes_below, until
from served import BODY, CODE, CODES, ROSTER, WRONG, Served, fetched, served, workbook

from govxlsx.desk.archive.register import Register
from govxlsx.desk.archive.verification import verify
from govxlsx.serve.limits import CPU_SECONDS, GROWTH, limit
from govxlsx.serve.patience import Patience
from govxlsx.serve.workers import LostError, Workers

LINUX = pytest.mark.skipif(not sys.platform.startswith("linux"), reason="processes by /proc")


@pytest.fixture(scope="module")
def page(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    with served(tmp_path_factory.mktemp("page"), "--roster", ROSTER) as found:
        yield found


@pytest.fixture(autouse=True)
def alive(page: Served) -> Iterator[None]:
    """After whatever was sent, the page is there, and no file is left behind."""
    yield
    assert fetched(page.url).status_code == 200
    assert page.left() == []


def token(page: Served) -> str:
    return page.sent(workbook()).url.path.removeprefix("/r/")


def multipart(*parts: tuple[str, bytes], end: bool = True) -> tuple[bytes, str]:
    """Return the body of a form of raw parts (header, content), and its Content-Type."""
    body = b"".join(
        b"--frontier\r\nContent-Disposition: form-data; %b\r\n\r\n%b\r\n" % (head.encode(), data)
        for head, data in parts
    )
    return body + (b"--frontier--\r\n" if end else b""), "multipart/form-data; boundary=frontier"


FILE = ('name="file"; filename="a.xlsx"', workbook())


# Other sites


@pytest.mark.parametrize(
    "headers",
    [
        {"Origin": "http://evil.example"},
        {"Origin": "null"},
        {"Origin": "http://127.0.0.1"},
        {"Origin": "http://[::1"},
        {"Referer": "http://evil.example/"},
        {"Origin": "http://evil.example", "Referer": "http://127.0.0.1/"},
        {},
    ],
)
def test_what_another_site_posts_is_refused(page: Served, headers: dict[str, str]) -> None:
    with httpx.Client(base_url=page.url, timeout=60) as client:
        answer = client.post("/check", files={"file": FILE}, headers=headers)
    assert answer.status_code == 403
    assert "不是从本页面发出的" in answer.text


def test_an_old_browser_that_tells_no_origin_is_known_by_its_page(page: Served) -> None:
    with httpx.Client(base_url=page.url, timeout=60) as client:
        headers = {"Referer": f"{page.url}/"}
        assert client.post("/check", files={"file": FILE}, headers=headers).status_code == 303


def test_a_browser_that_says_cross_site_is_refused(page: Served) -> None:
    with page.client() as client:
        headers = {"Sec-Fetch-Site": "cross-site"}
        assert client.post("/history", data={"code": CODE}, headers=headers).status_code == 403


@pytest.mark.parametrize("host", ["evil.example", "127.0.0.1", "localhost", "127.0.0.1:1", ""])
def test_another_host_is_refused(page: Served, host: str) -> None:
    with page.client() as client:
        answer = client.get("/desk", headers={"Host": host})
    assert answer.status_code == 421


def test_localhost_is_this_host(page: Served) -> None:
    with page.client() as client:
        host = page.hosts[0].replace("127.0.0.1", "LocalHost")
        assert client.get("/", headers={"Host": host}).status_code == 200


def test_pages_may_not_be_framed_nor_run_foreign_scripts(page: Served) -> None:
    with page.client() as client:
        for path in ("/", "/desk", f"/r/{token(page)}", "/nothing"):
            headers = client.get(path).headers
            policy = headers["content-security-policy"]
            assert "frame-ancestors 'none'" in policy
            assert "script-src 'self'" in policy
            assert headers["x-content-type-options"] == "nosniff"
            assert headers["referrer-policy"] == "same-origin"
            assert "server" not in headers
            assert "set-cookie" not in headers


def test_nothing_is_put_or_deleted(page: Served) -> None:
    with page.client() as client:
        for method in ("PUT", "DELETE", "TRACE", "OPTIONS"):
            assert client.request(method, "/").status_code == 405
        assert client.get("/check").status_code == 405


# Too much, too many, too slow


def test_a_body_too_large_is_told(page: Served) -> None:
    def endless() -> Iterator[bytes]:
        yield multipart(('name="file"; filename="a.xlsx"', b""), end=False)[0]
        for _ in range(26):
            yield bytes(1 << 20)

    kind = {"Content-Type": "multipart/form-data; boundary=frontier"}
    with page.client() as client:
        chunked = client.post("/check", content=endless(), headers=kind)
        whole = client.post("/check", files={"file": ("a.xlsx", bytes(26 << 20))})
    for answer in (chunked, whole):
        assert answer.status_code == 413
        assert "最大收 25 MB" in answer.text


@pytest.mark.parametrize(
    "parts",
    [
        [FILE, *((f'name="x{number}"', b"1") for number in range(2000))],
        [FILE] * 3,
        [FILE, ('name="again"', b"x" * 3000)],
        [("", b"no name")],
    ],
    ids=["2000 fields", "3 files", "long field", "no name"],
)
def test_a_form_that_no_page_has_is_told(page: Served, parts: list[tuple[str, bytes]]) -> None:
    body, kind = multipart(*parts)
    with page.client() as client:
        answer = client.post("/check", content=body, headers={"Content-Type": kind})
    assert answer.status_code == 400
    assert "不是这个页面的表单" in answer.text


@pytest.mark.parametrize(
    ("body", "kind"),
    [
        (b"", "multipart/form-data; boundary=x"),
        (b"nonsense", "multipart/form-data; boundary=x"),
        (b"nonsense", "multipart/form-data"),
        (multipart(FILE, end=False)[0], "multipart/form-data; boundary=frontier"),
        (b"{}", "application/json"),
        (b"file=abc", "application/x-www-form-urlencoded"),
        (b"", ""),
    ],
)
def test_a_broken_form_is_told(page: Served, body: bytes, kind: str) -> None:
    with page.client() as client:
        answer = client.post("/check", content=body, headers={"Content-Type": kind})
    assert answer.status_code == 400
    assert "请" in answer.text


def test_posts_half_sent_hold_nobody_up(page: Served) -> None:
    host, port = page.hosts[0].split(":")
    head = (
        f"POST /check HTTP/1.1\r\nHost: {page.hosts[0]}\r\nOrigin: {page.url}\r\n"
        "Content-Type: multipart/form-data; boundary=frontier\r\nContent-Length: 900000\r\n\r\n"
    )
    body = multipart(FILE, end=False)[0]
    with ExitStack() as stack:
        for number in range(70):
            held = stack.enter_context(socket.create_connection((host, int(port)), 10))
            held.sendall(head.encode() + body if number % 2 else head[:60].encode())
        with page.client() as client:
            assert client.get("/").status_code == 200
    assert "没有错误" in page.sent(workbook()).text


def test_one_connection_too_many_is_told_and_ends(page: Served) -> None:
    host, port = page.hosts[0].split(":")
    with ExitStack() as stack:
        for _ in range(400):
            stack.enter_context(socket.create_connection((host, int(port)), 10))
        answer = fetched(page.url)
    assert answer.status_code == 503
    assert "现在同时检查的人太多" in answer.text
    assert answer.headers["connection"] == "close"
    assert answer.headers["retry-after"] == "15"
    assert answer.headers["x-content-type-options"] == "nosniff"
    while fetched(page.url).status_code == 503:
        time.sleep(0.05)


def test_garbage_that_is_no_http_ends_the_connection(page: Served) -> None:
    host, port = page.hosts[0].split(":")
    for sent in (
        b"\x16\x03\x01\x02\x00\x01\x00\x01\xfc",
        b"GET / HTTP/1.1\r\n" + b"a: b\r\n" * 9000,
    ):
        with socket.create_connection((host, int(port)), 10) as held:
            held.sendall(sent + b"\r\n\r\n")
            assert held.recv(100).startswith((b"HTTP/1.1 4", b""))


# Names and places


@pytest.mark.parametrize(
    ("name", "shown"),
    [
        ("../../../etc/passwd.xlsx", "passwd.xlsx"),
        ("C:\\用户\\档案局.xlsx", "档案局.xlsx"),
        ("a\x00b.xlsx", "ab.xlsx"),
        ("<b>甲</b>.xlsx", "b_.xlsx"),
        ("con.xlsx", "_con.xlsx"),
        ("名" * 300 + ".xlsx", "名" * 50 + ".xlsx"),
        ("没有后缀", "没有后缀"),
        (".xlsx", "xlsx"),
        ("~$档案局.xlsx", "~$档案局.xlsx"),
    ],
)
def test_names_of_files_lead_nowhere(page: Served, name: str, shown: str) -> None:
    from govxlsx.serve.uploads import safe

    assert safe(name) == shown
    body, kind = multipart((f'name="file"; filename="{name}"', workbook()))
    with page.client(follow_redirects=True) as client:
        answer = client.post("/check", content=body, headers={"Content-Type": kind})
    assert "<b>甲" not in answer.text
    assert str(page.folder) not in answer.text


@pytest.mark.parametrize(
    "path",
    [
        "/r/../../etc/passwd",
        "/r/..%2f..%2fetc%2fpasswd",
        "/r/AAAAAAAAAAAAAAAAAAAAAA",
        "/r/AAAAAAAAAAAAAAAAAAAAAA/copy",
        "/r/AAAAAAAAAAAAAAAAAAAAAA/receipt",
        "/desk/file/1/..%2f..%2fregister.sqlite",
        "/desk/file/-1/page",
        "/desk/file/99999999999999999999999/page",
        "/desk/body?name=../x",
        "/register.sqlite",
        "/page.js",
        "/desk/notice/exe?name=x",
    ],
)
def test_what_is_not_there_is_not_found(page: Served, path: str) -> None:
    with page.client() as client:
        assert client.get(path).status_code == 404


def test_last_years_report_that_needs_an_office_is_refused(page: Served) -> None:
    with page.client() as client:
        files = {"file": ("a.xlsx", workbook()), "last": ("上年.doc", b"\xd0\xcf\x11\xe0")}
        answer = client.post("/check", files=files)
    assert answer.status_code == 400
    assert "请另存为 .docx 或 PDF" in answer.text


# Workbooks that are weapons


def bomb(part: bytes, size: int) -> bytes:
    """Return a workbook whose sheet unpacks to ``size`` bytes."""
    held = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(workbook())) as source,
        zipfile.ZipFile(held, "w", zipfile.ZIP_DEFLATED) as package,
    ):
        for each in source.infolist():
            if each.filename != "xl/worksheets/sheet3.xml":
                package.writestr(each, source.read(each))
        with package.open("xl/worksheets/sheet3.xml", "w") as stream:
            stream.write(
                b'<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>'
            )
            for _ in range(size // len(part)):
                stream.write(part)
            stream.write(b"</sheetData></worksheet>")
    return held.getvalue()


@pytest.mark.parametrize(
    "weapon",
    [
        lambda: bomb(b" " * (1 << 20), 300 << 20),
        lambda: bomb(b"<row><c t='inlineStr'><is><t>x</t></is></c></row>" * 1000, 44_100_000),
        bytes,
        lambda: b"PK\x03\x04" + os.urandom(5000),
        lambda: workbook()[:9000],
    ],
    ids=["300 MB", "900,000 rows", "empty", "noise", "cut"],
)
def test_a_workbook_that_is_a_weapon_hurts_itself(
    page: Served, weapon: Callable[[], bytes]
) -> None:
    answer = page.sent(weapon())
    assert answer.status_code in (200, 422)
    assert "没有错误：" not in answer.text
    assert "没有错误：" in page.sent(workbook()).text


def test_what_is_no_http_leaves_no_trace_in_the_log(page: Served) -> None:
    before = page.said
    host, port = page.hosts[0].split(":")
    head = f"POST /check HTTP/1.1\r\nHost: {page.hosts[0]}\r\nOrigin: {page.url}\r\n"
    chunked = "Transfer-Encoding: chunked\r\n\r\n"
    form = "Content-Type: multipart/form-data; boundary=XX\r\n"
    for sent in (f"{head}{chunked}ZZ\r\n", f"{head}{form}{chunked}4\r\n--YY\r\n0\r\n\r\n"):
        with socket.create_connection((host, int(port)), 10) as held:
            held.sendall(sent.encode())
            assert held.recv(1 << 16).startswith(b"HTTP/1.1 400")
    assert page.said == before


def test_limits_end_a_process_that_takes_too_much() -> None:
    for hungry in (
        "[0] * (1 << 28)",
        "open('/dev/null', 'rb') and [open('/dev/null') for _ in range(99)]",
    ):
        done = subprocess.run(
            [sys.executable, "-c", f"from govxlsx.serve.limits import limit; limit(); {hungry}"],
            capture_output=True,
            check=False,
        )
        assert done.returncode != 0
    assert CPU_SECONDS < 25
    assert callable(limit)


def grown(size: int) -> int:
    """Take so many bytes for a moment; return which process did."""
    assert len(b"x" * size) == size
    return os.getpid()


def ended() -> None:
    """End the process that does it."""
    os._exit(1)


@LINUX
def test_a_worker_is_used_again_until_it_dies_or_has_grown() -> None:
    async def done() -> list[int]:
        found = [await workers.do(grown, 1) for _ in range(3)]
        found += [await workers.do(grown, GROWTH + (8 << 20)), await workers.do(grown, 1)]
        with pytest.raises(LostError):
            await workers.do(ended)
        return [*found, await workers.do(grown, 1)]

    workers = Workers(1)
    try:
        first, second, third, fourth, other, last = asyncio.run(done())
    finally:
        workers.close()
    assert first == second == third == fourth
    assert first not in (other, last)


def test_a_worker_that_takes_too_long_is_given_up() -> None:
    workers = Workers(1, seconds=0.2)
    try:
        with pytest.raises(LostError) as lost:
            asyncio.run(workers.do(time.sleep, 60))
    finally:
        workers.close()
    assert lost.value.late


@LINUX
def test_each_piece_has_its_own_time() -> None:
    """A worker that has done many pieces is not killed for what they took together."""

    async def limits() -> list[tuple[int, int]]:
        return [await workers.do(spent, 1.2) for _ in range(2)]

    workers = Workers(1)
    try:
        (first, _), (second, hard) = asyncio.run(limits())
    finally:
        workers.close()
    assert first >= CPU_SECONDS
    assert second > first
    assert hard == -1 or hard > second


def spent(seconds: float) -> tuple[int, int]:
    """Work for so long; return how long this process may work (soft, hard)."""
    end = time.process_time() + seconds
    while time.process_time() < end:
        pass
    import resource  # not to be had on Windows

    return resource.getrlimit(resource.RLIMIT_CPU)


def crew(page: Served) -> tuple[int, list[int]]:
    """Return the process that forks, and the workers that it has forked; wait for one."""
    crews: list[tuple[int, list[int]]] = []

    def there() -> bool:
        below = processes_below()
        crews[:] = [(each, below[each]) for each in below[page.process.pid] if below.get(each)]
        return bool(crews)

    until(there, page.process)
    return crews[0]


def kill(*pids: int) -> None:
    """Kill processes, and wait until they are no more: until then they take what is sent them."""
    for pid in pids:
        with suppress(ProcessLookupError):
            watched = os.pidfd_open(pid)
            signal.pidfd_send_signal(watched, signal.SIGKILL)
            assert select.select([watched], [], [], SLOW)[0], "it does not die"
            os.close(watched)


@LINUX
def test_a_killed_worker_costs_its_own_upload_at_most(page: Served) -> None:
    kill(*crew(page)[1])
    assert "没有错误：" in page.sent(workbook()).text


@LINUX
def test_without_the_process_that_forks_another_one_is_started(page: Served) -> None:
    before, workers = crew(page)
    kill(before, *workers)
    assert "没有错误：" in page.sent(workbook()).text
    assert crew(page)[0] != before


# Codes


def test_wrong_codes_have_to_wait_and_are_counted_by_address(page: Served) -> None:
    """The address is what a proxy on this machine tells of the clerk's."""
    before, form = registered(page), {"token": token(page)}
    with page.client() as client:

        def filed(code: str, address: str = "10.1.1.1") -> httpx.Response:
            headers = {"X-Forwarded-For": address}
            return client.post("/file", data=form | {"code": code}, headers=headers)

        answers = [filed(f"WRONG-{number}") for number in range(5)]
        assert [each.status_code for each in answers] == [403, 403, 403, 403, 429]
        assert "秒后再试" in answers[-1].text
        assert int(answers[-1].headers["retry-after"]) in (1, 2)
        assert filed(CODE).status_code == 429
        assert filed("WRONG", "10.1.1.2").status_code == 403
        assert "10.1.1.1：4 次" in client.get("/desk").text
    assert registered(page) == before


def test_waiting_grows_and_is_bounded_and_one_network_is_one() -> None:
    now = [0.0]
    patience = Patience(lambda: now[0])
    waits = []
    for number in range(14):
        patience.wrong(f"2001:db8::{number:x}")
        waits.append(patience.wait("2001:db8::ffff"))
    assert waits == [0, 0, 0, 2, 4, 8, 16, 32, 60, 60, 60, 60, 60, 60]
    assert patience.wait("2001:db8:0:1::1") == 0
    now[0] = 59.5
    assert patience.wait("2001:db8::1") == 1
    now[0] = 60.0
    assert patience.wait("2001:db8::1") == 0
    patience.right("2001:db8::1")
    patience.wrong("2001:db8::1")
    assert patience.wait("2001:db8::1") == 0
    assert patience.counts == (("2001:db8::/64", 15),)
    for number in range(5000):
        patience.wrong(f"10.0.{number // 250}.{number % 250}")
    assert len(patience.counts) == 4096


@pytest.mark.parametrize("code", ["", "   ", "----", "永宁市档案局", "K7WQ", CODE[:-1], CODE + "2"])
def test_what_is_no_code_files_nothing(tmp_path: Path, code: str) -> None:
    from served import roster

    from govxlsx.desk.roster.file import load
    from govxlsx.serve.codes import by_code, owner

    codes = by_code(load(roster(tmp_path)))
    assert len(codes) == sum(map(bool, CODES.values()))
    assert owner(codes, code) is None
    found = owner(codes, "ｋ７wq 3mxd—9rtf")
    assert found is not None
    assert found.name == BODY


def registered(page: Served) -> int:
    with Register.open(page.archive) as register:
        return register.totals()[0]


# Ends


@LINUX
def test_a_killed_server_loses_nothing_that_had_a_receipt(tmp_path: Path) -> None:
    with served(tmp_path, "--roster", ROSTER) as found:
        data = [
            workbook(narrative={"other": f"本年度没有收取信息处理费。{number}"})
            for number in range(12)
        ]
        receipts: list[str] = []

        def file(held: list[bytes]) -> None:
            for each in held:
                try:
                    answer = found.filed(found.sent(each))
                except httpx.HTTPError:
                    return
                if "回执" in answer.text:
                    receipts.append(re.findall("[0-9a-f]{64}", answer.text)[0])

        threads = [threading.Thread(target=file, args=(data[k::2],)) for k in range(2)]
        for each in threads:
            each.start()
        while len(receipts) < 3:
            time.sleep(0.01)
        os.killpg(found.process.pid, signal.SIGKILL)
        for each in threads:
            each.join()
        with Register.open(found.archive) as register:
            assert all(register.find(each) is not None for each in receipts)
    assert len([*found.temporary.glob("govxlsx-page-*")]) == 1
    with served(tmp_path, "--roster", ROSTER) as again:
        assert not verify(again.archive).problems
        assert len([*again.temporary.glob("govxlsx-page-*")]) == 1
        assert again.stop(signal.SIGINT) == 0
    # What is left is where the killed process was spoken to, by multiprocessing.
    assert [path for path in again.temporary.iterdir() if not path.name.startswith("pymp-")] == []


def test_many_uploads_leave_nothing(page: Served) -> None:
    data = workbook()

    def send() -> None:
        for _ in range(10):
            assert page.sent(data).status_code == 200

    threads = [threading.Thread(target=send) for _ in range(2)]
    for each in threads:
        each.start()
    for each in threads:
        each.join()


# Addresses


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (("--public", "0.0.0.0:8080"), "--public 要有带编码的名册"),
        (("--public", "127.0.0.1:0", "--roster", "无编码.csv"), "--public 要有带编码的名册"),
        (("--public", "0.0.0.0:8080", "--roster", ROSTER), "请用 --name 写明"),
        (("--public", "example.com:8080", "--roster", ROSTER), "应当写成 地址:端口"),
        (("--public", "8080", "--roster", ROSTER), "应当写成 地址:端口"),
        (("--desk", "0.0.0.0:8080"), "--desk 和 --password-file 要一起写"),
        (("--desk", "0.0.0.0:8080", "--password-file", "短.txt"), "至少 8 个字符"),
        (("--desk", "0.0.0.0:8080", "--password-file", "无.txt"), "读不出密码文件"),
        (("--roster", "无.csv"), "没有名册文件"),
    ],
)
def test_an_address_that_is_not_safe_is_refused(
    page: Served, arguments: tuple[str, ...], told: str
) -> None:
    text = "机关名称,机关类别,上级机关\n永宁市档案局,政府部门,\n"
    (page.folder / "无编码.csv").write_text(text, encoding="utf-8")
    (page.folder / "短.txt").write_text("1234", encoding="utf-8")
    done = run("serve", "别的档案", *arguments, cwd=page.folder, width=400)
    assert done.returncode == 2
    assert told in done.stderr
    assert not (page.folder / "别的档案").exists()


def test_a_port_in_use_is_told(page: Served) -> None:
    port = page.hosts[0].split(":")[1]
    done = run("serve", "别的档案", "--port", port, cwd=page.folder, width=400)
    assert done.returncode == 2
    assert f"不能在 127.0.0.1:{port} 上打开网页：这个端口正被别的程序使用" in done.stderr


def test_the_public_page_has_no_desk_and_the_desk_elsewhere_a_password(tmp_path: Path) -> None:
    (tmp_path / "密码").write_text("correct horse\n", encoding="utf-8")
    more = ("--public", "127.0.0.1:0", "--desk", "127.0.0.1:0", "--password-file", "密码")
    with served(tmp_path, "--roster", ROSTER, *more, "--name", "bg.example.gov.cn") as found:
        own, public, desk = found.hosts
        get = fetched
        assert get(f"http://{own}/desk").status_code == 200
        assert get(f"http://{own}/desk").headers["cache-control"] == "no-store"
        assert get(f"http://{public}/").status_code == 200
        assert get(f"http://{public}/", headers={"Host": "bg.example.gov.cn"}).status_code == 200
        assert get(f"http://{public}/desk").status_code == 404
        asked = get(f"http://{desk}/desk")
        assert asked.status_code == 401
        assert asked.headers["www-authenticate"].startswith("Basic")
        assert get(f"http://{desk}/desk", auth=("", "correct horse")).status_code == 200
        assert get(f"http://{desk}/", auth=("x", "wrong")).status_code == 401
        wrong = base64.b64encode(struct.pack("<I", 0xFFFFFFFF)).decode()
        for given in (f"Basic {wrong}", "Basic ?", "Bearer x"):
            headers = {"Authorization": given}
            assert get(f"http://{desk}/", headers=headers).status_code == 401
        assert "别的电脑也能打开" not in found.said
        assert "要密码" in found.said


def test_a_broken_workbook_is_not_filed_twice(page: Served) -> None:
    before = registered(page)
    found = page.sent(workbook(figures=WRONG))
    for _ in range(2):
        assert page.filed(found).status_code == 409
    assert registered(page) == before
