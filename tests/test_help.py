"""What ``--help`` prints: in Chinese, and never cut short."""

from pathlib import Path

import pytest
from command import run

from govxlsx.commands.listing import HELPS


@pytest.mark.parametrize("width", [80, 120])
@pytest.mark.parametrize("command", HELPS)
def test_no_sentence_is_cut_short(command: str, width: int, tmp_path: Path) -> None:
    done = run(command, "--help", cwd=tmp_path, width=width)
    assert done.returncode == 0
    assert "…" not in done.stdout
    assert "用法：" in done.stdout
    assert "Usage" not in done.stdout
