"""Tries a folder build: the page checks a workbook, makes the document and ends; so does `check`.

usage: try_folder.py FOLDER
"""

import io
import re
import signal
import subprocess
import sys
import zipfile
from pathlib import Path

import httpx

ROOT = Path(__file__).parent.parent
_DATA = ROOT / "examples/2021-suqian-city/data.json"
_SECONDS = 60


def page(program: Path, workbook: bytes) -> None:
    """Start the page without arguments, as a double click does, and use it."""
    process = subprocess.Popen([program, "--no-browser"], stdout=subprocess.PIPE)
    try:
        assert process.stdout is not None
        url = ""
        while not url:
            line = process.stdout.readline().decode()
            assert line, "it ended without telling its address"
            url = "".join(re.findall(r"http://[0-9.:]+", line))
        with httpx.Client(base_url=url, headers={"Origin": url}, timeout=_SECONDS) as client:
            answer = client.post("/check", files={"file": ("a.xlsx", workbook)})
            result = client.get(answer.headers["location"])
            assert "没有错误：" in result.text, result.text
            document = client.get(f"{answer.headers['location']}/document")
            assert "word/document.xml" in zipfile.ZipFile(io.BytesIO(document.content)).namelist()
    finally:
        process.send_signal(signal.SIGTERM)
        assert process.wait(_SECONDS) == 0


def main() -> None:
    """Try both ways of starting it."""
    program = Path(sys.argv[1]).resolve() / "govxlsx"
    workbook = program.parent / "try.xlsx"
    new = [program, "new", "--year", "2023", "--data", _DATA, "-o", workbook, "--force"]
    subprocess.run(new, check=True, timeout=_SECONDS)
    subprocess.run([program, "check", workbook], check=True, timeout=_SECONDS)
    page(program, workbook.read_bytes())
    workbook.unlink()
    print(f"{program}: 可以用")


if __name__ == "__main__":
    main()
