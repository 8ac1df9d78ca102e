"""Programs that some tests run: LibreOffice, a browser, a mail server, a web server.

A test whose program is missing is skipped, and fails where GOVXLSX_NEED names it, as .ci/run does:
GOVXLSX_NEED=libreoffice,dovecot,chromium,caddy,systemd.
"""

import os
import shutil

import pytest

_PROGRAMS = {
    "libreoffice": ("soffice", "libreoffice"),
    "dovecot": ("dovecot",),
    "chromium": ("chromium", "chromium-browser", "chrome"),
    "caddy": ("caddy",),
    "systemd": ("systemd-analyze",),
}
_PATH = os.pathsep.join((os.environ.get("PATH", os.defpath), "/usr/local/sbin", "/usr/sbin"))


def program(name: str) -> str:
    """Return where a program is; without it the test that asks is skipped, or fails."""
    for each in _PROGRAMS[name]:
        if found := shutil.which(each, path=_PATH):
            return found
    if name in os.environ.get("GOVXLSX_NEED", "").split(","):
        pytest.fail(f"GOVXLSX_NEED names {name}, which is not installed")
    pytest.skip(f"{name} is not installed")
