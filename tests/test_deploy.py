"""The examples of deploy/: what reads them for real finds no fault, and they fit the program."""

import re
import shlex
import socket
import ssl
import subprocess
import time
from pathlib import Path

import click
import httpx
import needs
from command import ROOT
from served import ROSTER, served, workbook

from govxlsx.commands import NAME, command
from govxlsx.serve.gate import LARGEST

DEPLOY = ROOT / "deploy"
UNIT, CADDYFILE = DEPLOY / "govxlsx.service", DEPLOY / "Caddyfile"
HOST = "bg.example.gov.cn"
_ALONE = "{\n\tadmin off\n\tskip_install_trust\n\tauto_https disable_redirects\n}"
"""Has Caddy ask nobody for a certificate, and listen nowhere but where it is told to."""


def started() -> list[str]:
    """Return what the unit starts: the program and its arguments."""
    found = re.search(r"^ExecStart=(.*)$", UNIT.read_text(encoding="utf-8"), re.MULTILINE)
    assert found is not None
    return shlex.split(found[1])


def test_the_unit_is_understood(tmp_path: Path) -> None:
    text = UNIT.read_text(encoding="utf-8").replace(started()[0], "/bin/true")
    (tmp_path / UNIT.name).write_text(text, encoding="utf-8")
    verify = [needs.program("systemd"), "--man=no", "verify", str(tmp_path / UNIT.name)]
    done = subprocess.run(verify, capture_output=True, text=True, check=False)
    told = [line for line in done.stderr.splitlines() if UNIT.name in line]
    assert told == []


def test_the_unit_starts_what_the_command_line_knows() -> None:
    whole = command()
    assert isinstance(whole, click.Group)
    name, *arguments = started()[1:]
    above = whole.make_context(NAME, [name], resilient_parsing=True)
    context = whole.commands[name].make_context(name, arguments, parent=above)
    assert context.params["public"] in CADDYFILE.read_text(encoding="utf-8")
    assert list(context.params["name"]) == [HOST]


def free_port() -> int:
    with socket.socket() as held:
        held.bind(("127.0.0.1", 0))
        return int(held.getsockname()[1])


def test_the_caddyfile_serves_the_page(tmp_path: Path) -> None:
    caddy = needs.program("caddy")
    text = CADDYFILE.read_text(encoding="utf-8")
    adapt = [caddy, "adapt", "--config", str(CADDYFILE), "--adapter", "caddyfile"]
    assert subprocess.run(adapt, capture_output=True, check=False).returncode == 0
    assert int(re.findall(r"max_size (\d+)MB", text)[0]) * 10**6 > LARGEST

    more = ("--public", "127.0.0.1:0", "--name", HOST)
    with served(tmp_path, "--roster", ROSTER, *more) as page:
        port = free_port()
        text = text.replace("127.0.0.1:8631", page.hosts[1])
        text = text.replace(f"{HOST} {{", f"{_ALONE}\n{HOST}:{port} {{\n\ttls internal")
        (tmp_path / "Caddyfile").write_text(text, encoding="utf-8")
        run = [caddy, "run", "--config", str(tmp_path / "Caddyfile"), "--adapter", "caddyfile"]
        home = {"HOME": str(tmp_path), "XDG_DATA_HOME": str(tmp_path)}
        process = subprocess.Popen(run, env=home, stderr=subprocess.DEVNULL)
        try:
            answer = asked(port, tmp_path / "caddy/pki/authorities/local/root.crt")
        finally:
            process.terminate()
            process.wait()
    assert "没有错误：" in answer.text
    assert answer.headers["strict-transport-security"]


def asked(port: int, authority: Path) -> httpx.Response:
    """Check a workbook behind Caddy by TLS, once it listens; ``authority`` is its own."""
    end = time.monotonic() + 60
    while not listens(port) or not authority.exists():
        assert time.monotonic() < end, "Caddy does not listen"
        time.sleep(0.1)
    headers = {"Host": HOST, "Origin": f"https://{HOST}"}
    trusting = ssl.create_default_context(cafile=str(authority))
    address = f"https://127.0.0.1:{port}"
    named = {"sni_hostname": HOST}
    with httpx.Client(base_url=address, headers=headers, timeout=60, verify=trusting) as client:
        files = {"file": ("a.xlsx", workbook())}
        found = client.post("/check", files=files, extensions=named)
        return client.get(found.headers["location"], extensions=named)


def listens(port: int) -> bool:
    with socket.socket() as held:
        return held.connect_ex(("127.0.0.1", port)) == 0
