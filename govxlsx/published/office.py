"""The only door to LibreOffice: files of one kind become files of another.

Each call has a profile of its own, so that calls do not wait for one another and nothing of the
user's is read or changed, and is ended after a minute.
"""

import os
import shutil
import signal
import subprocess
import tempfile
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path

from govxlsx.errors import PublishedError
from govxlsx.output import reported
from govxlsx.published.refusal import refused

_SECONDS = 60
MISSING = "这台电脑上没有安装 LibreOffice"


def program() -> str | None:
    """Return the path of LibreOffice, None where it is not installed."""
    return shutil.which("soffice") or shutil.which("libreoffice")


def to_docx(data: bytes, suffix: str) -> bytes:
    """Return a .doc, .wps or .rtf as .docx. Raises PublishedError."""
    if program() is None:
        raise refused(
            f"{MISSING}，读不了 .doc、.wps 和 .rtf。"
            "请安装 LibreOffice，或者在 Word 或 WPS 中另存为 .docx，再试一次"
        )
    made = convert({f"report{suffix}": data}, "docx:MS Word 2007 XML")
    found = made.get("report.docx")
    if found is None:
        raise refused("LibreOffice 打不开这个文件：请在 Word 或 WPS 中另存为 .docx，再试一次")
    return found


def convert(files: Mapping[str, bytes], target: str) -> dict[str, bytes]:
    """Convert files, by plain names, in one call; ``target`` is what ``--convert-to`` takes.

    Returns what was made by name; what could not be converted is missing. Raises PublishedError
    where LibreOffice is not installed or does not come to an end.
    """
    office = program()
    if office is None:
        raise PublishedError(f"{MISSING}。")
    with tempfile.TemporaryDirectory(prefix="govxlsx-", ignore_cleanup_errors=True) as folder:
        given, made = Path(folder, "in"), Path(folder, "out")
        given.mkdir()
        made.mkdir()
        for name, data in files.items():
            with reported(given / name):
                (given / name).write_bytes(data)
        command = [
            office,
            f"-env:UserInstallation={Path(folder, 'profile').as_uri()}",
            *("--headless", "--norestore", "--nolockcheck", "--nodefault"),
            *("--convert-to", target, "--outdir", str(made)),
            *(str(given / name) for name in files),
        ]
        _run(command)
        return {each.name: each.read_bytes() for each in made.iterdir()}


def _run(command: list[str]) -> None:
    try:
        process = subprocess.Popen(
            command,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            start_new_session=True,
        )
    except OSError as error:
        raise PublishedError(f"LibreOffice 启动不了：系统错误 {error.errno}。") from error
    try:
        process.wait(_SECONDS)
    except subprocess.TimeoutExpired as error:
        raise PublishedError(
            f"LibreOffice 用了 {_SECONDS} 秒还没有转换完，已停止。请在 Word 或 WPS 中另存后再试。"
        ) from error
    finally:
        _end(process)


def _end(process: subprocess.Popen[bytes]) -> None:
    """End what the call has started, all of it."""
    with suppress(OSError):
        if hasattr(os, "killpg"):
            os.killpg(process.pid, signal.SIGKILL)
        else:
            process.kill()
    process.wait()
